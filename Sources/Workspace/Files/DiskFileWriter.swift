import Glibc
import Synchronization

/// Writes files on disk through a neighbour that is renamed into their place.
///
/// A link is followed, so that it stays one. A file with several names (hard links) keeps them: what was
/// written beside it is copied into it, after the disk has room for it, and the neighbour is removed last,
/// so that a copy cut short by a loss of power leaves the whole new text beside it. What is no regular file, as `/dev/null`, is
/// written to directly.
@usableFromInline package struct DiskFileWriter: FileWriter {
  /// Creates the writer of the machine.
  package init() {}

  /// Begins a file beside `path`.
  @usableFromInline package func begin(_ path: FilePath) throws(FileAccessError) -> any PendingFile {
    let target = resolved(path)
    var status = stat()
    let exists = target.withCString { stat($0, &status) } == 0
    if exists, status.st_mode & S_IFMT == S_IFDIR { throw .isFolder }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      let descriptor = target.withCString { open($0, O_WRONLY | O_CLOEXEC) }
      guard descriptor >= 0 else { throw FileAccessError(code: errno) }
      return DiskPendingFile(descriptor: descriptor, temporary: nil, target: target)
    }
    // A folder that may be written to would let a protected file be replaced.
    if exists, target.withCString({ access($0, W_OK) }) != 0 { throw FileAccessError(code: errno) }
    let temporary = Self.neighbour(of: target)
    let descriptor = temporary.withCString { open($0, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o666) }
    guard descriptor >= 0 else { throw FileAccessError(code: errno) }
    if exists {
      // Who may not give the file away keeps it; the mode comes last, as a new owner resets it.
      _ = fchown(descriptor, status.st_uid, status.st_gid)
      _ = fchmod(descriptor, status.st_mode & 0o7777)
    }
    return DiskPendingFile(
      descriptor: descriptor, temporary: temporary, target: target, isShared: exists && status.st_nlink > 1)
  }

  /// Where links lead, for what exists.
  private func resolved(_ path: FilePath) -> FilePath {
    guard let real = path.withCString({ realpath($0, nil) }) else { return path }
    defer { free(real) }
    return FilePath(bytes: Array(UnsafeRawBufferPointer(start: real, count: strlen(real))))
  }

  /// A hidden name in the same folder that no other file has.
  private static func neighbour(of target: FilePath) -> FilePath {
    let folder = target.bytes.dropLast(target.lastComponent.count)
    let number = counter.wrappingAdd(1, ordering: .relaxed).newValue
    // The name is cut, for a name may have 255 bytes.
    let name = ".budgetlint-\(getpid())-\(number)-"
    return FilePath(bytes: folder + Array(name.utf8) + target.lastComponent.prefix(100) + Array(".tmp".utf8))
  }

  private static let counter = Atomic<Int>(0)
}

/// A file on disk under a temporary name.
private final class DiskPendingFile: PendingFile {
  private let descriptor: Int32
  private let temporary: FilePath?
  private let target: FilePath
  /// Whether the file has other names that must go on naming it.
  private let isShared: Bool
  private let isOpen = Mutex(true)

  init(descriptor: Int32, temporary: FilePath?, target: FilePath, isShared: Bool = false) {
    self.isShared = isShared
    self.descriptor = descriptor
    self.temporary = temporary
    self.target = target
  }

  deinit { discard() }

  func write(_ bytes: [UInt8]) throws(FileAccessError) {
    var code: Int32 = 0
    bytes.withUnsafeBytes { buffer in
      var done = 0
      while let base = buffer.baseAddress, done < buffer.count {
        let count = Glibc.write(descriptor, base + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno != EINTR {
          code = errno
          return
        }
      }
    }
    if code != 0 { throw FileAccessError(code: code) }
  }

  func commit() throws(FileAccessError) {
    guard isOpen.withLock({ $0 }) else { return }
    guard let temporary else { return discard() }
    guard fsync(descriptor) == 0 else { throw FileAccessError(code: errno) }
    if isShared {
      var copy = SharedFileCopy(from: descriptor, to: target)
      do throws(FileAccessError) { try copy.run() } catch {
        guard copy.hasBegun, case .unreadable(let code) = error else { throw error }
        // The only whole copy is the one beside it, which stays.
        isOpen.withLock { $0 = false }
        close(descriptor)
        throw .brokenOff(rest: temporary, code: code)
      }
      return discard()
    }
    let renamed = temporary.withCString { from in target.withCString { rename(from, $0) } }
    guard renamed == 0 else { throw FileAccessError(code: errno) }
    isOpen.withLock { $0 = false }
    close(descriptor)
  }

  func discard() {
    let wasOpen = isOpen.withLock { isOpen in
      defer { isOpen = false }
      return isOpen
    }
    guard wasOpen else { return }
    close(descriptor)
    if let temporary { _ = temporary.withCString { unlink($0) } }
  }
}
