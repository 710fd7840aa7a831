import Accounts
import Disclosure
import DisclosureText

/// What the chart of accounts says of a chain of names.
enum ChainJudgement {
  /// It is a path of the chart, or the chart does not know enough to say.
  case accepted
  /// A name that no account has, though one has nearly the same there.
  case misspelt(level: Int, account: Account)
  /// A name that another account has, which does not stand there.
  case misplaced(level: Int, account: Account)
  /// A name that the chart does not know.
  case unknown(level: Int)

  /// Judges the names of `chain`.
  init(_ chain: AccountChain, in text: RunningText) {
    let names = chain.names.map { AccountName(units: text.units[$0]) }
    guard let first = chain.names.first, let top = Self.topAccount(text, first) else {
      self = names.first.map { Self.judgeClass($0) } ?? .accepted
      return
    }
    var account = top
    for (level, name) in names.enumerated().dropFirst() {
      guard let next = Self.child(name, of: account) else {
        let children = Chart.children(of: account)
        self = children.isEmpty ? .accepted : Self.judge(name, level: level, below: account, children)
        return
      }
      account = next
    }
    self = .accepted
  }

  /// The class that the words end with: what stands before a class may be anything.
  private static func topAccount(_ text: RunningText, _ range: Range<Int>) -> Account? {
    for start in range.dropLast() {
      if let account = topAccount(AccountName(units: text.units[start..<range.upperBound])) { return account }
    }
    return nil
  }

  private static func topAccount(_ name: AccountName) -> Account? {
    for form in [name, name.withOtherEnding] {
      let found = Chart.accounts(named: form, in: .functional).filter { $0.level == .class }
      if let account = found.first(where: { $0.status != .abolished }) ?? found.first { return account }
    }
    return nil
  }

  private static func child(_ name: AccountName, of parent: Account) -> Account? {
    Chart.account(named: name, below: parent) ?? Chart.account(named: name.withOtherEnding, below: parent)
  }

  private static func judgeClass(_ name: AccountName) -> ChainJudgement {
    for digits in 201...234 {
      guard let code = AccountCode(digits), let account = Chart.account(code), certain(account) else { continue }
      if AccountName(account.name).isSlip(of: name) { return .misspelt(level: 0, account: account) }
    }
    return .accepted
  }

  private static func judge(
    _ name: AccountName, level: Int, below parent: Account, _ children: [Account]
  ) -> ChainJudgement {
    if let near = children.first(where: { certain($0) && AccountName($0.name).isSlip(of: name) }) {
      return .misspelt(level: level, account: near)
    }
    let elsewhere = Chart.accounts(named: name, in: .functional).filter { certain($0) && $0.status != .abolished }
    // 行政运行 stands below eighty sections and may be missing in the chart below the next.
    if let other = elsewhere.first, elsewhere.count == 1, other.code.classCode == parent.code.classCode {
      return .misplaced(level: level, account: other)
    }
    return .unknown(level: level)
  }

  /// Whether the account may call a document wrong.
  static func certain(_ account: Account) -> Bool { account.confidence >= 90 && !account.isConjectured }
}
