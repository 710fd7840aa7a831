import Disclosure

/// What is known of a rule apart from its work: its name, gravity, purpose and examples.
@usableFromInline package struct RuleInfo: Hashable, Sendable {
  /// The permanent name, in kebab-case; it names the mistake.
  package let name: String
  /// The group the rule belongs to.
  package let category: RuleCategory
  /// The severity of its findings where nothing else is configured.
  package let severity: Severity
  /// What it finds, in one sentence.
  package let summary: LocalizedText
  /// Why that matters.
  package let rationale: LocalizedText
  /// Whether its fix is safe, and why.
  package let fixSafety: LocalizedText
  /// What the rule rests on: a regulation, or how a computation is judged.
  package let source: LocalizedText
  /// A text with the mistake, the mistaken figure or word between `⟦` and `⟧`, and the text
  /// without it.
  package let examples: [RuleExample]

  /// Creates the description of a rule.
  package init(
    name: String, category: RuleCategory, severity: Severity, summary: LocalizedText,
    rationale: LocalizedText, fixSafety: LocalizedText, source: LocalizedText? = nil, examples: [RuleExample]
  ) {
    self.name = name
    self.category = category
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.fixSafety = fixSafety
    self.source = source ?? category.source
    self.examples = examples
  }
}

/// The groups of rules.
@usableFromInline package enum RuleCategory: String, Hashable, Sendable, CaseIterable {
  /// Figures that contradict each other.
  case arithmetic
  /// Tables that contradict themselves, each other or the narrative.
  case tables
  /// Words that contradict the figures, or are no words for publication.
  case wording
  /// Years and names.
  case reference
  /// The document's parts and its text as a whole.
  case structure
  /// Codes and names of accounts.
  case accounts
  /// Documents of one department against each other.
  case documents
}

extension RuleCategory {
  /// What the rules of the group rest on where they name nothing else.
  var source: LocalizedText {
    switch self {
    case .arithmetic, .tables:
      LocalizedText(
        "数字之间的勾稽关系；一个数代表四舍五入到它的全部金额，判断方法同 XBRL Calculations 1.1",
        "the relations between the figures; a figure stands for every amount that rounds to it, judged as in XBRL Calculations 1.1"
      )
    case .wording, .reference, .structure, .documents:
      LocalizedText(
        "《地方预决算公开操作规程》（财预〔2016〕143号）所规定公开的文本",
        "the documents that the Ministry of Finance's rules for local disclosure (财预〔2016〕143号) have published")
    case .accounts:
      LocalizedText(
        "财政部《政府收支分类科目》（2020年至2025年），曾用名称也予认可",
        "the Ministry of Finance's charts of accounts (政府收支分类科目) from 2020 to 2025; older names are accepted")
    }
  }
}
