import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// The amounts of a table by row and column, to see whether the sums of its accounts come out once a column is moved.
struct DisplacementSearch {
  /// An amount and the last place it is printed with.
  private struct Amount {
    var cell: CellIndex?
    var value: Int128 = 0
    var step: Int128 = 0
  }

  /// A row and those that add to it.
  private struct Family {
    var parent: Int
    var children: [Int]
    var rows: [Int] { [parent] + children }
  }

  /// As many sums must fail as they stand and come out once the column is moved: three of them, of different amounts,
  /// are no chance.
  static let leastSums = 3

  /// By how many rows a column is tried to be moved.
  private static let distances = [1, -1, 2, -2]

  /// So many rows above and below are looked at for where the moved ones begin and end.
  private static let reach = 12

  /// The number of columns.
  private let columns: Int
  /// The rows, as indices into the entries of the table.
  private let entries: [Int]
  /// The amounts, row by row; nil where it is not known what stands there.
  private let amounts: [Amount?]
  private let families: [Family]

  /// The grids of a table, one for each of its sides.
  static func grids(of index: Int, in document: DisclosureDocument) -> [DisplacementSearch] {
    let table = document.tables.tables[index]
    var sides: [(side: TableSide, place: Int, rows: [Int])] = []
    for (number, entry) in table.entries.enumerated() {
      if let own = sides.firstIndex(where: { $0.side == entry.side && $0.place == entry.row.side }) {
        sides[own].rows.append(number)
      } else {
        sides.append((entry.side, entry.row.side, [number]))
      }
    }
    return sides.filter { $0.rows.count > leastSums * 2 }.map { DisplacementSearch(document, table, $0.rows, $0.side) }
  }

  private init(_ document: DisclosureDocument, _ table: DisclosureTable, _ rows: [Int], _ side: TableSide) {
    let columns = max(1, table.forests[side]?.parents.count ?? 1)
    var amounts: [Amount?] = []
    amounts.reserveCapacity(rows.count * columns)
    var places: [Int: Int] = [:]
    var children: [Int: [Int]] = [:]
    for (place, row) in rows.enumerated() {
      let entry = table.entries[row]
      places[row] = place
      if let parent = entry.parent, entry.role != .memo { children[parent, default: []].append(place) }
      for column in 0..<columns {
        amounts.append(Self.amount(of: entry, in: column, table, document))
      }
    }
    self.columns = columns
    self.entries = rows
    self.amounts = amounts
    families = children.compactMap { parent, own in places[parent].map { Family(parent: $0, children: own) } }
      .sorted { $0.parent < $1.parent }
  }

  /// What a row has in a column; nil where that is not certain, or where its amounts do not stand on the line of its
  /// code: then it is the reading that may have moved them.
  private static func amount(
    of entry: TableEntry, in column: Int, _ table: DisclosureTable, _ document: DisclosureDocument
  ) -> Amount? {
    let cells = document.tables.cells
    let placed = table.cell(of: entry, in: column) ?? entry.cells.first { cells[$0].column == column }
    guard let cell = placed ?? (column == 0 ? entry.cells.first : nil) else {
      return entry.isPlaced || entry.cells.isEmpty ? Amount() : nil
    }
    guard let quantity = document.tables.quantities[cell] else { return nil }
    if let code = entry.row.code {
      let range = document.range(ofCell: cell)
      let between = min(code.range.upper, range.lower)..<max(code.range.upper, range.lower)
      if document.text.bytes[between].contains(0x0A) { return nil }
    }
    return Amount(cell: cell, value: quantity.value, step: quantity.step)
  }

  /// The columns whose amounts stand in wrong rows, those that were moved by as much together.
  func displacements() -> [Displacement] {
    var found: [Displacement] = []
    for column in 0..<columns {
      guard let own = displacement(of: column) else { continue }
      if let place = found.firstIndex(where: { $0.rows == own.rows }) {
        found[place].join(own)
      } else {
        found.append(own)
      }
    }
    return found
  }

  /// The amounts of a column that stand in wrong rows, if moving them back makes its sums come out.
  private func displacement(of column: Int) -> Displacement? {
    let failing = families.filter { outcome($0, column, of: nil, movedBy: 0) == false }
    guard failing.count >= Self.leastSums else { return nil }
    let all = 0...entries.count - 1
    var best: (mended: [Family], rows: Int)?
    for rows in Self.distances {
      let mended = failing.filter { outcome($0, column, of: all, movedBy: rows) == true }
      if mended.count > best?.mended.count ?? 0 { best = (mended, rows) }
    }
    guard let (mended, rows) = best, isConvincing(mended, column, rows) else { return nil }
    let places = mended.flatMap(\.rows)
    guard let first = places.min(), let last = places.max() else { return nil }
    // What lies between them must come out as well.
    let between = families.filter { family in family.rows.allSatisfy { $0 >= first && $0 <= last } }
    let against = between.count { outcome($0, column, of: all, movedBy: rows) == false }
    guard against * Self.leastSums <= mended.count else { return nil }
    var moved: [(cell: CellIndex, row: Int)] = []
    var cells: Set<CellIndex> = []
    for place in settled(first...last, column, rows) {
      if let own = amount(place, column)?.cell { cells.insert(own) }
      guard let source = amount(place + rows, column), let cell = source.cell else { continue }
      cells.insert(cell)
      if source.value != 0 { moved.append((cell, entries[place])) }
    }
    return Displacement(amounts: moved, cells: cells, rows: rows, mended: mended.count)
  }

  /// Some moved rows and those beside them whose sums come out only if they are moved too.
  private func settled(_ moved: ClosedRange<Int>, _ column: Int, _ rows: Int) -> ClosedRange<Int> {
    func fails(_ range: ClosedRange<Int>) -> Int {
      families.count { outcome($0, column, of: range, movedBy: rows) == false }
    }
    var (best, least) = (moved, fails(moved))
    func consider(_ range: ClosedRange<Int>) {
      let count = fails(range)
      if count < least { (best, least) = (range, count) }
    }
    for lower in (max(0, moved.lowerBound - Self.reach)..<moved.lowerBound).reversed() {
      consider(lower...moved.upperBound)
    }
    let lower = best.lowerBound
    for upper in moved.upperBound..<min(entries.count, moved.upperBound + Self.reach) { consider(lower...upper) }
    return best
  }

  /// Whether sums that come out are of so many amounts that chance has not made them.
  private func isConvincing(_ mended: [Family], _ column: Int, _ rows: Int) -> Bool {
    let totals = Set(mended.compactMap { amount($0.parent + rows, column)?.value })
    let isSum = mended.contains { family in
      family.children.count { (amount($0 + rows, column)?.value ?? 0) != 0 } >= 2
    }
    return totals.count >= Self.leastSums && isSum
  }

  private func amount(_ row: Int, _ column: Int) -> Amount? {
    row >= 0 && row < entries.count ? amounts[row * columns + column] : nil
  }

  /// Whether a sum comes out where the rows of `moved` have the amounts so many rows further down; nil where it says
  /// nothing.
  private func outcome(_ family: Family, _ column: Int, of moved: ClosedRange<Int>?, movedBy rows: Int) -> Bool? {
    func own(_ row: Int) -> Amount? {
      amount(moved?.contains(row) == true ? row + rows : row, column)
    }
    guard let total = own(family.parent) else { return nil }
    var (miss, steps, isNothing) = (total.value, total.step, total.value == 0)
    for child in family.children {
      guard let part = own(child) else { return nil }
      miss -= part.value
      if part.value != 0 { (steps, isNothing) = (steps + part.step, false) }
    }
    return isNothing ? nil : miss.magnitude * 2 <= steps.magnitude
  }
}
