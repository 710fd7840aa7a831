import DisclosureGenerator
import Workspace

/// The documents that are measured.
enum BenchmarkDocuments {
  /// As many generated disclosures with all their tables, the same in every run.
  static func generated(_ count: Int) -> [[UInt8]] {
    (0..<max(0, count)).map { GeneratedDisclosure(seed: 900_000 + UInt64($0), tables: .all).bytes }
  }

  /// A text of at least `size` bytes: one generated disclosure repeated.
  ///
  /// Its figures agree with each other however often it is repeated, so that only its size grows.
  static func generated(size: Int) -> [UInt8] {
    let unit = GeneratedDisclosure(seed: 900_001, tables: .all).bytes
    var text: [UInt8] = []
    text.reserveCapacity(size + unit.count)
    if size < unit.count {
      // Whole lines from the beginning.
      let end = unit[size...].firstIndex(of: 0x0A) ?? unit.count - 1
      return Array(unit[...end])
    }
    while text.count < size { text += unit }
    return text
  }

  /// The files that can be read.
  static func read(_ paths: [String]) -> [[UInt8]] {
    paths.compactMap { try? DiskFileSystem().bytes(of: FilePath($0)) }
  }

  /// Writes a file, and says whether that went well.
  static func write(_ bytes: [UInt8], to path: String) -> Bool {
    do {
      try DiskFileWriter().replace(FilePath(path), with: bytes)
      return true
    } catch {
      return false
    }
  }
}
