import Disclosure
import Ledger

extension VerdictText {
  /// What the figures say that count a list, and how many names it has; nil for everything else.
  func listing(_ operands: Operands) -> LocalizedText? {
    guard let list = operands.first(where: { if case .entries = mark($0.quantity) { true } else { false } }),
      case .entries(let index) = mark(list.quantity)
    else { return nil }
    let counts = operands.filter { $0.quantity != list.quantity }
    let total = counts.reduce(0) { $0 + sheet.value($1.quantity) }
    var said = figures.printed(mark(counts[0].quantity))
    if counts.count > 1 {
      said =
        Self.joined(counts.map { (false, figures.bare(mark($0.quantity))) }) + " = "
        + figures.written(total, like: mark(counts[0].quantity))
    }
    let number = figures.printed(mark(list.quantity))
    guard sheet.document.narrative.countedLists[index].uncounted == 0 else {
      return LocalizedText("\(said)，本部之外列出的有 \(number) 个", "\(said), \(number) are listed beside the body itself")
    }
    return LocalizedText("\(said)，逐一列出的有 \(number) 个", "\(said), \(number) are listed")
  }
}
