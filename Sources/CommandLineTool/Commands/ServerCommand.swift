import DisclosureText
import LanguageServer
import Lint
import Workspace

/// `budgetlint server`: serves one editor on the standard input and output.
enum ServerCommand {
  /// What columns count where the client cannot be asked.
  static let positionEncoding = OptionDescription(
    name: "--position-encoding", value: .choice(PositionEncoding.allCases.map(\.rawValue)),
    summary: LocalizedText("列号的计数单位，不与编辑器协商", "what columns count, not negotiated with the editor"))

  /// Runs the server until its client ends it, and returns the exit status.
  static func run(_ parsed: ParsedArguments, in language: MessageLanguage) throws(ArgumentError) -> Int32 {
    if let operand = parsed.operands.first { throw .unexpectedOperand(operand.text) }
    let settings = ServerSettings(
      version: Product.version,
      forcedPositionEncoding: parsed.value(of: positionEncoding).flatMap(PositionEncoding.init(rawValue:)),
      language: language)
    return LanguageServerCommand.run(settings: settings)
  }
}
