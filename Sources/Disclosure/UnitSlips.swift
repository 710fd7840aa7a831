import DisclosureSyntax

/// Amounts that are printed with the wrong one of 元 and 万元.
///
/// `支出合计 1593.84 元` where the same digits stand in 万元 elsewhere: the unit is what is wrong, and the
/// amount ten thousand times too small. Only digits that are long enough not to recur by chance show it.
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
  }

  /// The unit that each such statement should have.
  ///
  /// - Complexity: O(statements + cells).
  func find() -> [StatementIndex: Unit] {
    var inYuan: [StatementIndex] = []
    var inTenThousand: Set<Printed> = []
    var count = 0
    for index in narrative.statements.indices {
      guard let numeral = numeral(index) else { continue }
      switch numeral.unit {
      case .yuan: inYuan.append(index)
      case .tenThousandYuan:
        count += 1
        inTenThousand.insert(printed(numeral))
      default: continue
      }
    }
    // Where many amounts are in yuan, either unit may be meant.
    guard !inYuan.isEmpty, inYuan.count * 2 <= count else { return [:] }
    for cell in tables.cells where cell.unit == .tenThousandYuan {
      inTenThousand.insert(Printed(value: cell.piece.value, decimals: Int(cell.piece.decimals)))
    }
    let sums = sumsOfOneUnit()
    var result: [StatementIndex: Unit] = [:]
    for index in inYuan where narrative.statements[index].statement.role == .level {
      guard let numeral = numeral(index), !narrative.statements[index].statement.isAside else { continue }
      let figure = printed(numeral)
      if figure.isLong && inTenThousand.contains(figure) || sums.contains(index) {
        result[index] = .tenThousandYuan
      }
    }
    return result
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

  private func printed(_ numeral: Numeral) -> Printed { Printed(value: numeral.value, decimals: numeral.decimals) }

  private func numeral(_ index: StatementIndex) -> Numeral? {
    let placed = narrative.statements[index]
    return placed.statement.numeral.map { tree.blocks[placed.block].numerals[$0] }
  }
}
