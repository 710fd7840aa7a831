import Synchronization
import Testing
import Workspace

@testable import CommandLineTool

@Suite("When reports are written")
struct StreamOrderTests {
  /// What a run read and wrote, in its order.
  private final class Diary: FileSystem, ByteSink {
    let files: MemoryFileSystem
    private let entries = Mutex<[String]>([])

    init(_ files: MemoryFileSystem) { self.files = files }

    var all: [String] { entries.withLock { $0 } }
    var currentFolder: FilePath { files.currentFolder }

    func bytes(of path: FilePath) throws(FileAccessError) -> [UInt8] {
      entries.withLock { $0.append("read \(String(decoding: path.lastComponent, as: UTF8.self))") }
      return try files.bytes(of: path)
    }

    func status(of path: FilePath) throws(FileAccessError) -> FileStatus { try files.status(of: path) }
    func entries(of folder: FilePath) throws(FileAccessError) -> [FolderEntry] { try files.entries(of: folder) }

    func write(_ bytes: [UInt8]) -> WriteOutcome {
      for line in String(decoding: bytes, as: UTF8.self).split(separator: "\n") {
        entries.withLock { $0.append("wrote \(line.split(separator: "\"")[3])") }
      }
      return .written
    }
  }

  private func diary(_ documents: [(String, String)]) -> [String] {
    var files = MemoryFileSystem()
    for (name, text) in documents { files.add(FilePath(name), bytes: Array(text.utf8)) }
    let diary = Diary(files)
    let environment = ToolEnvironment(
      fileSystem: diary, standardInput: { () throws(FileAccessError) in [] }, output: diary, errorOutput: MemorySink(),
      variable: { _ in nil })
    _ = Tool(environment: environment).run(["lint", "--jobs", "1", "--format", "jsonl"] + documents.map { $0.0 })
    return diary.all.filter { !$0.contains(".json") }
  }

  private func budget(_ entity: String, _ year: Int) -> String {
    "\(entity)\(year)年度部门预算公开\n\n支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元。\n"
  }

  @Test("a line goes out when its file is checked, and what it is checked against was read before")
  func lines() {
    let found = diary([
      ("a.txt", budget("青禾区水利局", 2025)), ("b.txt", budget("青禾区档案局", 2025)), ("c.txt", budget("青禾区林业局", 2025)),
      ("d.txt", budget("青禾区档案局", 2024)),
    ])
    let looks = ["a", "b", "c", "d"].map { "read \($0).txt" }
    #expect(found.starts(with: looks))
    #expect(
      found.dropFirst(4)
        == [
          "read a.txt", "wrote a.txt", "read d.txt", "read b.txt", "wrote b.txt", "read c.txt", "wrote c.txt",
          "wrote d.txt",
        ])
  }

  @Test("of many files the first lines go out long before the last file is checked")
  func many() throws {
    let found = diary((100..<200).map { ("\($0).txt", budget("青禾区第\($0)局", 2025)) })
    let first = try #require(found.firstIndex { $0.hasPrefix("wrote ") })
    #expect(first <= 100 + 16)
    #expect(found.count { $0 == "read 199.txt" } == 2)
  }
}
