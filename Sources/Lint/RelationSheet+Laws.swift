import Disclosure
import DisclosureSyntax
import Ledger

/// The laws of tables as relations.
extension RelationSheet {
  /// States the laws of one kind of all tables.
  package mutating func stateLaws(_ kind: TableLaw.Kind) {
    let laws = document.tables.laws
    for index in laws.indices where laws[index].kind == kind { state(laws[index]) }
  }

  /// States a law of a table.
  package mutating func state(_ law: TableLaw) {
    guard let total = cell(law.total) else { return }
    guard takeParts(law.parts) else { return }
    // Only within a row is it known which way a negative amount counts.
    let cells = document.tables.cells
    if law.kind != .row, law.kind != .growth,
      cells[law.total].piece.isNegative || law.parts.contains(where: { cells[$0].piece.isNegative })
    {
      return
    }
    if law.kind == .growth {
      // Where less is left than there was the rate has a minus before its digits.
      let sign: Int128 = document.tables.cells[law.total].piece.isNegative ? -1 : 1
      let change = [Operand(parts[0], coefficient: sign), Operand(parts[1], coefficient: -sign)]
      let form = Relation.Form.quotient(
        rate: Operand(total), numerator: Operands(change), denominator: Operands([Operand(parts[1])]))
      return state(form, derived: total, law.evidence)
    }
    if law.kind == .bound {
      state(.bound(parts[0], atMost: total), derived: parts[0], law.evidence)
    } else {
      ledger.state(
        sum: total, of: parts[..<law.parts.count], evidence: law.evidence, origin: origin,
        isExact: law.kind != .balance && Self.isPair(law, cells))
    }
  }

  /// Whether two amounts with the same decimals are left where zeros do not count.
  private static func isPair(_ law: TableLaw, _ cells: [TableCell]) -> Bool {
    var count = cells[law.total].piece.value != 0 ? 1 : 0
    var decimals = cells[law.total].effectiveDecimals
    var isEqual = true
    for part in law.parts where cells[part].piece.value != 0 {
      if count > 0, cells[part].effectiveDecimals != decimals { isEqual = false }
      decimals = cells[part].effectiveDecimals
      count += 1
    }
    return count == 2 && isEqual
  }
}
