/// A file system that exists in memory only; folders are there where files are in them.
///
///     let files = MemoryFileSystem(files: ["a/预算.txt": "…"])
@usableFromInline package struct MemoryFileSystem: FileSystem {
  /// The files by path.
  private var contents: [FilePath: [UInt8]] = [:]
  /// Where links lead.
  private var links: [FilePath: FilePath] = [:]
  /// What reading a path fails with.
  private var failures: [FilePath: FileAccessError] = [:]
  /// Folders, with or without files.
  private var folders: Set<FilePath> = ["/"]

  /// The folder that relative paths start from: the root.
  @usableFromInline package var currentFolder: FilePath { "/" }

  /// Creates the files with their texts.
  package init(files: [FilePath: String] = [:]) {
    for (path, text) in files { add(path, bytes: Array(text.utf8)) }
  }

  /// Adds a file and the folders it lies in.
  package mutating func add(_ path: FilePath, bytes: [UInt8]) {
    let path = path.absolute(in: currentFolder)
    contents[path] = bytes
    addFolders(above: path)
  }

  /// Adds a folder that may stay empty.
  package mutating func addFolder(_ path: FilePath) {
    let path = path.absolute(in: currentFolder)
    folders.insert(path)
    addFolders(above: path)
  }

  /// Adds a link to a file or folder.
  package mutating func addLink(_ path: FilePath, to target: FilePath) {
    let path = path.absolute(in: currentFolder)
    links[path] = target.absolute(in: currentFolder)
    addFolders(above: path)
  }

  /// Lets every reading of `path` fail.
  package mutating func fail(_ path: FilePath, with error: FileAccessError) {
    failures[path.absolute(in: currentFolder)] = error
  }

  /// What `path` is; links are followed.
  @usableFromInline package func status(of path: FilePath) throws(FileAccessError) -> FileStatus {
    let place = try resolved(path)
    if folders.contains(place) { return FileStatus(kind: .folder, identity: .path(place)) }
    guard let bytes = contents[place] else { throw .missing }
    return FileStatus(kind: .file, identity: .path(place), size: bytes.count)
  }

  /// The whole file.
  @usableFromInline package func bytes(of path: FilePath) throws(FileAccessError) -> [UInt8] {
    let place = try resolved(path)
    if let failure = failures[place] { throw failure }
    if folders.contains(place) { throw .isFolder }
    guard let bytes = contents[place] else { throw .missing }
    guard bytes.count <= FileAccessError.maximumFileSize else { throw .tooLarge }
    return bytes
  }

  /// The entries of a folder.
  @usableFromInline package func entries(of folder: FilePath) throws(FileAccessError) -> [FolderEntry] {
    let place = try resolved(folder)
    if let failure = failures[place] { throw failure }
    guard folders.contains(place) else { throw contents[place] == nil ? .missing : .notFolder }
    var names: Set<[UInt8]> = []
    for path in [FilePath](contents.keys) + Array(links.keys) + Array(folders)
    where path != "/" && path.parent == place {
      names.insert(Array(path.lastComponent))
    }
    return names.map { FolderEntry(name: $0, kind: try? status(of: place.appending($0)).kind) }
  }

  /// The path without links.
  private func resolved(_ path: FilePath) throws(FileAccessError) -> FilePath {
    var place: FilePath = "/"
    var rest = path.absolute(in: currentFolder).bytes.split(separator: FilePath.slash).map { Array($0) }
    var jumps = 0
    while !rest.isEmpty {
      let next = place.appending(rest.removeFirst())
      guard let target = links[next] else {
        place = next
        continue
      }
      jumps += 1
      if jumps > 40 { throw .unreadable(code: 40) }
      place = "/"
      rest = target.bytes.split(separator: FilePath.slash).map { Array($0) } + rest
    }
    return place
  }

  /// Adds the folders that `path` lies in.
  private mutating func addFolders(above path: FilePath) {
    var folder = path.parent
    while folders.insert(folder).inserted { folder = folder.parent }
  }
}
