import DisclosureSyntax
import DisclosureText

/// The columns of a table of the three public expenses, as its head names them from left to right.
///
///     合计 | 因公出国（境）费 | 公务用车购置及运行费 |      |      | 公务接待费
///          |                  | 小计                 | 购置 | 运行 |
struct ExpenseHead: Sendable {
  /// What each column shows, and the cell of the line it stands in, -1 where cells are not marked.
  private(set) var columns: [(field: Int, key: PublicExpenseRow)] = []
  /// Whether cars are named on a line above that of the journeys abroad, so that the lines do not tell their order.
  private(set) var hasCarsAbove = false
  /// Whether each expense has two columns, budget and final figure.
  private(set) var isDoubled = false

  /// Reads the lines before the first row; without columns where these do not name them one by one.
  ///
  /// - Complexity: O(pieces of the head).
  init(_ lines: TableLines, before first: Int, in bytes: [UInt8]) {
    guard first > 0 else { return }
    hasCarsAbove = Self.namesCarsAbove(lines, before: first, bytes)
    guard first <= 8 else { return }
    if lines.lines[..<first].contains(where: \.hasFields) {
      readFields(lines, before: first, bytes)
    } else {
      readPieces(lines, before: first, bytes)
    }
  }

  private mutating func readFields(_ lines: TableLines, before first: Int, _ bytes: [UInt8]) {
    var found: [Int: PublicExpenseRow] = [:]
    for line in 0..<first where lines.lines[line].hasFields {
      let above = found
      for (field, words, last) in Self.cells(lines.pieces(of: line), bytes) {
        guard var key = PublicExpenseRow(words[...]) else { continue }
        // 公务用车购置及运行费 over 公务用车购置费 in one cell.
        let own = words[last...]
        if key == .vehicles, last > 0, PublicExpenseRow(words[..<last]) == .vehicles, RowWords.contains(own, Self.car),
          let narrower = PublicExpenseRow(own)
        {
          key = narrower
        }
        // 小计 below the words over several columns.
        let over = above.keys.filter { $0 <= field }.max().flatMap { above[$0] }
        if key == .whole, over == .vehicles { key = .vehicles }
        // A name that is no part of the one above it has lost the blank cells before it.
        if let same = above[field], same != .vehicles, same != .whole, same != key { return }
        found[field] = key
      }
    }
    columns = found.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    double(by: lines.pieces(of: first - 1), bytes)
  }

  /// Divides the column of each expense where the last line of the head has 预算数 and 决算数 below every one.
  private mutating func double(by pieces: ArraySlice<TablePiece>, _ bytes: [UInt8]) {
    let kinds = Self.cells(pieces, bytes).map { cell in
      (field: cell.field, isFinal: RowWords.contains(cell.words[...], HeadWords.final))
    }
    let pairs = columns.flatMap { [(field: $0.field, isFinal: false), (field: $0.field + 1, isFinal: true)] }
    guard kinds.count == pairs.count, zip(kinds, pairs).allSatisfy({ $0 == $1 }) else { return }
    columns = columns.flatMap { [$0, ($0.field + 1, $0.key)] }
    isDoubled = true
  }

  private static let car = Array("用车".utf16)
  private static let abroad = Array("出国".utf16)

  private static func namesCarsAbove(_ lines: TableLines, before first: Int, _ bytes: [UInt8]) -> Bool {
    var words: [UInt16] = []
    for line in 0..<first {
      words.removeAll(keepingCapacity: true)
      for piece in lines.pieces(of: line) where piece.kind == .text {
        words.appendCharacters(of: piece.range, in: bytes)
      }
      if RowWords.contains(words[...], abroad) { return false }
      if RowWords.contains(words[...], car) { return true }
    }
    return false
  }

  /// The words of each cell of a line, and where those of its last line begin.
  private static func cells(
    _ pieces: ArraySlice<TablePiece>, _ bytes: [UInt8]
  ) -> [(field: Int, words: [UInt16], last: Int)] {
    var result: [(field: Int, words: [UInt16], last: Int)] = []
    for piece in pieces where piece.kind == .text {
      if result.last?.field != Int(piece.field) { result.append((Int(piece.field), [], 0)) }
      result[result.count - 1].last = result[result.count - 1].words.count
      result[result.count - 1].words.appendCharacters(of: piece.range, in: bytes)
    }
    return result
  }

  private mutating func readPieces(_ lines: TableLines, before first: Int, _ bytes: [UInt8]) {
    var words: [UInt16] = []
    let named = (0..<first).map { line in
      let keys = lines.pieces(of: line).map { piece in
        words.removeAll(keepingCapacity: true)
        words.appendCharacters(of: piece.range, in: bytes)
        return PublicExpenseRow(words[...])
      }
      let own = keys.drop { $0 == nil }
      // A column that is not known is none of the three expenses.
      return own.contains { $0 == nil } ? [] : own.compactMap { $0 }
    }
    guard let top = named.firstIndex(where: { $0.contains(.vehicles) && $0.contains(.reception) }) else { return }
    var keys = named[top]
    if !keys.contains(.purchase), top + 1 < first, !named[top + 1].isEmpty {
      var below = named[top + 1][...]
      var whole: [PublicExpenseRow] = []
      for key in keys {
        whole.append(key)
        guard key == .vehicles else { continue }
        guard below.prefix(3).elementsEqual([.whole, .purchase, .operation]) else { return }
        whole += [.purchase, .operation]
        below = below.dropFirst(3)
      }
      guard below.isEmpty else { return }
      keys = whole
    }
    // Each set begins with its total.
    guard keys.first == .whole else { return }
    columns = keys.map { (-1, $0) }
  }

  /// The columns as a tree: each expense below the one it is part of, where all parts of that are there; nil
  /// where nothing is the sum of anything. A column that was named before begins the next set.
  func forest() -> ColumnForest? {
    var parents = Array(filledWith: -1, count: columns.count)
    var start = 0
    while start < columns.count {
      var places: [PublicExpenseRow: Int] = [:]
      var end = start
      while end < columns.count, places[columns[end].key] == nil {
        places[columns[end].key] = end
        end += 1
      }
      if columns[start].field < 0, columns[start].key != .whole { return nil }
      for (key, place) in places where !key.parts.isEmpty && key.parts.allSatisfy({ places[$0] != nil }) {
        for part in key.parts { if let own = places[part] { parents[own] = place } }
      }
      start = end
    }
    guard parents.contains(where: { $0 >= 0 }) else { return nil }
    if isDoubled { parents = parents.flatMap { $0 < 0 ? [-1, -1] : [$0 * 2, $0 * 2 + 1] } }
    return ColumnForest(parents: parents)
  }
}

extension TableBuilder {
  /// The columns of the three public expenses as the head names them, and where the amounts of some rows stand in
  /// them; nil where the head does not tell.
  func namedExpenseGrid(_ printed: [Int]) -> ColumnGrid? {
    guard table.expenses.isEmpty, let head = expenseHead, let forest = head.forest(), forest.parents.first == -1,
      head.columns.count <= ColumnSet.limit
    else { return nil }
    var columnOf: [Int: Int] = [:]
    for (column, named) in head.columns.enumerated() { columnOf[named.field] = column }
    let isMarked = head.columns[0].field >= 0
    // What keeps its columns by blanks is placed by its edges; a head in fragments may name another column.
    guard isMarked || !keepsColumns && !namesOthers else { return nil }
    let placer = RowPlacer(forest: forest, tolerance: 100, scale: 10_000)
    var placements: [Placements] = []
    for row in printed {
      let own = table.entries[row].cells
      if isMarked {
        var placement = Placement()
        for (index, cell) in own.enumerated() {
          guard let column = columnOf[Int(cells[cell].piece.field)] else { return nil }
          placement[column] = index
        }
        placements.append(Placements(placement))
      } else {
        guard own.count <= forest.parents.count else { return nil }
        let amounts = own.enumerated().map { index, cell in
          ColumnGridReader.Amount(value: value(cell), index: index, edges: (0, 0), field: -1)
        }
        let found = placer.placements(amounts[...])
        guard !found.isEmpty else { return nil }
        placements.append(found)
      }
    }
    // More than one slip in a row says that the head was not read as it is.
    for (row, found) in zip(printed, placements) where hasAmounts(row) {
      let amounts = forest.parents.indices.map { column in
        found[0][column].map { value(table.entries[row].cells.lowerBound + $0) } ?? 0
      }
      guard check(forest, amounts).breaks == 0 || isOneSlip(forest, amounts) else { return nil }
    }
    var grid = ColumnGrid(forest: forest, placements: placements)
    grid.support = Array(filledWith: ColumnGrid.Support(holds: 5), count: forest.parents.count)
    return grid
  }
}
