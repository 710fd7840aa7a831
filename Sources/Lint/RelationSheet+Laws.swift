import Disclosure
import DisclosureSyntax
import Ledger

/// The laws of tables as relations.
extension RelationSheet {
  /// States the laws of one kind of all tables.
  package mutating func stateLaws(_ kind: TableLaw.Kind) {
    let laws = document.tables.laws
    for law in laws.list where law.kind == kind { state(kind, law.total, laws.parts(of: law), law.evidence) }
  }

  /// States a law of a table.
  package mutating func state(
    _ kind: TableLaw.Kind, _ own: CellIndex, _ members: ArraySlice<CellIndex>, _ evidence: Relation.Evidence
  ) {
    guard let total = cell(own) else { return }
    guard takeParts(members) else { return }
    // Only within a row is it known which way a negative amount counts.
    let cells = document.tables.cells
    if hasNegatives, kind != .row, kind != .growth,
      cells[own].piece.isNegative || members.contains(where: { cells[$0].piece.isNegative })
    {
      return
    }
    if kind == .growth {
      // Where less is left than there was the rate has a minus before its digits.
      let sign: Int128 = cells[own].piece.isNegative ? -1 : 1
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
        isExact: kind != .balance && Self.isPair(own, members, cells))
    }
  }

  /// Whether two amounts with the same decimals are left where zeros do not count.
  private static func isPair(_ total: CellIndex, _ parts: ArraySlice<CellIndex>, _ cells: [TableCell]) -> Bool {
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
