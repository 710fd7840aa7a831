import Accounts
import DisclosureSyntax
import DisclosureText
import Ledger

/// Totals and what else a table states of the document as a whole.
extension MentionReader {
  func readHeadlines() -> [Measure: [CellIndex]] {
    var result: [Measure: [CellIndex]] = [:]
    result.reserveCapacity(24)
    for number in model.tables.indices where model.tables[number].isReliable {
      readHeadlines(ofTable: number, into: &result)
    }
    return result
  }

  private func readHeadlines(ofTable number: Int, into result: inout [Measure: [CellIndex]]) {
    // The table is looked at where it stands: taken out of the list it is copied.
    let entries = model.tables[number].entries
    let (kind, fund) = (model.tables[number].kind, model.tables[number].fund)
    func cell(_ row: Int, _ column: Int) -> CellIndex? { model.tables[number].cell(ofRow: row, in: column) }
    func add(_ term: Term?, _ fund: Term?, _ cell: CellIndex?) {
      guard let term, let cell, cellQuantity(cell)?.value ?? 0 != 0 else { return }
      result[Measure(term: term, fund: fund), default: []].append(cell)
    }
    if let group = model.tables[number].expenses.first {
      let own = model.tables[number].measures.entries.lazy.compactMap { $0.value.firstIndex(of: .threePublic) }.first
      for (key, row) in group.sorted(by: { $0.value < $1.value }) where row >= 0 {
        if let own { add(key.measure, fund, cell(row, own)) }
      }
      return
    }
    // Of the three public expenses, last year's column or the budget's may stand first.
    let own = kind == .threePublic ? model.tables[number].publishedColumn(of: profile) ?? 0 : 0
    for row in entries.indices where Self.isHeadline(entries[row].role) {
      let side = entries[row].side
      switch entries[row].role {
      case .total where kind == .basicExpenditure && model.tables[number].isTotalOfPart(entries[row]): continue
      case .total where own > 0: add(.threePublic, fund, cell(row, own))
      case .total:
        let names = model.tables[number].measures[side] ?? []
        for column in 0..<min(names.count, entries[row].columns.count) { add(names[column], fund, cell(row, column)) }
      case .grandTotal:
        guard let cell = cell(row, 0) else { continue }
        add(side == .revenue ? .revenueGrandTotal : .expenditureGrandTotal, fund, cell)
        add(.revenueExpenditureGrandTotal, fund, cell)
        let hasTotal = entries.contains { $0.side == side && $0.role == .total }
        if !hasTotal, !entries.contains(where: { $0.role == .carry && !$0.cells.isEmpty }) {
          add(side == .revenue ? .revenue : .expenditure, fund, cell)
        }
      case .item where side == .revenue || kind == .performance || kind == .threePublic:
        guard let cell = cell(row, own) else { continue }
        let words = model.tables[number].words(of: entries[row])
        if let word = Self.measure(Array(words)) {
          add(word, fund, cell)
        } else if side == .revenue, fund == nil, let other = Self.fundOfRevenue(Array(words)) {
          add(.revenue, other, cell)
        }
        if RowWords.contains(words, Self.budgetTotal) { add(.expenditureGrandTotal, fund, cell) }
      default: break
      }
    }
  }

  /// Whether a row may be one of the table as a whole; nearly all are accounts.
  private static func isHeadline(_ role: TableEntry.Role) -> Bool {
    role == .total || role == .grandTotal || role == .item
  }

  static let budgetTotal = Array("预算总额".utf16)

  /// Cells of different tables that state one total.
  func headlineCellTies() -> [CellTie] {
    var ties: [CellTie] = []
    for (measure, cells) in headlines.sorted(by: { $0.value.lexicographicallyPrecedes($1.value) }) {
      guard let first = cells.first, let one = cellQuantity(first) else { continue }
      for cell in cells.dropFirst().prefix(12) where model.cells[cell].table != model.cells[first].table {
        guard let other = cellQuantity(cell) else { continue }
        if one.interval.meets(other.interval) {
          ties.append(CellTie(cell: cell, other: first, evidence: .matched))
        } else if isSlip(one, other), !isGrandTotal(cell, beside: first, measure),
          !isGrandTotal(first, beside: cell, measure)
        {
          ties.append(CellTie(cell: cell, other: first, evidence: .stated))
        }
      }
    }
    return ties
  }

  /// Whether a total equals the grand total of the other's table: 收入总表 may add what was carried over,
  /// which 本年收入合计 leaves out.
  private func isGrandTotal(_ cell: CellIndex, beside other: CellIndex, _ measure: Measure) -> Bool {
    let term: Term
    switch measure.term {
    case .revenue: term = .revenueGrandTotal
    case .expenditure: term = .expenditureGrandTotal
    default: return false
    }
    guard let own = cellQuantity(cell) else { return false }
    return headlines[Measure(term: term, fund: measure.fund)]?.contains { grand in
      model.cells[grand].table == model.cells[other].table
        && cellQuantity(grand)?.interval.meets(own.interval) ?? false
    } ?? false
  }

  /// The measure that the words of a row name, if they name nothing else.
  static func measure(_ words: [UInt16]) -> Term? {
    guard let (term, length) = Vocabulary.term(in: words), length == words.count, term.isMeasure else { return nil }
    return term
  }

  /// The fund whose revenue the words of a row name: `一般公共预算财政拨款收入`, `政府性基金预算拨款`.
  private static func fundOfRevenue(_ words: [UInt16]) -> Term? {
    guard let (fund, length) = Vocabulary.term(in: words), fund.isFund, fund != .appropriation else { return nil }
    return length == words.count || measure(Array(words[length...])) == .revenue ? fund : nil
  }

  /// Ties the amounts of the narrative to the totals of the tables.
  func headlineTies() -> [MentionTie] {
    let headlines = self.headlines
    guard !headlines.isEmpty else { return [] }
    var ties: [MentionTie] = []
    let funds = self.funds
    let proven = exactParts()
    for (index, placed) in narrative.statements.enumerated() where isOwnLevel(placed) {
      let subject = placed.statement.subject
      guard let term = subject.measure, !subject.isQualified, !subject.isAccount, let amount = statementQuantity(index),
        amount.value != 0
      else { continue }
      let fund = subject.fund ?? funds[placed.block]
      let measure = Measure(term: term, fund: fund)
      var candidates = headlines[measure] ?? []
      let isOwnFund = !candidates.isEmpty
      if candidates.isEmpty, fund == .generalBudget {
        candidates = headlines[Measure(term: term, fund: .appropriation)] ?? []
      }
      if candidates.isEmpty, fund == .appropriation {
        candidates = headlines[Measure(term: term, fund: .generalBudget)] ?? []
      }
      if candidates.isEmpty, subject.fund == nil {
        candidates = headlines.filter { $0.key.term == term && isAll($0.key.fund) }.flatMap(\.value).sorted()
      }
      guard !candidates.isEmpty else { continue }
      let agreeing = candidates.filter { cellQuantity($0)?.interval.meets(amount.interval) ?? false }
      if !agreeing.isEmpty {
        for cell in agreeing.prefix(4) { ties.append(MentionTie(statement: index, cell: cell, evidence: .matched)) }
        continue
      }
      // A figure that is one slip away from the table's is a slip.
      let near = candidates.filter { cell in
        guard let other = cellQuantity(cell), !standsBesideFinal(cell) else { return false }
        // A table of a fund has other totals than the text without a fund.
        return isSlip(amount, other) || isOwnFund && fund == nil && isCopiedSlip(amount, of: other)
      }
      // What adds up exactly with others may be of another fund than the table says.
      let isOther = !isOwnFund && fund != nil || subject.fund == nil && proven[index]
      let evidence: Relation.Evidence = isOther ? .matched : .stated
      for cell in near.prefix(4) { ties.append(MentionTie(statement: index, cell: cell, evidence: evidence)) }
    }
    return ties
  }

  /// Whether final accounts show the budget beside the final figure there: the first of the two is no copy of what was
  /// spent.
  private func standsBesideFinal(_ cell: CellIndex) -> Bool {
    let head = model.tables[model.cells[cell].table].head
    return profile.kind == .final && head.contains(HeadWords.budget) && head.contains(HeadWords.final)
  }

  /// The amounts of sums that hold exactly.
  private func exactParts() -> [Bool] {
    var result = [Bool](filledWith: false, count: narrative.statements.count)
    for list in narrative.breakdowns where list.isFull && list.parts.count >= 2 {
      guard let whole = statementQuantity(list.head)?.value, whole == sum(list.parts) else { continue }
      for part in list.parts { result[part] = true }
    }
    return result
  }

  /// The sum of the amounts of some statements; nil where one has none.
  private func sum(_ statements: [StatementIndex]) -> Int128? {
    var sum: Int128 = 0
    for statement in statements {
      guard let amount = statementQuantity(statement) else { return nil }
      sum += amount.value
    }
    return sum
  }

  /// Whether a fund's expenditure is all expenditure, as far as the tables tell.
  private func isAll(_ fund: Term?) -> Bool {
    guard fund != nil, let own = headlines[Measure(term: .expenditure, fund: fund)]?.first,
      let all = headlines[Measure(term: .expenditure, fund: nil)]?.first, let one = cellQuantity(own),
      let other = cellQuantity(all)
    else { return true }
    return one.interval.meets(other.interval)
  }
}
