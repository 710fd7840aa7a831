/// What is known of a rule apart from its work: its name, gravity, purpose and examples.
package struct RuleInfo: Hashable, Sendable {
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
  /// A text with the mistake, the mistaken figure or word between `⟦` and `⟧`, and the text
  /// without it.
  package let examples: [RuleExample]

  /// Creates the description of a rule.
  package init(
    name: String, category: RuleCategory, severity: Severity, summary: LocalizedText,
    rationale: LocalizedText, fixSafety: LocalizedText, examples: [RuleExample]
  ) {
    self.name = name
    self.category = category
    self.severity = severity
    self.summary = summary
    self.rationale = rationale
    self.fixSafety = fixSafety
    self.examples = examples
  }
}

/// The groups of rules.
package enum RuleCategory: String, Hashable, Sendable, CaseIterable {
  /// Figures that contradict each other.
  case arithmetic
  /// Words that contradict the figures, or are no words for publication.
  case wording
  /// Years and names.
  case reference
  /// The document's parts and its text as a whole.
  case structure
}

/// A wrong text beside the right one: documentation and test at once.
package struct RuleExample: Hashable, Sendable {
  /// The text with the mistake, marked `⟦…⟧`; every marked place is one finding of the rule.
  package let wrong: String
  /// The text as it should be; the rule finds nothing in it.
  package let right: String

  /// Creates an example.
  package init(wrong: String, right: String) {
    self.wrong = wrong
    self.right = right
  }
}
