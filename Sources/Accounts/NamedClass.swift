/// A class of the functional classification by a name that it has or had: documents name these few over
/// and over.
struct NamedClass: Sendable {
  /// The name.
  let name: AccountName
  /// Its characters, and a hash of them.
  let units: [UInt16]
  let hash: UInt64
  /// A hash of its bytes.
  let key: UInt64
  /// Whether it is the newest name of the class.
  let isNewest: Bool
  /// The class.
  let account: Account

  private init(_ name: AccountName, of account: Account) {
    self.name = name
    self.account = account
    units = Array(String(decoding: name.bytes, as: UTF8.self).utf16)
    hash = Self.hash(units[...])
    key = Self.key(of: name)
    isNewest = account.isNewestName(name)
  }

  /// The names of all classes, ascending by code.
  static let all: [NamedClass] = (201...299).flatMap { digits -> [NamedClass] in
    guard let code = AccountCode(digits), let account = Chart.account(code, in: .functional) else { return [] }
    var names = [account.comparedName]
    for older in account.olderNames.map({ AccountName($0.name) }) where !names.contains(older) { names.append(older) }
    return names.map { NamedClass($0, of: account) }
  }

  /// The keys of ``all``, by which nearly all other names are told from them without being looked at.
  static let keys: [UInt64] = all.map(\.key)

  static func key(of name: AccountName) -> UInt64 {
    var key: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.bytes { key = (key ^ UInt64(byte)) &* 0x100_0000_01b3 }
    return key
  }

  /// The hashes of the characters of ``all``.
  static let hashes: [UInt64] = all.map(\.hash)

  /// A hash of characters, behind those that have the hash `first`.
  static func hash(_ units: ArraySlice<UInt16>, behind first: UInt64 = 0xcbf2_9ce4_8422_2325) -> UInt64 {
    var hash = first
    for unit in units { hash = (hash ^ UInt64(unit)) &* 0x100_0000_01b3 }
    return hash
  }
}

extension Chart {
  /// The class of the functional classification that has or had the name with these characters and, behind them, those
  /// of `ending`: of several the one whose code is among `preferred` and whose newest name it is, else the first.
  ///
  /// - Complexity: O(number of classes); allocates nothing.
  package static func functionalClass(
    named units: ArraySlice<UInt16>, and ending: [UInt16] = [], among preferred: ClosedRange<Int>? = nil
  ) -> Account? {
    let hash = NamedClass.hash(ending[...], behind: NamedClass.hash(units))
    var first: Account?
    let (all, hashes) = (NamedClass.all, NamedClass.hashes)
    for index in hashes.indices where hashes[index] == hash && isName(all[index].units, units, ending) {
      let account = all[index].account
      if let preferred, all[index].isNewest, preferred.contains(Int(account.code.digits)) { return account }
      first = first ?? account
    }
    return first
  }

  /// Whether a name is made of some characters and those of its ending.
  private static func isName(_ name: [UInt16], _ units: ArraySlice<UInt16>, _ ending: [UInt16]) -> Bool {
    name.count == units.count + ending.count && name.starts(with: units) && name[units.count...].elementsEqual(ending)
  }
}
