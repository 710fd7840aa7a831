import DisclosureText

/// Words of both sides that wait for one line of amounts, where rows stand side by side and are wrapped.
extension TableRowReader {
  /// Gives the amounts of a line to the two rows whose words wait for them; whether it has any such.
  ///
  ///     一、一般公共预算
  ///     一、一般公共服务
  ///     98.83 25.05 25.05
  ///     资金
  ///     支出
  ///
  /// The words of the left side may also stand on the line of the amounts, below the first of the right
  /// side's. The left side has one amount; numbers of lines tell where the right side begins.
  mutating func readShared(_ pieces: ArraySlice<TablePiece>) -> Bool {
    guard isOpen, row.amounts.isEmpty, row.code == nil, row.isNumbered, row.side == 0,
      case let left = pieces.prefix(while: { $0.kind == .text }),
      case let numbers = pieces[left.endIndex...], !numbers.isEmpty, numbers.allSatisfy(\.isNumber),
      !isRevenue(row)
    else { return false }
    let waiting = row
    guard let border = border(of: numbers) else { return false }
    if let first = left.first {
      guard left.count == 1, border < numbers.endIndex, isNumbered(first), isRevenue([first.range]) else {
        return false
      }
      // The words of the left side stand behind those of the right one, whose row is given first.
      emitShared(waiting, numbers[border...], side: 1)
      var row = emptyRow
      table.labels.append(first.range)
      row.label = row.label.lowerBound..<table.labels.count
      row.isNumbered = true
      emitShared(row, numbers[..<border], side: 0)
    } else {
      guard let above = table.rows.last, above.amounts.isEmpty, above.code == nil, above.isNumbered,
        above.label.upperBound == waiting.label.lowerBound, isRevenue(above) || areBeside(above, waiting)
      else { return false }
      table.rows.removeLast()
      emitShared(above, numbers[..<border], side: 0)
      emitShared(waiting, numbers[border...], side: 1)
    }
    isOpen = false
    return true
  }

  /// Where among the numbers of a line those of the right side begin; nil where nothing tells.
  private mutating func border(of numbers: ArraySlice<TablePiece>) -> Int? {
    if head.hasLineNumbers {
      guard let first = numbers.first, first.kind == .integer, first.digits <= 3 else { return nil }
      return numbers.indices.dropFirst().first { index in
        let piece = numbers[index]
        return piece.kind == .integer && piece.digits <= 3 && piece.value > first.value
          && (head.hasDecimals || index == numbers.startIndex + 2)
      }
    }
    let amounts = numbers.map(\.value)
    // The right side of a table with a total has two amounts at least.
    guard head.contains(HeadWords.total) else { return amounts.count >= 2 ? numbers.startIndex + 1 : nil }
    if amounts.count == 1 { return numbers.endIndex }
    let isRight =
      amounts.count == 2 || amounts[0] == amounts[1] && amounts.count == 3 && head.contains(HeadWords.amongThem)
    let rest = amounts.dropFirst(2).reduce(0, +)
    if isRight || amounts[0] == amounts[1] + rest && amounts[1] != rest { return numbers.startIndex }
    return numbers.startIndex + 1
  }

  /// Emits a row with its part of the numbers of the present line.
  private mutating func emitShared(_ row: TableRow, _ numbers: ArraySlice<TablePiece>, side: Int) {
    var row = row
    row.side = side
    row.isSideKnown = true
    row.lines = row.lines.lowerBound...present
    let start = table.amounts.count
    for (position, piece) in numbers.enumerated() {
      if position == 0, head.hasLineNumbers, piece.kind == .integer {
        self.numbers.insert(piece.value)
      } else {
        table.amounts.append(piece)
      }
    }
    row.amounts = start..<table.amounts.count
    table.rows.append(row)
  }

  private mutating func isRevenue(_ row: TableRow) -> Bool { isRevenue(table.labels[row.label]) }

  /// Whether the words, of which the end may be missing, name revenue.
  private mutating func isRevenue(_ label: ArraySlice<TextRange>) -> Bool {
    var text: [UInt16] = []
    for range in label where text.count < 12 { text.appendCharacters(of: range, in: bytes) }
    let numbering = Numbering.read(text)
    return RevenueWords.begin(text.dropFirst(numbering?.length ?? 0), ordinal: numbering?.value ?? 0)
  }

  /// Whether two rows that wait have the same number before their words, as no two rows of one side have.
  private mutating func areBeside(_ left: TableRow, _ right: TableRow) -> Bool {
    guard let first = table.labels[left.label].first, let second = table.labels[right.label].first,
      let one = Numbering.read(units(first, limit: 8)), let other = Numbering.read(units(second, limit: 8))
    else { return false }
    return one.level == other.level && one.value == other.value
  }
}
