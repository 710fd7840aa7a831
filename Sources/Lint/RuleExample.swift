import Disclosure

/// A wrong text beside the right one: documentation and test at once.
@usableFromInline package struct RuleExample: Hashable, Sendable {
  /// The text with the mistake, marked `⟦…⟧`; every marked place is one finding of the rule.
  package let wrong: String
  /// The other document that both are checked against, where the rule needs one.
  package let other: OtherExample?
  private let correction: Correction

  /// What makes the wrong text right.
  private enum Correction: Hashable, Sendable {
    /// The whole text, written out.
    case text(String)
    /// What stands rightly in the marked place.
    case marked(String)
  }

  /// The text as it should be; the rule finds nothing in it.
  package var right: String {
    switch correction {
    case .text(let text): text
    case .marked(let words):
      wrong.split(separator: "⟦", omittingEmptySubsequences: false).enumerated().map { index, piece in
        index == 0 ? String(piece) : words + piece.drop { $0 != "⟧" }.dropFirst()
      }.joined()
    }
  }

  /// Creates an example of which both texts are written out.
  package init(wrong: String, right: String, other: OtherExample? = nil) {
    self.init(wrong: wrong, .text(right), other: other)
  }

  /// Creates an example that `correction` makes right, in the marked place.
  package init(wrong: String, correction: String, other: OtherExample? = nil) {
    self.init(wrong: wrong, .marked(correction), other: other)
  }

  private init(wrong: String, _ correction: Correction, other: OtherExample?) {
    self.wrong = wrong
    self.correction = correction
    self.other = other
  }
}

extension RuleExample {
  /// An example inside the smallest text that is a disclosure: a title and one section.
  ///
  /// - Parameters:
  ///   - title: the document's title; it decides kind and year.
  ///   - wrong: the section with the mistake marked.
  ///   - right: the section without it.
  package static func section(title: String = budgetTitle, wrong: String, right: String) -> RuleExample {
    RuleExample(wrong: "\(title)\n\n\(wrong)\n", right: "\(title)\n\n\(right)\n")
  }

  /// An example inside the smallest text that is a disclosure, which `correction` makes right in the marked place.
  package static func section(title: String = budgetTitle, wrong: String, correction: String) -> RuleExample {
    RuleExample(wrong: "\(title)\n\n\(wrong)\n", correction: correction)
  }

  /// The title of an example that names no other.
  package static let budgetTitle = "某局2025年度部门预算公开"
}

/// The document that an example is checked against.
@usableFromInline package struct OtherExample: Hashable, Sendable {
  /// What it is to the example.
  package let document: OtherDocument
  /// Its text.
  package let text: String

  /// Creates a document.
  package init(_ document: OtherDocument, _ text: String) {
    self.document = document
    self.text = text
  }
}
