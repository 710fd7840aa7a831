import Lint
import Rules

/// `budgetlint rules`: what is looked for, as a list.
enum RulesCommand {
  /// The forms of the list.
  enum Format: String, CaseIterable {
    /// For people.
    case text
    /// For programs.
    case json
    /// The page that stands in the repository.
    case markdown
  }

  /// The form of the list.
  static let format = OptionDescription(
    name: "--format", value: .choice(Format.allCases.map(\.rawValue)),
    summary: LocalizedText("列表格式；缺省 text", "form of the list; text where not given"))

  /// The list that `arguments` ask for.
  static func output(_ arguments: ParsedArguments, in language: MessageLanguage) throws(ArgumentError) -> [UInt8] {
    if let operand = arguments.operands.first { throw .unexpectedOperand(operand.text) }
    switch arguments.value(of: format).flatMap(Format.init(rawValue:)) ?? .text {
    case .text: return RuleList.text(in: language)
    case .json: return RuleList.json(in: language)
    case .markdown: return RulePage.markdown()
    }
  }
}
