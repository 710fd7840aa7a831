import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Reads the economic accounts of tables of basic expenditure.
struct BasicExpenditure: RowLook {
  func mayLook(atTable number: Int, of document: DisclosureDocument) -> Bool {
    document.tables.tables[number].kind == .basicExpenditure
  }

  func sight(in table: DisclosureTable, of document: DisclosureDocument) -> BasicExpenditureRows? {
    BasicExpenditureRows(table, in: document)
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
    largest.reserveCapacity(table.entries.count)
    var total: Int64 = 0
    let entries = table.entries.span
    for row in entries.indices {
      var largestCell: Int64?
      for cell in entries[row].cells {
        largestCell = max(largestCell ?? .min, Self.scaled(document.tables.cells[cell].piece))
      }
      let amount = largestCell ?? 0
      let words = table.words(of: entries[row])
      if amount > 0 { filled.append(TitleWords.words(words)) }
      if entries[row].role == .foreign { continue }
      if entries[row].role == .total || entries[row].role == .grandTotal { total = max(total, amount) }
      Self.forEachCode(entries[row].row.code, entries[row].row.secondCode, words) { code in
        largest[code] = max(largest[code, default: 0], amount)
      }
    }
    var (sum, sumOfClasses, count): (Int64, Int64, Int64) = (0, 0, 0)
    amounts.reserveCapacity(largest.count)
    for (code, amount) in largest where code.level != .item {
      count += 1
      if code.level == .section {
        amounts[code] = amount > 0
        sum += amount
      } else {
        sumOfClasses += amount
      }
    }
    // A row that rounds to the second decimal is half a hundredth off.
    let slack = (count + 1) * 50
    isComplete = [sumOfClasses, total].contains { $0 > 0 && abs($0 - sum) <= slack }
  }

  /// Whether a row with an amount has the name, at whatever code it was read.
  func isFilled(_ name: [UInt16]) -> Bool { filled.contains { TitleWords.contains($0, name) } }

  /// Calls `body` with the accounts that a row is of, by its codes, or by its name where its code stands on another
  /// line.
  private static func forEachCode(
    _ code: RowCode?, _ other: RowCode?, _ words: ArraySlice<UInt16>, _ body: (AccountCode) -> Void
  ) {
    let (first, second) = (economicCode(code), economicCode(other))
    guard other == nil else {
      if let first { body(first) }
      if let second { body(second) }
      return
    }
    let name = AccountName(units: words)
    // A row that has the code of one account and the name of another is what its name says.
    if let first, isNamed(first, name) { return body(first) }
    if let named = Chart.accounts(named: name, in: .economicDepartment).first?.code ?? first { body(named) }
  }

  /// The account of the department's economic classification that a code is of.
  private static func economicCode(_ code: RowCode?) -> AccountCode? {
    code.flatMap { AccountCode($0.value) }.flatMap {
      AccountClassification(of: $0) == .economicDepartment ? $0 : nil
    }
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
