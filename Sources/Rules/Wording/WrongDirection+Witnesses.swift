import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// What the reason of a change says about the words that state it: `增加 5.00 万元，增长 0.2%，主要原因是人员减少`.
///
/// A reason is no figure and accuses nobody; it decides between two words that contradict each other, and speaks
/// for words that only a rate contradicts.
extension WrongDirection {
  /// States that `words`, the two of one movement, say what the reason behind them says.
  func stateReason(
    behind statement: StatementIndex, for words: [QuantityIndex], _ document: DisclosureDocument,
    in sheet: inout RelationSheet
  ) {
    guard let reason = directionOfReason(behind: statement, in: document) else { return }
    let areOne = words.allSatisfy { sheet.value($0) == sheet.value(words[0]) }
    // Words that agree with one another and not with the reason have other things behind them.
    if areOne, sheet.value(words[0]) != reason { return }
    let said = sheet.constant(reason)
    for word in words { sheet.state(.agreement(word, said), derived: word, .discovered) }
  }

  /// Which way the reason says that things went, +1 or -1; nil where none is given, and where it speaks of
  /// both ways or of another year.
  private func directionOfReason(behind statement: StatementIndex, in document: DisclosureDocument) -> Int128? {
    let placed = document.narrative.statements[statement]
    guard let word = placed.statement.word else { return nil }
    var found: Int128?
    var isReason = false
    var isStopped = false
    for token in document.tree.blocks[placed.block].tokens[after: word.upperBound] {
      // A reason may have a sentence of its own: `下降 0.2%。主要是人员减少。`
      if isStopped, token.kind != .term(.reason), token.kind != .text || token.range.count > 2 { return nil }
      switch token.kind {
      case .stop:
        if isReason { return found }
        isStopped = true
      case .term(.reason):
        isReason = true
        isStopped = false
      case .year, .relativeYear: if isReason { return nil }
      case .term(.increase), .term(.decrease):
        let direction: Int128 = token.kind == .term(.increase) ? 1 : -1
        guard isReason else { continue }
        if let found, found != direction { return nil }
        found = direction
      default: break
      }
    }
    return found
  }
}

extension [Token] {
  /// The tokens that begin at `position` of the text or behind it.
  fileprivate subscript(after position: Int) -> ArraySlice<Token> {
    var (low, high) = (startIndex, endIndex)
    while low < high {
      let middle = (low + high) / 2
      if self[middle].range.lowerBound < position { low = middle + 1 } else { high = middle }
    }
    return self[low...]
  }
}
