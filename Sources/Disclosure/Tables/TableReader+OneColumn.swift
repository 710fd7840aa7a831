import DisclosureSyntax
import DisclosureText
import Ledger

/// Tables whose cells stand on a line each: they are read where the arithmetic proves the rows.
extension TableReader {
  /// What the rows of such a table are.
  enum OneColumnForm {
    /// Accounts with their codes.
    case coded
    /// Accounts with their codes, each of which has as many amounts as every other, so that none can have lost one.
    case evenlyCoded
    /// Names, of projects mostly, with their amounts, and their total.
    case labelled
    /// Codes or names, and as many amounts in each column, printed column by column.
    case columns
    /// Numbered names of revenue and expenditure.
    case list
    /// One row of the three public expenses, whose columns the head names.
    case expenses
    /// Accounts by their names, their codes being printed apart from them.
    case named
    /// The three public expenses one under the other, each with as many amounts.
    case expenseRows
  }

  /// What the rows are; nil where nothing tells that they were put together as they were printed.
  func oneColumnForm(_ table: TableRows, _ head: TableHead, _ description: TableDescription?) -> OneColumnForm? {
    let printed = table.rows.filter { !$0.amounts.isEmpty }
    if let row = printed.first, printed.count == 1, description?.kind == .threePublic,
      (3...12).contains(row.amounts.count), row.code == nil, row.label.isEmpty
    {
      return .expenses
    }
    if description?.kind == .threePublic, areExpenseRows(printed, table) { return .expenseRows }
    // Whole amounts without separators cannot be told from codes and numbers of lines.
    let areAmounts = printed.allSatisfy { row in
      row.amounts.count <= 12 && table.amounts[row.amounts].allSatisfy { $0.kind != .integer || $0.value == 0 }
    }
    guard areAmounts, printed.count >= 3 else { return nil }
    let coded = printed.count { $0.code?.isAccount == true }
    if coded >= 3, coded * 4 >= printed.count * 3 { return areEven(table.rows) ? .evenlyCoded : .coded }
    let numbered = printed.count { $0.isNumbered && $0.code == nil }
    let isList = head.isSideBySide && numbered >= 3 && numbered * 2 >= printed.count && coded == 0
    // A name without an amount may have lost it to another.
    if isList, printed.allSatisfy({ !$0.label.isEmpty && $0.amounts.count <= 4 }) { return .list }
    return description?.kind == .projects && areLabelled(table, below: head) ? .labelled : nil
  }

  /// Whether all rows have equally many amounts.
  private func areEven(_ rows: [TableRow]) -> Bool {
    guard let count = rows.first?.amounts.count, count > 0 else { return false }
    return rows.allSatisfy { $0.amounts.count == count }
  }

  /// Whether all rows are words and amounts behind them, and one is the total, whose word may be taken for the end
  /// of the head.
  private func areLabelled(_ table: TableRows, below head: TableHead) -> Bool {
    guard let first = table.rows.first, !head.isSideBySide else { return false }
    let isTotalFirst = first.label.isEmpty && isTotal(head.words.suffix(2))
    return table.rows.allSatisfy { $0.code == nil && !$0.amounts.isEmpty }
      && table.rows.dropFirst(isTotalFirst ? 1 : 0).allSatisfy { !$0.label.isEmpty }
      && (isTotalFirst || table.rows.contains { isTotal(words(table.labels[$0.label])[...]) })
  }

  private func isTotal(_ label: ArraySlice<UInt16>) -> Bool {
    label.elementsEqual("合计".utf16) || label.elementsEqual("总计".utf16)
  }

  /// Whether rows name the three public expenses, nearly all of them, and have equally many amounts, so that none can
  /// have lost one to another.
  private func areExpenseRows(_ printed: [TableRow], _ table: TableRows) -> Bool {
    let count = printed.reduce(0) { max($0, $1.amounts.count) }
    guard (1...4).contains(count), printed.count >= 4, printed.allSatisfy({ $0.code == nil }),
      // What has lost an amount has none that would tell which.
      printed.allSatisfy({ row in
        row.amounts.count == count || table.amounts[row.amounts].allSatisfy { $0.value == 0 }
      })
    else { return false }
    return printed.count { PublicExpenseRow(words(table.labels[$0.label])[...]) != nil } * 4 >= printed.count * 3
  }

  /// Where the rows of the three public expenses begin, one cell a line: at the words before the first number, however
  /// it is written; nil where the numbers are no such rows but one below a head.
  func expenseRowBegin(_ lines: TableLines) -> Int? {
    var begin: Int?
    var last: Int?
    var isBehindNumber = false
    var named = 0
    for line in 0..<lines.count {
      for piece in lines.pieces(of: line) {
        if piece.kind == .text {
          if isBehindNumber, begin != nil, PublicExpenseRow(words([piece.range])[...]) != nil { named += 1 }
          last = line
          isBehindNumber = false
        } else if piece.isNumber {
          if begin == nil, let last, isExpense(lines.pieces(of: last)) { begin = last }
          isBehindNumber = true
        }
      }
    }
    return named >= 3 ? begin : nil
  }

  /// Whether words name a row of a table of the three public expenses.
  private func isExpense(_ pieces: ArraySlice<TablePiece>) -> Bool {
    let name = words(pieces.filter { $0.kind == .text }.map(\.range)[...])[...]
    return PublicExpenseRow(name) != nil || PublicExpenseRow.isOther(name)
  }

  /// Gives the rows of a list their sides, as far as their words tell.
  func settleSides(_ table: inout TableRows) {
    var hasTotal = false
    for index in table.rows.indices {
      let units = words(table.labels[table.rows[index].label])
      let numbering = Numbering.read(units)
      let name = units.dropFirst(numbering?.length ?? 0)
      table.rows[index].side = RevenueWords.begin(name, ordinal: numbering?.value ?? 0) ? 0 : 1
      // 总计 stands below both.
      if isTotal(units[...]) {
        hasTotal.toggle()
        if hasTotal { table.rows[index].side = 0 }
      }
    }
  }

  /// Whether the sums of a table, the laws from `first` on, show that its rows were put together as they were printed.
  func isProven(from first: Int, _ form: OneColumnForm) -> Bool {
    let laws = model.laws
    var (holds, long, breaks) = (0, 0, 0)
    var suspects: Set<CellIndex>?
    for law in laws.list[first...] where law.kind != .bound && law.kind != .growth {
      // Rows that their names tell need no more than that they add up, whatever shows it.
      guard law.evidence == .stated || form == .expenseRows else { continue }
      let total = ColumnGridReader.scaled(model.cells[law.total].piece, 4)
      let parts = laws.parts(of: law).reduce(Int64(0)) { $0 + abs(ColumnGridReader.scaled(model.cells[$1].piece, 4)) }
      if total == 0, parts == 0 { continue }
      if abs(total - parts) <= Int64(law.parts.count + 1) * 100 {
        holds += 1
        // Many amounts do not add up by chance.
        if laws.parts(of: law).count(where: { model.cells[$0].piece.value != 0 }) >= 3 { long += 1 }
      } else {
        breaks += 1
        let own = Set([law.total] + laws.parts(of: law))
        suspects = suspects.map { $0.intersection(own) } ?? own
      }
    }
    let areMany = holds + long >= 6 && breaks * 5 <= holds + long
    // One slip explains all that does not hold.
    let isOneSlip = !(suspects?.isEmpty ?? false)
    switch form {
    case .coded: return areMany || holds + long >= 6 && isOneSlip && breaks * 3 <= holds + long
    case .evenlyCoded: return areMany || holds + long >= 3 && isOneSlip && breaks <= holds + long
    case .columns: return holds + long >= 3 && isOneSlip && breaks * 2 <= holds + long
    case .labelled: return holds >= 4 && isOneSlip && breaks * 2 <= holds
    case .list: return holds >= 2 && breaks <= holds
    // Nothing but amounts, in the order of the columns: no row can have lost one to another.
    case .expenses: return true
    case .named: return holds >= 8 && breaks * 3 <= holds && isOneSlip
    case .expenseRows: return holds + breaks >= 1 && breaks <= 2 && isOneSlip
    }
  }

  /// Lets rows that are doubtful only support what others show; the laws of the table are those from `first` on.
  mutating func weaken(from first: Int, of table: DisclosureTable, on doubtful: Set<Int>) {
    let rows = Set(table.entries.indices.filter { doubtful.contains(table.entries[$0].row.lines.lowerBound) })
    guard !rows.isEmpty else { return }
    let (parts, cells) = (model.laws.parts, model.cells)
    model.laws.rest(from: first, on: .discovered) { law in
      law.evidence == .stated
        && (rows.contains(cells[law.total].row) || parts[law.parts].contains { rows.contains(cells[$0].row) })
    }
  }
}
