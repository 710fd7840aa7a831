import Disclosure

/// What the rules saw in a text, for judging it again after an edit.
///
///     var memory = LintMemory(isKept: true)
///     linter.report(on: document, recalling: &memory)
///     document = linter.read(edited, after: document, isEdited: true)
///     linter.report(on: document, recalling: &memory)
@usableFromInline package struct LintMemory: Sendable {
  /// Whether the text may be edited, so that what is seen is wanted once more.
  let isKept: Bool
  /// The text as it was judged, where some of its mistakes were mended before the rest was.
  var mended: DisclosureDocument?
  /// What each rule saw, by the number of the rule.
  var rules: [RuleMemory]

  /// Creates a memory of nothing.
  package init(isKept: Bool = false) {
    self.isKept = isKept
    rules = []
  }
}
