/// The files the product reads, so that nothing else speaks to the system about them.
///
/// ``DiskFileSystem`` is the real one, ``MemoryFileSystem`` its twin for tests and for texts
/// that exist in an editor only.
@usableFromInline package protocol FileSystem: Sendable {
  /// The folder that relative paths start from.
  var currentFolder: FilePath { get }

  /// What `path` is; links are followed.
  func status(of path: FilePath) throws(FileAccessError) -> FileStatus

  /// The whole file.
  func bytes(of path: FilePath) throws(FileAccessError) -> [UInt8]

  /// The entries of a folder in no order, without `.` and `..`.
  func entries(of folder: FilePath) throws(FileAccessError) -> [FolderEntry]
}

/// What a path leads to.
@usableFromInline package struct FileStatus: Hashable, Sendable {
  /// File, folder or something else.
  package let kind: FileKind
  /// What tells it from every other one, whatever path led to it.
  package let identity: FileIdentity
  /// The bytes of a file; nothing is said of other things.
  package let size: Int
  /// When it was written last, in nanoseconds since 1970; 0 where nobody knows.
  package let modified: Int

  /// Creates a status.
  package init(kind: FileKind, identity: FileIdentity, size: Int = 0, modified: Int = 0) {
    self.kind = kind
    self.identity = identity
    self.size = size
    self.modified = modified
  }
}

/// The kinds of things a path leads to.
@usableFromInline package enum FileKind: Hashable, Sendable {
  /// A regular file.
  case file
  /// A folder.
  case folder
  /// A pipe, a terminal or another device.
  case other
}

/// What tells a file or folder from every other one.
@usableFromInline package enum FileIdentity: Hashable, Sendable {
  /// The number of a device and of the file on it.
  case number(device: UInt64, file: UInt64)
  /// The only path that leads there without a link.
  case path(FilePath)
}

/// One entry of a folder.
@usableFromInline package struct FolderEntry: Hashable, Sendable {
  /// The name, without the folder.
  package let name: [UInt8]
  /// What it is, links followed; `nil` for a link that leads nowhere.
  package let kind: FileKind?

  /// Creates an entry.
  package init(name: [UInt8], kind: FileKind?) {
    self.name = name
    self.kind = kind
  }
}

/// Why a file could not be read.
@usableFromInline package enum FileAccessError: Error, Hashable, Sendable {
  /// There is no such file or folder.
  case missing
  /// It is a folder where a file was wanted.
  case isFolder
  /// It is a file where a folder was wanted.
  case notFolder
  /// The system does not let us.
  case notPermitted
  /// It has more bytes than ``maximumFileSize``.
  case tooLarge
  /// It is a pipe or a device where a file was wanted.
  case notRegular
  /// It was changed by somebody else while it was worked on.
  case changed
  /// Writing over a file with several names broke off; its whole new text is in `rest`.
  case brokenOff(rest: FilePath, code: Int32)
  /// Anything else, with the system's number for it.
  case unreadable(code: Int32)

  /// The most bytes of one file that are read: 64 MiB, as of files that other programs
  /// read. The longest disclosures have 1 MB; a text takes about fifty times its size in memory.
  package static let maximumFileSize = 64 << 20
}
