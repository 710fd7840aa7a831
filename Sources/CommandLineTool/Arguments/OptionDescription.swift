import Lint
import Rules
import Workspace

/// What an option is called, what value it takes and what it is for.
struct OptionDescription: Sendable {
  /// The name with its two dashes.
  let name: String
  /// The short name with its dash, for the few options that have one.
  var short: String?
  /// What stands behind the name.
  let value: OptionValue
  /// What it is for, in one line of the help.
  let summary: LocalizedText
}

/// What value an option takes.
enum OptionValue: Hashable, Sendable {
  /// None.
  case none
  /// One of these words.
  case choice([String])
  /// A whole number of at least 1.
  case count
  /// Any text, called `placeholder` in the help.
  case text(placeholder: String)
  /// One of these names, `=` and one of these values, called `placeholder` in the help.
  case assignment(names: OptionWords, values: OptionWords, placeholder: String)
  /// A path, called `placeholder` in the help.
  case file(placeholder: String)

  /// How the help writes the value.
  var placeholder: String? {
    switch self {
    case .none: nil
    case .choice(let words): words.joined(separator: "|")
    case .count: "N"
    case .text(let placeholder), .assignment(_, _, let placeholder), .file(let placeholder): placeholder
    }
  }
}

extension OptionDescription {
  /// Shows the help; every command has it.
  static let help = OptionDescription(
    name: "--help", short: "-h", value: .none, summary: LocalizedText("显示本帮助", "show this help"))

  /// The language of messages; every command has it.
  static let language = OptionDescription(
    name: "--lang", value: .choice(MessageLanguage.allCases.map(\.rawValue)),
    summary: LocalizedText("输出语言；缺省取自系统语言环境", "language of messages; the locale's where not given"))
}

/// Words that are looked up only where they are wanted: to know every rule costs a quarter of a start.
enum OptionWords: Hashable, Sendable {
  /// The names of all rules.
  case rules
  /// The levels of a rule.
  case levels

  /// The words.
  var all: [String] {
    switch self {
    case .rules: RuleRegistry.all.map(\.name)
    case .levels: RuleLevel.all.map(\.name)
    }
  }
}
