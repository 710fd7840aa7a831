import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Tables whose unit line says 元 where their amounts are in 万元, or the other way round.
extension UnitSlip {
  /// An amount of the narrative as printed.
  private struct Printed: Equatable {
    var value: Int64
    var decimals: Int
  }

  /// Different amounts, in the order in which they were taken.
  private struct Amounts {
    private(set) var all: [Printed] = []

    mutating func take(_ amount: Printed) { if !all.contains(amount) { all.append(amount) } }
  }

  /// The finding of each table that has two of the narrative's amounts in the other unit, and none in its own.
  ///
  /// - Complexity: O(statements + tables · 24).
  func tableFindings(in document: DisclosureDocument) -> [Finding] {
    var amounts: [Printed]?
    let (tables, cells) = (document.tables.tables, document.tables.cells)
    return tables.indices.compactMap { number -> Finding? in
      let unit = tables[number].unit
      guard unit == .yuan || unit == .tenThousandYuan, case let telling = Self.telling(tables[number]),
        telling.count(where: { cells[$0].piece.value != 0 }) >= 2
      else { return nil }
      let printed = amounts ?? Self.narrative(document)
      amounts = printed
      guard printed.count >= 2 else { return nil }
      var (literal, converted) = (Amounts(), Amounts())
      for cell in telling where cells[cell].piece.value != 0 {
        let piece = cells[cell].piece
        let amount = Printed(value: piece.value, decimals: Int(piece.decimals))
        if Self.holds(printed, amount) { literal.take(amount) }
        if let other = Self.converted(piece), Self.holds(printed, other) { converted.take(other) }
      }
      let isSlip =
        unit == .yuan
        ? literal.all.count >= 2 && converted.all.isEmpty && literal.all.contains(where: Self.isLong)
        : converted.all.count >= 2 && literal.all.isEmpty && converted.all.contains(where: Self.isLong)
      guard isSlip, let range = Self.unitRange(of: tables[number], in: document.text.bytes) else { return nil }
      return Self.finding(range, unit)
    }
  }

  /// Whether an amount is among those in ascending order.
  private static func holds(_ sorted: [Printed], _ amount: Printed) -> Bool {
    var (low, high) = (0, sorted.count)
    while low < high {
      let middle = (low + high) / 2
      if sorted[middle].value < amount.value { low = middle + 1 } else { high = middle }
    }
    return sorted[low...].prefix { $0.value == amount.value }.contains(amount)
  }

  /// The cells that tell what a table is in: all of a small one, else those of its total.
  private static func telling(_ table: DisclosureTable) -> Range<CellIndex> {
    if table.cells.count <= 24 { return table.cells }
    let total = table.entries.first { ($0.role == .total || $0.role == .grandTotal) && $0.cells.count <= 24 }
    return total?.cells ?? table.cells.lowerBound..<table.cells.lowerBound
  }

  /// The different amounts in 万元 that the narrative gives with decimals, in ascending order.
  private static func narrative(_ document: DisclosureDocument) -> [Printed] {
    var found: [Printed] = []
    found.reserveCapacity(document.narrative.statements.count)
    for index in document.narrative.statements.indices {
      guard let numeral = document.numeral(index), numeral.unit == .tenThousandYuan, numeral.decimals > 0,
        numeral.value != 0
      else { continue }
      found.append(Printed(value: numeral.value, decimals: numeral.decimals))
    }
    found.sort { ($0.value, $0.decimals) < ($1.value, $1.decimals) }
    var different: [Printed] = []
    different.reserveCapacity(found.count)
    for amount in found where amount != different.last { different.append(amount) }
    return different
  }

  /// The amount in 万元 to two decimals, of an amount in 元.
  private static func converted(_ piece: TablePiece) -> Printed? {
    var scale: Int64 = 100
    for _ in 0..<min(4, piece.decimals) { scale *= 10 }
    guard piece.decimals <= 4, piece.value >= scale else { return nil }
    return Printed(value: (piece.value + scale / 2) / scale, decimals: 2)
  }

  /// Whether it has four digits that do not end in zeros, and does not recur by chance.
  private static func isLong(_ amount: Printed) -> Bool { amount.value >= 1000 && amount.value % 100 != 0 }

  /// Where the unit stands behind 单位：, at most some lines before the table or in its head.
  private static func unitRange(of table: DisclosureTable, in bytes: [UInt8]) -> TextRange? {
    let end = min(bytes.count, table.range.lower + 400)
    var at = min(table.titleRange?.lower ?? table.range.lower, table.range.lower)
    at = max(at, table.range.lower - 400, 0)
    let label = Array("单位".utf8)
    while at + label.count < end {
      defer { at += 1 }
      guard bytes[at..<(at + label.count)].elementsEqual(label) else { continue }
      var next = at + label.count
      if bytes[next] == UInt8(ascii: ":") {
        next += 1
      } else if bytes[next...].starts(with: "：".utf8) {
        next += 3
      } else {
        continue
      }
      while next < end, bytes[next] == 0x20 { next += 1 }
      // What says another unit than the table was read in is another table's, or was not read as this one's.
      let name = table.unit == .yuan ? "元" : "万元"
      return bytes[next...].starts(with: name.utf8) ? TextRange(next, next + name.utf8.count) : nil
    }
    return nil
  }

  private static func finding(_ range: TextRange, _ unit: Unit) -> Finding {
    let (printed, right) = unit == .yuan ? ("元", "万元") : ("万元", "元")
    let fix = Fix(
      title: LocalizedText("将“\(printed)”改为“\(right)”", "change “\(printed)” to “\(right)”"), isPreferred: true,
      isSafe: false, edits: [TextEdit(range: range, text: right)])
    return Finding(
      rule: info.name, severity: info.severity, range: range,
      message: LocalizedText(
        "单位有误：本表的金额以“\(right)”计，单位写作“\(printed)”",
        "wrong unit: the amounts of this table are in “\(right)”, its unit says “\(printed)”"),
      fixes: [fix])
  }
}
