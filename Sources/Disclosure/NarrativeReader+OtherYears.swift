import DisclosureSyntax

/// Another year's total with its parts, as they are printed beside the document's own.
extension NarrativeReader {
  /// Takes an amount of another year: `2022 年决算 20 万元，其中：公务接待费 12 万元，…`.
  mutating func takeOtherYear(_ index: StatementIndex) {
    let statement = self[index]
    guard statement.reference == nil, let year = statement.subject.year, statement.depth == 0,
      let family = Family(statement.subject)
    else { return settleOtherYear() }
    if let open = otherYearParts, let last = open.parts.last, index > last,
      narrative.statements[last].block == narrative.statements[index].block, self[last].sentence == statement.sentence,
      self[last].subject.year == year, Family(self[last].subject) == family
    {
      otherYearParts?.parts.append(index)
      return
    }
    settleOtherYear()
    guard statement.opening == .amongThem || statement.opening == .including, index > paragraphStart else { return }
    let head = self[index - 1]
    guard head.role == .level, head.sentence == statement.sentence, yearOf(head.subject) == year, head.reference == nil,
      head.subject.measure.map({ family.wholes.contains($0) }) ?? false, !isPlan(index - 1)
    else { return }
    otherYearParts = Breakdown(head: index - 1, parts: [index], isFull: true)
  }

  /// Keeps the open list of another year if its parts are all there is.
  mutating func settleOtherYear() {
    guard var open = otherYearParts else { return }
    otherYearParts = nil
    let subjects = open.parts.map { self[$0].subject }
    guard Family.isFull(subjects, of: self[open.head].subject) else { return }
    open.isClosed = Family.isClosed(subjects)
    narrative.breakdowns.append(open)
  }
}
