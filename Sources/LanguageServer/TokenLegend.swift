import Assist

/// The kinds of words by the names that the protocol has for them.
///
/// The types are those that every editor colours; the modifiers tell apart what has the same type.
enum TokenLegend {
  /// The names of the types, by number.
  static let types = ["number", "enumMember", "namespace"]
  /// The names of the modifiers, by bit.
  static let modifiers = ["amount", "percentage", "count", "year", "account", "entity"]

  /// The number of the type of a kind of word.
  static func type(of kind: MarkedWord.Kind) -> Int {
    switch kind {
    case .amount, .percentage, .count, .year: 0
    case .account: 1
    case .entity: 2
    }
  }

  /// The modifiers of a kind of word, as bits.
  static func modifiers(of kind: MarkedWord.Kind) -> Int {
    switch kind {
    case .amount: 1
    case .percentage: 2
    case .count: 4
    case .year: 8
    case .account: 16
    case .entity: 32
    }
  }
}
