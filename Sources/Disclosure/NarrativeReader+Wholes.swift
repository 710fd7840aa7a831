import DisclosureSyntax

/// Totals that are named short, and whose change, share or completion it is that stands behind the parts of a total.
///
/// The last part's, or the total's: the words leave it open, `收入 90 万元，其中年初结转 2 万元，较上年增加 5 万元，增长 5.88%`, and the figures tell.
extension NarrativeReader {
  /// The totals that the amount is a part of, from the nearest on, as far as the words at `index` may be said of them.
  private func wholes(of part: StatementIndex, for index: StatementIndex) -> [StatementIndex] {
    guard self[index].subject.isEmpty else { return [] }
    var found: [StatementIndex] = []
    var inner = part
    for list in lists.open.reversed() where list.itemLevel == nil && list.parts.contains(inner) {
      guard let head = list.head, head >= paragraphStart, head < inner, self[head].depth <= self[index].depth,
        self[index].sentence - self[head].sentence <= 1, sameKind(head, part)
      else { break }
      found.append(head)
      inner = head
    }
    return found
  }

  /// Gives the change to the total where it cannot be the part's and comes out for the total.
  mutating func reconsider(_ movement: Int) {
    let open = narrative.movements[movement]
    guard let change = open.change, let part = open.current, !comesOut(open, part),
      let whole = wholes(of: part, for: change).first(where: { comesOut(open, $0) })
    else { return }
    narrative.movements[movement].current = whole
    moved.remove(part)
    moved.insert(whole)
  }

  /// Whether the figures of the movement may be the amount's. What is nothing now cannot have risen.
  private func comesOut(_ movement: Movement, _ level: StatementIndex) -> Bool {
    guard let change = movement.change else { return true }
    if movement.rate != nil { return comesOut(movement, of: level) }
    if let base = movement.base { return comesOut(change, from: base, to: level) }
    return !isZero(level) || isZero(change) || self[change].direction != .up
  }

  /// The amount, or the total it is a part of, that is so many per cent of the one printed before the rate at `index`;
  /// nil where that cannot be told.
  func divided(_ part: StatementIndex, by whole: StatementIndex, at index: StatementIndex) -> StatementIndex? {
    let wholes = wholes(of: part, for: index)
    guard !wholes.isEmpty, !isShare(index, of: whole, part) else { return part }
    if let total = wholes.first(where: { $0 != whole && isShare(index, of: whole, $0) }) { return total }
    // A lone part is more likely meant than its total, and so is one beside others of which the same is said.
    let others = lists.open.last { $0.itemLevel == nil && $0.parts.contains(part) }?.parts.dropLast() ?? []
    let isLikeOthers =
      others.isEmpty || narrative.completions.contains { others.contains($0.actual) }
      || narrative.shares.contains { others.contains($0.part) }
    return isLikeOthers ? part : nil
  }

  private func isShare(_ index: StatementIndex, of whole: StatementIndex, _ part: StatementIndex) -> Bool {
    guard let rate = numeral(index), let own = numeral(part), let all = numeral(whole), all.value != 0,
      own.unit == all.unit
    else { return false }
    return abs(own.amount / all.amount * 100 - rate.amount) <= rate.lastDigit
  }

  /// Whether the amount behind a list is more than the list divides, and is divided itself: a total anew, for which
  /// its words are short: `收入预算 20 万元，其中财政拨款 12 万元；决算 30 万元，其中财政拨款 18 万元`.
  func beginsWhole(_ index: StatementIndex) -> Bool {
    guard index > paragraphStart, let list = lists.open.last, list.itemLevel == nil, let head = list.head,
      list.parts.contains(index - 1), case let own = self[index], own.opening == nil, own.depth == list.depth,
      own.subject.measure == nil, own.subject.fund == nil, !own.subject.isAccount, !own.subject.isListed,
      sameKind(index, head), let amount = numeral(index), let whole = numeral(head), amount.amount > whole.amount,
      !lists.open.contains(where: { $0.itemLevel == nil && $0.parts.contains(head) })
    else { return false }
    let statements = tree.blocks[narrative.statements[index].block].statements
    let next = index - paragraphStart + 1
    guard statements.indices.contains(next) else { return false }
    return statements[next].opening == .amongThem && statements[next].sentence == own.sentence
  }

  /// Whether another year's amount begins the part of the sentence that the list at `index` stands in, behind the
  /// amount `last`: `接待 12 批次、120 人次；上年 15 批次、150 人次，其中外事接待 3 批次`.
  func passesOtherYear(_ last: StatementIndex, to index: StatementIndex) -> Bool {
    guard index > last + 1, self[last].part < self[index].part else { return false }
    return ((last + 1)..<index).contains { other in
      let statement = self[other]
      return statement.role == .level && statement.reference == nil && statement.part == self[index].part
        && isBase(other) && sameKind(other, index)
    }
  }
}
