import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Reads the economic accounts of tables of basic expenditure.
struct BasicExpenditure: RowLook {
  func sight(in table: DisclosureTable, of document: DisclosureDocument) -> BasicExpenditureRows? {
    table.kind == .basicExpenditure ? BasicExpenditureRows(table, in: document) : nil
  }
}

/// The economic accounts of a table of basic expenditure.
struct BasicExpenditureRows {
  /// For each section that has a row, whether it has an amount above zero.
  private(set) var amounts: [AccountCode: Bool] = [:]
  /// The words of the rows that have an amount above zero.
  private var filled: [[UInt16]] = []
  /// Whether the sections add to their classes, or to the total: then no row was lost, nor read
  /// for another.
  private(set) var isComplete = false

  /// Reads the rows of `table`.
  init(_ table: DisclosureTable, in document: DisclosureDocument) {
    var largest: [AccountCode: Int64] = [:]
    var total: Int64 = 0
    for entry in table.entries {
      let amount = entry.cells.map { Self.scaled(document.tables.cells[$0].piece) }.max() ?? 0
      if amount > 0 { filled.append(TitleWords.words(Array(table.words(of: entry)))) }
      if entry.role == .foreign { continue }
      if entry.role == .total || entry.role == .grandTotal { total = max(total, amount) }
      for code in Self.codes(of: entry, words: table.words(of: entry)) {
        largest[code] = max(largest[code, default: 0], amount)
      }
    }
    for (code, amount) in largest where code.level == .section { amounts[code] = amount > 0 }
    let sections = largest.filter { $0.key.level == .section }
    let classes = largest.filter { $0.key.level == .class }
    let sum = sections.reduce(0) { $0 + $1.value }
    // A row that rounds to the second decimal is half a hundredth off.
    let slack = Int64(sections.count + classes.count + 1) * 50
    isComplete = [classes.reduce(0) { $0 + $1.value }, total].contains { $0 > 0 && abs($0 - sum) <= slack }
  }

  /// Whether a row with an amount has the name, at whatever code it was read.
  func isFilled(_ name: [UInt16]) -> Bool { filled.contains { TitleWords.contains($0, name) } }

  /// The accounts that a row is of, by its codes, or by its name where its code stands on another line.
  private static func codes(of entry: TableEntry, words: ArraySlice<UInt16>) -> [AccountCode] {
    var printed: [AccountCode] = []
    for code in [entry.row.code?.value, entry.row.secondCode?.value] {
      guard let code, let account = AccountCode(code), AccountClassification(of: account) == .economicDepartment else {
        continue
      }
      printed.append(account)
    }
    let name = AccountName(units: words)
    // A row that has the code of one account and the name of another is what its name says.
    if printed.count > 1 || printed.first.map({ isNamed($0, name) }) ?? false { return printed }
    guard entry.row.secondCode == nil else { return printed }
    let named = Chart.accounts(named: name, in: .economicDepartment).prefix(1).map(\.code)
    return named.isEmpty ? printed : named
  }

  /// Whether the account that has the code has the name, whole or cut off.
  private static func isNamed(_ code: AccountCode, _ name: AccountName) -> Bool {
    Chart.account(code).map { $0.agreement(with: name) != .different } ?? false
  }

  /// An amount in ten-thousandths of its unit.
  private static func scaled(_ piece: TablePiece) -> Int64 {
    var value = piece.value
    for _ in 0..<max(0, 4 - Int(piece.decimals)) where value < 1_000_000_000_000 { value *= 10 }
    return value
  }
}
