import JSONText
import Lint
import Rules

/// One key of a configuration: its name, what it takes and what it means.
///
/// The reader, the schema and the messages are made from these declarations alone.
struct ConfigurationKey: Sendable {
  /// The name.
  let name: String
  /// What it takes.
  let type: ConfigurationType
  /// What it means, in one sentence.
  let summary: LocalizedText
  /// Puts a value of that type where it belongs.
  let store: @Sendable (JSONValue, inout ConfigurationReader) -> Void
}

/// What a key takes.
enum ConfigurationType: Hashable, Sendable {
  /// A text that is not empty.
  case text
  /// A text that is not empty, or an array of some.
  case texts
  /// One of these words.
  case word([String])
  /// A whole number in the range.
  case number(ClosedRange<Int>)
  /// A level for each of some rules.
  case ruleLevels
  /// An array of objects that say what is different for some files.
  case overrides
}

extension ConfigurationKey {
  /// The keys that stand in a file only.
  static let ofFile: [ConfigurationKey] = [
    ConfigurationKey(
      name: "$schema", type: .text,
      summary: LocalizedText("本文件所依据的 JSON Schema，仅供编辑器使用。", "The JSON Schema of this file, for editors only."),
      store: { _, _ in }),
    ConfigurationKey(
      name: "extends", type: .texts,
      summary: LocalizedText(
        "先取这些配置文件的内容，再由本文件覆盖；路径从本文件所在文件夹算起。",
        "Configuration files that this one is put over, by paths from its folder."),
      store: { value, reader in reader.extended += reader.texts(value) }),
  ]

  /// The keys that stand anywhere.
  static let everywhere: [ConfigurationKey] = [
    ConfigurationKey(
      name: "rules", type: .ruleLevels,
      summary: LocalizedText("各条规则的级别；off 为停用。", "The level of each rule; off silences it."),
      store: { value, reader in
        for member in value.members ?? [] {
          guard let level = member.value.string.flatMap(RuleLevel.init(name:)) else { continue }
          reader.layer.rules[member.key] = Sourced(level, from: reader.source)
        }
      }),
    ConfigurationKey(
      name: "rounding", type: .word(RoundingPolicy.allCases.map(\.rawValue)),
      summary: LocalizedText(
        "四舍五入造成的尾差：lenient 不报，report 作为信息，strict 作为错误。",
        "Differences that rounding explains: lenient is silent, report gives information, strict an error."),
      store: { value, reader in
        reader.layer.rounding = value.string.flatMap(RoundingPolicy.init(rawValue:)).map(reader.sourced)
      }),
    ConfigurationKey(
      name: "template", type: .word(DisclosureTemplate.allCases.map(\.rawValue)),
      summary: LocalizedText(
        "文件种类：部门或单位，预算或决算；缺省由文件内容判断。",
        "The form of document: of a department or a unit, budget or final accounts; told from the text where not given."
      ),
      store: { value, reader in
        reader.layer.template = value.string.flatMap(DisclosureTemplate.init(rawValue:)).map(reader.sourced)
      }),
    ConfigurationKey(
      name: "entity", type: .text,
      summary: LocalizedText(
        "部门或单位全称；缺省由文件内容判断。", "The full name of the department or unit; told from the text where not given."),
      store: { value, reader in reader.layer.entity = value.string.map(reader.sourced) }),
    ConfigurationKey(
      name: "fiscalYear", type: .number(1949...2999),
      summary: LocalizedText("文件的年度；缺省由文件内容判断。", "The year of the documents; told from the text where not given."),
      store: { value, reader in reader.layer.fiscalYear = value.integer.map(reader.sourced) }),
    ConfigurationKey(
      name: "ignore", type: .texts,
      summary: LocalizedText(
        "不检查的文件（通配符），从本文件所在文件夹算起；直接指名的文件仍会检查。",
        "The files that are not looked at, as globs from this file's folder; a file that is named is checked all the same."
      ),
      store: { value, reader in reader.layer.ignore = reader.sourced(reader.globs(value)) }),
    ConfigurationKey(
      name: "baseline", type: .text,
      summary: LocalizedText(
        "已知问题清单，其中所列不再报告；路径从本文件所在文件夹算起。",
        "The file of known findings, which are not reported again, by its path from this file's folder."),
      store: { value, reader in
        guard let text = value.string else { return }
        reader.layer.baseline = reader.sourced(FilePath(text).normalized(in: reader.folder))
      }),
  ]

  /// The key that holds what is different for some files.
  static let overrides = ConfigurationKey(
    name: "overrides", type: .overrides,
    summary: LocalizedText(
      "对部分文件另行设置；后面的优先。", "What is different for some files; a later entry counts before an earlier one."),
    store: { value, reader in
      for element in value.elements ?? [] { reader.addOverride(element) }
    })

  /// The key of an override that says which files it is about.
  static let files = ConfigurationKey(
    name: "files", type: .texts,
    summary: LocalizedText("适用的文件（通配符），从本文件所在文件夹算起。", "The files it is about, as globs from this file's folder."),
    store: { _, _ in })

  /// The keys of a configuration file.
  static let all = ofFile + everywhere + [overrides]
  /// The keys of the settings of an editor, and of nothing else that is no file.
  static let ofEditor = everywhere + [overrides]
  /// The keys of an override. Which files are looked at is the same for all of them.
  static let ofOverride = [files] + everywhere.filter { $0.name != "ignore" }
}
