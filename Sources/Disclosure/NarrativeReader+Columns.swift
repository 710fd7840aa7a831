import DisclosureSyntax

extension NarrativeReader {
  /// The totals of a list of numbered items, each with the amounts of the same kind that every item gives: budgets
  /// of the budget, final figures of the final figure.
  func columns(
    of list: ListStack.List, _ items: [ListStack.Amounts]
  ) -> [(column: ListStack.Column, head: StatementIndex, parts: [StatementIndex])] {
    list.heads.sorted.compactMap { column, head in
      var parts = items.map { $0[column] }
      // `“C”25.77 万元。年初预算为 30 万元，支出决算为 25.77 万元`: the one stands for the other.
      if column == .final { parts = items.map { $0[.final] ?? $0[.plain] } }
      if column == .plain, parts.allSatisfy({ $0 == nil }) { parts = items.map { $0[.final] } }
      let found = parts.compactMap { $0 }
      return found.count == items.count ? (column, head, found) : nil
    }
  }

  /// Whether the parts are so far below the total that others are left out.
  func fallShort(_ parts: [StatementIndex], of head: StatementIndex) -> Bool {
    guard let total = numeral(head) else { return false }
    let amounts = parts.compactMap { numeral($0) }
    return SumEvidence(total: (total, 1), parts: amounts.map { ($0, 1) })?.fallsShort ?? false
  }
}
