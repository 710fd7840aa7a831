import Disclosure
import DisclosureSyntax
import Ledger

/// The laws of tables as relations.
extension RelationSheet {
  /// States the laws of one kind of all tables.
  package mutating func stateLaws(_ kind: TableLaw.Kind) {
    let (laws, parts) = (document.tables.laws.list, document.tables.laws.parts)
    for index in laws.indices where laws[index].kind == kind {
      state(kind, laws[index].total, parts[laws[index].parts], laws[index].evidence)
    }
  }

  /// States a law of a table.
  package mutating func state(
    _ kind: TableLaw.Kind, _ own: CellIndex, _ members: ArraySlice<CellIndex>, _ evidence: Relation.Evidence
  ) {
    guard let total = cell(own) else { return }
    guard takeParts(members) else { return }
    // Only within a row is it known which way a negative amount counts.
    if hasNegatives, kind != .row, kind != .growth, isNegative(own) || members.contains(where: isNegative) { return }
    if kind == .growth {
      // Where less is left than there was the rate has a minus before its digits.
      let sign: Int128 = isNegative(own) ? -1 : 1
      let change = [Operand(parts[0], coefficient: sign), Operand(parts[1], coefficient: -sign)]
      let form = Relation.Form.quotient(
        rate: Operand(total), numerator: Operands(change), denominator: Operands([Operand(parts[1])]))
      return state(form, derived: total, evidence)
    }
    if kind == .bound {
      state(.bound(parts[0], atMost: total), derived: parts[0], evidence)
    } else {
      ledger.state(
        sum: total, of: parts[..<members.count], evidence: evidence, origin: origin,
        isExact: kind != .balance && isPair(own, members))
    }
  }

  private func isNegative(_ cell: CellIndex) -> Bool { document.tables.cells[cell].piece.isNegative }

  /// Whether two amounts with the same decimals are left where zeros do not count.
  private func isPair(_ total: CellIndex, _ parts: ArraySlice<CellIndex>) -> Bool {
    let cells = document.tables.cells
    var count = cells[total].piece.value != 0 ? 1 : 0
    var decimals = cells[total].effectiveDecimals
    var isEqual = true
    for part in parts where cells[part].piece.value != 0 {
      if count > 0, cells[part].effectiveDecimals != decimals { isEqual = false }
      decimals = cells[part].effectiveDecimals
      count += 1
      if count > 2 { return false }
    }
    return count == 2 && isEqual
  }
}
