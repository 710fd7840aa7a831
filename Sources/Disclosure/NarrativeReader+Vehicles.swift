import DisclosureSyntax
import DisclosureText

extension NarrativeReader {
  /// Buying and running vehicles are all that 公务用车购置及运行费 is made of, whether or not a word opens their
  /// list: `公务用车购置及运行费 30 万元，比上年…。公务用车购置费 20 万元，主要用于…；公务用车运行费 10 万元`.
  mutating func tieVehicles() { narrative.breakdowns += vehicleBreakdowns() }

  /// What ``tieVehicles()`` ties: by itself, for what changes the reader is given a copy of it for each look.
  private func vehicleBreakdowns() -> [Breakdown] {
    var found: [Breakdown] = []
    let divided = Set(
      narrative.breakdowns.lazy.filter { $0.isFull && $0.parts.count == 2 }.map(\.head))
    let levels = levels.filter { index in
      let statement = self[index]
      return statement.depth == 0 && !statement.subject.isQualified && !isPlan(index)
        && statement.subject.relativeYear == nil
        && statement.subject.measure.map { Self.expenses.contains($0) } ?? false
    }
    for (position, head) in levels.enumerated() where self[head].subject.measure == .vehicles {
      guard !divided.contains(head), position + 2 < levels.count else { continue }
      let parts = Array(levels[(position + 1)...(position + 2)])
      guard Set(parts.map { self[$0].subject.measure }) == [.vehiclePurchase, .vehicleOperation],
        parts.allSatisfy({
          narrative.statements[$0].section == narrative.statements[head].section && self[$0].subject.fund == nil
            && column(of: self[$0].subject.basis) == column(of: self[parts[0]].subject.basis)
        }),
        // What follows is not told of again.
        position + 3 == levels.count
          || ![.vehiclePurchase, .vehicleOperation].contains(self[levels[position + 3]].subject.measure)
      else { continue }
      found.append(Breakdown(head: head, parts: parts, isFull: true, isClosed: true))
    }
    return found
  }

  /// `公务用车购置及运行费 30 万元（购置费 20 万元、运行费 10 万元）`: the parts leave out what they are of.
  mutating func nameVehiclePart(_ index: StatementIndex) {
    let statement = self[index]
    let range = statement.subject.range
    guard statement.subject.measure == nil, 3...5 ~= range.count, index > paragraphStart else { return }
    let units = tree.blocks[narrative.statements[index].block].block.text.units[range]
    guard units.first == 0x8D2D || units.first == 0x8FD0, unit(index).isMoney,  // 购 运
      let part = Self.vehicleParts.first(where: { units.elementsEqual($0.name) })
    else { return }
    let open = lists.open.last.flatMap { $0.itemLevel == nil && $0.sentence == statement.sentence ? $0.head : nil }
    let opens = statement.opening != nil || statement.depth > 0
    let before =
      opens ? lastLevel(before: index, from: paragraphStart) { self[$0].sentence == statement.sentence } : nil
    guard [open, before].contains(where: { $0.map { self[$0].subject.measure == .vehicles } ?? false }) else { return }
    narrative.statements[index].statement.subject.measure = part.measure
  }

  private static let vehicleParts: [(name: [UInt16], measure: Term)] =
    ["购置费", "购置支出", "购置经费", "购置费用"].map { (Array($0.utf16), .vehiclePurchase) }
    + ["运行费", "运行维护费", "运维费", "运行支出", "运行费用"].map { (Array($0.utf16), .vehicleOperation) }

  static let expenses: Set<Term> = [
    .threePublic, .abroad, .vehicles, .vehiclePurchase, .vehicleOperation, .reception,
  ]
}
