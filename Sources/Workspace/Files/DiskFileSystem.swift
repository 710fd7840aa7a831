import Glibc

/// The files on disk, read with the system's own calls: nothing to load at the start.
@usableFromInline package struct DiskFileSystem: FileSystem {
  private let isInterrupted: @Sendable () -> Bool

  /// Creates the file system of the machine.
  ///
  /// - Parameter isInterrupted: whether what is waited for is not wanted any more.
  package init(isInterrupted: @escaping @Sendable () -> Bool = { false }) {
    self.isInterrupted = isInterrupted
  }

  /// The folder the program was started in; the root where the system does not say.
  @usableFromInline package var currentFolder: FilePath {
    guard let buffer = getcwd(nil, 0) else { return "/" }
    defer { free(buffer) }
    return FilePath(bytes: Array(UnsafeRawBufferPointer(start: buffer, count: strlen(buffer))))
  }

  /// What `path` is; links are followed.
  @usableFromInline package func status(of path: FilePath) throws(FileAccessError) -> FileStatus {
    var status = stat()
    guard path.withCString({ stat($0, &status) }) == 0 else { throw FileAccessError(code: errno) }
    return FileStatus(
      kind: FileKind(mode: status.st_mode),
      identity: .number(device: UInt64(status.st_dev), file: UInt64(status.st_ino)), size: Int(status.st_size),
      modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
  }

  /// The whole file; a pipe is read to its end.
  @usableFromInline package func bytes(of path: FilePath) throws(FileAccessError) -> [UInt8] {
    // A pipe that nobody writes to is empty: it is not waited for.
    let descriptor = path.withCString { open($0, O_RDONLY | O_CLOEXEC | O_NONBLOCK) }
    guard descriptor >= 0 else { throw FileAccessError(code: errno) }
    defer { close(descriptor) }
    _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) & ~O_NONBLOCK)
    return try Self.bytes(ofDescriptor: descriptor, isInterrupted: isInterrupted)
  }

  /// The entries of a folder; the kind of a link costs a call each, that of all others none.
  @usableFromInline package func entries(of folder: FilePath) throws(FileAccessError) -> [FolderEntry] {
    guard let stream = folder.withCString({ opendir($0) }) else { throw FileAccessError(code: errno) }
    defer { closedir(stream) }
    var entries: [FolderEntry] = []
    errno = 0
    while let entry = readdir(stream) {
      let name = Self.name(of: entry)
      if name == [FilePath.point] || name == [FilePath.point, FilePath.point] { continue }
      switch Int(entry.pointee.d_type) {
      case Int(DT_REG): entries.append(FolderEntry(name: name, kind: .file))
      case Int(DT_DIR): entries.append(FolderEntry(name: name, kind: .folder))
      case Int(DT_LNK), Int(DT_UNKNOWN):
        entries.append(FolderEntry(name: name, kind: try? status(of: folder.appending(name)).kind))
      default: entries.append(FolderEntry(name: name, kind: .other))
      }
      errno = 0
    }
    guard errno == 0 else { throw FileAccessError(code: errno) }
    return entries
  }

  /// The bytes of an open file or pipe, to its end, or until a signal comes and `isInterrupted`.
  package static func bytes(
    ofDescriptor descriptor: Int32, isInterrupted: () -> Bool = { false }
  ) throws(FileAccessError) -> [UInt8] {
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileAccessError(code: errno) }
    if FileKind(mode: status.st_mode) == .folder { throw .isFolder }
    guard status.st_size <= FileAccessError.maximumFileSize else { throw .tooLarge }
    let isWaitedFor = FileKind(mode: status.st_mode) != .file
    // One byte more than the file has, so that the end is seen without a second buffer.
    var capacity = status.st_size > 0 ? Int(status.st_size) + 1 : 1 << 16
    var result: [UInt8] = []
    while true {
      var outcome = ReadOutcome.filled
      let part = [UInt8](unsafeUninitializedCapacity: capacity) { buffer, count in
        outcome = fill(buffer, count: &count, from: descriptor, isWaitedFor: isWaitedFor, isInterrupted)
      }
      if result.isEmpty { result = part } else { result.append(contentsOf: part) }
      if result.count > FileAccessError.maximumFileSize { throw .tooLarge }
      switch outcome {
      case .ended: return result
      case .failed(let code): throw FileAccessError(code: code)
      case .filled: capacity = min(max(capacity, 1 << 16) * 2, 1 << 24)
      }
    }
  }

  /// What an open file or pipe gives without waiting again, up to 1 MiB; nothing at its end, and
  /// where a signal comes and `isInterrupted`.
  package static func nextBytes(
    ofDescriptor descriptor: Int32, isInterrupted: () -> Bool = { false }
  ) throws(FileAccessError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < 1 << 20 {
      var got = 0
      let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
        got = read(descriptor, buffer.baseAddress, buffer.count)
        count = max(0, got)
      }
      if got < 0 {
        if errno == EINTR, bytes.isEmpty, !isInterrupted() { continue }
        if errno != EINTR { throw FileAccessError(code: errno) }
      }
      bytes += part
      var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if got <= 0 || poll(&end, 1, 0) <= 0 { break }
    }
    return bytes
  }

  /// How reading into a buffer ended.
  private enum ReadOutcome {
    case filled
    case ended
    case failed(code: Int32)
  }

  /// Waits until a pipe has more bytes or ends; false where `isInterrupted` first. A signal that another thread is
  /// given wakes nobody here, so that is asked again and again.
  private static func hasMore(_ descriptor: Int32, _ isInterrupted: () -> Bool) -> Bool {
    var end = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&end, 1, patience) == 0 || end.revents == 0 {
      if isInterrupted() { return false }
    }
    return true
  }

  /// How many milliseconds pass between two questions.
  private static let patience: Int32 = 100

  /// Reads until `buffer` is full or the file ends.
  private static func fill(
    _ buffer: UnsafeMutableBufferPointer<UInt8>, count: inout Int, from descriptor: Int32, isWaitedFor: Bool,
    _ isInterrupted: () -> Bool
  ) -> ReadOutcome {
    guard let base = buffer.baseAddress else { return .ended }
    while count < buffer.count {
      if isWaitedFor, !hasMore(descriptor, isInterrupted) { return .failed(code: EINTR) }
      let got = read(descriptor, base + count, buffer.count - count)
      if got == 0 { return .ended }
      if got > 0 {
        count += got
      } else if errno != EINTR || isInterrupted() {
        return .failed(code: errno)
      }
    }
    return .filled
  }

  /// The name in a folder's entry, of which only the part before NUL is ours to read.
  private static func name(of entry: UnsafeMutablePointer<dirent>) -> [UInt8] {
    guard let offset = MemoryLayout<dirent>.offset(of: \dirent.d_name) else { return [] }
    let start = UnsafeRawPointer(entry) + offset
    return Array(UnsafeRawBufferPointer(start: start, count: strlen(start.assumingMemoryBound(to: CChar.self))))
  }
}

extension FilePath {
  /// Calls `body` with the path as the system's calls want it.
  package func withCString<Result>(_ body: (UnsafePointer<CChar>) -> Result) -> Result {
    (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { buffer in
      // A buffer with at least the final NUL has a base address.
      buffer.baseAddress.map(body) ?? body("")
    }
  }
}

extension FileKind {
  /// The kind in the mode the system gave.
  fileprivate init(mode: mode_t) {
    switch mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

extension FileAccessError {
  /// The error for the system's number.
  init(code: Int32) {
    switch code {
    case ENOENT: self = .missing
    case EISDIR: self = .isFolder
    case ENOTDIR: self = .notFolder
    case EACCES, EPERM: self = .notPermitted
    case EFBIG: self = .tooLarge
    default: self = .unreadable(code: code)
    }
  }
}
