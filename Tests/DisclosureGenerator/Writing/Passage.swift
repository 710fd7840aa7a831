/// A piece of text with figures in it, written as an interpolated string:
///
///     let passage: Passage = "收入合计\(amount)，占\(share)。"
package struct Passage: Sendable, ExpressibleByStringInterpolation {
  /// Words, or a figure with its unit.
  enum Piece: Sendable {
    case words(String)
    case figure(Figure)
  }

  /// What it is made of, in order.
  var pieces: [Piece] = []

  /// Creates a passage of plain words.
  package init(stringLiteral words: String) { pieces = [.words(words)] }

  /// Creates a passage of words and figures.
  package init(stringInterpolation: StringInterpolation) { pieces = stringInterpolation.pieces }

  /// What an interpolated string collects.
  package struct StringInterpolation: StringInterpolationProtocol {
    var pieces: [Piece] = []

    /// Creates an empty collection.
    package init(literalCapacity: Int, interpolationCount: Int) {}

    /// Adds words.
    package mutating func appendLiteral(_ words: String) { pieces.append(.words(words)) }
    /// Adds words that are put together elsewhere.
    package mutating func appendInterpolation(_ words: String) { pieces.append(.words(words)) }
    /// Adds a number that is no figure, such as that of a list's item.
    package mutating func appendInterpolation(_ number: Int) { pieces.append(.words("\(number)")) }
    /// Adds a figure with its unit.
    package mutating func appendInterpolation(_ figure: Figure) { pieces.append(.figure(figure)) }
    /// Adds another passage.
    package mutating func appendInterpolation(_ passage: Passage) { pieces += passage.pieces }
  }

  static func + (left: Passage, right: Passage) -> Passage { "\(left)\(right)" }

  /// The passages with `separator` between them.
  static func joined(_ passages: [Passage], by separator: String) -> Passage {
    var result: Passage = ""
    for (index, passage) in passages.enumerated() {
      if index > 0 { result.pieces.append(.words(separator)) }
      result.pieces += passage.pieces
    }
    return result
  }

  /// The figures in it.
  var figures: [Figure] {
    pieces.compactMap { if case .figure(let figure) = $0 { figure } else { nil } }
  }
}
