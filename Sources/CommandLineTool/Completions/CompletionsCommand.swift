import Lint
import Workspace

/// `budgetlint completions SHELL`: what a shell offers while a command is typed, made from the
/// descriptions of commands and options.
enum CompletionsCommand {
  /// The shells.
  enum Shell: String, CaseIterable {
    case bash
    case zsh
    case fish
  }

  /// The script for the shell that `arguments` name.
  static func output(_ arguments: ParsedArguments, in language: MessageLanguage) throws(ArgumentError) -> [UInt8] {
    let choices = Shell.allCases.map(\.rawValue)
    guard let name = arguments.operands.first?.text else {
      throw .missingOperand(
        command: CommandDescription.completions.name, placeholder: choices.joined(separator: "|"))
    }
    if arguments.operands.count > 1 { throw .unexpectedOperand(arguments.operands[1].text) }
    guard let shell = Shell(rawValue: name) else {
      throw .unknownValue(
        option: CommandDescription.completions.name, value: name, choices: choices,
        nearest: nearestWord(to: name, among: choices))
    }
    let text =
      switch shell {
      case .bash: BashCompletions.text()
      case .zsh: ZshCompletions(language: language).text()
      case .fish: FishCompletions(language: language).text()
      }
    return Array(text.utf8)
  }
}

extension CommandDescription {
  /// The words that may stand behind the command, where they are fixed.
  var operandWords: [String] {
    switch name {
    case Self.config.name: ["show", "schema"]
    case Self.completions.name: CompletionsCommand.Shell.allCases.map(\.rawValue)
    case Self.help.name: Self.all.map(\.name)
    case Self.explain.name: ExplainCommand.ruleNames
    default: []
    }
  }
}
