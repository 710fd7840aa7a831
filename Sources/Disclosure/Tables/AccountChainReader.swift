import Accounts
import DisclosureSyntax
import DisclosureText

/// Reads which account the words before an amount name.
struct AccountChainReader {
  /// The account at the end of a chain such as `社会保障和就业支出（类）行政事业单位养老支出（款）`,
  /// `教育支出-普通教育-小学教育` or of the name of a class; nil where the chart has none.
  static func account(_ units: some Collection<UInt16>) -> Int64? {
    if !isChain(units) { return classAccount(units.lazy.filter { !Mark.isQuote($0) && !Mark.isDigit($0) }) }
    var names: [[UInt16]] = [[]]
    var bracket: [UInt16]?
    for unit in units {
      if Mark.isQuote(unit) || Mark.isDigit(unit) && bracket == nil { continue }
      if Mark.isOpeningBracket(unit) {
        bracket = []
        continue
      }
      if Mark.isClosingBracket(unit), let content = bracket {
        bracket = nil
        let last = content.last ?? 0
        if content.count <= 5, last == 0x7C7B || last == 0x6B3E || last == 0x9879 {
          if last == 0x9879 { break }
          names.append([])
        } else {
          names[names.count - 1] += [0xFF08] + content + [0xFF09]
        }
        continue
      }
      if bracket != nil {
        bracket?.append(unit)
      } else if isDash(unit) {
        names.append([])
      } else {
        names[names.count - 1].append(unit)
      }
    }
    guard names.count > 1 || names[0].suffix(2).elementsEqual([0x652F, 0x51FA]) else { return classAccount(names[0]) }
    if let last = names.last, last.count > 2, last.suffix(2).elementsEqual([0x79D1, 0x76EE]) {
      names[names.count - 1].removeLast(2)  // 科目
    }
    let path = names.filter { !$0.elementsEqual([0x79D1, 0x76EE]) }.filter { !$0.isEmpty }.map {
      AccountName(units: $0[...])
    }
    guard !path.isEmpty, path.count <= 3 else { return nil }
    return Chart.account(along: path).map { Int64($0.code.digits) }
      ?? (path.count == 1 ? classAccount(names.first { !$0.isEmpty } ?? []) : nil)
  }

  /// Whether there may be more to the words than the name of a class: brackets, dashes, 支出 at
  /// the end.
  private static func isChain(_ units: some Collection<UInt16>) -> Bool {
    var last: (UInt16, UInt16) = (0, 0)
    for unit in units where !Mark.isQuote(unit) && !Mark.isDigit(unit) {
      if Mark.isOpeningBracket(unit) || isDash(unit) { return true }
      last = (last.1, unit)
    }
    return last == (0x652F, 0x51FA)
  }

  private static func isDash(_ unit: UInt16) -> Bool {
    unit == 0x2D || unit == 0x2014 || unit == 0x2013 || unit == 0xFF0D
  }

  /// The class that has the name, with or without 支出.
  static func classAccount(_ words: some Collection<UInt16>) -> Int64? {
    guard words.count >= 2, words.count <= 24 else { return nil }
    return classes[hash(words, words.count)]
  }

  /// The classes of the functional classification by a hash of their names, newer and older, with
  /// and without 支出, and the sections of the economic one.
  private static let classes: [UInt64: Int64] = {
    var result: [UInt64: Int64] = [:]
    for digits in (201...234).reversed() {
      guard let code = AccountCode(digits), let account = Chart.account(code, in: .functional) else { continue }
      for name in account.olderNames.map(\.name) + [account.name] {
        let units = Array(name.utf16)
        result[hash(units, units.count)] = Int64(digits)
        if name.hasSuffix("支出") { result[hash(units, units.count - 2)] = Int64(digits) }
      }
    }
    // The sections of the economic classification: 办公费, 津贴补贴.
    for digits in 301...312 {
      guard let code = AccountCode(digits), let parent = Chart.account(code, in: .economicDepartment) else { continue }
      for account in Chart.children(of: parent) {
        let units = Array(account.name.utf16)
        let key = hash(units, units.count)
        if result[key] == nil { result[key] = Int64(account.code.digits) }
      }
    }
    return result
  }()

  private static func hash(_ units: some Collection<UInt16>, _ count: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for unit in units.prefix(count) { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01b3 }
    return hash
  }
}
