import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Names that accounts had until years before the document's, in its narrative, where its own tables have the present
/// ones: the text was taken over from an older document.
struct FormerNames {
  /// A name that is out of date.
  struct Former {
    let block: Int
    let name: Range<Int>
    let account: Account
  }

  private let document: DisclosureDocument
  private let year: Int
  /// For accounts that were asked for, whether the tables have their present names and no older ones.
  private var isRenamed: [Account: Bool] = [:]
  private var found: [Former] = []

  /// Years of names are right within one year: so many years after its last one a name is out of date.
  private static let grace = 2

  /// The names that `document` should not have any more, in the order of the text.
  ///
  /// - Complexity: O(*chains* + *statements*), and O(*rows*) for each account that is found under an older name.
  static func all(in document: DisclosureDocument) -> [Former] {
    guard let year = document.profile.fiscalYear, !document.tables.tables.isEmpty else { return [] }
    var names = FormerNames(document, year)
    names.readChains()
    names.readStatements()
    return names.found
  }

  private init(_ document: DisclosureDocument, _ year: Int) {
    self.document = document
    self.year = year
  }

  /// The names of classes and sections from the class down: 文化体育与传媒支出（类）.
  private mutating func readChains() {
    for placed in document.outline.chains {
      guard let account = placed.account else { continue }
      let units = document.tree.blocks[placed.block].block.text.units
      for (level, name) in zip(AccountLevel.allCases, placed.chain.names.prefix(2)) {
        add(name, units[name], in: placed.block, within: account.code, at: level)
      }
    }
  }

  /// The names of classes that amounts are given for: 文化体育与传媒支出100万元.
  private mutating func readStatements() {
    for index in document.narrative.statements.indices {
      let words = document.statement(index).subject.range
      guard words.count >= Self.shortest else { continue }
      let units = document.runningText(index).units
      guard units[words.upperBound - 1] == Self.last else { continue }
      for count in Self.lengths where count <= words.count {
        let name = words.upperBound - count..<words.upperBound
        add(name, units[name], in: document.narrative.statements[index].block)
      }
    }
  }

  /// Adds the account that had a name, if the name is out of date: a class that is told by its name alone, or what
  /// stands at a level above a code.
  private mutating func add(
    _ name: Range<Int>, _ printed: ArraySlice<UInt16>, in block: Int, within code: AccountCode? = nil,
    at level: AccountLevel = .class
  ) {
    guard Self.keys.contains(Self.key(printed)) else { return }
    for known in Self.names where known.units.count == printed.count && year >= known.lastYear + Self.grace {
      guard known.account.level == level, code == nil || code?.ancestor(at: level) == known.account.code,
        known.units.elementsEqual(printed), !found.contains(where: { $0.block == block && $0.name == name }),
        hasPresentName(known.account)
      else { continue }
      found.append(Former(block: block, name: name, account: known.account))
    }
  }

  /// Whether a row of a table has the account under its present name, and none under an older one.
  private mutating func hasPresentName(_ account: Account) -> Bool {
    if let known = isRenamed[account] { return known }
    var isPresent = false
    var isOlder = false
    for table in document.tables.tables {
      for entry in table.entries where entry.row.code.map({ AccountCode($0.value) == account.code }) ?? false {
        for label in table.label(of: entry) {
          switch account.agreement(withUTF8: document.text.bytes[label.lower..<label.upper]) {
          case .newest: isPresent = true
          case .older: isOlder = true
          case .cutShort, .different: break
          }
        }
      }
    }
    isRenamed[account] = isPresent && !isOlder
    return isPresent && !isOlder
  }

  /// A name that is not in use any more.
  private struct OldName {
    let units: [UInt16]
    let account: Account
    /// The last year it stood in the chart.
    let lastYear: Int
  }

  /// The characters of the shortest name of a class that is no other word, and the last one of all of them, 出.
  private static let shortest = 8
  private static let last: UInt16 = 0x51FA

  /// The names that classes and sections had, where they are known for certain.
  private static let names: [OldName] = (201...234).flatMap { digits in
    guard let code = AccountCode(digits), let account = Chart.account(code, in: .functional) else {
      return [OldName]()
    }
    return oldNames(of: account) + Chart.children(of: account).flatMap { oldNames(of: $0) }
  }

  /// What tells most words apart from all those names.
  private static let keys: [UInt64] = names.map { key($0.units[...]) }

  /// The length, the first and the last character of some words, which are not empty.
  private static func key(_ words: ArraySlice<UInt16>) -> UInt64 {
    UInt64(words.count) << 32 | UInt64(words.first ?? 0) << 16 | UInt64(words.last ?? 0)
  }

  /// The lengths of the names of classes that are no other words.
  private static let lengths: [Int] = Set(
    names.filter { $0.account.level == .class && $0.units.count >= shortest && $0.units.last == last }
      .map(\.units.count)
  ).sorted()

  private static func oldNames(of account: Account) -> [OldName] {
    guard ChainJudgement.certain(account), !account.isNewestNameUnseen else { return [] }
    // What lacks but the last word of the present name is a short form of it: 一般公共服务.
    return account.olderNames.compactMap { older in
      guard let last = older.lastYear, !account.name.hasPrefix(older.name) else { return nil }
      return OldName(units: Array(older.name.utf16), account: account, lastYear: last)
    }
  }
}

extension AccountNameRule {
  /// A hint: writers of later years keep the old name now and then where an older year is spoken of.
  func formerFindings(in document: DisclosureDocument) -> [Finding] {
    FormerNames.all(in: document).map { former in
      let text = document.tree.blocks[former.block].block.text
      let printed = text.string(in: former.name)
      let (name, code) = (former.account.name, former.account.code)
      return Self.info.finding(
        text.sourceRange(of: former.name),
        LocalizedText(
          "科目名称已改：“\(printed)”现为“\(name)”（\(code)），本文件表中即用此名",
          "outdated account name: “\(printed)” is “\(name)” (\(code)) now, as the document's own tables have it"),
        severity: .hint,
        fixes: [.replacing(former.name, in: text, by: name, isPreferred: false, isSafe: false)])
    }
  }
}
