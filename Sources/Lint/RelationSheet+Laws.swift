import Disclosure
import DisclosureSyntax
import Ledger

/// The laws of tables as relations.
extension RelationSheet {
  /// States the laws of one kind of all tables.
  package mutating func stateLaws(_ kind: TableLaw.Kind) {
    let (list, all) = (document.tables.laws.list, document.tables.laws.parts)
    let (laws, parts) = (list.span, all.span)
    for index in laws.indices where laws[index].kind == kind {
      state(kind, laws[index].total, parts.extracting(laws[index].parts), laws[index].evidence)
    }
  }

  /// States a law of a table.
  package mutating func state(
    _ kind: TableLaw.Kind, _ own: CellIndex, _ members: Span<CellIndex>, _ evidence: Relation.Evidence
  ) {
    guard let total = cell(own) else { return }
    guard kind != .growth, kind != .bound else { return state(kind, own, total, members, evidence) }
    guard beginSum(total, ofCells: members) else { return }
    // Only within a row is it known which way a negative amount counts.
    if hasNegatives, kind != .row, isNegative(own) || hasNegative(members) { return ledger.dropSum() }
    ledger.stateSum(evidence: evidence, origin: origin, isExact: kind != .balance && isPair(own, members))
  }

  /// States a law that is no sum.
  private mutating func state(
    _ kind: TableLaw.Kind, _ own: CellIndex, _ total: QuantityIndex, _ members: Span<CellIndex>,
    _ evidence: Relation.Evidence
  ) {
    let first = cell(members[0])
    let second = members.count > 1 ? cell(members[1]) : first
    guard let first, let second else { return }
    if kind == .growth {
      // Where less is left than there was the rate has a minus before its digits.
      let sign: Int128 = isNegative(own) ? -1 : 1
      let change = [Operand(first, coefficient: sign), Operand(second, coefficient: -sign)]
      let form = Relation.Form.quotient(
        rate: Operand(total), numerator: Operands(change), denominator: Operands([Operand(second)]))
      state(form, derived: total, evidence)
    } else if !hasNegatives || !isNegative(own) && !hasNegative(members) {
      state(.bound(first, atMost: total), derived: first, evidence)
    }
  }

  private func hasNegative(_ cells: Span<CellIndex>) -> Bool {
    cells.indices.contains { isNegative(cells[$0]) }
  }

  private func isNegative(_ cell: CellIndex) -> Bool { document.tables.cells[cell].piece.isNegative }

  /// Whether two amounts with the same decimals are left where zeros do not count.
  private func isPair(_ total: CellIndex, _ parts: Span<CellIndex>) -> Bool {
    let all = document.tables.cells
    let cells = all.span
    var count = cells[total].piece.value != 0 ? 1 : 0
    var decimals = cells[total].effectiveDecimals
    var isEqual = true
    for index in parts.indices where cells[parts[index]].piece.value != 0 {
      let part = parts[index]
      if count > 0, cells[part].effectiveDecimals != decimals { isEqual = false }
      decimals = cells[part].effectiveDecimals
      count += 1
      if count > 2 { return false }
    }
    return count == 2 && isEqual
  }
}
