import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Codes in prose with a name behind them, or before them in brackets: `2050202小学教育10.00万元`, `小学教育（2050202）`,
/// `商品和服务支出（302）`.
extension AccountNameRule {
  func proseFindings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(NamedCodes(), in: document).flatMap { seen -> [Finding] in
      let text = document.tree.blocks[seen.block].block.text
      return seen.sight.map { named in
        let printed = text.string(in: named.name)
        return Self.info.finding(
          text.sourceRange(of: named.name),
          LocalizedText(
            "科目名称与编码不符：\(named.account.code) 是“\(named.account.name)”，文中为“\(printed)”",
            "code and name disagree: \(named.account.code) is “\(named.account.name)”, the text has “\(printed)”"),
          fixes: named.isSlip
            ? [.replacing(named.name, in: text, by: named.account.name, isPreferred: true, isSafe: false)] : [])
      }
    }
  }
}

/// Codes of items in a paragraph, `2050202`, with the name of another account behind them, or any before their brackets.
private struct NamedCodes: BlockLook {
  static var signals: BlockSignals { .text }

  struct NamedCode {
    /// The account that has the code.
    var account: Account
    /// Where the name stands.
    var name: Range<Int>
    /// Whether the name is that of the account but for a slip of the pen.
    var isSlip: Bool
  }

  /// The digits of the code of an item, and of all codes.
  private static let length = 7
  private static let lengths = [3, 5, 7]

  func sight(in text: BlockText) -> [NamedCode]? {
    let units = text.units
    var found: [NamedCode] = []
    var at = 0
    while true {
      at = units.indexOfDigit(from: at)
      guard at < units.count else { break }
      let start = at
      while at < units.count, Mark.isDigit(units[at]) { at += 1 }
      guard Self.lengths.contains(at - start), start == 0 || !Self.joins(units[start - 1]) else { continue }
      let code = units[start..<at]
      let isBracketed =
        start > 0 && at < units.count && Mark.isOpeningBracket(units[start - 1]) && Mark.isClosingBracket(units[at])
      // Three and five digits by themselves may be any number.
      guard isBracketed || code.count == Self.length else { continue }
      let named = isBracketed ? named(code, before: start - 1, in: units) : named(code, behind: at, in: units)
      if let named { found.append(named) }
    }
    return found.isEmpty ? nil : found
  }

  /// The account whose code `digits` are, if what stands behind them names another one.
  private func named(_ digits: ArraySlice<UInt16>, behind end: Int, in units: [UInt16]) -> NamedCode? {
    var start = end
    while start < units.count, Self.leads(units[start]) { start += 1 }
    var stop = start
    while stop < units.count, Self.isOfName(units[stop]) { stop += 1 }
    return named(digits, start..<stop, in: units)
  }

  /// The same for what stands before the brackets of the code, which must be a name from its first character on.
  private func named(_ digits: ArraySlice<UInt16>, before bracket: Int, in units: [UInt16]) -> NamedCode? {
    var start = bracket
    while start > 0, Self.isOfName(units[start - 1]) { start -= 1 }
    guard let named = named(digits, start..<bracket, in: units) else { return nil }
    // 人大事务行政运行（2010101）: its path before its name.
    let own = Array(named.account.name.utf16)
    return units[start..<bracket].suffix(own.count).elementsEqual(own) ? nil : named
  }

  private func named(_ digits: ArraySlice<UInt16>, _ words: Range<Int>, in units: [UInt16]) -> NamedCode? {
    guard words.count >= 2, let code = AccountCode(ascii: digits.map { UInt8(truncatingIfNeeded: $0) }),
      let account = Chart.account(code), account.classification == .functional || digits.count < Self.length,
      ChainJudgement.certain(account)
    else { return nil }
    let (start, stop) = (words.lowerBound, words.upperBound)
    let name = AccountName(units: units[start..<stop])
    guard account.agreement(with: name) == .different, !name.bytes.starts(with: account.comparedName.bytes) else {
      return nil
    }
    // 2210201住房改革支出—住房公积金: its path.
    if Self.isPath(name, of: code) { return nil }
    let isItem = digits.count == Self.length
    let isSlip = isItem && account.nameLength == stop - start && account.comparedName.isSlip(of: name)
    let isOther = Chart.accounts(named: name, in: account.classification)
      .contains { ChainJudgement.certain($0) && $0.status != .abolished && (isItem || $0.level == account.level) }
    return isSlip || isOther ? NamedCode(account: account, name: start..<stop, isSlip: isSlip) : nil
  }

  /// Whether a name is that of the class or the section of an account.
  private static func isPath(_ name: AccountName, of code: AccountCode) -> Bool {
    [AccountLevel.class, .section].contains { level in
      guard let account = Chart.account(code.ancestor(at: level)) else { return false }
      return account.agreement(with: name) != .different || name.bytes.starts(with: account.comparedName.bytes)
    }
  }

  /// Whether a character before digits makes them part of something else.
  private static func joins(_ unit: UInt16) -> Bool { unit == 0x2E || unit == 0x2C || unit == 0x2D }

  /// Whether a character may stand between a code and its name.
  private static func leads(_ unit: UInt16) -> Bool {
    unit == 0x20 || unit == 0x3000 || unit == 0x2D || unit == 0x201C
  }

  /// Whether a character is one of a name: a Chinese one.
  private static func isOfName(_ unit: UInt16) -> Bool { (0x4E00...0x9FFF).contains(unit) }
}
