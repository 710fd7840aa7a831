import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

extension RowNames {
  /// A row whose account stands a second time below one and the same account, where the sum above counts both.
  ///
  /// A row that a page end printed twice has the same amounts, and the sum above counts it once. Tables by unit, by
  /// project or by fund list an account more than once throughout.
  ///
  /// - Complexity: O(*rows*), and O(*rows*) more for each code that does not ascend.
  func repeated(in table: DisclosureTable, of document: DisclosureDocument) -> [Finding] {
    var last: Int64 = 0
    var again: [(row: Int, former: Int)] = []
    var rows = 0
    let entries = table.entries.span
    for row in entries.indices where entries[row].role == .account && !entries[row].isMisfiled {
      guard let code = entries[row].row.code, code.isAccount, entries[row].row.secondCode == nil else { continue }
      rows += 1
      defer { last = code.value }
      guard code.value <= last, let former = Self.former(row, code.value, in: table) else { continue }
      // What begins with a class anew, or with the name of a unit or a fund, is a part of the table by itself.
      if code.digits <= 3 || table.entries[former...row].contains(where: { $0.role != .account }) { return [] }
      again.append((row, former))
    }
    guard again.count == 1, rows >= 5, let (row, former) = again.first, areBothParts(row, former, table, document),
      let printed = table.entries[row].row.code, let code = AccountCode(printed.value),
      let account = Chart.account(code)
    else { return [] }
    return [
      AccountNameRule.info.finding(
        printed.range,
        LocalizedText(
          "科目重复：\(code)“\(account.name)”在本表中已有一行，上级科目把两行都计入了",
          "the account stands twice: \(code) “\(account.name)” has a row already, and the sum above counts both"),
        related: [
          RelatedPlace(
            range: table.entries[former].row.code?.range ?? printed.range,
            message: LocalizedText("另一行", "the other row"))
        ])
    ]
  }

  /// The row before `row` with the same code and the same words.
  private static func former(_ row: Int, _ code: Int64, in table: DisclosureTable) -> Int? {
    let entries = table.entries.span
    for other in (0..<row).reversed()
    where entries[other].row.code?.value == code && entries[other].role == .account
      && entries[other].side == entries[row].side && !entries[other].isMisfiled
      && table.words(of: entries[other]).elementsEqual(table.words(of: entries[row]))
    {
      return other
    }
    return nil
  }

  /// Whether two rows with other amounts are parts of one account, whose amount is the sum of its parts only with
  /// both of them.
  private func areBothParts(
    _ row: Int, _ former: Int, _ table: DisclosureTable, _ document: DisclosureDocument
  ) -> Bool {
    guard let parent = table.entries[row].parent, table.entries[former].parent == parent else { return false }
    func amount(_ row: Int, _ column: Int) -> Int64 {
      table.cell(of: table.entries[row], in: column).map { document.tables.cells[$0].piece.value } ?? 0
    }
    let columns = table.entries[parent].columns.count
    let parts = table.entries.indices.filter { table.entries[$0].parent == parent }
    var isTelling = false
    for column in 0..<columns {
      guard amount(parent, column) == parts.reduce(0, { $0 + amount($1, column) }) else { return false }
      isTelling = isTelling || amount(row, column) != 0 && amount(former, column) != 0
    }
    return isTelling && (0..<columns).contains { amount(row, $0) != amount(former, $0) }
  }

  /// The one code with a blank inside, `21303 14`, where no other has one: a hint, for extraction splits words too.
  func splitCode(in table: DisclosureTable, of document: DisclosureDocument) -> [Finding] {
    let entries = table.entries.span
    var split: RowCode?
    for row in entries.indices {
      guard let code = entries[row].row.code, code.digits == Self.itemLength, code.range.count > Self.itemLength else {
        continue
      }
      guard split == nil, code.range.count == Self.itemLength + 1 else { return [] }
      split = code
    }
    guard let code = split else { return [] }
    return [
      AccountNameRule.info.finding(
        code.range,
        LocalizedText("科目编码中有空格：应为 \(code.value)", "a blank stands inside the code \(code.value)"),
        severity: .hint,
        fixes: [
          Fix(
            title: LocalizedText("删去空格", "remove the blank"), isPreferred: true, isSafe: false,
            edits: [TextEdit(range: code.range, text: "\(code.value)")])
        ])
    ]
  }

  /// The digits of the code of an item.
  private static let itemLength = 7
}
