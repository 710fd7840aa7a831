import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Numbers inside the running text of one block, `二、` and `（二）`, of which the last character tells enough.
struct HiddenNumbers: BlockLook {
  static var signals: BlockSignals { [.heading, .paragraph] }

  struct Number {
    /// The last character of the numeral.
    var numeral: UInt16
    /// Whether it is one of the first level.
    var isFirstLevel: Bool
  }

  func sight(in text: BlockText) -> [Number]? {
    let units = text.units
    var found: [Number] = []
    var at = (text.block.block.numbering?.length ?? 0) + 1
    while true {
      at = units.indexOfAny(Mark.pause, 0xFF09, 0x29, from: at)
      guard at < units.count else { break }
      if Mark.isChineseNumeral(units[at - 1]) {
        found.append(Number(numeral: units[at - 1], isFirstLevel: Mark.isPause(units[at])))
      }
      at += 1
    }
    return found.isEmpty ? nil : found
  }

  /// Whether the text of a block has numbers of items inside, `1.` or `（1）` at `level`.
  static func hasItems(_ block: Block, _ level: Int) -> Bool {
    let units = block.text.units
    var at = (block.numbering?.length ?? 0) + 1
    while at + 1 < units.count {
      defer { at += 1 }
      guard Mark.isDigit(units[at]), !Mark.isDigit(units[at - 1]) else { continue }
      var end = at + 1
      while end < units.count, end - at < 2, Mark.isDigit(units[end]) { end += 1 }
      guard end < units.count else { break }
      if Mark.isClosingBracket(units[end]) { return true }
      guard level == 3, Mark.isPause(units[end]) || Mark.isPoint(units[end]), !Mark.isPoint(units[at - 1]) else {
        continue
      }
      if end + 1 < units.count, !Mark.isDigit(units[end + 1]) { return true }
    }
    return false
  }
}
