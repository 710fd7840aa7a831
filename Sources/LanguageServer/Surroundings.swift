import DisclosureText
import JSONText
import Lint
import Rules
import Workspace

/// What lies around the open documents: folders, files on the disk, and what is configured.
struct Surroundings: Sendable {
  /// The folders that are open, in the client's spelling.
  var folders: [String] = []
  /// What is not open in the editor.
  let files: any FileSystem
  /// The configuration files that are open, whose texts win over those on the disk.
  private var openFiles: [FilePath: [UInt8]] = [:]
  private var store: ConfigurationStore
  private var baselines: [FilePath: Baseline?] = [:]
  /// What the user set in the editor: for each folder, and for everything where there is none.
  private var editorSettings: [FilePath: ConfigurationLayer] = [:]
  private var commonSettings = ConfigurationLayer()
  /// Whether computed values are shown beside figures that differ.
  var showsInlayHints = false

  /// The surroundings of no document.
  init(files: any FileSystem) {
    self.files = files
    store = ConfigurationStore(in: files)
  }

  /// Where paths start that are said from nowhere: the first folder, else the current one.
  var root: FilePath { folders.lazy.compactMap { FileLocation.path(of: $0) }.first ?? files.currentFolder }

  /// Forgets what was read of configuration files and baselines.
  mutating func forget() {
    store = ConfigurationStore(in: OverlaidFiles(base: files, texts: openFiles))
    baselines = [:]
  }

  /// Takes over the text of a configuration file or baseline that is open; nil for one that is not any more.
  mutating func hold(_ text: [UInt8]?, of path: FilePath) {
    openFiles[path] = text
    forget()
  }

  /// Whether the file at `path` decides what is reported: a configuration file, or a baseline in use.
  func decidesReports(_ path: FilePath) -> Bool {
    path.lastComponent.elementsEqual(ConfigurationStore.fileName.utf8) || baselines[path] != nil
  }

  /// Takes over what the user set in the editor, for all documents or for those in a folder; what
  /// is wrong with it is returned.
  mutating func take(_ settings: JSONValue, folder: String?) -> [ConfigurationProblem] {
    let own = Self.withoutServerKeys(settings)
    if let shows = settings["inlayHints"]?.bool { showsInlayHints = shows }
    let path = folder.flatMap { FileLocation.path(of: $0) }
    do throws(ConfigurationError) {
      let layer =
        own.members?.isEmpty ?? true
        ? ConfigurationLayer() : try ConfigurationLayer(editor: own, folder: path ?? root)
      if let path { editorSettings[path] = layer } else { commonSettings = layer }
      return []
    } catch {
      return error.problems
    }
  }

  /// The settings that are the linter's: without those of the editor alone and without what the
  /// user did not set, which editors send as null or as an empty value.
  private static func withoutServerKeys(_ settings: JSONValue) -> JSONValue {
    let members = settings.members ?? []
    return JSONValue(.object(members.filter { !serverKeys.contains($0.key) && !isUnset($0.value) }))
  }

  private static func isUnset(_ value: JSONValue) -> Bool {
    switch value.content {
    case .null: true
    case .integer(let number): number == 0
    case .string(let text): text.isEmpty
    case .array(let elements): elements.isEmpty
    case .object(let members): members.isEmpty
    case .bool, .double: false
    }
  }

  /// The settings that only the editor's side knows.
  static let serverKeys: Set<String> = ["inlayHints", "language", "rulePages", "command", "trace"]

  /// What is configured for the file at `path`.
  mutating func configuration(for path: FilePath) throws(ConfigurationError) -> Configuration {
    let folder = editorSettings.keys.filter { path.isBelow($0) }.max { $0.bytes.count < $1.bytes.count }
    store.editor = folder.flatMap { editorSettings[$0] }.map { commonSettings.overlaid(by: $0) } ?? commonSettings
    return try store.configuration(for: path)
  }

  /// The configuration file that counts for the file at `path`.
  mutating func configurationFile(for path: FilePath) -> FilePath? { store.file(for: path) }

  /// The bytes of a file, as the editor has them where it is a configuration file that is open.
  func bytes(of path: FilePath) -> [UInt8]? { openFiles[path] ?? (try? files.bytes(of: path)) }

  /// The known findings that are kept at `path`.
  mutating func baseline(at path: FilePath) -> Baseline? {
    if let known = baselines[path] { return known }
    let read = bytes(of: path).flatMap { try? Baseline(reading: $0, at: path) }
    baselines[path] = .some(read)
    return read
  }

  /// The documents in the open folders, in the order of the folders and paths, without those that
  /// the configuration leaves out.
  mutating func documents() -> [FilePath] {
    var discovery = Discovery(in: files)
    for folder in folders { if let path = FileLocation.path(of: folder) { discovery.add(path) } }
    var paths: [FilePath] = []
    for item in discovery.items {
      guard case .file(let path) = item else { continue }
      if let configuration = try? configuration(for: path), configuration.ignores(path) { continue }
      paths.append(path)
    }
    return paths
  }
}

extension FilePath {
  /// Whether the path leads to something in `folder`.
  func isBelow(_ folder: FilePath) -> Bool {
    folder == "/" || bytes.starts(with: folder.bytes + [UInt8(ascii: "/")])
  }
}

/// Files of which some are open in an editor, whose texts count.
struct OverlaidFiles: FileSystem {
  let base: any FileSystem
  let texts: [FilePath: [UInt8]]

  var currentFolder: FilePath { base.currentFolder }

  func status(of path: FilePath) throws(FileAccessError) -> FileStatus {
    if texts[path] != nil { return FileStatus(kind: .file, identity: .path(path)) }
    return try base.status(of: path)
  }

  func bytes(of path: FilePath) throws(FileAccessError) -> [UInt8] {
    if let text = texts[path] { return text }
    return try base.bytes(of: path)
  }

  func entries(of folder: FilePath) throws(FileAccessError) -> [FolderEntry] { try base.entries(of: folder) }
}
