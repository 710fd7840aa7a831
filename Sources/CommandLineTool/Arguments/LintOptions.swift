import Lint
import Workspace

/// What `lint` was asked to do.
struct LintOptions: Sendable {
  /// What is read.
  var input: InputOptions
  /// How it is reported.
  var report: ReportOptions
  /// What is configured on the command line.
  var configuration: ConfigurationOptions
  /// The least severity that makes the check fail.
  var failureSeverity = Severity.warning
  /// The file that all findings are written to as known.
  var writtenBaseline: FilePath?
  /// Whether documents are not checked against each other, so that the report of each can be written at once.
  var checksSeparately = false
  /// Whether documents come as lines of JSON on the standard input.
  var readsDocuments = false

  /// Takes the options from a command line that was read by ``descriptions``; paths start from
  /// `folder`.
  init(_ arguments: ParsedArguments, in folder: FilePath = "/") throws(ArgumentError) {
    var plain = arguments
    readsDocuments = arguments.isSet(Self.documentsOption)
    if readsDocuments {
      if let operand = arguments.operands.first { throw .unexpectedOperand(operand.text) }
      for option in [Self.writeBaselineOption, InputOptions.pathListOption] where arguments.isSet(option) {
        throw .apart(Self.documentsOption.name, option.name)
      }
      plain.operands = ["-"]
    }
    checksSeparately = arguments.isSet(Self.separatelyOption)
    input = try InputOptions(plain)
    report = try ReportOptions(arguments)
    configuration = try ConfigurationOptions(arguments, in: folder)
    failureSeverity = arguments.value(of: Self.failOnOption) == Severity.error.name ? .error : .warning
    try input.refuseOutput(report.targets.compactMap(\.file), in: folder)
    if let file = arguments.value(of: Self.writeBaselineOption) {
      try input.refuseOutput([file], in: folder)
      if DocumentKind(name: file.utf8) != nil { throw .baselineIsDocument(file) }
      writtenBaseline = FilePath(file).normalized(in: folder)
    }
  }
}

extension LintOptions {
  /// All options of the command.
  static let descriptions =
    ReportOptions.descriptions + [failOnOption] + InputOptions.descriptions + [separatelyOption, documentsOption]
    + ConfigurationOptions.descriptions + [writeBaselineOption, .language, .help]

  private static let failOnOption = OptionDescription(
    name: "--fail-on", value: .choice([Severity.error.name, Severity.warning.name]),
    summary: LocalizedText(
      "达到该级别时退出状态为 1；缺省 warning", "least severity that ends with status 1; warning where not given"))
  private static let separatelyOption = OptionDescription(
    name: "--separately", value: .none,
    summary: LocalizedText(
      "文件之间不互相核对，查完一个即输出一个", "check no document against another, and report each as soon as it is done"))
  private static let documentsOption = OptionDescription(
    name: "--jsonl-input", value: .none,
    summary: LocalizedText(
      "从标准输入读取文件内容，每行一个 {\"file\": …, \"text\": …}；不互相核对",
      "read documents from the standard input, each on a line as {\"file\": …, \"text\": …}; none is checked against another"
    ))
  private static let writeBaselineOption = OptionDescription(
    name: "--write-baseline", value: .file(placeholder: "FILE"),
    summary: LocalizedText("将全部问题记为已知，写入 FILE", "write all findings to FILE as known"))
}
