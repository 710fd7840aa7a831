import DisclosureSyntax

/// The lists that are open while the narrative is read.
struct ListStack {
  /// Which budget or account an amount is taken from, as far as lists are told apart by it.
  enum Column: Int, CaseIterable {
    case plain, initial, fullYear, adjusted, planned, execution, final

    /// Whether it is a budget that a final figure is set against.
    var isPlan: Bool { self == .initial || self == .fullYear || self == .adjusted || self == .planned }

    /// - Parameter isFinal: whether the document is final accounts, where a budget is always a plan.
    init(_ basis: Term?, isFinal: Bool) {
      switch basis {
      case .initialBudget: self = .initial
      case .fullYearBudget: self = .fullYear
      case .adjustedBudget: self = .adjusted
      case .budget: self = isFinal ? .planned : .plain
      case .execution: self = .execution
      case .final: self = .final
      default: self = .plain
      }
    }
  }

  /// An amount for each of some columns.
  struct Amounts: ExpressibleByDictionaryLiteral {
    /// The statement of each column, -1 where there is none: so few are looked up sooner than hashed.
    private var statements = SIMD8<Int32>(repeating: -1)

    init(dictionaryLiteral elements: (Column, StatementIndex)...) {
      for (column, statement) in elements { self[column] = statement }
    }

    subscript(column: Column) -> StatementIndex? {
      get {
        let statement = Int(statements[column.rawValue])
        return statement < 0 ? nil : statement
      }
      set { statements[column.rawValue] = newValue.map { Int32(truncatingIfNeeded: $0) } ?? -1 }
    }

    /// Whether no column has one.
    var isEmpty: Bool { first == nil }

    /// The one that stands first in the text.
    var first: StatementIndex? { statements.indices.lazy.map { Int(statements[$0]) }.filter { $0 >= 0 }.min() }

    /// Whether one of them satisfies `condition`.
    func contains(where condition: (StatementIndex) -> Bool) -> Bool {
      statements.indices.contains { statements[$0] >= 0 && condition(Int(statements[$0])) }
    }

    /// Those of all columns, in the order of the text.
    var sorted: [(column: Column, statement: StatementIndex)] {
      Column.allCases.compactMap { column in self[column].map { (column, $0) } }.sorted { $0.statement < $1.statement }
    }
  }

  /// One list.
  struct List {
    /// The total, or totals, one for each budget or account the sentence names.
    var heads: Amounts
    /// The total that a part without a column of its own belongs to.
    var head: StatementIndex?
    var parts: [StatementIndex] = []
    /// For a list of numbered items: the amounts of each.
    var items: [Amounts] = []
    var itemLevel: Int?
    /// The printed number of each item, 0 where it was lost.
    var numbers: [Int] = []
    var opening: Statement.ListOpening
    var depth: Int
    /// The sentence the list stands in, and its block.
    var sentence: Int
    var block: Int
    /// The part between semicolons in which it was opened.
    var openedInPart: Int
    var isDamaged = false
    /// Whether no word opened it, so that only its figures show whether it is full.
    var isShown = false

    /// Whether the amount is one of several numbered items'.
    func hasItem(_ index: StatementIndex) -> Bool {
      items.count > 1 && items.contains { $0.contains { $0 == index } }
    }
  }

  /// The parts or items of one list at most; no disclosure has as many, and time stays linear.
  static let capacity = 300
  /// The lists that are open inside each other at most.
  static let depth = 12

  var open: [List] = []
  /// The lists that ended, innermost first.
  var ended: [List] = []

  /// The numbering level of the items of the open item list.
  var itemLevel: Int? { open.last(where: { $0.itemLevel != nil })?.itemLevel }

  mutating func beginItem(_ number: Int) {
    guard let index = open.lastIndex(where: { $0.itemLevel != nil }) else { return }
    guard open[index].items.count < Self.capacity else {
      // Not all items are kept: the list is not known to be complete.
      if open[index].numbers.last != -1 { open[index].numbers.append(-1) }
      return
    }
    open[index].items.append([:])
    open[index].numbers.append(number)
  }

  mutating func push(_ list: List) { open.append(list) }

  /// Ends the lists from `count` on.
  mutating func end(downTo count: Int) {
    while open.count > count { ended.append(open.removeLast()) }
  }

  /// Says that a figure of the sentence was not understood: its lists are not known to be full.
  mutating func damage(_ sentence: Int, _ block: Int) {
    for index in open.indices where open[index].itemLevel == nil {
      if open[index].sentence == sentence, open[index].block == block { open[index].isDamaged = true }
    }
  }
}
