import Glibc

/// Puts the bytes of one file in the place of another's, which keeps its identity and so all its names.
struct SharedFileCopy {
  private let source: Int32
  private let target: FilePath
  /// Whether a byte of the target may have changed.
  private(set) var hasBegun = false

  /// Prepares to copy what the open file `source` holds into the file at `target`.
  init(from source: Int32, to target: FilePath) {
    self.source = source
    self.target = target
  }

  /// Copies. Room is made before the first byte changes, so that a full disk leaves the file as it was.
  mutating func run() throws(FileAccessError) {
    let descriptor = target.withCString { open($0, O_WRONLY | O_CLOEXEC) }
    guard descriptor >= 0 else { throw FileAccessError(code: errno) }
    defer { close(descriptor) }
    var (old, new) = (stat(), stat())
    guard fstat(descriptor, &old) == 0, fstat(source, &new) == 0 else { throw FileAccessError(code: errno) }
    if new.st_size > old.st_size {
      let code = posix_fallocate(descriptor, old.st_size, new.st_size - old.st_size)
      guard code == 0 else {
        _ = ftruncate(descriptor, old.st_size)
        throw FileAccessError(code: code)
      }
    }
    hasBegun = true
    try copy(to: descriptor)
    guard ftruncate(descriptor, new.st_size) == 0, fsync(descriptor) == 0 else { throw FileAccessError(code: errno) }
  }

  private func copy(to descriptor: Int32) throws(FileAccessError) {
    guard lseek(source, 0, SEEK_SET) == 0 else { throw FileAccessError(code: errno) }
    while true {
      var got = 0
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        got = read(source, buffer.baseAddress, buffer.count)
        count = max(0, got)
      }
      if got == 0 { return }
      if got < 0 {
        if errno == EINTR { continue }
        throw FileAccessError(code: errno)
      }
      var done = 0
      while done < part.count {
        let count = part.withUnsafeBytes { bytes in
          bytes.baseAddress.map { write(descriptor, $0 + done, part.count - done) } ?? 0
        }
        if count < 0, errno != EINTR { throw FileAccessError(code: errno) }
        done += max(0, count)
      }
    }
  }
}
