import Disclosure
import DisclosureText

/// What a rule reports: one mistake, where it stands, why it is one and how to repair it.
@usableFromInline package struct Finding: Hashable, Sendable {
  /// The name of the rule, in kebab-case.
  package var rule: String
  /// How grave it is.
  package var severity: Severity
  /// The wrong figure or word, as short as it is; for a figure split over lines, from its
  /// first piece to the end of its last.
  package var range: TextRange
  /// What is wrong, the figures involved with their computation, and what it should be.
  package var message: LocalizedText
  /// The places that prove it.
  package var related: [RelatedPlace]
  /// The possible repairs; at most one of them is preferred.
  package var fixes: [Fix]

  /// Creates a finding.
  package init(
    rule: String, severity: Severity, range: TextRange, message: LocalizedText,
    related: [RelatedPlace] = [], fixes: [Fix] = []
  ) {
    self.rule = rule
    self.severity = severity
    self.range = range
    self.message = message
    self.related = related
    self.fixes = fixes
  }
}

/// A place that has to do with a finding, and what it says there.
@usableFromInline package struct RelatedPlace: Hashable, Sendable {
  /// The place.
  package var range: TextRange
  /// What stands there.
  package var message: LocalizedText
  /// The document it stands in where that is another one; whoever lints knows its file.
  package var document: ReferredDisclosure?

  /// Creates a related place.
  package init(range: TextRange, message: LocalizedText, document: ReferredDisclosure? = nil) {
    self.range = range
    self.message = message
    self.document = document
  }
}

/// A published disclosure that one of a file was checked against.
@usableFromInline package struct ReferredDisclosure: Hashable, Sendable {
  /// What it is to the one that was checked.
  package let relation: OtherDocument
  /// The number of the one that was checked among those of its file.
  package var checked = 0

  /// Names the disclosure that is `relation` to the first one of a file.
  package init(_ relation: OtherDocument) { self.relation = relation }
}

/// One way to repair a finding.
@usableFromInline package struct Fix: Hashable, Sendable {
  /// What the repair does, as a menu entry.
  package var title: LocalizedText
  /// Whether the evidence singles this repair out; an editor applies it on one keystroke.
  package var isPreferred: Bool
  /// Whether it may be applied without a person looking at it.
  package var isSafe: Bool
  /// The changes, sorted and disjoint.
  package var edits: [TextEdit]
  /// Of repairs that undo one slip in several places, where the first of them stands: they are made together or not at
  /// all when none is chosen by a person; nil for one that stands alone.
  package var group: Int?

  /// Creates a repair.
  package init(title: LocalizedText, isPreferred: Bool, isSafe: Bool, edits: [TextEdit], group: Int? = nil) {
    self.title = title
    self.isPreferred = isPreferred
    self.isSafe = isSafe
    self.edits = edits
    self.group = group
  }
}
