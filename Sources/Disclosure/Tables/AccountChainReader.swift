import Accounts
import DisclosureSyntax
import DisclosureText

/// Reads which account the words before an amount name.
struct AccountChainReader {
  /// The account at the end of a chain such as `社会保障和就业支出（类）行政事业单位养老支出（款）`,
  /// `教育支出-普通教育-小学教育` or of the name of a class; nil where the chart has none.
  static func account(_ units: some BidirectionalCollection<UInt16>) -> Int64? {
    if let coded = codedAccount(units) { return coded }
    if !isChain(units) { return classAccount(units.lazy.filter { !Mark.isQuote($0) && !Mark.isDigit($0) }) }
    let names = ChainNames(units)
    guard names.count > 1 || names[0].suffix(2).elementsEqual([0x652F, 0x51FA]) else { return classAccount(names[0]) }
    var path: [AccountName] = []
    var first: ArraySlice<UInt16>?
    for index in 0..<names.count {
      var name = names[index]
      // 科目
      if index == names.count - 1, name.count > 2, name.suffix(2).elementsEqual(accountWord) {
        name = name.dropLast(2)
      }
      if name.isEmpty { continue }
      first = first ?? name
      if !name.elementsEqual(accountWord) { path.append(AccountName(units: name)) }
    }
    guard !path.isEmpty, path.count <= 3 else { return nil }
    if let account = Chart.account(along: path) ?? accountBelowSection(path) { return Int64(account.code.digits) }
    return path.count == 1 ? first.flatMap { classAccount($0) } : nil
  }

  private static let accountWord: [UInt16] = [0x79D1, 0x76EE]

  /// The account that its section and its own name tell: `普通教育（款）小学教育（项）`, where one section alone has the name.
  private static func accountBelowSection(_ path: [AccountName]) -> Account? {
    guard path.count == 2 else { return nil }
    let sections = Chart.accounts(named: path[0], in: .functional)
      .filter { $0.level == .section && $0.status != .abolished }
    let found = sections.compactMap { Chart.account(named: path[1], below: $0) }
    return found.count == 1 ? found[0] : nil
  }

  /// The account of the functional classification whose code stands in brackets behind its name: `行政运行（2010301）`.
  private static func codedAccount(_ words: some BidirectionalCollection<UInt16>) -> Int64? {
    guard let (name, digits) = coded(words), let code = AccountCode(digits),
      let account = Chart.account(code, in: .functional)
    else { return nil }
    let isNamed =
      account.name.utf16.elementsEqual(name) || account.olderNames.contains { $0.name.utf16.elementsEqual(name) }
    return isNamed ? Int64(digits) : nil
  }

  /// A name and the seven digits that stand in brackets behind it.
  private static func coded(_ words: some BidirectionalCollection<UInt16>) -> (name: ArraySlice<UInt16>, digits: Int)? {
    guard let last = words.last, Mark.isClosingBracket(last), (11..<60).contains(words.count) else { return nil }
    let units = Array(words)
    let open = units.count - 9
    guard Mark.isOpeningBracket(units[open]) else { return nil }
    var digits = 0
    for unit in units[(open + 1)..<(units.count - 1)] {
      guard let digit = Mark.digit(unit) else { return nil }
      digits = digits * 10 + digit
    }
    return (units[..<open], digits)
  }

  /// The names of a chain, without quotation marks, digits and marks of level, all in one list.
  private struct ChainNames {
    private var units: [UInt16] = []
    private var starts: [Int] = []

    init(_ words: some Collection<UInt16>) {
      units.reserveCapacity(words.count + 2)
      starts.reserveCapacity(4)
      starts.append(0)
      // Where the open bracket stands.
      var bracket: Int?
      for unit in words {
        if Mark.isQuote(unit) || Mark.isDigit(unit) && bracket == nil { continue }
        if Mark.isOpeningBracket(unit) {
          drop(from: bracket)
          bracket = units.count
          units.append(0xFF08)
        } else if let start = bracket, Mark.isClosingBracket(unit) {
          let last = units[units.count - 1]
          if units.count - start <= 6, last == 0x7C7B || last == 0x6B3E || last == 0x9879 {
            drop(from: start)
            bracket = nil
            if last == 0x9879 { break }
            starts.append(units.count)
          } else {
            units.append(0xFF09)
            bracket = nil
          }
        } else if bracket == nil, AccountChainReader.isDash(unit) {
          starts.append(units.count)
        } else {
          units.append(unit)
        }
      }
      drop(from: bracket)
    }

    /// Leaves out what stands behind a bracket that is not closed.
    private mutating func drop(from bracket: Int?) {
      if let bracket { units.removeLast(units.count - bracket) }
    }

    var count: Int { starts.count }

    subscript(index: Int) -> ArraySlice<UInt16> {
      units[starts[index]..<(index + 1 < starts.count ? starts[index + 1] : units.count)]
    }
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

  fileprivate static func isDash(_ unit: UInt16) -> Bool {
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
