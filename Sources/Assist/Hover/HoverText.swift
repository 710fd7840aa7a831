import DisclosureText
import Lint

/// What an editor shows beside a place of the text.
package struct HoverText: Hashable, Sendable {
  /// The place.
  package let range: TextRange
  /// What there is to say of it, in paragraphs.
  package let paragraphs: [Paragraph]

  /// A stretch of such a text.
  package enum Paragraph: Hashable, Sendable {
    /// Names what the paragraphs behind it are about.
    case heading(LocalizedText)
    /// A sentence or two.
    case text(LocalizedText)
    /// One entry of a list.
    case item(LocalizedText)
  }

  /// The text of a place so many bytes further down.
  package func moved(by bytes: Int) -> HoverText {
    HoverText(range: range.moved(by: bytes), paragraphs: paragraphs)
  }

  /// Creates a text.
  package init(range: TextRange, paragraphs: [Paragraph]) {
    self.range = range
    self.paragraphs = paragraphs
  }
}
