import DisclosureSyntax
import DisclosureText

/// A change and the changes of its parts, while they are read.
struct ChangeList {
  /// The change of the total.
  var head: StatementIndex
  /// The changes of the parts.
  var parts: [StatementIndex] = []
  /// The parts that did not change.
  var unchanged: [StatementIndex] = []
  /// Whether the parts stand in the reason of the change: `增加 10 万元，主要是基本支出增加 10 万元`.
  var isReason = false

  /// All parts, in the order of the text.
  var members: [StatementIndex] { (parts + unchanged).sorted() }
}

extension NarrativeReader {
  /// Adds the change, or that there is none, to the list that 其中 opened behind another change, or opens it.
  mutating func listChange(_ index: StatementIndex) {
    let statement = self[index]
    while let last = openChanges.last?.members.first, self[last].depth > statement.depth { settleChange() }
    if statement.opening == .amongThem, !statement.subject.isEmpty {
      if statement.depth == 0 { settleChanges() }
      guard let head = narrative.movements.last?.change, self[head].sentence == statement.sentence,
        narrative.statements[head].block == narrative.statements[index].block, openChanges.count < ListStack.depth
      else { return }
      openChanges.append(ChangeList(head: head))
      take(index, into: openChanges.count - 1)
    } else if let open = openChanges.last, let first = open.members.first, !open.isReason {
      if isKin(index, first), self[open.head].sentence == statement.sentence, self[first].depth == statement.depth {
        take(index, into: openChanges.count - 1)
      } else {
        settleChanges()
      }
    }
  }

  private mutating func take(_ index: StatementIndex, into list: Int) {
    if self[index].role == .unchanged {
      openChanges[list].unchanged.append(index)
    } else {
      openChanges[list].parts.append(index)
    }
  }

  private func isKin(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    guard let a = Family(self[one].subject), let b = Family(self[other].subject) else { return false }
    return a == b || Set([a, b]) == [.threePublic, .vehicles] || Set([a, b]) == [.sources, .funds]
  }

  /// Takes a change that explains the one before it:
  /// `支出较去年减少 133 万元，主要是基本支出增加 147 万元，项目支出减少 280 万元`.
  mutating func listReason(_ index: StatementIndex) {
    let statement = self[index]
    guard statement.role == .change, let family = Family(statement.subject), index > paragraphStart,
      family == .nature || family == .sources || family == .funds || family == .basic
    else { return }
    if let open = openChanges.last, open.isReason, open.parts.last == index - 1, isKin(index, index - 1),
      self[open.head].sentence == statement.sentence, self[index - 1].depth == statement.depth
    {
      openChanges[openChanges.count - 1].parts.append(index)
      return
    }
    guard let movement = narrative.movements.last, let head = movement.change, movement.words.contains(index - 1),
      self[head].sentence == statement.sentence, self[head].depth == statement.depth, head >= paragraphStart,
      openChanges.isEmpty, self[head].reference.map({ !$0.isPlan }) ?? true
    else { return }
    openChanges.append(ChangeList(head: head, parts: [index], isReason: true))
  }

  /// Keeps the open lists of changes whose parts are all there is.
  mutating func settleChanges() {
    while !openChanges.isEmpty { settleChange() }
  }

  private mutating func settleChange() {
    guard let open = openChanges.popLast(), !open.parts.isEmpty else { return }
    let current = narrative.movements.last { $0.change == open.head }?.current
    let head = self[open.head].subject.measure == nil ? current.map { self[$0].subject } : self[open.head].subject
    let subjects = open.members.map { self[$0].subject }
    let isFull = !open.isReason && Family.isClosed(subjects) && head.map { Family.isFull(subjects, of: $0) } ?? false
    guard isFull || isMeant(open.head, open.parts, isReason: open.isReason) else { return }
    narrative.changeBreakdowns.append(ChangeBreakdown(head: open.head, parts: open.parts))
  }

  /// Whether the changes add to the change of the total, or would but for one slip.
  ///
  /// What a change is mainly due to need not be all of it: there only a word may be wrong.
  private func isMeant(_ head: StatementIndex, _ parts: [StatementIndex], isReason: Bool = false) -> Bool {
    func signed(_ index: StatementIndex) -> (Numeral, Int)? {
      guard let numeral = numeral(index), let direction = self[index].direction else { return nil }
      return (numeral, Int(direction.rawValue))
    }
    guard let total = signed(head), case let figures = parts.compactMap(signed), figures.count == parts.count else {
      return false
    }
    // What fell to nothing may be left out, and the others then add to another change.
    guard let evidence = SumEvidence(total: total, parts: figures, leastSlip: 1000) else { return false }
    return isReason ? evidence.holdsOrIsReversed : evidence.isMeantOrReversed
  }

  /// Finds the totals whose change is shown to be the sum of the changes given for their parts, though there
  /// may have been others the year before: `收入预算 90 万元，增加 9 万元，其中：财政拨款收入 80 万元，增加 7 万元；…`.
  mutating func closeByChanges() {
    guard narrative.breakdowns.contains(where: { $0.isFull && !$0.isClosed }) else { return }
    var changes = [StatementIndex?](filledWith: nil, count: narrative.statements.count)
    for movement in narrative.movements {
      guard let current = movement.current, let word = movement.change ?? movement.unchanged else { continue }
      changes[current] = changes[current] ?? word
    }
    for (number, breakdown) in narrative.breakdowns.enumerated() where breakdown.isFull && !breakdown.isClosed {
      let moved = breakdown.parts.compactMap { changes[$0] }
      guard moved.count == breakdown.parts.count, case let parts = moved.filter({ self[$0].role == .change }),
        parts.count >= 2
      else { continue }
      if let head = changes[breakdown.head] {
        if self[head].role == .change, isMeant(head, parts) { narrative.breakdowns[number].isClosed = true }
      } else if let head = changeOfEqual(breakdown.head, changes), isMeant(head, parts) {
        narrative.changeBreakdowns.append(ChangeBreakdown(head: head, parts: parts))
      }
    }
  }

  /// The change of the same amount where the section gives it before: `（一）规模。一般公共预算拨款 90 万元，增加 5 万元…
  /// （二）一般公共预算支出 90 万元，其中：…`.
  private func changeOfEqual(
    _ head: StatementIndex, _ changes: [StatementIndex?]
  ) -> StatementIndex? {
    guard let total = numeral(head), total.value >= 1000 else { return nil }
    var at = head - 1
    while at >= 0, narrative.statements[at].section == narrative.statements[head].section {
      if let change = changes[at], self[change].role == .change, let other = numeral(at), other.value == total.value,
        other.decimals == total.decimals, other.unit == total.unit
      {
        return change
      }
      at -= 1
    }
    return nil
  }
}
