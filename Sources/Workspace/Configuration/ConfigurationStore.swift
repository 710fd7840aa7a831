import JSONText
import Lint

/// Finds and keeps the configurations of documents.
///
/// The file `.budgetlint.json` nearest beside or above a document counts, with those that it
/// extends; the command line is put over it, the settings of an editor lie under it, key by
/// key.
///
///     var store = ConfigurationStore(in: DiskFileSystem())
///     let configuration = try store.configuration(for: "公开/预算.txt")
@usableFromInline package struct ConfigurationStore: Sendable {
  /// The name of a configuration file.
  package static let fileName = ".budgetlint.json"

  /// What lies under every file.
  package var editor = ConfigurationLayer()
  /// What is put over every file.
  package var commandLine = ConfigurationLayer()
  /// Where configuration files are looked for.
  package var search: Search

  private let fileSystem: any FileSystem
  private var folders: [FilePath: FilePath?] = [:]
  private var files: [FilePath: Result<ConfigurationLayer, ConfigurationError>] = [:]

  /// Where configuration files are looked for.
  @usableFromInline package enum Search: Hashable, Sendable {
    /// Beside and above each document.
    case nearest
    /// This file counts for all documents.
    case file(FilePath)
    /// No file counts.
    case none
  }

  /// Creates a store that has read nothing.
  package init(in fileSystem: any FileSystem, search: Search = .nearest) {
    self.fileSystem = fileSystem
    self.search = search
  }

  /// Forgets what was read, as after a change of a configuration file.
  package mutating func forget() {
    folders = [:]
    files = [:]
  }

  /// What is configured for the document at `path`, which need not exist.
  ///
  /// Throws what is wrong with the file that counts for it, or with one which that extends.
  package mutating func configuration(for path: FilePath) throws(ConfigurationError) -> Configuration {
    let path = path.normalized(in: fileSystem.currentFolder)
    var layer = editor
    if let file = file(for: path) { layer = layer.overlaid(by: try self.layer(of: file)) }
    return Configuration(layer.overlaid(by: commandLine), for: path)
  }

  /// The configuration file that counts for the document at `path`, said from the root.
  package mutating func file(for path: FilePath) -> FilePath? {
    switch search {
    case .none: return nil
    case .file(let file): return file.normalized(in: fileSystem.currentFolder)
    case .nearest: return nearestFile(in: path.normalized(in: fileSystem.currentFolder).parent)
    }
  }

  private mutating func nearestFile(in folder: FilePath) -> FilePath? {
    if let known = folders[folder] { return known }
    let candidate = folder.appending(Array(Self.fileName.utf8))
    var result: FilePath?
    if (try? fileSystem.status(of: candidate))?.kind == .file {
      result = candidate
    } else if folder != "/" {
      result = nearestFile(in: folder.parent)
    }
    folders[folder] = .some(result)
    return result
  }

  private mutating func layer(of file: FilePath) throws(ConfigurationError) -> ConfigurationLayer {
    if let known = files[file] { return try known.get() }
    let result: Result<ConfigurationLayer, ConfigurationError>
    do throws(ConfigurationError) {
      result = .success(try read(file, from: []))
    } catch {
      result = .failure(error)
    }
    files[file] = result
    return try result.get()
  }

  /// Reads a file and what it extends; `path` are the files that led to it.
  private func read(_ file: FilePath, from path: [FilePath]) throws(ConfigurationError) -> ConfigurationLayer {
    let content = try ConfigurationReader.read(try bytes(of: file, from: path.last), at: file)
    var layer = ConfigurationLayer()
    for base in content.extended {
      if path.contains(base) || base == file || path.count >= Self.maximumChain {
        let chain = (path + [file, base]).map(\.text).joined(separator: " → ")
        throw Self.failure(LocalizedText("extends 循环：\(chain)", "extends goes in a circle: \(chain)"), in: file)
      }
      layer = layer.overlaid(by: try read(base, from: path + [file]))
    }
    return layer.overlaid(by: content.layer)
  }

  private func bytes(of file: FilePath, from extending: FilePath?) throws(ConfigurationError) -> [UInt8] {
    do throws(FileAccessError) {
      return try fileSystem.bytes(of: file)
    } catch {
      if let extending {
        throw Self.failure(
          LocalizedText("无法读取 extends 所指的 \(file.text)", "\(file.text) cannot be read"), in: extending)
      }
      throw Self.failure(LocalizedText("无法读取此配置文件", "the configuration cannot be read"), in: file, key: "")
    }
  }

  private static func failure(_ message: LocalizedText, in file: FilePath, key: String = "extends")
    -> ConfigurationError
  {
    ConfigurationError(
      problems: [ConfigurationProblem(source: .file(file), position: nil, key: key, message: message)])
  }

  /// The most files that may extend one another in a row.
  private static let maximumChain = 16
}

extension ConfigurationLayer {
  /// What the settings of an editor say, in the form of a configuration file without `extends`;
  /// `folder` is what their globs and paths start from.
  package init(editor value: JSONValue, folder: FilePath) throws(ConfigurationError) {
    self = try ConfigurationReader.layer(of: value, from: .editor, folder: folder)
  }
}
