import Lint
import Testing

@testable import CommandLineTool

@Suite("Reports in order")
struct OrderedReportTests {
  @Test("what is delivered in any order is written in order, however much has to wait", arguments: [10, 1 << 20])
  func order(size: Int) {
    let sinks = [MemorySink(), MemorySink()]
    let reporters: [any Reporter] = [ConciseReporter(language: .english), GitLabReporter(language: .english)]
    let report = OrderedReport(
      outputs: zip(reporters, sinks).map { ($0, $1) }, errorOutput: MemorySink(), temporaryFolder: "/tmp")
    let parts = (0..<20).map { index in [UInt8](repeating: UInt8(ascii: "a") + UInt8(index), count: size) }
    for index in parts.indices.reversed() {
      let rendered = [RenderedInput(report: parts[index]), RenderedInput(report: parts[index], entry: [])]
      report.deliver(Delivery(rendered: rendered), at: index)
    }
    let (_, failure) = report.close()
    #expect(failure == nil)
    let letters = parts.map { String(decoding: $0, as: UTF8.self) }
    #expect(sinks[0].text == letters.joined())
    #expect(sinks[1].text == "[\n" + letters.joined(separator: ",\n") + "\n]\n")
  }

  @Test("without a folder for temporary files it waits in memory")
  func withoutDisk() {
    let sink = MemorySink()
    let report = OrderedReport(
      outputs: [(ConciseReporter(language: .english), sink)], errorOutput: MemorySink(), temporaryFolder: "/nowhere")
    for index in [2, 1, 0] {
      let bytes = [UInt8](repeating: UInt8(ascii: "0") + UInt8(index), count: 3 << 20)
      report.deliver(Delivery(rendered: [RenderedInput(report: bytes)]), at: index)
    }
    _ = report.close()
    #expect(sink.text.utf8.count == 9 << 20)
    #expect(sink.text.hasPrefix("00") && sink.text.hasSuffix("22"))
  }

  @Test("progress says how many files are done, how fast, and how long the rest takes")
  func progress() {
    let line = Progress.line(done: 250, total: 1000, nanoseconds: 2_500_000_000)
    #expect(line.english == "250 of 1000 files checked, 100 a second, about 7 s left")
    #expect(line.chinese == "已检查 250/1000 个文件，每秒 100 个，约剩 7 秒")
    #expect(Progress.line(done: 0, total: 1, nanoseconds: 0).english.hasPrefix("0 of 1"))
  }
}
