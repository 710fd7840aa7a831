import Workspace

/// The files of the repository, from wherever the tests run.
enum RepositoryFiles {
  /// The folder of the package.
  static let root: FilePath = {
    let path = #filePath
    return FilePath(path.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 })
  }()

  /// The file at `path` below the root.
  static func bytes(_ path: String) throws -> [UInt8] {
    try DiskFileSystem().bytes(of: root.appending(Array(path.utf8)))
  }

  /// The text of the file at `path` below the root.
  static func text(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  /// The names in a folder below the root that end so, sorted.
  static func names(in folder: String, endingIn suffix: String) throws -> [String] {
    try DiskFileSystem().entries(of: root.appending(Array(folder.utf8)))
      .map { String(decoding: $0.name, as: UTF8.self) }.filter { $0.hasSuffix(suffix) }.sorted()
  }
}
