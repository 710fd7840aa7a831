import DisclosureSyntax
import DisclosureText
import Ledger

extension FigureSummary {
  /// Reads what `document` says of its own year.
  ///
  /// - Complexity: O(*s* + *c*) for *s* statements and *c* cells, beside sorting what has a key.
  package init(_ document: DisclosureDocument) {
    guard document.profile.isDisclosure else {
      self.init()
      return
    }
    var found: [Figure] = []
    found.reserveCapacity(document.narrative.statements.count)
    let ties = document.firstCells()
    for (index, key) in document.figureKeys() where document.isOwnLevel(index) {
      if let amount = document.quantity(index), let numeral = document.numeral(index) {
        let range = document.runningText(index).sourceRange(of: numeral.digits)
        if let figure = Figure(key, amount, range) { found.append(figure) }
      }
      if case let cell = ties[index], cell >= 0, let amount = document.quantity(ofCell: cell) {
        if let figure = Figure(key.inTable, amount, document.range(ofCell: cell)) { found.append(figure) }
      }
    }
    for number in document.tables.tables.indices where document.tables.tables[number].isReliable {
      found += document.publishedFigures(ofTable: number)
    }
    self.init(found)
  }
}

extension DisclosureDocument {
  /// The figures of the column of a table that is the document's own.
  fileprivate func publishedFigures(ofTable number: Int) -> [FigureSummary.Figure] {
    // A table that is asked for its rows is copied, once; of the others none are published.
    guard DisclosureTable.publishes(tables.tables[number].kind), case let table = tables.tables[number],
      case let rows = table.publishedRows(), !rows.isEmpty, let own = table.publishedColumn(of: profile)
    else { return [] }
    return rows.compactMap { row, key in
      guard let cell = table.cell(ofRow: row, in: own), let amount = quantity(ofCell: cell) else {
        return nil
      }
      return FigureSummary.Figure(key, amount, range(ofCell: cell))
    }
  }
}

extension FigureSummary.Figure {
  /// A figure whose amount fits; nil for one beyond every budget.
  fileprivate init?(_ key: FigureKey, _ amount: Quantity, _ range: TextRange) {
    guard amount.value.magnitude < 4_000_000_000_000_000_000, amount.step < 4_000_000_000_000_000_000,
      range.upper < Int(UInt32.max)
    else { return nil }
    self.key = key
    value = Int64(amount.value)
    halfWidth = Int64((amount.interval.upper - amount.interval.lower) / 2)
    step = Int64(amount.step)
    lower = UInt32(range.lower)
    upper = UInt32(range.upper)
  }
}

extension DisclosureDocument {
  /// The fund by which a measure is known. Three public expenses, agency operation and the like are
  /// paid from appropriations, whether that is said or not.
  private static func fund(of measure: Term, _ fund: Term?) -> Term? {
    guard measure.rawValue >= Term.threePublic.rawValue, fund == .appropriation || fund == .generalBudget else {
      return fund
    }
    return nil
  }

  /// For each statement the cell that states the same, where one agrees with it; else -1.
  package func firstCells() -> [CellIndex] {
    var result = [CellIndex](filledWith: -1, count: narrative.statements.count)
    for tie in tables.mentions where tie.more.isEmpty && result[tie.statement] < 0 {
      guard let own = quantity(tie.statement), let other = quantity(ofCell: tie.cell),
        own.interval.meets(other.interval)
      else { continue }
      result[tie.statement] = tie.cell
    }
    return result
  }

  /// Whether the statement is an amount of money of the document's own year.
  package func isOwnLevel(_ index: StatementIndex) -> Bool {
    MentionReader.isOwnLevel(narrative.statements[index], in: tree, of: profile)
  }

  /// The fund of 一般公共预算当年拨款, which says neither revenue nor expenditure.
  private func currentAppropriation(_ index: StatementIndex) -> Term? {
    let subject = statement(index).subject
    guard subject.measure == nil, !subject.isAccount, let fund = subject.fund, subject.isQualified else { return nil }
    let words = runningText(index).units[subject.range]
    return Self.currentAppropriation.contains { words.count > $0.count && words.suffix($0.count).elementsEqual($0) }
      ? fund : nil
  }

  private static let currentAppropriation = ["当年拨款", "本年拨款"].map { Array($0.utf16) }

  /// The amounts of the narrative that are named so that another document can name them alike,
  /// with what they measure; budgets and earlier figures of a measure have the measure's key.
  package func figureKeys() -> [(index: StatementIndex, key: FigureKey)] {
    let funds = tree.sectionFunds()
    var result: [(index: StatementIndex, key: FigureKey)] = []
    var titles = AccountTitles(tree)
    // The account that the present paragraph is about.
    var present: (block: Int, account: Int64)?
    for (index, placed) in narrative.statements.enumerated() {
      let statement = placed.statement
      guard statement.role == .level, !statement.isAside, statement.isFinished, statement.depth == 0,
        !statement.subject.isQualified || currentAppropriation(index) != nil
      else { continue }
      let subject = statement.subject
      if let account = narrative.accounts[index]
        ?? (present?.block == placed.block ? nil : titles.account(of: placed))
      {
        present = (placed.block, account)
      } else if subject.measure != nil || subject.name != 0 && subject.basis == nil {
        present = nil
      }
      if let fund = currentAppropriation(index) {
        result.append((index, FigureKey(fund, fund: nil)))
      } else if let measure = subject.measure, !subject.isAccount, measure != .performance {
        result.append((index, FigureKey(measure, fund: Self.fund(of: measure, subject.fund ?? funds[placed.block]))))
      } else if let present, present.block == placed.block {
        let fund = funds[placed.block]
        guard fund == nil || fund == .appropriation || fund == .generalBudget || fund == .governmentFund else {
          continue
        }
        result.append(
          (index, FigureKey(account: present.account, fund: fund == .governmentFund ? .governmentFund : .generalBudget))
        )
      }
    }
    return result
  }
}
