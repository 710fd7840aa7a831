import Lint
import Workspace

/// How a command reports.
struct ReportOptions: Sendable {
  /// Every report that is written, that on the standard output first.
  var targets: [ReportTarget]
  /// When the text report has colours.
  var color = ColorChoice.auto
  /// Whether findings are counted by rule and by file.
  var hasStatistics = false

  /// Whether a program reads the report of each file as it comes.
  var isStream: Bool { targets.contains { $0.format == .jsonl && $0.file == nil } }

  /// Takes the options from a command line.
  init(_ arguments: ParsedArguments) throws(ArgumentError) {
    let format = arguments.value(of: Self.formatOption).flatMap(ReportFormat.init(rawValue:)) ?? .text
    color = arguments.value(of: Self.colorOption).flatMap(ColorChoice.init(rawValue:)) ?? .auto
    hasStatistics = arguments.isSet(Self.statisticsOption)
    var files: [ReportTarget] = []
    var isReplaced = false
    for value in arguments.values(of: Self.outputFileOption) {
      let parts = value.split(separator: "=", maxSplits: 1).map { String($0) }
      if parts.count == 2, let format = ReportFormat(rawValue: parts[0]) {
        files.append(ReportTarget(format: format, file: parts[1]))
        if parts[1] == Self.standardOutput { isReplaced = true }
      } else {
        files.append(ReportTarget(format: format, file: value))
        isReplaced = true
      }
    }
    for (index, target) in files.enumerated() where files[..<index].contains(where: { $0.file == target.file }) {
      throw .sameOutputFile(target.file ?? "")
    }
    for index in files.indices where files[index].file == Self.standardOutput { files[index].file = nil }
    targets = isReplaced ? files : [ReportTarget(format: format)] + files
  }
}

/// When a report has colours.
enum ColorChoice: String, Hashable, Sendable, CaseIterable {
  /// On a terminal, unless the environment says no.
  case auto
  /// Always.
  case always
  /// Never.
  case never

  /// Whether to use colours in `environment`; `NO_COLOR` is explained at no-color.org.
  func isOn(in environment: ToolEnvironment) -> Bool {
    switch self {
    case .always: true
    case .never: false
    case .auto:
      environment.outputIsTerminal && environment.variable("NO_COLOR")?.isEmpty ?? true
        && environment.variable("TERM") != "dumb"
    }
  }
}

extension ReportOptions {
  /// What stands for the standard output in the place of a file.
  private static let standardOutput = "-"

  /// The options, in the order of the help.
  static let descriptions = [formatOption, outputFileOption, statisticsOption, colorOption]

  private static let formatOption = OptionDescription(
    name: "--format", value: .choice(ReportFormat.allCases.map(\.rawValue)),
    summary: LocalizedText("报告格式；缺省 text", "form of the report; text where not given"))
  private static let outputFileOption = OptionDescription(
    name: "--output-file", value: .file(placeholder: "[FORMAT=]FILE"),
    summary: LocalizedText(
      "将报告写入 FILE（- 为标准输出）；写明 FORMAT= 的另写一份，可多次使用",
      "write the report to FILE (- is stdout); with FORMAT= in that form and besides, any number of times"))
  private static let statisticsOption = OptionDescription(
    name: "--statistics", value: .none,
    summary: LocalizedText("另按规则、按文件统计（标准错误输出）", "count the findings by rule and by file as well (on stderr)"))
  private static let colorOption = OptionDescription(
    name: "--color", value: .choice(ColorChoice.allCases.map(\.rawValue)),
    summary: LocalizedText("是否使用颜色；遵守 NO_COLOR", "colours in the text report; NO_COLOR is respected"))
}
