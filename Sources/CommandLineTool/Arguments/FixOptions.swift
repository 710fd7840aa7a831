import Assist
import Lint
import Workspace

/// What `fix` was asked to do.
struct FixOptions: Sendable {
  /// What is read.
  var input: InputOptions
  /// What is configured on the command line.
  var configuration: ConfigurationOptions
  /// Whether what would change is shown and nothing is changed.
  var showsDifference = false
  /// Which repairs are made.
  var choice = FixChoice.safe

  /// Takes the options from a command line that was read by ``descriptions``; paths start from
  /// `folder`.
  init(_ arguments: ParsedArguments, in folder: FilePath) throws(ArgumentError) {
    input = try InputOptions(arguments)
    configuration = try ConfigurationOptions(arguments, in: folder)
    showsDifference = arguments.isSet(Self.differenceOption)
    choice = arguments.isSet(Self.unsafeOption) ? .unsafe : .safe
  }
}

extension FixOptions {
  /// All options of the command.
  static let descriptions =
    [differenceOption, unsafeOption] + InputOptions.descriptions + ConfigurationOptions.descriptions + [
      .language, .help,
    ]

  private static let differenceOption = OptionDescription(
    name: "--diff", value: .none,
    summary: LocalizedText("只显示会作的修改，不改文件", "show what would change and change nothing"))
  private static let unsafeOption = OptionDescription(
    name: "--unsafe", value: .none,
    summary: LocalizedText("也作需要人工过目的修改", "make repairs too that a person should look at"))
}
