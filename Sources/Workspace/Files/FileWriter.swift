/// What writes the files of the product, so that a test can stand in for the disk.
@usableFromInline package protocol FileWriter: Sendable {
  /// Begins a file that takes the place of what is at `path` when it is committed, and not
  /// before; permissions and owner of a file that was there are kept.
  func begin(_ path: FilePath) throws(FileAccessError) -> any PendingFile
}

/// A file that is being written and that nobody sees yet.
@usableFromInline package protocol PendingFile: Sendable {
  /// Writes more of it.
  func write(_ bytes: [UInt8]) throws(FileAccessError)

  /// Puts the file in its place, whole.
  func commit() throws(FileAccessError)

  /// Gives the file up; nothing is left of it.
  func discard()
}

extension FileWriter {
  /// Puts a file with `bytes` in the place of what is at `path`, whole or not at all.
  package func replace(_ path: FilePath, with bytes: [UInt8]) throws(FileAccessError) {
    let file = try begin(path)
    do throws(FileAccessError) {
      try file.write(bytes)
      try file.commit()
    } catch {
      file.discard()
      throw error
    }
  }
}
