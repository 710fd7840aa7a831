/// Finds the documents that the paths of a command name.
///
///     var discovery = Discovery(in: DiskFileSystem())
///     discovery.add("公开")
///     discovery.items  // [.file("公开/决算.txt"), .file("公开/预算.md")]
///
/// A file that was named, or that a glob matches, is taken whatever its extension. A folder is
/// walked: the files of a ``DocumentKind`` in the order of their bytes, without hidden files
/// and folders. A path is taken once however often it is named, and a folder is entered once
/// however many links lead to it.
@usableFromInline package struct Discovery {
  /// What was found, in the order of the paths and of the names in their folders.
  package private(set) var items: [DiscoveredItem] = []

  let fileSystem: any FileSystem
  private let currentFolder: FilePath
  private var files: Set<FilePath> = []
  private var folders: Set<FileIdentity> = []

  /// Creates a discovery that found nothing yet.
  package init(in fileSystem: any FileSystem) {
    self.fileSystem = fileSystem
    currentFolder = fileSystem.currentFolder
  }

  /// Adds the file at `path`, or the documents below it where it is a folder.
  package mutating func add(_ path: FilePath) {
    do throws(FileAccessError) {
      let status = try fileSystem.status(of: path)
      guard status.kind == .folder else { return addFile(path) }
      guard folders.insert(status.identity).inserted else { return }
      if try addFolder(path) == 0 { items.append(.emptyFolder(path)) }
    } catch {
      let files = error == .missing ? matches(of: path) ?? [] : []
      for file in files { addFile(file) }
      if files.isEmpty { items.append(.unreadable(path, error)) }
    }
  }

  /// Adds a file that is not there yet.
  private mutating func addFile(_ path: FilePath) {
    if files.insert(path.absolute(in: currentFolder)).inserted { items.append(.file(path)) }
  }

  /// Adds the documents below `folder` and returns how many it saw, those known before included.
  private mutating func addFolder(_ folder: FilePath) throws(FileAccessError) -> Int {
    let entries = try fileSystem.entries(of: folder)
    var count = 0
    for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      if entry.name.first == FilePath.point { continue }
      let path = folder.appending(entry.name)
      switch entry.kind {
      case .folder: count += addSubfolder(path)
      case .other: continue
      // A link that leads nowhere is named like a document: reading it says that it is missing.
      case .file, nil:
        guard Self.isDocument(entry.name) else { continue }
        addFile(path)
        count += 1
      }
    }
    return count
  }

  /// Adds the documents below a folder that was met on the way and returns how many it saw.
  ///
  /// One that cannot be read is an item of its own and does not stop the others. That and a
  /// folder entered before count as one: nobody can say that nothing is there.
  private mutating func addSubfolder(_ path: FilePath) -> Int {
    do throws(FileAccessError) {
      let status = try fileSystem.status(of: path)
      guard folders.insert(status.identity).inserted else { return 1 }
      return try addFolder(path)
    } catch {
      items.append(.unreadable(path, error))
      return 1
    }
  }

  /// Whether a file of this name is looked at without being named.
  package static func isDocument(_ name: [UInt8]) -> Bool { DocumentKind(name: name) != nil }
}

/// One thing that was found under the paths of a command.
@usableFromInline package enum DiscoveredItem: Hashable, Sendable {
  /// A document.
  case file(FilePath)
  /// A named folder without any document.
  case emptyFolder(FilePath)
  /// A path that could not be looked at.
  case unreadable(FilePath, FileAccessError)
}
