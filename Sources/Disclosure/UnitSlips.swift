import DisclosureSyntax

/// Amounts that are printed with the wrong one of 元, 万元 and 亿元.
///
/// `支出合计 1593.84 元` where the same digits stand in 万元 elsewhere: the unit is what is wrong, and the
/// amount ten thousand times too small; `15,938,400 万元` in a document in 元 is as much too large. Only digits
/// that are long enough not to recur by chance show it.
struct UnitSlips {
  let tree: SyntaxTree
  let narrative: Narrative
  let tables: TableModel

  /// A number as printed.
  private struct Printed: Hashable {
    var value: Int64
    var decimals: Int

    /// Whether it is long enough to be recognised: four digits that do not end in zeros.
    var isLong: Bool { value >= 1000 && value % 100 != 0 }
    /// Whether it is longer than thresholds and prices are.
    var isVeryLong: Bool { value >= 100_000 && value % 100 != 0 }
  }

  /// The unit that each such statement should have.
  ///
  /// - Complexity: O(statements + cells).
  func find() -> [StatementIndex: Unit] {
    var odd: [StatementIndex] = []
    var usual: Set<Printed> = []
    guard let unit = usualUnit() else { return [:] }
    for index in narrative.statements.indices {
      guard let numeral = numeral(index), numeral.unit.isMoney else { continue }
      if numeral.unit == unit { usual.insert(printed(numeral)) } else { odd.append(index) }
    }
    guard !odd.isEmpty else { return [:] }
    for cell in tables.cells where cell.unit == unit {
      usual.insert(Printed(value: cell.piece.value, decimals: Int(cell.piece.decimals)))
    }
    let sums = unit == .tenThousandYuan ? sumsOfOneUnit().union(changesOfOneUnit()) : []
    var result: [StatementIndex: Unit] = [:]
    for index in odd where narrative.statements[index].statement.role == .level || sums.contains(index) {
      guard let numeral = numeral(index), !narrative.statements[index].statement.isAside else { continue }
      let figure = printed(numeral)
      let isRepeated = numeral.unit == .yuan ? figure.isLong : figure.isVeryLong
      if isRepeated && usual.contains(figure) || sums.contains(index) { result[index] = unit }
    }
    return result
  }

  /// The unit of most amounts of the narrative, 元 or 万元; nil where either may be meant.
  private func usualUnit() -> Unit? {
    var (yuan, tenThousand, other) = (0, 0, 0)
    for index in narrative.statements.indices {
      switch numeral(index)?.unit {
      case .yuan: yuan += 1
      case .tenThousandYuan: tenThousand += 1
      case .thousandYuan, .hundredMillionYuan: other += 1
      default: continue
      }
    }
    if yuan + other > 0, (yuan + other) * 2 <= tenThousand { return .tenThousandYuan }
    // A document in 元 says few amounts in 万元: thresholds, and what it quotes.
    return tenThousand + other > 0 && (tenThousand + other) * 4 <= yuan ? .yuan : nil
  }

  /// The only amounts in yuan of totals and their parts that add up digit by digit.
  private func sumsOfOneUnit() -> Set<StatementIndex> {
    var result: Set<StatementIndex> = []
    for list in narrative.breakdowns where list.isFull && list.parts.count >= 2 {
      let members = [list.head] + list.parts
      let numerals = members.compactMap { numeral($0) }
      let odd = members.filter { numeral($0)?.unit == .yuan }
      guard numerals.count == members.count, odd.count == 1,
        numerals.allSatisfy({ $0.decimals == numerals[0].decimals }),
        numerals.allSatisfy({ $0.unit == .yuan || $0.unit == .tenThousandYuan }), numerals[0].value > 0
      else { continue }
      if numerals.dropFirst().reduce(0, { $0 + $1.value }) == numerals[0].value, numeral(odd[0])?.value ?? 0 > 0 {
        result.insert(odd[0])
      }
    }
    return result
  }

  /// The amounts in yuan that, in 万元 as the other one of an amount and its change, give the printed rate:
  /// `45.00 元，增加 2.00 万元，增长 4.65%`.
  private func changesOfOneUnit() -> Set<StatementIndex> {
    var result: Set<StatementIndex> = []
    for movement in narrative.movements {
      guard let change = movement.change, let current = movement.current, let rate = movement.rate,
        let difference = numeral(change), let amount = numeral(current), let printed = numeral(rate),
        let direction = narrative.statements[change].statement.direction, printed.unit == .percent, printed.value > 0,
        difference.decimals == amount.decimals, difference.value > 0,
        Set([difference.unit, amount.unit]) == [.yuan, .tenThousandYuan]
      else { continue }
      let part = Double(difference.value)
      let step = (0..<printed.decimals).reduce(1.0) { step, _ in step / 10 }
      let base = Double(amount.value) - Double(direction.rawValue) * part
      guard base > 1 else { continue }
      let (low, high) = (100 * (part - 0.5) / (base + 1), 100 * (part + 0.5) / (base - 1))
      let said = Double(printed.value) * step
      if said > low - step / 2, said < high + step / 2 { result.insert(difference.unit == .yuan ? change : current) }
    }
    return result
  }

  private func printed(_ numeral: Numeral) -> Printed { Printed(value: numeral.value, decimals: numeral.decimals) }

  private func numeral(_ index: StatementIndex) -> Numeral? {
    let placed = narrative.statements[index]
    return placed.statement.numeral.map { tree.blocks[placed.block].numerals[$0] }
  }
}
