import DisclosureSyntax
import Ledger

extension NarrativeReader {
  /// 编报, 跟踪 and 自评 of performance targets mostly speak of the same projects, each with the money
  /// concerned: `编报绩效目标的项目 3 个，涉及预算金额 175.52 万元；绩效跟踪评价的项目 3 个，涉及 …`.
  ///
  /// They may differ, and then nothing is tied; where all but one agree and that one is a slip of
  /// the pen away from the others, they were meant to.
  mutating func tiePerformance() {
    var amounts: [StatementIndex] = []
    for index in narrative.statements.indices.dropFirst() {
      let placed = narrative.statements[index]
      let before = narrative.statements[index - 1]
      guard before.statement.subject.measure == .performance, unit(index - 1).isCount, before.block == placed.block,
        placed.statement.role == .level, placed.statement.isFinished, unit(index).isMoney
      else { continue }
      if let last = amounts.last, narrative.statements[last].block != placed.block {
        tieRepeated(amounts)
        amounts.removeAll()
      }
      amounts.append(index)
    }
    tieRepeated(amounts)
  }

  /// Ties three amounts or more that are equal, or are but for one slip.
  private mutating func tieRepeated(_ amounts: [StatementIndex]) {
    let numerals = amounts.compactMap { numeral($0) }
    guard amounts.count >= 3, numerals.count == amounts.count,
      numerals.allSatisfy({ $0.unit == numerals[0].unit && $0.decimals == numerals[0].decimals })
    else { return }
    // Of three or more that agree but for one, one of the first two is what the others say.
    let common = numerals[0].value == numerals[1].value ? numerals[0].value : numerals[2].value
    let agreeing = amounts.indices.filter { numerals[$0].value == common }
    guard agreeing.count >= amounts.count - 1, common >= 100 else { return }
    let meant = Quantity(value: Int128(common), halfWidth: 0, step: 1)
    let areMeant = numerals.allSatisfy { numeral in
      numeral.value == common || Quantity(value: Int128(numeral.value), halfWidth: 0, step: 1).isOneSlip(from: meant)
    }
    guard areMeant else { return }
    let first = amounts[agreeing[0]]
    for index in amounts where index != first {
      narrative.restatements.append(Restatement(first: first, second: index, isStated: true, reason: .sameMeasure))
    }
  }
}
