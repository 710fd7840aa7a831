import Accounts
import DisclosureSyntax
import DisclosureText

/// Puts the cells of a table of accounts together to rows where codes were printed apart from names:
///
///     201 / 03 / 201 / 03 / 01 / 一般公共服务支出 / 90,000 / 60,000 / 30,000 / 行政运行 / 60,000 …
///
/// A row is a name and as many amounts as most names have; names tell the accounts, which ascend. Amounts
/// without a name are those of a name printed further below, or of the account that the next one is part of.
struct NamedRowsReader {
  /// The rows.
  private(set) var table = TableRows()

  let bytes: [UInt8]
  private(set) var classification = AccountClassification.functional
  /// The account of the last row that has one.
  private(set) var last: Account?
  /// The rows behind the last named one whose names were not met yet.
  private var nameless: [Int] = []
  /// The number of amounts of a row.
  private var width = 0

  /// What stands between two names: the words, and the amounts behind them.
  private struct Run {
    var line: Int
    var words: [TextRange] = []
    var amounts: [TablePiece] = []
  }

  /// Reads the cells from line `first` on, those of lines that are `skipped` left out; nil where the names do not
  /// tell every row.
  ///
  /// - Complexity: O(pieces · log *n*) for *n* accounts.
  init?(_ lines: TableLines, from first: Int, without skipped: Set<Int>, in bytes: [UInt8]) {
    self.bytes = bytes
    guard var runs = Self.runs(lines, from: first, without: skipped), runs.count >= 6 else { return nil }
    let trailing = runs.last?.amounts.isEmpty ?? false ? runs.removeLast().words : []
    guard let width = Self.width(of: runs) else { return nil }
    self.width = width
    if runs.count(where: { $0.words.last.map { accounts($0, .functional).isEmpty } ?? true }) * 2 > runs.count {
      classification = .economicDepartment
    }
    for run in runs { guard take(run) else { return nil } }
    let namesTotal = trailing.contains { RowWords.isTotal($0, in: bytes) }
    let endsInTotal = nameless.count == 1 && (namesTotal || addsClasses(nameless[0]))
    guard nameless.isEmpty || endsInTotal else { return nil }
    guard table.rows.count(where: { $0.code != nil }) >= 5 else { return nil }
  }

  // MARK: Cells

  private static func runs(_ lines: TableLines, from first: Int, without skipped: Set<Int>) -> [Run]? {
    var runs: [Run] = []
    for line in first..<max(first, lines.count) where !skipped.contains(line) {
      for piece in lines.pieces(of: line) {
        switch piece.kind {
        case .text:
          if runs.last?.amounts.isEmpty ?? false {
            runs[runs.count - 1].words.append(piece.range)
          } else {
            runs.append(Run(line: line, words: [piece.range]))
          }
        case .integer where piece.value != 0 || piece.digits > 1:
          // The parts of codes; whole amounts without separators cannot be told from them.
          guard [2, 3, 5, 7].contains(piece.digits) else { return nil }
        case .percentage: return nil
        default:
          // The first name may have been printed among the words of the head.
          if runs.isEmpty { runs.append(Run(line: line)) }
          runs[runs.count - 1].amounts.append(piece)
        }
      }
    }
    return runs
  }

  /// How many amounts most rows have; nil where some have others.
  private static func width(of runs: [Run]) -> Int? {
    var counts: [Int: Int] = [:]
    for run in runs { counts[run.amounts.count, default: 0] += 1 }
    guard let width = counts.max(by: { ($0.value, -$0.key) < ($1.value, -$1.key) }), 2...12 ~= width.key,
      width.value * 2 > runs.count, counts.keys.allSatisfy({ $0 % width.key == 0 })
    else { return nil }
    return width.key
  }

  // MARK: Rows

  /// Takes the rows of a run; false where its name is not known.
  private mutating func take(_ run: Run) -> Bool {
    let isNameless = run.words.isEmpty
    guard let (own, account) = isNameless ? (0..<0, nil) : name(of: run) else { return false }
    guard settleNameless(run.words[..<own.lowerBound], before: account) else { return false }
    for start in stride(from: 0, to: run.amounts.count, by: width) {
      let isNamed = start == 0 && !isNameless
      append(run.amounts[start..<(start + width)], at: run.line, isNamed ? Array(run.words[own]) : [])
      if isNamed { identify(table.rows.count - 1, account) } else { nameless.append(table.rows.count - 1) }
    }
    return true
  }

  /// The words that name the row, and its account, nil for the total; nil where they are none of either.
  private func name(of run: Run) -> (words: Range<Int>, account: Account?)? {
    let words = run.words
    for count in 1...max(1, min(4, words.count)) where count <= words.count {
      let own = words.count - count..<words.count
      if let account = next(joined(words[own]), afterNameless: nameless.count) { return (own, account) }
      if count == 1, RowWords.isTotal(words[own.lowerBound], in: bytes) { return (own, nil) }
    }
    // The head of the table was printed behind the first name.
    let named = words.indices.filter { next(joined(words[$0...$0]), afterNameless: 0) != nil }
    guard named.count == 1, let only = named.first, nameless.isEmpty else { return nil }
    return (only..<only + 1, next(joined(words[only...only]), afterNameless: 0))
  }

  /// Gives nameless rows the accounts that words before the next name say, or those that the next one is part of.
  private mutating func settleNameless(_ words: ArraySlice<TextRange>, before account: Account?) -> Bool {
    guard !nameless.isEmpty else { return true }
    let start = last
    var found: [(account: Account, range: TextRange?)] = []
    for word in words {
      guard let account = next(joined([word]), afterNameless: 0) else { continue }
      found.append((account, word))
      last = account
    }
    last = start
    if found.count != nameless.count, let account {
      found = ancestors(of: account).filter { above in !isAbove(above, start) }.map { ($0, nil) }
    }
    if found.count != nameless.count, words.contains(where: { RowWords.isTotal($0, in: bytes) }), nameless.count == 1 {
      nameless = []
      return true
    }
    guard found.count == nameless.count else { return false }
    for (row, found) in zip(nameless, found) { identify(row, found.account) }
    nameless = []
    return true
  }

  /// Whether the amounts of a row are those of the classes together, but for one column.
  private func addsClasses(_ row: Int) -> Bool {
    let classes = table.rows.filter { $0.code?.digits == 3 }
    let misses = (0..<width).count { column in
      let sum = classes.reduce(Int64(0)) { $0 + value($1, column) }
      return sum != value(table.rows[row], column)
    }
    return classes.count >= 2 && misses <= 1
  }

  private func value(_ row: TableRow, _ column: Int) -> Int64 {
    ColumnGridReader.scaled(table.amounts[row.amounts.lowerBound + column], 4)
  }

  private mutating func append(_ amounts: ArraySlice<TablePiece>, at line: Int, _ words: [TextRange]) {
    var row = TableRow(lines: line...line)
    row.label = table.labels.count..<table.labels.count + words.count
    row.ownLabel = row.label.lowerBound
    row.amounts = table.amounts.count..<table.amounts.count + amounts.count
    table.labels += words
    table.amounts += amounts
    table.rows.append(row)
  }

  private mutating func identify(_ row: Int, _ account: Account?) {
    guard let account else { return }
    last = account
    let digits = Int64(account.code.digits)
    let start =
      table.labels.indices.contains(table.rows[row].label.lowerBound) && !table.rows[row].label.isEmpty
      ? table.labels[table.rows[row].label.lowerBound] : table.amounts[table.rows[row].amounts.lowerBound].range
    table.rows[row].code = RowCode(
      value: digits, digits: digits < 1000 ? 3 : digits < 100_000 ? 5 : 7, range: start)
  }
}
