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

  /// The names of accounts from their class down: 文化体育与传媒支出（类）.
  private mutating func readChains() {
    for placed in document.outline.chains {
      guard let account = placed.account else { continue }
      let text = document.tree.blocks[placed.block].block.text
      for (level, name) in zip(AccountLevel.allCases, placed.chain.names) where level <= account.level {
        guard let account = Chart.account(account.code.ancestor(at: level), in: .functional),
          case .older = account.agreement(with: AccountName(units: text.units[name]))
        else { continue }
        add(name, in: placed.block, account)
      }
    }
  }

  /// The names of classes that amounts are given for: 文化体育与传媒支出100万元.
  private mutating func readStatements() {
    for index in document.narrative.statements.indices {
      let words = document.statement(index).subject.range
      guard words.count >= Self.shortest else { continue }
      let units = document.runningText(index).units
      guard units[words.upperBound - 1] == Self.last,
        let former = Self.classes.first(where: { units[words].suffix($0.units.count).elementsEqual($0.units) })
      else { continue }
      let name = words.upperBound - former.units.count..<words.upperBound
      add(name, in: document.narrative.statements[index].block, former.account)
    }
  }

  private mutating func add(_ name: Range<Int>, in block: Int, _ account: Account) {
    let printed = document.tree.blocks[block].block.text.units[name]
    let text = AccountName(units: printed)
    guard ChainJudgement.certain(account), !account.isNewestNameUnseen,
      let last = account.olderNames.first(where: { AccountName($0.name) == text })?.lastYear,
      year >= last + Self.grace,
      !found.contains(where: { $0.block == block && $0.name == name }), hasPresentName(account)
    else { return }
    found.append(Former(block: block, name: name, account: account))
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

  /// The characters of the shortest name that is looked for without 类 behind it, and its last one, 出.
  private static let shortest = 8
  private static let last: UInt16 = 0x51FA

  /// Older names of classes that are no other words: 文化体育与传媒支出.
  private static let classes: [(units: [UInt16], account: Account)] = (201...234).flatMap { digits in
    guard let code = AccountCode(digits), let account = Chart.account(code, in: .functional) else {
      return [(units: [UInt16], account: Account)]()
    }
    return account.olderNames.map { (units: Array($0.name.utf16), account: account) }
      .filter { $0.units.count >= shortest && $0.units.last == last }
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
