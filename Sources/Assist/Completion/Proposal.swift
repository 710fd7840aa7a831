import DisclosureText
import Lint

/// Something that can be typed where the cursor stands.
package struct Proposal: Hashable, Sendable {
  /// What is typed.
  package let text: String
  /// What it replaces: what of it was typed already.
  package let range: TextRange
  /// Where it comes from.
  package let detail: LocalizedText
  /// What it is.
  package let kind: Kind

  /// What a proposal can be.
  package enum Kind: Hashable, Sendable {
    /// A computed figure.
    case figure
    /// The code or name of an account.
    case account
    /// A word of the configuration.
    case word
  }

  /// The proposal so many bytes further down.
  package func moved(by bytes: Int) -> Proposal {
    Proposal(text: text, range: range.moved(by: bytes), detail: detail, kind: kind)
  }

  /// Creates a proposal.
  package init(text: String, range: TextRange, detail: LocalizedText, kind: Kind) {
    self.text = text
    self.range = range
    self.detail = detail
    self.kind = kind
  }
}
