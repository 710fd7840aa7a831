import Lint
import Workspace

/// What `lint` was asked to do.
struct LintOptions: Sendable {
  /// The form of the report.
  var format = ReportFormat.text
  /// The name that stands for the standard input in the report.
  var standardInputName: FilePath?
  /// The least severity that makes the check fail.
  var failureSeverity = Severity.warning
  /// When the text report has colours.
  var color = ColorChoice.auto
  /// How many threads work; as many as the machine has where `nil`.
  var jobs: Int?
  /// The files and folders, and `-` for the standard input.
  var paths: [FilePath]

  /// Takes the options from a command line that was read by ``descriptions``.
  init(_ arguments: ParsedArguments) throws(ArgumentError) {
    format = arguments.value(of: Self.formatOption).flatMap(ReportFormat.init(rawValue:)) ?? .text
    standardInputName = arguments.value(of: Self.standardInputNameOption).map { FilePath($0) }
    failureSeverity = arguments.value(of: Self.failOnOption) == Severity.error.name ? .error : .warning
    color = arguments.value(of: Self.colorOption).flatMap(ColorChoice.init(rawValue:)) ?? .auto
    jobs = arguments.value(of: Self.jobsOption).flatMap { Int($0) }
    paths = arguments.operands.map(\.path)
    if standardInputName != nil {
      if paths.isEmpty { paths = ["-"] }
      if !paths.contains("-") { throw .namedInputWithoutInput }
    }
    if paths.isEmpty { paths = ["."] }
  }
}

/// The forms of a report.
enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// For people.
  case text
  /// For programs.
  case json
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

extension LintOptions {
  /// All options of the command.
  static let descriptions = [
    formatOption, standardInputNameOption, failOnOption, colorOption, jobsOption, .language, .help,
  ]

  private static let formatOption = OptionDescription(
    name: "--format", value: .choice(ReportFormat.allCases.map(\.rawValue)),
    summary: LocalizedText("报告格式；缺省 text", "form of the report; text where not given"))
  private static let standardInputNameOption = OptionDescription(
    name: "--stdin-filename", value: .text(placeholder: "NAME"),
    summary: LocalizedText("标准输入在报告中的文件名", "name of the standard input in the report"))
  private static let failOnOption = OptionDescription(
    name: "--fail-on", value: .choice([Severity.error.name, Severity.warning.name]),
    summary: LocalizedText(
      "达到该级别时退出状态为 1；缺省 warning", "least severity that ends with status 1; warning where not given"))
  private static let colorOption = OptionDescription(
    name: "--color", value: .choice(ColorChoice.allCases.map(\.rawValue)),
    summary: LocalizedText("是否使用颜色；遵守 NO_COLOR", "colours in the text report; NO_COLOR is respected"))
  private static let jobsOption = OptionDescription(
    name: "--jobs", short: "-j", value: .count,
    summary: LocalizedText("并行线程数；缺省为处理器个数", "threads; as many as processors where not given"))
}
