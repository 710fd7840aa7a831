import Synchronization

/// Keeps written files in memory, for tests.
@usableFromInline package final class MemoryFileWriter: FileWriter {
  private let contents = Mutex<[FilePath: [UInt8]]>([:])
  private let failure: FileAccessError?

  /// Creates a writer that wrote nothing; it refuses every file where `failure` is given.
  package init(failure: FileAccessError? = nil) {
    self.failure = failure
  }

  /// The files that were committed, by path.
  package var files: [FilePath: [UInt8]] { contents.withLock { $0 } }

  /// Begins a file that is not seen before it is committed.
  @usableFromInline package func begin(_ path: FilePath) throws(FileAccessError) -> any PendingFile {
    if let failure { throw failure }
    return MemoryPendingFile { bytes in self.contents.withLock { $0[path] = bytes } }
  }
}

/// A file in memory that is not seen yet.
private final class MemoryPendingFile: PendingFile {
  private let bytes = Mutex<[UInt8]>([])
  private let store: @Sendable ([UInt8]) -> Void

  init(store: @escaping @Sendable ([UInt8]) -> Void) {
    self.store = store
  }

  func write(_ bytes: [UInt8]) { self.bytes.withLock { $0 += bytes } }
  func commit() { store(bytes.withLock { $0 }) }
  func discard() {}
}
