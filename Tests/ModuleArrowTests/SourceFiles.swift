import Workspace

/// The package as its files have it.
enum SourceFiles {
  /// The folder of the package.
  static let root: FilePath = {
    let path = #filePath
    return FilePath(path.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 })
  }()

  /// The text of the file at `path` below the root.
  static func text(_ path: String) throws -> String {
    String(decoding: try DiskFileSystem().bytes(of: root.appending(Array(path.utf8))), as: UTF8.self)
  }

  /// The modules in Sources, with their files by path.
  static func modules() throws -> [(name: String, files: [(path: String, text: String)])] {
    let sources = root.appending(Array("Sources".utf8))
    return try DiskFileSystem().entries(of: sources).filter { $0.kind == .folder }.map { entry in
      let files = try swiftFiles(below: sources.appending(entry.name)).map { path in
        (path.text, String(decoding: try DiskFileSystem().bytes(of: path), as: UTF8.self))
      }
      return (String(decoding: entry.name, as: UTF8.self), files)
    }
  }

  private static func swiftFiles(below folder: FilePath) throws -> [FilePath] {
    try DiskFileSystem().entries(of: folder).flatMap { entry in
      let path = folder.appending(entry.name)
      if entry.kind == .folder { return try swiftFiles(below: path) }
      return path.text.hasSuffix(".swift") ? [path] : []
    }
  }
}

extension String {
  /// The lines without the blanks at their beginning.
  var trimmedLines: [Substring] {
    split(whereSeparator: \.isNewline).map { $0.drop { $0 == " " } }
  }
}
