import Glibc
import Workspace

/// Folders of one conversion's own.
enum TemporaryFolder {
  /// Calls `body` with an empty folder in `parent` that nobody else may enter, and with nil where
  /// the system refuses one; the folder is gone with all it holds when `body` returns.
  static func with<Result, Failure: Error>(
    in parent: String, _ body: (FilePath?) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var template = Array("\(parent)/budgetlint-XXXXXX".utf8CString)
    let path = template.withUnsafeMutableBufferPointer { buffer -> FilePath? in
      guard let base = buffer.baseAddress, mkdtemp(base) != nil else { return nil }
      return FilePath(String(cString: base))
    }
    defer { if let path { remove(path) } }
    return try body(path)
  }

  /// Removes a folder and what is in it; links are removed and not followed.
  private static func remove(_ folder: FilePath) {
    for entry in (try? DiskFileSystem().entries(of: folder)) ?? [] {
      let path = folder.appending(entry.name)
      // What is no folder, or a link to one, is unlinked.
      if path.withCString({ unlink($0) }) != 0 { remove(path) }
    }
    _ = folder.withCString { rmdir($0) }
  }
}
