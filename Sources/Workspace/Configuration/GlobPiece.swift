/// One piece of a glob: what a character of a path is matched against.
enum GlobPiece: Hashable, Sendable {
  /// This character.
  case one(UInt32)
  /// Any character but the slash.
  case any
  /// Any run without a slash.
  case run
  /// Any run.
  case anything
  /// Any folders, or none, with the slash behind them.
  case folders
  /// One of the characters in the ranges, or one outside of them.
  case set([ClosedRange<UInt32>], isNegated: Bool)

  /// Whether the piece may stand for no character at all.
  var mayBeEmpty: Bool {
    switch self {
    case .run, .anything, .folders: true
    case .one, .any, .set: false
    }
  }

  /// Whether the piece may stand for `character`.
  func takes(_ character: UInt32) -> Bool {
    switch self {
    case .one(let one): character == one
    case .any, .run: character != GlobPattern.Sign.slash
    case .anything, .folders: true
    case .set(let ranges, let isNegated):
      character != GlobPattern.Sign.slash && ranges.contains { $0.contains(character) } != isNegated
    }
  }

  /// The pieces of a pattern without braces.
  static func pieces(of pattern: [UInt32]) -> [GlobPiece] {
    typealias Sign = GlobPattern.Sign
    var pieces: [GlobPiece] = []
    var at = 0
    while at < pattern.count {
      switch pattern[at] {
      case Sign.star:
        let start = at
        while at < pattern.count, pattern[at] == Sign.star { at += 1 }
        let beginsComponent = start == 0 || pattern[start - 1] == Sign.slash
        if at - start >= 2, beginsComponent, at < pattern.count, pattern[at] == Sign.slash {
          pieces.append(.folders)
          at += 1
        } else {
          pieces.append(at - start >= 2 ? .anything : .run)
        }
      case Sign.question:
        pieces.append(.any)
        at += 1
      case Sign.openBracket:
        if let (set, end) = set(in: pattern, from: at) {
          pieces.append(set)
          at = end
        } else {
          pieces.append(.one(Sign.openBracket))
          at += 1
        }
      default:
        pieces.append(.one(pattern[at]))
        at += 1
      }
    }
    return pieces
  }

  /// The set that opens at `start`, and where it ends; nil where it does not close.
  private static func set(in pattern: [UInt32], from start: Int) -> (GlobPiece, Int)? {
    typealias Sign = GlobPattern.Sign
    var at = start + 1
    var isNegated = false
    if at < pattern.count, pattern[at] == Sign.exclamation || pattern[at] == Sign.caret {
      isNegated = true
      at += 1
    }
    var ranges: [ClosedRange<UInt32>] = []
    let first = at
    while at < pattern.count {
      if pattern[at] == Sign.closeBracket, at > first { return (.set(ranges, isNegated: isNegated), at + 1) }
      let low = pattern[at]
      if at + 2 < pattern.count, pattern[at + 1] == Sign.dash, pattern[at + 2] != Sign.closeBracket {
        let high = pattern[at + 2]
        ranges.append(min(low, high)...max(low, high))
        at += 3
      } else {
        ranges.append(low...low)
        at += 1
      }
    }
    return nil
  }
}
