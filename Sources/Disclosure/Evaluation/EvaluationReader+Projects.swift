import DisclosureSyntax
import Ledger

/// Lists of projects, each with its budget, what was spent and the rate.
extension EvaluationReader {
  /// A row of such a list.
  typealias ProjectRow = (amounts: ArraySlice<TablePiece>, rate: TablePiece, isTotal: Bool)

  /// The columns of budget and expenditure, counted to the left from the rate.
  private struct Columns {
    var budget: Int
    var spent: Int
    /// The rows whose rate follows from them, without those of zero.
    var held = 0
    /// The rows whose rate does not.
    var broken = 0
  }

  /// States the rates and the totals of a list of projects.
  mutating func settleProjects(_ form: EvaluationForm) {
    let rows = form.projects.filter { !$0.isTotal }
    guard rows.count >= 2, rows.count <= Self.mostProjects, let columns = columns(of: rows) else { return }
    let fitting = rows.filter { $0.amounts.count >= columns.budget }
    guard fitting.count == rows.count else { return }
    let budget = rows.map { cell(piece($0, columns.budget), nil) }
    let spent = rows.map { cell(piece($0, columns.spent), nil) }
    for (place, row) in rows.enumerated() where piece(row, columns.budget).value > 0 {
      model.evaluation.laws.append(
        .execution(rate: cell(row.rate, .percent), spent: [spent[place]], budget: [budget[place]]))
    }
    settleCopies(rows, columns, spent)
    model.evaluation.projects.append(EvaluatedProjects(budget: budget, spent: spent))
    guard let total = form.projects.last, total.isTotal, total.amounts.count >= columns.budget else { return }
    let sums = (budget: cell(piece(total, columns.budget), nil), spent: cell(piece(total, columns.spent), nil))
    model.evaluation.laws.append(.total(sums.budget, of: budget))
    model.evaluation.laws.append(.total(sums.spent, of: spent))
    model.evaluation.laws.append(
      .execution(rate: cell(total.rate, .percent), spent: [sums.spent], budget: [sums.budget]))
  }

  /// The rows of a list of projects at most; no department has as many.
  private static let mostProjects = 300

  private func piece(_ row: ProjectRow, _ column: Int) -> TablePiece { row.amounts[row.amounts.endIndex - column] }

  /// The columns from which nearly all rates follow; nil where none do.
  private func columns(of rows: [ProjectRow]) -> Columns? {
    var best: Columns?
    for budget in 2...6 {
      for spent in 1..<budget {
        var columns = Columns(budget: budget, spent: spent)
        for row in rows where row.amounts.count >= budget {
          let (one, other) = (piece(row, spent), piece(row, budget))
          if one.value == 0, row.rate.value == 0 { continue }
          if EvaluationForm.isExecution(row.rate, one, other) { columns.held += 1 } else { columns.broken += 1 }
        }
        guard columns.held >= 2, columns.broken <= max(1, rows.count / 5), columns.held > columns.broken else {
          continue
        }
        // A budget at the start of the year beside the one of the full year: the nearer one is meant.
        if best.map({ $0.held < columns.held }) ?? true { best = columns }
      }
    }
    return best
  }

  /// States that what was spent is printed again, where it is in all rows but one.
  private mutating func settleCopies(_ rows: [ProjectRow], _ columns: Columns, _ spent: [CellIndex]) {
    for column in 1..<columns.budget where column != columns.spent {
      let others = rows.map { piece($0, column) }
      let equal = zip(rows, others).count { piece($0, columns.spent).scaled == $1.scaled }
      let values = Set(others.filter { $0.value != 0 }.map(\.scaled))
      guard equal >= rows.count - 1, rows.count >= 3, values.count >= 2 else { continue }
      for (place, other) in others.enumerated() {
        model.evaluation.laws.append(
          .repetition(cell(other, nil), of: spent[place], evidence: equal >= 5 ? .stated : .matched))
      }
    }
  }
}
