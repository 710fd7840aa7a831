import Lint
import Rules
import Workspace

/// `budgetlint explain RULE`: all there is to know of one rule.
enum ExplainCommand {
  /// What the rule that `arguments` name finds, why, and how it is repaired.
  static func output(_ arguments: ParsedArguments, in language: MessageLanguage) throws(ArgumentError) -> [UInt8] {
    guard let name = arguments.operands.first?.text else {
      throw .missingOperand(command: CommandDescription.explain.name, placeholder: "RULE")
    }
    if arguments.operands.count > 1 { throw .unexpectedOperand(arguments.operands[1].text) }
    guard let info = RuleRegistry.all.first(where: { $0.name == name }) else {
      throw .unknownRule(name, nearest: nearestRule(to: name))
    }
    return RuleExplanation(info: info, language: language).text()
  }

  /// The names of all rules.
  static let ruleNames = RuleRegistry.all.map(\.name)

  /// The rule that was probably meant: one slip away, else the first that has the word in its
  /// name.
  private static func nearestRule(to name: String) -> String? {
    let names = ruleNames
    if let nearest = nearestWord(to: name, among: names) { return nearest }
    guard name.utf8.count >= 3 else { return nil }
    return names.first { $0.contains(name) }
  }
}
