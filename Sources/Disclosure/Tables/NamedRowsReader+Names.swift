import Accounts
import DisclosureText

/// What the words between amounts name.
extension NamedRowsReader {
  /// The account with that name that may follow the last one: an item of its section, a section of its class, or a
  /// class; where nameless rows stand before it, one of which so many levels were not met yet.
  func next(_ name: AccountName, afterNameless count: Int) -> Account? {
    guard name.bytes.count >= 6 else { return nil }
    if let last {
      for code in [last.code.level == .item ? last.code.parent : last.code, last.code.ancestor(at: .class)] {
        guard let code, let above = Chart.account(code, in: classification),
          let found = Chart.account(named: name, below: above), found.code > last.code
        else { continue }
        return found
      }
    }
    let classes = Chart.classes(named: name, in: classification).filter { isLater($0) }
    if let first = classes.first { return first }
    guard count > 0 else { return nil }
    let others = Chart.accounts(named: name, in: classification).filter { account in
      isLater(account) && account.status != .abolished
        && ancestors(of: account).count(where: { !isAbove($0, last) }) == count
    }
    return others.count == 1 ? others[0] : nil
  }

  func isLater(_ account: Account) -> Bool { last.map { $0.code < account.code } ?? true }

  /// The accounts that `account` is part of, the class first.
  func ancestors(of account: Account) -> [Account] {
    var found: [Account] = []
    var code = account.code.parent
    while let above = code {
      if let account = Chart.account(above, in: classification) { found.insert(account, at: 0) }
      code = above.parent
    }
    return found
  }

  func isAbove(_ account: Account, _ other: Account?) -> Bool {
    other.map { $0.code == account.code || $0.code.isWithin(account.code) } ?? false
  }

  func joined(_ words: some Collection<TextRange>) -> AccountName {
    AccountName(words.flatMap { bytes[$0.lower..<$0.upper] })
  }

  func accounts(_ range: TextRange, _ classification: AccountClassification) -> [Account] {
    Chart.accounts(named: AccountName(bytes[range.lower..<range.upper]), in: classification)
  }
}
