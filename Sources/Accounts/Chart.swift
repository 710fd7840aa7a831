/// The charts of accounts, looked up where the program holds them: of a table only where
/// its rows begin and their codes are kept, from its first use on; looking up a code allocates nothing.
///
///     AccountCode(2_080_505).flatMap { Chart.account($0) }?.name   // "机关事业单位基本养老保险缴费支出"
@usableFromInline package enum Chart {
  /// The account with `code` in the classification its first digit names.
  ///
  /// - Complexity: O(log *n*).
  package static func account(_ code: AccountCode) -> Account? {
    AccountClassification(of: code).flatMap { account(code, in: $0) }
  }

  /// The account with `code` in `classification`; `nil` where that has none.
  ///
  /// - Complexity: O(log *n*).
  package static func account(_ code: AccountCode, in classification: AccountClassification) -> Account? {
    classification.table.row(of: code).map { Account(code, in: classification, row: $0) }
  }

  /// The accounts one level below `account`, ascending by code.
  ///
  /// - Complexity: O(*n*) for *n* accounts below it, on all levels.
  package static func children(of account: Account) -> [Account] {
    guard account.level != .item else { return [] }
    var children: [Account] = []
    account.classification.table.forEachRow(within: account.code) { code, row in
      if code.parent == account.code { children.append(Account(code, in: account.classification, row: row)) }
    }
    return children
  }

  /// Every account that has or had `name`, ascending by code: 行政运行 stands below eighty sections.
  ///
  /// - Complexity: O(log *n*) and the accounts found.
  package static func accounts(named name: AccountName, in classification: AccountClassification) -> [Account] {
    let names = classification.names
    var accounts: [Account] = []
    var index = names.firstName(notBefore: name)
    while names.isNamed(index, name) {
      if let code = names.code(ofName: index), let account = account(code, in: classification) {
        accounts.append(account)
      }
      index += 1
    }
    return accounts
  }

  /// The classes that have or had `name`, ascending by code.
  ///
  /// - Complexity: O(number of classes).
  package static func classes(named name: AccountName, in classification: AccountClassification) -> [Account] {
    if classification == .functional {
      return NamedClass.all.compactMap { $0.name == name ? $0.account : nil }
    }
    return accounts(named: name, in: classification).filter { $0.level == .class }
  }

  /// The class that has or had `name`: one in use before an abolished one, else the first.
  private static func classInUse(named name: AccountName, in classification: AccountClassification) -> Account? {
    guard classification == .functional else {
      let classes = classes(named: name, in: classification)
      return classes.first { $0.status != .abolished } ?? classes.first
    }
    var first: Account?
    let (all, keys, key) = (NamedClass.all, NamedClass.keys, NamedClass.key(of: name))
    for index in keys.indices where keys[index] == key && all[index].name == name {
      if all[index].account.status != .abolished { return all[index].account }
      first = first ?? all[index].account
    }
    return first
  }

  /// The account that has or had `name` directly below `parent`; an account in use before an
  /// abolished one.
  ///
  /// - Complexity: O(log *n*) and the accounts of that name below `parent`.
  package static func account(named name: AccountName, below parent: Account) -> Account? {
    let names = parent.classification.names
    var found: Account?
    var index = names.firstName(notBefore: name, code: parent.code)
    while let code = names.code(ofName: index), code.isWithin(parent.code), names.isNamed(index, name) {
      if code.parent == parent.code, let account = account(code, in: parent.classification) {
        if account.status != .abolished { return account }
        found = found ?? account
      }
      index += 1
    }
    return found
  }

  /// The account at the end of a chain of names as narratives write it, from the class down:
  /// 社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）.
  ///
  ///     Chart.account(along: [AccountName("住房保障支出"), AccountName("住房改革支出")])?.code   // 22102
  ///
  /// `nil` where the chain is no path of the chart.
  package static func account(
    along path: [AccountName], in classification: AccountClassification = .functional
  ) -> Account? {
    guard let first = path.first, var account = classInUse(named: first, in: classification) else { return nil }
    for name in path.dropFirst() {
      guard let below = Chart.account(named: name, below: account) else { return nil }
      account = below
    }
    return account
  }

  /// The same for as many names of the functional classification, by their characters; each is made ready to be
  /// compared when it is looked up.
  package static func account(levels: Int, _ name: (Int) -> ArraySlice<UInt16>) -> Account? {
    guard levels > 0, var account = classInUse(named: name(0)) else { return nil }
    for level in 1..<levels {
      guard let below = Chart.account(named: AccountName(units: name(level)), below: account) else { return nil }
      account = below
    }
    return account
  }

  /// The class of the functional classification that has or had the name with these characters: one in use before an
  /// abolished one, else the first.
  private static func classInUse(named units: ArraySlice<UInt16>) -> Account? {
    // Of ideographs alone nothing is dropped or replaced.
    guard units.allSatisfy({ $0 >= 0x4E00 && $0 < 0xD800 }) else {
      return classInUse(named: AccountName(units: units), in: .functional)
    }
    var first: Account?
    let (all, hashes, hash) = (NamedClass.all, NamedClass.hashes, NamedClass.hash(units))
    for index in hashes.indices where hashes[index] == hash && all[index].units.elementsEqual(units) {
      if all[index].account.status != .abolished { return all[index].account }
      first = first ?? all[index].account
    }
    return first
  }
}
