import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Amounts of one column that stand some rows above or below those they belong to, as a column does that was pasted
/// one row too low.
///
/// Nearly every sum of such a column fails, and none of its figures is a slip: all of it has to be moved.
struct Displacement {
  /// The amounts, from top to bottom, each with the row of its table that it belongs to.
  var amounts: [(cell: CellIndex, row: Int)]
  /// All cells of the rows concerned: what they stand in proves nothing.
  var cells: Set<CellIndex>
  /// How many rows too low they stand; negative for too high.
  var rows: Int
  /// How many sums of accounts come out once they are moved back.
  var mended: Int

  /// Adds another column that was moved by as much.
  mutating func join(_ other: Displacement) {
    amounts = (amounts + other.amounts).sorted { $0.cell < $1.cell }
    cells.formUnion(other.cells)
    mended += other.mended
  }

  /// The displaced columns of the tables in which at least three relations are broken.
  ///
  /// - Complexity: O(*r*) for *r* broken relations, and for each such table the product of its rows and columns.
  static func all(in sheet: RelationSheet, _ outcomes: [Outcome]) -> [Displacement] {
    let document = sheet.document
    var broken: [Int: Int] = [:]
    for index in outcomes.indices where outcomes[index] == .broken {
      guard case .linear(let operands) = sheet.ledger.relations[index].form, operands.count > 1,
        let cell = sheet.marks[operands[0].quantity].cell
      else { continue }
      broken[document.tables.cells[cell].table, default: 0] += 1
    }
    return broken.filter { $0.value >= DisplacementSearch.leastSums }.keys.sorted().flatMap { table in
      DisplacementSearch.grids(of: table, in: document).flatMap { $0.displacements() }
    }
  }

  /// The outcomes without the relations of displaced amounts.
  static func outcomes(_ outcomes: [Outcome], apartFrom displaced: [Displacement], in sheet: RelationSheet) -> [Outcome]
  {
    if displaced.isEmpty { return outcomes }
    let cells = displaced.reduce(into: Set<CellIndex>()) { $0.formUnion($1.cells) }
    let isMoved = sheet.marks.map { mark in mark.cell.map { cells.contains($0) } ?? false }
    var result = outcomes
    for index in result.indices where result[index] == .broken || result[index] == .explained {
      if sheet.ledger.relations[index].quantities.contains(where: { isMoved[$0] }) { result[index] = .notCheckable }
    }
    return result
  }
}

extension Verdicts {
  /// The finding for the amounts of a column that stand in wrong rows; nil where no rule speaks of accounts.
  func finding(_ displaced: Displacement) -> Finding? {
    guard let rule = rules.first(where: { type(of: $0).info.name == "account-hierarchy" }),
      let first = displaced.amounts.first
    else { return nil }
    let info = type(of: rule).info
    let (count, distance) = (displaced.amounts.count, abs(displaced.rows))
    let printed = sheet.document.printedCell(first.cell)
    let (way, direction) = displaced.rows > 0 ? ("低", "below") : ("高", "above")
    let message = LocalizedText(
      "金额错行：自“\(printed)”起 \(count) 个金额比所属科目\(way) \(distance) 行，移回后 \(displaced.mended) 项上下级科目的汇总相符",
      "amounts in wrong rows: \(count) amounts from “\(printed)” on stand \(distance) row\(distance == 1 ? "" : "s") \(direction) the accounts they belong to; moved back, \(displaced.mended) sums of accounts come out"
    )
    let table = sheet.document.tables.cells[first.cell].table
    let related = displaced.amounts.prefix(40).map { amount in
      let name = name(ofRow: amount.row, in: table)
      return RelatedPlace(
        range: sheet.document.range(ofCell: amount.cell),
        message: LocalizedText("属于“\(name)”一行", "belongs to the row “\(name)”"))
    }
    return Finding(
      rule: info.name, severity: info.severity, range: sheet.document.range(ofCell: first.cell), message: message,
      related: Array(related))
  }

  /// The code of a row, or its words.
  private func name(ofRow row: Int, in table: Int) -> String {
    let table = sheet.document.tables.tables[table]
    let entry = table.entries[row]
    let bytes = sheet.document.text.bytes
    func text(_ range: TextRange) -> String { String(decoding: bytes[range.lower..<range.upper], as: UTF8.self) }
    return entry.row.code.map { text($0.range) } ?? table.label(of: entry).map(text).joined()
  }
}
