import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText

/// A word or figure that an editor may colour.
package struct MarkedWord: Hashable, Sendable {
  /// Where it stands, within one line.
  package let range: TextRange
  /// What it is.
  package let kind: Kind

  /// What a word can be.
  package enum Kind: Hashable, Sendable, CaseIterable {
    /// An amount of money.
    case amount
    /// A percentage.
    case percentage
    /// Any other count.
    case count
    /// A calendar year.
    case year
    /// The code or the names of an account.
    case account
    /// The department or unit whose document it is.
    case entity
  }
}

extension MarkedWord {
  /// The words of the blocks that touch `range`, in the order of the text; none overlaps another.
  ///
  /// A figure split over lines is one word for each of its pieces.
  ///
  /// - Complexity: O(*n*) for *n* bytes of those blocks.
  package static func all(in document: DisclosureDocument, touching range: TextRange) -> [MarkedWord] {
    let entity = document.profile.entity.map { Array($0.utf16) } ?? []
    var found: [MarkedWord] = []
    for block in document.tree.blocks where block.block.range.touches(range) {
      for token in block.tokens {
        guard let (kind, part) = word(token, in: block) else { continue }
        found += block.block.text.pieces(of: part).map { MarkedWord(range: $0, kind: kind) }
      }
      found += places(of: entity, in: block.block.text).map { MarkedWord(range: $0, kind: .entity) }
    }
    found += document.tables.cells.filter { $0.piece.range.touches(range) && $0.piece.kind != .dash }.map { cell in
      MarkedWord(range: cell.piece.range, kind: cell.piece.kind == .percentage ? .percentage : .amount)
    }
    found += AccountPlace.all(in: document, touching: range).flatMap { place in
      lines(of: place.range, in: document).map { MarkedWord(range: $0, kind: .account) }
    }
    return found.sorted { $0.range < $1.range }.reduce(into: []) { words, word in
      if words.last.map({ $0.range.upper <= word.range.lower }) ?? true { words.append(word) }
    }
  }

  private static func word(_ token: Token, in block: ReadBlock) -> (Kind, Range<Int>)? {
    switch token.kind {
    case .numeral(let index):
      let numeral = block.numerals[Int(index)]
      if numeral.unit == .percent { return (.percentage, numeral.range) }
      return (numeral.unit.isMoney ? .amount : .count, numeral.digits)
    case .year: return (.year, token.range)
    default: return nil
    }
  }

  private static func places(of word: [UInt16], in text: RunningText) -> [TextRange] {
    guard word.count >= 2, text.count >= word.count else { return [] }
    var found: [TextRange] = []
    var at = 0
    while at + word.count <= text.count {
      if text.units[at] == word[0], text.units[at..<(at + word.count)].elementsEqual(word) {
        found += text.pieces(of: at..<(at + word.count))
        at += word.count
      } else {
        at += 1
      }
    }
    return found
  }

  /// The parts of `range` on each line.
  private static func lines(of range: TextRange, in document: DisclosureDocument) -> [TextRange] {
    let first = document.lines.line(at: range.lower)
    let last = document.lines.line(at: range.upper)
    return (first...last).compactMap { line in
      let lower = max(range.lower, document.lines.starts[line])
      let upper = min(range.upper, document.lines.contentEnd(ofLine: line, in: document.text.bytes))
      return upper > lower ? TextRange(lower, upper) : nil
    }
  }
}
