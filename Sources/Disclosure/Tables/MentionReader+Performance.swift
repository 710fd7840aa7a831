import DisclosureSyntax
import DisclosureText
import Ledger

/// What the prose says of a project's money and its form of performance targets says again.
extension MentionReader {
  /// Ties `2025 年度预算安排 350.00 万元`, under a heading 年度预算安排, to 年度资金申请总额 of the form that has the amount or one
  /// that is a slip away from it.
  ///
  /// - Complexity: O(*b* + *s* · *f*) for *b* blocks, *s* amounts below such headings and *f* forms.
  func performanceTies() -> [MentionTie] {
    let totals = annualTotals()
    guard !totals.isEmpty else { return [] }
    let isBelow = arrangements()
    let statements = narrative.statements.indices.filter { index in
      let placed = narrative.statements[index]
      return isBelow[placed.block] && isOwnLevel(placed) && statementQuantity(index)?.value ?? 0 != 0
    }
    var ties: [MentionTie] = []
    var open = totals
    var left: [StatementIndex] = []
    for index in statements {
      guard let amount = statementQuantity(index) else { continue }
      let agreeing = totals.filter { cellQuantity($0)?.interval.meets(amount.interval) ?? false }
      open.removeAll { agreeing.contains($0) }
      if agreeing.isEmpty { left.append(index) }
      for cell in agreeing.prefix(1) {
        ties.append(MentionTie(statement: index, cell: cell, evidence: .matched))
      }
    }
    for index in left {
      guard let amount = statementQuantity(index) else { continue }
      let near = open.filter { cell in cellQuantity(cell).map { isSlip(amount, $0) } ?? false }
      if near.count == 1 { ties.append(MentionTie(statement: index, cell: near[0], evidence: .stated)) }
    }
    return ties
  }

  /// The cells of 年度资金申请总额 in all forms.
  private func annualTotals() -> [CellIndex] {
    var totals: [CellIndex] = []
    for number in model.tables.indices
    where model.tables[number].kind == .performance && model.tables[number].isReliable {
      for entry in model.tables[number].entries where entry.cells.count == 1 {
        if case .annualTotal = PerformanceFund(model.tables[number].words(of: entry)) { totals += entry.cells }
      }
    }
    return totals
  }

  /// For each block whether the heading above it is 年度预算安排 or the like.
  private func arrangements() -> [Bool] {
    var isBelow = false
    return tree.blocks.map { block in
      if block.block.kind == .heading {
        isBelow = RowWords.contains(block.block.text.units, TitleWords.allocation)
      } else if block.block.kind == .tableTitle {
        isBelow = false
      }
      return isBelow
    }
  }
}
