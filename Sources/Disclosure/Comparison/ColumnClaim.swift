import DisclosureSyntax

/// A cell that states what another document has published: last year's amount beside this year's, or
/// the budget beside the final figure.
package struct ColumnClaim: Hashable, Sendable {
  /// The document that has published the figure.
  package var document: OtherDocument
  /// What the figure measures.
  package var key: FigureKey
  /// The cell.
  package var cell: CellIndex
  /// Whether the head names the budget or the account that the figure is taken from: 预算数 beside 决算数 may
  /// be a later budget.
  package var isExplicit: Bool
}

extension DisclosureDocument {
  /// What the columns of tables say of figures of other documents, in the order of the text.
  package func columnClaims() -> [ColumnClaim] {
    tables.tables.flatMap { table -> [ColumnClaim] in
      guard table.isReliable, let sources = table.columnSources(of: profile), !sources.isEmpty else { return [] }
      let claimed = sources.compactMap { entry in
        document(of: entry.source).map { (column: entry.column, document: $0.0, isExplicit: $0.1) }
      }
      if claimed.isEmpty { return [] }
      return table.publishedRows().flatMap { row in
        claimed.compactMap { claim in
          table.cell(ofRow: row.row, in: claim.column).map {
            ColumnClaim(document: claim.document, key: row.key, cell: $0, isExplicit: claim.isExplicit)
          }
        }
      }
    }
  }

  /// The document that a column is taken from, and whether its head leaves no doubt.
  private func document(of source: ColumnSource) -> (OtherDocument, Bool)? {
    switch (profile.kind, source.year, source.basis) {
    case (.budget, -1, .budget), (.budget, -1, .initialBudget): (.priorYear, true)
    case (.final, -1, .final): (.priorYear, true)
    case (.final, 0, .initialBudget): (.budget, true)
    case (.final, 0, .budget): (.budget, false)
    default: nil
    }
  }
}

extension DisclosureTable {
  /// The rows that other documents name alike, with what their amounts measure: the three public expenses, and
  /// accounts under a fund.
  func publishedRows() -> [(row: Int, key: FigureKey)] {
    switch kind {
    case .threePublic:
      if let group = expenses.first {
        return group.sorted { $0.value < $1.value }.compactMap { key, row in
          guard row >= 0, let measure = key.measure else { return nil }
          return (row, FigureKey(measure, fund: nil).inTable)
        }
      }
      return entries.indices.compactMap { row in
        switch entries[row].role {
        case .total: return (row, FigureKey(.threePublic, fund: nil).inTable)
        case .item:
          guard let measure = MentionReader.measure(Array(words[entries[row].words])) else { return nil }
          return (row, FigureKey(measure, fund: nil).inTable)
        default: return nil
        }
      }
    case .generalExpenditure: return accountRows(under: .generalBudget)
    case .governmentFund: return accountRows(under: .governmentFund)
    case .stateCapital: return accountRows(under: .stateCapital)
    default: return []
    }
  }

  /// Whether tables of the kind have rows that are published.
  static func publishes(_ kind: TableKind) -> Bool {
    switch kind {
    case .threePublic, .generalExpenditure, .governmentFund, .stateCapital: true
    default: false
    }
  }

  private func accountRows(under fund: Term) -> [(row: Int, key: FigureKey)] {
    var rows: [(row: Int, key: FigureKey)] = []
    rows.reserveCapacity(entries.count)
    for row in entries.indices where entries[row].role == .account && entries[row].side == .whole {
      guard let account = entries[row].account, account > 0 else { continue }
      rows.append((row, FigureKey(account: account, fund: fund).inTable))
    }
    return rows
  }
}
