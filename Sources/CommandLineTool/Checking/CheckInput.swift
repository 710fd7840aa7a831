import Workspace

/// Something that a command is to read.
enum CheckInput: Hashable, Sendable {
  /// The standard input, under this name.
  case standardInput(FilePath)
  /// What was found under a path.
  case item(DiscoveredItem)
  /// A folder or glob all of whose documents the configuration leaves out, and how many they are.
  case ignored(FilePath, count: Int)
  /// A document that was handed over with its text.
  case given(FilePath, [UInt8])
  /// A line of the standard input that is no document.
  case wrongLine(Int)

  /// The name in reports.
  var name: FilePath {
    switch self {
    case .standardInput(let name), .given(let name, _), .ignored(let name, _): name
    case .item(.file(let path)), .item(.emptyFolder(let path)), .item(.unreadable(let path, _)): path
    case .wrongLine(let line): FilePath("<stdin>:\(line)")
    }
  }
}

extension CheckInput {
  /// How many documents the configuration leaves out, where it leaves out all.
  var ignoredCount: Int {
    if case .ignored(_, let count) = self { count } else { 0 }
  }
}

/// The inputs that the paths of a command name.
struct InputCollection {
  let options: InputOptions
  let environment: ToolEnvironment

  /// The inputs in their order, without the files that the configuration ignores in folders.
  func inputs(ignoring isIgnored: (FilePath) -> Bool) -> [CheckInput] {
    var discovery = Discovery(in: environment.fileSystem)
    var inputs: [CheckInput] = []
    var taken = 0
    var readsStandardInput = false
    func add(_ path: FilePath) {
      if path == "-", options.pathList != "-" {
        if !readsStandardInput { inputs.append(.standardInput(options.standardInputName ?? "<stdin>")) }
        readsStandardInput = true
        return
      }
      discovery.add(path)
      var ignored = 0
      for item in discovery.items[taken...] {
        // What was named is checked all the same.
        if case .file(let file) = item, file != path, isIgnored(file) {
          ignored += 1
        } else {
          inputs.append(.item(item))
        }
      }
      if ignored > 0, ignored == discovery.items.count - taken { inputs.append(.ignored(path, count: ignored)) }
      taken = discovery.items.count
    }
    for path in options.paths { add(path) }
    if let list = options.pathList {
      do throws(FileAccessError) {
        let bytes = list == "-" ? try environment.standardInput() : try environment.fileSystem.bytes(of: list)
        for path in Self.paths(in: bytes) { add(path) }
      } catch {
        inputs.append(.item(.unreadable(list, error)))
      }
    }
    return inputs
  }

  /// The paths of a list: a line to each, or each behind NUL, as `find -print0` has it.
  private static func paths(in bytes: [UInt8]) -> [FilePath] {
    if bytes.contains(0) { return bytes.split(separator: 0).map { FilePath(bytes: Array($0)) } }
    return bytes.split(separator: 0x0A).compactMap { line in
      let path = line.last == 0x0D ? line.dropLast() : line
      return path.isEmpty ? nil : FilePath(bytes: Array(path))
    }
  }
}
