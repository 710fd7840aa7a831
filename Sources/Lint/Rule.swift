import Disclosure

/// One kind of mistake.
@usableFromInline package protocol Rule: Sendable {
  /// Its name, severity, purpose and examples.
  static var info: RuleInfo { get }

  /// Creates the rule; it has no state.
  init()
}

/// A rule that states relations between figures and words the verdict of the ledger on them.
///
/// It compares nothing itself.
@usableFromInline package protocol RelationRule: Rule {
  /// States the relations of `document` that the rule is about.
  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet)

  /// What a finding of this rule says first: `占比有误`.
  var complaint: LocalizedText { get }

  /// Whether the rule is the one that words of direction are reported under.
  static var judgesWords: Bool { get }

  /// Whether the rates of the rule are of a part and its whole, so that none is above 100%.
  static var areShares: Bool { get }
}

extension RelationRule {
  /// Most rules report figures.
  package static var judgesWords: Bool { false }

  /// What is completed or grows may come to more than 100%.
  package static var areShares: Bool { false }
}

/// A rule that finds what is wrong without comparing amounts.
@usableFromInline package protocol DocumentRule: Rule {
  /// What the rule finds in `document`.
  func findings(in document: DisclosureDocument) -> [Finding]

  /// What the rule finds in `document`, which is the same; `memory` is its own.
  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding]

  /// Whether what the rule finds changes what the rest of the text means, so that everything else is
  /// judged as if it were repaired.
  static var decidesReading: Bool { get }
}

extension DocumentRule {
  /// Most mistakes change nothing but themselves.
  package static var decidesReading: Bool { false }

  /// Most rules have to look at the document as a whole, whatever changed.
  package func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    findings(in: document)
  }
}

/// A rule of which something is to be found in one block or table at a time.
///
/// It looks there through a memory, so that after an edit only what changed is looked at.
@usableFromInline package protocol RecallingRule: DocumentRule {}

extension RecallingRule {
  /// What the rule finds in a document that nothing is remembered of.
  package func findings(in document: DisclosureDocument) -> [Finding] {
    var memory = RuleMemory()
    return findings(in: document, recalling: &memory)
  }
}

/// A rule that checks a document against another one of the same department or unit.
///
/// What is compared, and when a difference is a mistake, is the same for all of them.
@usableFromInline package protocol ComparisonRule: Rule {
  /// The document that is compared with.
  static var other: OtherDocument { get }

  /// What a finding of this rule says first: `与上年公布的数不符`.
  var complaint: LocalizedText { get }

  /// What the figure of the other document is called: `上年公布的数`.
  var published: LocalizedText { get }
}
