import DisclosureSyntax
import DisclosureText
import Ledger

/// A change that the prose gives without the amount it starts from, where a table has that beside the
/// amount of the own year: `公务接待费较 2024 年预算下降 10%`.
package struct ColumnBase: Hashable, Sendable {
  /// The change, the rate, or both.
  package var movement: Movement
  /// The amount of the own year.
  package var current: StatementIndex
  /// The cell of the amount before.
  package var base: CellIndex
}

extension DisclosureDocument {
  /// The changes of the three public expenses whose base stands in the column of the year before, of the kind of
  /// figure that the words name, or in final accounts in that of the own year's budget: 与 2024 年度预算相比.
  package func columnBases() -> [ColumnBase] {
    var rows: [FigureKey: (own: CellIndex, base: CellIndex)] = [:]
    var plans = rows
    for number in tables.tables.indices
    where tables.tables[number].kind == .threePublic && tables.tables[number].isReliable {
      let table = tables.tables[number]
      guard let own = table.publishedColumn(of: profile), let sources = table.columnSources(of: profile) else {
        continue
      }
      let earlier = sources.filter { $0.source.year == -1 && isLastYears($0.source.basis) }
      let planned = sources.filter { $0.source.year == 0 && profile.kind == .final && $0.source.basis == .budget }
      if earlier.count != 1, planned.count != 1 { continue }
      for row in table.publishedRows() {
        guard let cell = table.cell(ofRow: row.row, in: own) else { continue }
        func base(_ columns: [(column: Int, source: ColumnSource)]) -> CellIndex? {
          columns.count == 1 ? table.cell(ofRow: row.row, in: columns[0].column) : nil
        }
        if let base = base(earlier) { rows[row.key.inNarrative] = (cell, base) }
        if let plan = base(planned) { plans[row.key.inNarrative] = (cell, plan) }
      }
    }
    if rows.isEmpty, plans.isEmpty { return [] }
    let keys = Dictionary(figureKeys().map { ($0.index, $0.key) }) { first, _ in first }
    let loneRates = narrative.loneRates.map { Movement(rate: $0.rate, current: $0.current) }
    return (narrative.movements + loneRates).compactMap { movement in
      guard movement.base == nil, movement.unchanged == nil, let current = movement.current, isOwnLevel(current),
        let word = movement.words.first, let reference = statement(word).reference, let basis = reference.basis,
        case let isPlanned = basis == .budget && reference.year == profile.fiscalYear,
        isPlanned || isLastYears(basis),
        isPlanned || reference.year.map({ $0 + 1 == profile.fiscalYear }) ?? (reference.relativeYear == -1),
        !isOfOtherScope(word),
        let row = keys[current].flatMap({ isPlanned ? plans[$0] : rows[$0] }), let own = quantity(ofCell: row.own),
        let amount = quantity(current), own.interval.meets(amount.interval)
      else { return nil }
      return ColumnBase(movement: movement, current: current, base: row.base)
    }
  }

  /// Whether the paragraph of a change says that it is of another scope than the amounts: 同口径, 剔除划转因素.
  private func isOfOtherScope(_ index: StatementIndex) -> Bool {
    let units = runningText(index).units
    return Self.scopes.contains { TitleWords.contains(units, $0) }
  }

  private static let scopes = ["口径", "可比", "剔除", "扣除", "扣减", "不含", "不包括", "占比", "比重", "除外"].map { Array($0.utf16) }

  /// Whether documents of this kind are compared with that kind of last year's figures.
  private func isLastYears(_ basis: Term) -> Bool {
    profile.kind == .final ? basis == .final : profile.kind == .budget && (basis == .budget || basis == .initialBudget)
  }
}
