import DisclosureSyntax
import Ledger

/// An expense in the table of basic expenditure and the same of all appropriations, of which it is a part.
package struct PublicExpenseBound: Hashable, Sendable {
  /// The row of basic expenditure.
  package var part: CellIndex
  /// What the text says of the three public expenses.
  package var whole: StatementIndex
}

extension DisclosureDocument {
  /// The three public expenses of basic expenditure by economic account, none of which is above what all
  /// appropriations spend on it: 公务接待费 is 30217.
  ///
  /// Journeys abroad are left out: those of teachers and scientists are in the account, and are no public expense.
  ///
  /// - Complexity: O(statements + rows of the table).
  package func publicExpenseBounds() -> [PublicExpenseBound] {
    let all = tables.tables
    let numbers = all.indices.filter { all[$0].kind == .basicExpenditure && !all[$0].entries.isEmpty }
    guard numbers.count == 1, case let number = numbers[0], all[number].isReliable else { return [] }
    var wholes: [Term: StatementIndex] = [:]
    var unknown: Set<Term> = []
    for (index, placed) in narrative.statements.enumerated() where isOwnLevel(index) {
      let subject = placed.statement.subject
      guard let measure = subject.measure, Self.accounts.values.contains(measure), !subject.isQualified,
        subject.fund == nil || subject.fund == .appropriation || subject.fund == .generalBudget
      else { continue }
      if let known = wholes[measure] {
        if numeral(known)?.value != numeral(index)?.value { unknown.insert(measure) }
      } else {
        wholes[measure] = index
      }
    }
    return all[number].entries.compactMap { entry in
      guard entry.role == .account, let code = entry.account, let measure = Self.accounts[code],
        !unknown.contains(measure), let whole = wholes[measure], let cell = onlyAmount(of: entry)
      else { return nil }
      return PublicExpenseBound(part: cell, whole: whole)
    }
  }

  /// The first of a row's amounts above zero, where all of them are equal.
  private func onlyAmount(of entry: TableEntry) -> CellIndex? {
    let cells = entry.cells.filter { tables.quantities[$0].map { $0.value != 0 } ?? false }
    return Set(cells.map { tables.quantities[$0]?.value }).count == 1 ? cells.first : nil
  }

  private static let accounts: [Int64: Term] = [
    30_217: .reception, 30_231: .vehicleOperation, 31_013: .vehiclePurchase,
  ]
}
