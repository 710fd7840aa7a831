import DisclosureSyntax
import DisclosureText
import Ledger

/// A completion rate of a public expense whose budget only the table of them gives:
/// `公务接待费支出决算为 2 万元，完成预算的 40%`.
package struct ColumnPlan: Hashable, Sendable {
  /// The completion rate.
  package var rate: StatementIndex
  /// The final figure.
  package var actual: StatementIndex
  /// The cell of the budget.
  package var plan: CellIndex
}

extension DisclosureDocument {
  /// The completion rates whose budget a table prints beside the final figure.
  ///
  /// Which budget that is, the head of such a table does not always say; it is taken for the one that the prose
  /// gives for the total.
  package func columnPlans() -> [ColumnPlan] {
    guard profile.kind == .final, !narrative.openCompletions.isEmpty else { return [] }
    var cells: [Term: (plan: CellIndex, final: CellIndex)] = [:]
    for number in tables.tables.indices
    where tables.tables[number].kind == .threePublic && tables.tables[number].isReliable {
      for expense in tables.tables[number].plannedExpenses() {
        // The same expense in two tables has two funds.
        guard cells.updateValue((expense.plan, expense.final), forKey: expense.measure) == nil else { return [] }
      }
    }
    guard let whole = cells[.threePublic] else { return [] }
    let printed = basis(ofPlan: whole.plan)
    guard let basis = printed ?? basis(ofRates: cells) else { return [] }
    return narrative.openCompletions.compactMap { open in
      guard let measure = statement(open.actual).subject.measure, let found = cells[measure],
        let named = statement(open.rate).reference?.basis, named == basis || named == .budget || basis == .budget,
        isOwnLevel(open.actual), agree(open.actual, found.final)
      else { return nil }
      return ColumnPlan(rate: open.rate, actual: open.actual, plan: found.plan)
    }
  }

  /// Which budget of the three public expenses the prose gives with the amount of a cell.
  private func basis(ofPlan cell: CellIndex) -> Term? {
    for (index, placed) in narrative.statements.enumerated() {
      let statement = placed.statement
      guard statement.role == .level, !statement.isAside, statement.subject.measure == .threePublic,
        let basis = statement.reference?.basis ?? statement.subject.basis, basis != .final, agree(index, cell)
      else { continue }
      return basis
    }
    return nil
  }

  /// Which budget all completion rates of the three public expenses name, where no budget is printed in the prose and
  /// most of the rates, two at least, come out of the budgets of the table.
  private func basis(ofRates cells: [Term: (plan: CellIndex, final: CellIndex)]) -> Term? {
    var named: Term?
    var (held, broken) = (0, 0)
    for open in narrative.openCompletions {
      guard let measure = statement(open.actual).subject.measure, let found = cells[measure],
        isOwnLevel(open.actual), agree(open.actual, found.final), let basis = statement(open.rate).reference?.basis
      else { continue }
      guard named == nil || named == basis else { return nil }
      named = basis
      guard let plan = quantity(ofCell: found.plan), plan.value > 0, let final = quantity(ofCell: found.final),
        let rate = numeral(open.rate)
      else { continue }
      if abs(Double(final.value) / Double(plan.value) * 100 - rate.amount) <= rate.lastDigit {
        held += 1
      } else {
        broken += 1
      }
    }
    return held >= 2 && held > broken ? named : nil
  }

  private func agree(_ index: StatementIndex, _ cell: CellIndex) -> Bool {
    guard let one = quantity(index), let other = quantity(ofCell: cell) else { return false }
    return one.interval.meets(other.interval)
  }
}

extension DisclosureTable {
  /// The three public expenses in one row, each with budget and final figure: beside each other, or all budgets
  /// before all final figures.
  func plannedExpenses() -> [(measure: Term, plan: CellIndex, final: CellIndex)] {
    guard expenses.isEmpty, let forest = forests[.whole], forest.parents.count == 12,
      let row = entries.first(where: { $0.role == .total }),
      let budget = head.words.position(of: HeadWords.budget, from: 0),
      let final = head.words.position(of: HeadWords.final, from: 0), budget < final
    else { return [] }
    let roots = forest.parents.indices.filter { forest.parents[$0] < 0 }
    guard roots.count == 2, case let step = roots[1], step == 1 || step == 6 else { return [] }
    let parts = forest.parents.indices.filter { forest.parents[$0] == 0 }
    guard parts.count == 3, let cars = parts.first(where: { forest.parents.contains($0) }) else { return [] }
    let inner = forest.parents.indices.filter { forest.parents[$0] == cars }
    guard case let others = parts.filter({ $0 != cars }), others.count == 2, inner.count == 2 else { return [] }
    let columns: [(Term, Int)] = [
      (.threePublic, 0), (.abroad, others[0]), (.vehicles, cars), (.vehiclePurchase, inner[0]),
      (.vehicleOperation, inner[1]), (.reception, others[1]),
    ]
    return columns.compactMap { measure, column in
      guard let plan = cell(of: row, in: column), let final = cell(of: row, in: column + step) else { return nil }
      return (measure, plan, final)
    }
  }
}
