import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Writes figures as the document writes them: for messages and for repairs.
struct FigureText {
  let document: DisclosureDocument

  /// The figure as printed, without line ends and with its unit.
  func printed(_ mark: RelationSheet.Mark) -> String {
    switch mark {
    case .figure(let index):
      guard let numeral = document.numeral(index) else { return "" }
      return document.runningText(index).string(in: numeral.range)
    case .word(let index):
      return document.statement(index).word.map { document.runningText(index).string(in: $0) } ?? ""
    case .cell(let index): return document.printedCell(index)
    case .entries(let index):
      let list = document.narrative.countedLists[index]
      return String(list.number - list.uncounted)
    case .constant: return "100%"
    }
  }

  /// The digits of `value` in the way of writing of `numeral`: decimals, separators, width; with `cents` decimals
  /// where it has some that are not printed.
  func digits(_ value: Int128, like numeral: Numeral, isRate: Bool, cents: Int = 0) -> String {
    let factor = Self.step(of: numeral, isRate: isRate, decimals: numeral.decimals)
    var decimals = numeral.decimals
    var units = value / factor
    if value % factor != 0 {
      decimals = max(document.effectiveDecimals(numeral), cents)
      units = value / Self.step(of: numeral, isRate: isRate, decimals: decimals)
    }
    return Self.decimal(units, decimals: decimals, separated: numeral.hasSeparators)
  }

  /// The digits of `value` in the way of writing of a cell.
  func digits(_ value: Int128, likeCell cell: TableCell) -> String {
    let piece = cell.piece
    var decimals = Int(piece.decimals)
    var step = Self.step(unit: cell.unit, decimals: decimals)
    if value % step != 0 {
      decimals = cell.effectiveDecimals
      step = Self.step(unit: cell.unit, decimals: decimals)
    }
    // A short amount shows nothing of how thousands are written.
    let isSeparated = piece.hasSeparators || piece.digits - piece.decimals <= 3 && separatesThousands(cell.table)
    return Self.decimal(value / step, decimals: decimals, separated: isSeparated)
  }

  private func separatesThousands(_ table: Int) -> Bool {
    document.tables.tables[table].cells.contains { document.tables.cells[$0].piece.hasSeparators }
  }

  /// `value` as a number with its unit, for a computation.
  func written(_ value: Int128, like mark: RelationSheet.Mark) -> String {
    guard case .figure(let index) = mark, let numeral = document.numeral(index) else {
      return number(value, like: mark)
    }
    let isRate = document.statement(index).lacksPercentSign
    return number(value, like: mark) + (isRate ? "%" : document.runningText(index).string(in: numeral.unitRange))
  }

  /// `value` as a number without unit, for a computation.
  func number(_ value: Int128, like mark: RelationSheet.Mark) -> String {
    if case .cell(let index) = mark { return digits(value, likeCell: document.tables.cells[index]) }
    guard case .figure(let index) = mark, let numeral = document.numeral(index) else { return printed(mark) }
    // Beside an amount that was rounded to a whole one, a sum keeps what its parts have.
    return digits(
      value, like: numeral, isRate: document.statement(index).lacksPercentSign, cents: numeral.unit.isMoney ? 2 : 0)
  }

  /// The words that name a figure, if they are short.
  func name(_ mark: RelationSheet.Mark) -> String {
    guard case .figure(let index) = mark else { return "" }
    let range = document.statement(index).subject.range
    return range.count <= 16 ? document.runningText(index).string(in: range) : ""
  }

  /// The figure's digits without unit.
  func bare(_ mark: RelationSheet.Mark) -> String {
    guard case .figure(let index) = mark, let numeral = document.numeral(index) else { return printed(mark) }
    return document.runningText(index).string(in: numeral.digits)
  }

  static func step(of numeral: Numeral, isRate: Bool, decimals: Int) -> Int128 {
    if numeral.unit == .percent || isRate {
      var step: Int128 = 1
      for _ in 0..<max(0, 8 - decimals) { step *= 10 }
      return step
    }
    return step(unit: numeral.unit, decimals: decimals)
  }

  static func step(unit: Unit, decimals: Int) -> Int128 {
    var step: Int128 = 1
    for _ in 0..<max(0, 6 - decimals) { step *= 10 }
    return unit == .percent ? step * 100 : step * Int128(unit.yuan)
  }

  static func decimal(_ units: Int128, decimals: Int, separated: Bool) -> String {
    // From the last digit to the first.
    var written: [UInt8] = []
    var rest = units.magnitude
    var count = 0
    repeat {
      if count == decimals, decimals > 0 { written.append(UInt8(ascii: ".")) }
      if separated, count > decimals, (count - decimals) % 3 == 0 { written.append(UInt8(ascii: ",")) }
      written.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
      count += 1
    } while rest > 0 || count <= decimals
    if units < 0 { written.append(UInt8(ascii: "-")) }
    written.reverse()
    return String(decoding: written, as: UTF8.self)
  }
}
