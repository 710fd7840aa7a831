import Lint
import Rules
import Workspace

/// What the command line says of the configuration.
struct ConfigurationOptions: Sendable {
  /// Where configuration files are looked for.
  var search = ConfigurationStore.Search.nearest
  /// What is put over every file.
  var layer = ConfigurationLayer()

  /// Takes the options from a command line; paths and globs start from `folder`.
  init(_ arguments: ParsedArguments, in folder: FilePath) throws(ArgumentError) {
    if arguments.isSet(Self.isolatedOption) { search = .none }
    if let file = arguments.value(of: Self.fileOption) { search = .file(FilePath(file)) }
    for value in arguments.values(of: Self.ruleOption) {
      let (name, level) = try Self.rule(value)
      layer.rules[name] = Sourced(level, from: .commandLine)
    }
    layer.rounding = arguments.value(of: Self.roundingOption).flatMap(RoundingPolicy.init(rawValue:)).map(Self.sourced)
    layer.template = arguments.value(of: Self.templateOption).flatMap(DisclosureTemplate.init(rawValue:))
      .map(Self.sourced)
    layer.entity = arguments.value(of: Self.entityOption).map(Self.sourced)
    layer.fiscalYear = arguments.value(of: Self.yearOption).flatMap { Int($0) }.map(Self.sourced)
    layer.baseline = arguments.value(of: Self.baselineOption).map { Self.sourced(FilePath($0).normalized(in: folder)) }
    let globs = arguments.values(of: Self.ignoreOption).map { AnchoredGlob(GlobPattern($0), in: folder) }
    if !globs.isEmpty { layer.ignore = Self.sourced(globs) }
  }

  private static func sourced<Value>(_ value: Value) -> Sourced<Value> { Sourced(value, from: .commandLine) }

  /// The rule and its level in `wrong-share=off`.
  private static func rule(_ value: String) throws(ArgumentError) -> (String, RuleLevel) {
    let parts = value.split(separator: "=", maxSplits: 1).map { String($0) }
    let names = RuleRegistry.all.map(\.name)
    guard let name = parts.first, names.contains(name) else {
      let given = parts.first ?? value
      throw .unknownRule(given, nearest: nearestWord(to: given, among: names))
    }
    let levels = RuleLevel.all.map(\.name)
    guard parts.count == 2, let level = RuleLevel(name: parts[1]) else {
      let given = parts.count == 2 ? parts[1] : ""
      throw .unknownValue(
        option: "\(ruleOption.name) \(name)", value: given, choices: levels,
        nearest: nearestWord(to: given, among: levels))
    }
    return (name, level)
  }
}

extension ConfigurationOptions {
  /// The options, in the order of the help.
  static let descriptions = rulesDescriptions + [baselineOption]

  /// Those of a command that leaves no known finding out.
  static let rulesDescriptions = [
    fileOption, isolatedOption, ruleOption, roundingOption, templateOption, entityOption, yearOption, ignoreOption,
  ]

  private static let fileOption = OptionDescription(
    name: "--config", value: .file(placeholder: "FILE"),
    summary: LocalizedText("只用这个配置文件", "use this configuration file and no other"))
  private static let isolatedOption = OptionDescription(
    name: "--no-config", value: .none, summary: LocalizedText("不用任何配置文件", "use no configuration file"))
  private static let ruleOption = OptionDescription(
    name: "--rule",
    value: .assignment(names: .rules, values: .levels, placeholder: "RULE=LEVEL"),
    summary: LocalizedText(
      "规则的级别：off、hint、info、warning、error；可多次使用",
      "level of a rule: off, hint, info, warning or error; any number of times"))
  private static let roundingOption = OptionDescription(
    name: "--rounding", value: .choice(RoundingPolicy.allCases.map(\.rawValue)),
    summary: LocalizedText("四舍五入尾差：不报、作为信息、作为错误", "what rounding explains: silent, information or an error"))
  private static let templateOption = OptionDescription(
    name: "--template", value: .choice(DisclosureTemplate.allCases.map(\.rawValue)),
    summary: LocalizedText("文件种类；缺省由内容判断", "form of document; told from the text where not given"))
  private static let entityOption = OptionDescription(
    name: "--entity", value: .text(placeholder: "NAME"),
    summary: LocalizedText("部门或单位全称；缺省由内容判断", "department or unit; told from the text where not given"))
  private static let yearOption = OptionDescription(
    name: "--fiscal-year", value: .count,
    summary: LocalizedText("年度；缺省由内容判断", "year of the documents; told from the text where not given"))
  private static let ignoreOption = OptionDescription(
    name: "--ignore", value: .text(placeholder: "GLOB"),
    summary: LocalizedText("文件夹中不检查的文件；可多次使用", "files in folders to leave out; any number of times"))
  private static let baselineOption = OptionDescription(
    name: "--baseline", value: .file(placeholder: "FILE"),
    summary: LocalizedText("已知问题清单，其中所列不再报告", "file of known findings, which are not reported again"))
}
