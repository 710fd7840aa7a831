import DisclosureSyntax
import Ledger

/// The amounts of one column by account, with its total: what two tables are compared by.
struct AmountSeries: Equatable, Sendable {
  /// The table and the column; nil for a list of the narrative.
  var table: Int?
  var side: TableSide = .whole
  var column = 0
  /// The fund of the amounts, as the table's title or the heading over the list says; nil for all funds.
  var fund: Term?
  /// The accounts in ascending order, 0 being the total, each with the cells that add to it.
  var entries: [Entry] = []
  /// The classes of accounts that stand twice and are no key, so that nothing is known of their sum; in a list
  /// of the narrative the accounts that are named twice.
  var unknown: Set<Int64> = []

  struct Entry: Equatable, Sendable {
    var account: Int64
    /// In millionths of a yuan, and by how much it may be off. From four trillion yuan on, which no department has, all
    /// amounts are one, so that neither sums nor differences overflow.
    private(set) var value: Int64 = 0
    private(set) var halfWidth: Int64 = 0
    /// The cell, or the first of those that add to the amount.
    var cell: CellIndex = -1
    var moreCells: [CellIndex] = []
    var statement: StatementIndex?

    /// An account of whose amount nothing is known yet.
    init(account: Int64) { self.account = account }

    /// What a cell or a statement gives an account.
    init(account: Int64, _ amount: Quantity) {
      self.account = account
      value = Int64(max(-Int128(Self.limit), min(Int128(Self.limit), amount.value)))
      halfWidth = Int64(min(Int128(Self.limit), (amount.interval.upper - amount.interval.lower) >> 1))
    }

    private static let limit: Int64 = 4_000_000_000_000_000_000

    /// Adds the amount of an account below it.
    mutating func add(_ other: Entry) {
      value = max(-Self.limit, min(Self.limit, value + other.value))
      halfWidth = min(Self.limit, halfWidth + other.halfWidth)
    }

    var cells: [CellIndex] { cell < 0 ? [] : moreCells.isEmpty ? [cell] : [cell] + moreCells }
  }

  /// The series by class of accounts: each class as printed, or the sum of what stands below it.
  func byClass() -> AmountSeries {
    // The entries are in ascending order.
    guard let last = entries.last, last.account > 999 else { return self }
    var result = self
    let printed = entries.firstIndex { $0.account > 999 } ?? entries.count
    result.entries = []
    result.entries.reserveCapacity(entries.count)
    result.entries += entries[..<printed]
    // The class of the account before, and its place.
    var (head, known): (Int64, Int?) = (0, nil)
    for index in printed..<entries.count {
      let account = entries[index].account
      let own = Self.classValue(of: account)
      if own != head || known == nil { known = result.entries.firstIndex { $0.account == own } }
      head = own
      // Only what nothing printed stands below is added.
      if let known, known < printed { continue }
      if hasEntry(below: account) { continue }
      let position = known ?? result.entries.count
      if known == nil { result.entries.append(Entry(account: head)) }
      if result.entries[position].cell < 0 {
        result.entries[position].cell = entries[index].cell
      } else {
        result.entries[position].moreCells.append(entries[index].cell)
      }
      result.entries[position].add(entries[index])
    }
    if !unknown.isEmpty {
      let sums = result.entries[printed...].filter { !unknown.contains($0.account) }
      result.entries.replaceSubrange(printed..., with: sums)
    }
    result.entries.sort { $0.account < $1.account }
    return result
  }

  /// The first three digits of an account's code.
  static func classValue(of account: Int64) -> Int64 {
    var head = account
    while head > 999 { head /= 10 }
    return head
  }

  /// The classes and the accounts below them, where a section lists both: the classes stand in other tables, too.
  func byLevel() -> [AmountSeries] {
    let first = entries.firstIndex { $0.account > 999 } ?? entries.count
    guard first >= 3, entries.count - first >= 3 else { return [self] }
    var (classes, others) = (self, self)
    classes.entries = Array(entries[..<first])
    others.entries = Array(entries[first...])
    return [classes, others]
  }

  /// Whether an account of the series goes on the code `stem`.
  private func hasEntry(below stem: Int64) -> Bool {
    guard let last = entries.last?.account else { return false }
    var lower = stem * 100
    var upper = lower + 100
    while lower <= last {
      var (low, high) = (0, entries.count)
      while low < high {
        let middle = (low + high) / 2
        if entries[middle].account < lower { low = middle + 1 } else { high = middle }
      }
      if low < entries.count, entries[low].account < upper { return true }
      (lower, upper) = (lower * 100, upper * 100)
    }
    return false
  }
}
