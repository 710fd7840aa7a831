/// A text in parts, written as one with gaps, `将“\(old)”改为“\(new)”`: the parts are put together when it is printed.
///
/// Of the two versions of a message one is printed, and in reports for programs its parts are written one by one.
@usableFromInline package struct TextParts: ExpressibleByStringInterpolation, Sendable {
  /// Its parts, in order.
  package let parts: [String]

  /// Creates a text without gaps.
  @usableFromInline package init(stringLiteral text: String) { parts = [text] }

  /// Creates a text from what is written.
  @usableFromInline package init(stringInterpolation text: Interpolation) { parts = text.parts }

  /// What is written between quotation marks.
  @usableFromInline package struct Interpolation: StringInterpolationProtocol {
    fileprivate var parts: [String] = []

    @usableFromInline package init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(2 * interpolationCount + 1)
    }

    /// Adds what stands between gaps.
    @usableFromInline package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(literal) }
    }

    /// Fills a gap with a text.
    @usableFromInline package mutating func appendInterpolation(_ text: String) { appendLiteral(text) }

    /// Fills a gap with a number or the like.
    @usableFromInline package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      appendLiteral(value.description)
    }

    /// Fills a gap with one version of a text.
    @usableFromInline package mutating func appendInterpolation(_ text: LocalizedText, _ language: MessageLanguage) {
      text.forEachPart(in: language) { appendLiteral($0) }
    }
  }
}
