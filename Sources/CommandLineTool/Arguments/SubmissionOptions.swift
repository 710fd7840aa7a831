import Lint
import Workspace

/// What `check` was asked to do.
struct SubmissionOptions: Sendable {
  /// What is read.
  var input: InputOptions
  /// What is configured on the command line.
  var configuration: ConfigurationOptions
  /// The files the protocol is written to.
  var protocols: [SubmissionTarget] = []

  /// Takes the options from a command line that was read by ``descriptions``; paths start from
  /// `folder`.
  init(_ arguments: ParsedArguments, in folder: FilePath) throws(ArgumentError) {
    guard arguments.isSet(Self.submissionOption) else {
      throw .missingOperand(command: CommandDescription.check.name, placeholder: Self.submissionOption.name)
    }
    input = try InputOptions(arguments)
    configuration = try ConfigurationOptions(arguments, in: folder)
    for value in arguments.values(of: Self.protocolOption) {
      let isPage = [".html", ".htm"].contains { value.hasSuffix($0) }
      protocols.append(SubmissionTarget(file: value, isPage: isPage))
    }
    try input.refuseOutput(protocols.map(\.file), in: folder)
  }
}

/// Where a protocol goes and in what form.
struct SubmissionTarget: Hashable, Sendable {
  /// The file.
  var file: String
  /// Whether it is a page to be read, and not JSON.
  var isPage: Bool
}

extension SubmissionOptions {
  /// All options of the command.
  static let descriptions =
    [submissionOption, protocolOption] + InputOptions.descriptions + ConfigurationOptions.rulesDescriptions + [
      .language, .help,
    ]

  private static let submissionOption = OptionDescription(
    name: "--submission", value: .none,
    summary: LocalizedText("按公开前的要求检查：警告也不通过", "check as before publication: warnings fail as well"))
  private static let protocolOption = OptionDescription(
    name: "--protocol", value: .file(placeholder: "FILE"),
    summary: LocalizedText(
      "检查记录：.html 为网页，其他为 JSON；可多次使用", "the protocol: a page for .html, else JSON; any number of times"))
}
