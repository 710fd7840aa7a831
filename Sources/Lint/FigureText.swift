import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Writes figures as the document writes them: for messages and for repairs.
struct FigureText {
  let document: DisclosureDocument

  /// The figure as printed, without line ends and with its unit.
  func printed(_ mark: RelationSheet.Mark) -> String {
    if case .constant = mark { return "100%" }
    let text = document.runningText(mark.statement)
    switch mark {
    case .figure(let index):
      guard let numeral = document.numeral(index) else { return "" }
      return text.string(in: numeral.range)
    case .word(let index):
      return document.statement(index).word.map { text.string(in: $0) } ?? ""
    case .constant: return "100%"
    }
  }

  /// The digits of `value` in the way of writing of `numeral`: decimals, separators, width.
  func digits(_ value: Int128, like numeral: Numeral, isRate: Bool) -> String {
    let factor = Self.step(of: numeral, isRate: isRate, decimals: numeral.decimals)
    var decimals = numeral.decimals
    var units = value / factor
    if value % factor != 0 {
      decimals = document.effectiveDecimals(numeral)
      units = value / Self.step(of: numeral, isRate: isRate, decimals: decimals)
    }
    return Self.decimal(units, decimals: decimals, separated: numeral.hasSeparators)
  }

  /// `value` as a number with its unit, for a computation.
  func written(_ value: Int128, like mark: RelationSheet.Mark) -> String {
    guard case .figure(let index) = mark, let numeral = document.numeral(index) else { return printed(mark) }
    let text = document.runningText(index)
    let isRate = document.statement(index).lacksPercentSign
    return digits(value, like: numeral, isRate: isRate) + (isRate ? "%" : text.string(in: numeral.unitRange))
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
    var step: Int128 = 1
    if numeral.unit == .percent || isRate {
      for _ in 0..<max(0, 8 - decimals) { step *= 10 }
      return step
    }
    for _ in 0..<max(0, 6 - decimals) { step *= 10 }
    switch numeral.unit {
    case .tenThousandYuan: return step * 10_000
    case .hundredMillionYuan: return step * 100_000_000
    default: return step
    }
  }

  static func decimal(_ units: Int128, decimals: Int, separated: Bool) -> String {
    var digits = String(units.magnitude)
    while digits.utf8.count <= decimals { digits = "0" + digits }
    var whole = String(digits.dropLast(decimals))
    if separated, whole.utf8.count > 3 {
      var grouped = ""
      for (index, digit) in whole.enumerated() {
        if index > 0, (whole.utf8.count - index) % 3 == 0 { grouped.append(",") }
        grouped.append(digit)
      }
      whole = grouped
    }
    let sign = units < 0 ? "-" : ""
    return sign + whole + (decimals > 0 ? "." + digits.suffix(decimals) : "")
  }
}
