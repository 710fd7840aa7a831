import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Rows of tables, where code and name stand side by side.
extension AccountNameRule {
  func rowFindings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    cutCodes(in: document, &memory)
      + memory.sights(RowNames(), in: document).flatMap { seen in
        seen.sight.map { $0.moved(by: document.tables.tables[seen.table].range.lower) }
      }
  }
}

/// What is wrong with the codes and names of the rows of one table; places are counted from its first byte.
struct RowNames: RowLook {
  func mayLook(atTable number: Int, of document: DisclosureDocument) -> Bool {
    let rows = document.tables.tables[number].entries
    return rows.indices.contains { rows[$0].isMisfiled || rows[$0].row.code != nil }
  }

  func sight(in table: DisclosureTable, of document: DisclosureDocument) -> [Finding]? {
    let found = findings(in: table, of: document)
    return found.isEmpty ? nil : found.map { $0.moved(by: -table.range.lower) }
  }

  private func findings(in table: DisclosureTable, of document: DisclosureDocument) -> [Finding] {
    var agreeing = 0
    var findings: [Finding] = []
    var strangers: [Finding] = []
    let entries = table.entries.span
    let bytes = document.text.bytes
    let isEconomic = table.head.contains(HeadWords.departmentEconomic) && !table.head.contains(HeadWords.functional)
    for row in entries.indices where !entries[row].row.label.isEmpty {
      if entries[row].isMisfiled {
        if let finding = misfiled(entries[row], table, in: document) { findings.append(finding) }
        continue
      }
      guard entries[row].role != .foreign, let printed = entries[row].row.code, printed.isAccount,
        let code = AccountCode(printed.value)
      else { continue }
      guard let account = Chart.account(code) else {
        if let finding = unknownCode(code, entries[row], table, in: document) { strangers.append(finding) }
        continue
      }
      if isEconomic, let finding = strayCode(code, account, row, table, in: document) {
        findings.append(finding)
      } else if hasNewestName(account, table, row, bytes.span) || agrees(table, row, account, in: document) {
        agreeing += 1
      } else if let finding = misnamed(table, entries[row], account, in: document) {
        findings.append(finding)
      }
    }
    // Where several names are off, they stand beside the wrong rows only as the text was extracted.
    if strangers.count == 1, agreeing >= 4 { findings += strangers }
    if agreeing >= 4 { findings += repeated(in: table, of: document) + splitCode(in: table, of: document) }
    let misnamed = findings.count { $0.message.chinese.hasPrefix(Self.misnaming) }
    guard misnamed > 0 else { return findings }
    return misnamed <= 2 && agreeing >= 4 * misnamed
      ? findings : findings.filter { !$0.message.chinese.hasPrefix(Self.misnaming) }
  }

  private static let misnaming = "科目名称与编码不符"

  // MARK: Names

  /// Whether row `row` has the newest name of `account`, as nearly all have.
  private func hasNewestName(_ account: Account, _ table: DisclosureTable, _ row: Int, _ bytes: Span<UInt8>) -> Bool {
    let labels = table.labels.span
    var (at, end) = (table.entries[row].row.label.lowerBound, table.entries[row].row.label.upperBound)
    while at < end, !account.isNewestName(utf8: bytes.extracting(labels[at].lower..<labels[at].upper)) { at += 1 }
    return at < end
  }

  /// Whether row `row` has a name of `account`.
  private func agrees(
    _ table: DisclosureTable, _ row: Int, _ account: Account, in document: DisclosureDocument
  ) -> Bool {
    let entries = table.entries.span
    let bytes = document.text.bytes
    for label in table.label(of: entries[row])
    where account.agreement(withUTF8: bytes[label.lower..<label.upper]) != .different { return true }
    let entry = entries[row]
    let words = TitleWords.words(table.words(of: entry))
    func isLike(_ name: String) -> Bool {
      let name = TitleWords.words(Array(name.utf16))
      return TitleWords.contains(words, name) || TitleWords.contains(name, words)
    }
    return words.count < 2 || isLike(account.name) || account.olderNames.contains { isLike($0.name) }
  }

  private func misnamed(
    _ table: DisclosureTable, _ entry: TableEntry, _ account: Account, in document: DisclosureDocument
  ) -> Finding? {
    guard ChainJudgement.certain(account), let label = table.label(of: entry).first, entry.row.label.count == 1 else {
      return nil
    }
    let text = document.runningText(of: label)
    let printed = text.string(in: 0..<text.count)
    let name = AccountName(printed)
    if DepartmentOrUnit.explains(printed, account.name) { return nil }
    let isSlip = AccountName(account.name).isSlip(of: name)
    let owner = Chart.accounts(named: name, in: account.classification)
      .first { ChainJudgement.certain($0) && $0.status != .abolished }
    // A name that no account has may be a new one, or a project's.
    let isStranger = !isSlip && owner == nil
    if isStranger, !text.units.allSatisfy(Mark.isIdeograph) || account.level != .item || printed.contains("部门") {
      return nil
    }
    let belongs =
      owner.map { LocalizedText("；“\(printed)”是 \($0.code)", "; “\(printed)” is \($0.code)") } ?? LocalizedText("", "")
    return AccountNameRule.info.finding(
      label,
      LocalizedText(
        "\(Self.misnaming)：\(account.code) 是“\(account.name)”，表中为“\(printed)”",
        "code and name disagree: \(account.code) is “\(account.name)”, the table has “\(printed)”") + belongs,
      severity: isStranger ? .hint : nil,
      fixes: isSlip
        ? [.replacing(0..<text.count, in: text, by: account.name, isPreferred: true, isSafe: false)] : [])
  }

  // MARK: Codes

  /// A code that no chart has, beside the name of an account of the same section that the table does
  /// not list: a digit of it is wrong.
  private func unknownCode(
    _ code: AccountCode, _ entry: TableEntry, _ table: DisclosureTable, in document: DisclosureDocument
  ) -> Finding? {
    guard code.level == .item, let printed = entry.row.code, let label = table.label(of: entry).first,
      entry.row.label.count == 1
    else { return nil }
    let text = document.runningText(of: label)
    let digits = code.description.utf8.dropLast(2)
    let owner = Chart.accounts(named: AccountName(units: text.units[...]), in: .functional).first { account in
      account.level == .item && ChainJudgement.certain(account) && account.status != .abolished
        && account.code.description.utf8.dropLast(2).elementsEqual(digits)
    }
    guard let owner,
      !table.entries.contains(where: { $0.row.code.map { AccountCode($0.value) == owner.code } ?? false })
    else { return nil }
    return AccountNameRule.info.finding(
      printed.range,
      LocalizedText(
        "科目编码有误：没有 \(code)，“\(owner.name)”是 \(owner.code)",
        "there is no account \(code); “\(owner.name)” is \(owner.code)"))
  }

  /// A functional account in a table that is by economic classification alone.
  private func strayCode(
    _ code: AccountCode, _ account: Account, _ row: Int, _ table: DisclosureTable,
    in document: DisclosureDocument
  ) -> Finding? {
    guard account.classification == .functional, code.level == .item, let printed = table.entries[row].row.code,
      agrees(table, row, account, in: document)
    else { return nil }
    return AccountNameRule.info.finding(
      printed.range,
      LocalizedText(
        "科目分类有误：本表按经济分类，\(code) 是功能分类“\(account.name)”",
        "wrong classification: the table is by economic classification, \(code) is the functional account “\(account.name)”"
      ))
  }
}
