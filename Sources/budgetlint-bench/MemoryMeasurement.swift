import Disclosure
import DisclosureText
import Glibc
import Rules

/// How much memory documents take.
struct MemoryMeasurement {
  /// What checking the documents one after another takes at most beyond what there was before, in bytes.
  let checking: Int
  /// The same per byte of the largest document.
  let checkingPerByte: Double
  /// What a document that was read holds on average, in bytes: what an editor's server keeps.
  let holding: Int
  /// The same per byte of the documents.
  let holdingPerByte: Double
  /// The peak of the whole program, in bytes.
  let peak: Int

  /// Checks the documents, then reads and holds them all; nil where the system does not say what
  /// memory is used.
  ///
  /// The memory that a program has given back to its allocator counts as used, so this comes before
  /// all other measurements.
  static func measure(_ documents: [[UInt8]]) -> MemoryMeasurement? {
    guard let largest = documents.map(\.count).max(), resetPeak(), let start = status("VmRSS:") else { return nil }
    let linter = Linter()
    for document in documents { keep(linter.lint(SourceText(document))) }
    guard let peak = status("VmHWM:"), let before = status("VmRSS:") else { return nil }
    // Enough copies that what the allocator has in reserve does not count.
    let copies = 1 + 400 / documents.count
    let held = (0..<copies).flatMap { _ in documents.map { DisclosureDocument(SourceText($0)) } }
    guard let after = status("VmRSS:") else { return nil }
    keep(held)
    let holding = max(0, after - before) / held.count
    let size = documents.reduce(0) { $0 + $1.count } / documents.count
    return MemoryMeasurement(
      checking: max(0, peak - start), checkingPerByte: Double(max(0, peak - start)) / Double(max(1, largest)),
      holding: holding, holdingPerByte: Double(holding) / Double(max(1, size)), peak: peak)
  }

  /// Makes the kernel forget the peak so far.
  private static func resetPeak() -> Bool {
    let descriptor = open("/proc/self/clear_refs", O_WRONLY)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return write(descriptor, "5", 1) == 1
  }

  /// A number of kilobytes in the kernel's description of the process, in bytes.
  private static func status(_ key: String) -> Int? {
    guard let lines = BenchmarkDocuments.read(["/proc/self/status"]).first else { return nil }
    let text = String(decoding: lines, as: UTF8.self)
    guard let line = text.split(separator: "\n").first(where: { $0.hasPrefix(key) }) else { return nil }
    return line.split(whereSeparator: { $0 == " " || $0 == "\t" }).dropFirst().first.flatMap { Int($0) }
      .map { $0 * 1024 }
  }
}
