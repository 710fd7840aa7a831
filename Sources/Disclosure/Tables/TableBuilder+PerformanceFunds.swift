import DisclosureSyntax
import Ledger

/// The money of a form of performance targets (绩效目标申报表), on its own lines above the indicators.
///
///     项目资金总额   900.00   年度资金申请总额   350.00
///     其中：财政资金 900.00   其中：当年财政拨款 300.00
///     其他资金         0.00   上年结转资金        50.00
///                             其他资金             0.00
extension TableBuilder {
  /// States that each total is the sum of its parts, as far as the words and the order of the rows tell which are whose,
  /// and where the sum holds or fails by a slip.
  mutating func statePerformanceFunds() {
    guard table.kind == .performance else { return }
    var form: [(fund: PerformanceFund, cell: CellIndex)] = []
    for entry in table.entries {
      guard let fund = PerformanceFund(table.words(of: entry)), entry.cells.count == 1,
        let cell = entry.cells.first
      else { continue }
      // The next form begins with its total.
      if fund.isTotal, form.contains(where: { !$0.fund.isTotal }), !isOpen(form, for: fund) {
        state(form)
        form = []
      }
      form.append((fund, cell))
    }
    state(form)
  }

  /// Whether a form still lacks the total: its own two may stand one behind the other with the parts between them.
  private func isOpen(_ form: [(fund: PerformanceFund, cell: CellIndex)], for fund: PerformanceFund) -> Bool {
    fund == .annualTotal && !form.contains { $0.fund == .annualTotal }
  }

  private mutating func state(_ form: [(fund: PerformanceFund, cell: CellIndex)]) {
    func cells(_ fund: PerformanceFund) -> [CellIndex] { form.filter { $0.fund == fund }.map(\.cell) }
    let (totals, annualTotals) = (cells(.total), cells(.annualTotal))
    let (fiscal, annual, other) = (cells(.fiscal), cells(.annual), cells(.other))
    guard totals.count + annualTotals.count <= 2, annualTotals.count <= 1, annual.count <= 2,
      cells(.unknown).allSatisfy({ value($0) == 0 })
    else { return }
    let all = form.filter { $0.fund.isTotal }.map(\.cell)
    // 其他资金 stands once below each total.
    guard other.count == all.count || other.allSatisfy({ value($0) == 0 }) else { return }
    for (position, total) in all.enumerated() {
      let isAnnual = annualTotals.contains(total)
      var parts = other.count == all.count ? [other[position]] : []
      if isAnnual, !annual.isEmpty {
        guard fiscal.count <= 1 else { return }
        parts = annual + parts
      } else if annual.isEmpty ? fiscal.count == all.count : fiscal.count == 1 {
        parts.insert(fiscal[annual.isEmpty ? position : 0], at: 0)
      } else {
        continue
      }
      let sum = parts.reduce(0) { $0 + value($1) }
      for part in parts { laws.add(part) }
      let isSlip = isLong(value(total), unit(total)) && mayBeSlip(total, laws.pending)
      guard sum != 0, sum == value(total) || isSlip else {
        laws.dropPending()
        continue
      }
      laws.state(.column, total, .stated)
    }
  }
}
