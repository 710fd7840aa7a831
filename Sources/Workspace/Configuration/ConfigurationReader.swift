import DisclosureText
import JSONText
import Lint
import Rules

/// Reads one configuration and holds it to the declared keys.
struct ConfigurationReader {
  /// Where the configuration stands.
  let source: ConfigurationSource
  /// The folder that its paths and globs start from.
  let folder: FilePath
  /// What was read so far.
  var layer = ConfigurationLayer()
  /// The paths that the configuration is put over.
  var extended: [String] = []
  /// What is wrong, in the order of the text.
  private(set) var problems: [ConfigurationProblem] = []

  private let places: ConfigurationPlaces?

  private init(source: ConfigurationSource, folder: FilePath, places: ConfigurationPlaces?) {
    self.source = source
    self.folder = folder
    self.places = places
  }

  /// What the configuration file at `path`, said from the root, says; and what it extends.
  static func read(
    _ bytes: [UInt8], at path: FilePath
  ) throws(ConfigurationError) -> (layer: ConfigurationLayer, extended: [FilePath]) {
    let places = ConfigurationPlaces(bytes)
    var reader = ConfigurationReader(source: .file(path), folder: path.parent, places: places)
    do throws(JSONError) {
      reader.take(try JSONReader.read(bytes), keys: ConfigurationKey.all)
    } catch {
      reader.report(
        LocalizedText(
          "不是有效的 JSON：此处应有 \(error.expected.chinese)", "no valid JSON: expected \(error.expected.rawValue)"),
        key: "", at: error.offset..<error.offset)
    }
    if !reader.problems.isEmpty { throw ConfigurationError(problems: reader.problems) }
    return (reader.layer, reader.extended.map { FilePath($0).normalized(in: reader.folder) })
  }

  /// What settings that are no file say; their globs and paths start from `folder`.
  static func layer(
    of value: JSONValue, from source: ConfigurationSource, folder: FilePath
  ) throws(ConfigurationError) -> ConfigurationLayer {
    var reader = ConfigurationReader(source: source, folder: folder, places: nil)
    reader.take(value, keys: ConfigurationKey.ofEditor)
    if !reader.problems.isEmpty { throw ConfigurationError(problems: reader.problems) }
    return reader.layer
  }

  // MARK: Objects

  private mutating func take(_ value: JSONValue, keys: [ConfigurationKey]) {
    for (key, member) in known(value, keys: keys, within: "") where check(member.value, key.type, key.name) {
      key.store(member.value, &self)
    }
  }

  /// Takes one of the overrides.
  mutating func addOverride(_ value: JSONValue) {
    let path = ConfigurationKey.overrides.name + "[]"
    let members = known(value, keys: ConfigurationKey.ofOverride, within: path + ".")
    guard value.members != nil else { return }
    var inner = ConfigurationReader(source: source, folder: folder, places: places)
    var files: [AnchoredGlob] = []
    for (key, member) in members where check(member.value, key.type, "\(path).\(key.name)") {
      if key.name == ConfigurationKey.files.name { files = globs(member.value) }
      key.store(member.value, &inner)
    }
    if value[ConfigurationKey.files.name] == nil {
      report(
        LocalizedText("缺少 files：适用于哪些文件", "files is missing: which files is it about?"), key: path, at: value.range)
    }
    layer.overrides.append(ConfigurationOverride(files: files, layer: inner.layer))
  }

  /// The members with a known key; any other, and one given twice, is a problem.
  private mutating func known(
    _ value: JSONValue, keys: [ConfigurationKey], within path: String
  ) -> [(ConfigurationKey, JSONMember)] {
    guard let members = value.members else {
      let key = String(path.dropLast())
      report(
        LocalizedText("应为对象 { … }，而不是\(value.kind.chinese)", "wants an object, not \(value.kind.english)"),
        key: key, at: value.range)
      return []
    }
    var result: [(ConfigurationKey, JSONMember)] = []
    var seen: Set<String> = []
    for member in members {
      if !seen.insert(member.key).inserted {
        report(LocalizedText("重复出现", "is given twice"), key: path + member.key, at: member.keyRange)
      } else if let key = keys.first(where: { $0.name == member.key }) {
        result.append((key, member))
      } else {
        report(unknown(member.key, among: keys.map(\.name)), key: path + member.key, at: member.keyRange)
      }
    }
    return result
  }

  // MARK: Values

  /// A value and where it was said.
  func sourced<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, from: source) }

  /// The texts of a value that is one or an array of some.
  func texts(_ value: JSONValue) -> [String] {
    value.string.map { [$0] } ?? (value.elements ?? []).compactMap(\.string)
  }

  /// The texts of a value as globs from the folder of the configuration.
  func globs(_ value: JSONValue) -> [AnchoredGlob] {
    texts(value).map { AnchoredGlob(GlobPattern($0), in: folder) }
  }

  /// Whether `value` is of `type`; where not, that is a problem.
  private mutating func check(_ value: JSONValue, _ type: ConfigurationType, _ key: String) -> Bool {
    switch type {
    case .text:
      return check(value.string?.isEmpty == false, value, type, key)
    case .texts:
      guard let elements = value.elements else { return check(value.string?.isEmpty == false, value, type, key) }
      return elements.map { check($0.string?.isEmpty == false, $0, .text, key) }.allSatisfy { $0 }
    case .word(let words):
      return check(value.string.map(words.contains) == true, value, type, key)
    case .number(let range):
      return check(value.integer.map(range.contains) == true, value, type, key)
    case .overrides:
      return check(value.elements != nil, value, type, key)
    case .ruleLevels:
      return check(value.members != nil, value, type, key) && checkRules(value, key)
    }
  }

  private mutating func check(_ isRight: Bool, _ value: JSONValue, _ type: ConfigurationType, _ key: String) -> Bool {
    if !isRight { report(type.complaint(about: value), key: key, at: value.range) }
    return isRight
  }

  private mutating func checkRules(_ value: JSONValue, _ key: String) -> Bool {
    let names = RuleRegistry.all.map(\.name)
    let levels = ConfigurationType.word(RuleLevel.all.map(\.name))
    var isRight = true
    var seen: Set<String> = []
    for member in value.members ?? [] {
      let path = "\(key).\(member.key)"
      if !names.contains(member.key) {
        report(unknownRule(member.key, among: names), key: path, at: member.keyRange)
        isRight = false
      } else if !seen.insert(member.key).inserted {
        report(LocalizedText("重复出现", "is given twice"), key: path, at: member.keyRange)
        isRight = false
      } else if !check(member.value, levels, path) {
        isRight = false
      }
    }
    return isRight
  }

  private mutating func report(_ message: LocalizedText, key: String, at range: Range<Int>) {
    problems.append(
      ConfigurationProblem(
        source: source, position: places?.position(of: range.lowerBound), key: key, message: message))
  }
}
