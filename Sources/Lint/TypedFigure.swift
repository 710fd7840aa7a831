import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// A figure as somebody typed it in the place of a printed one.
///
///     TypedFigure("1,593.84万元", inPlaceOf: mark, in: sheet)?.value
@usableFromInline package struct TypedFigure: Hashable, Sendable {
  /// The amount, in the ledger's units.
  package let value: Int128
  /// What has to be typed into the text.
  package let edits: [TextEdit]

  /// Reads `text`: digits of either width, with or without separators, with at most one point and
  /// as many decimals as amounts have; the unit of the figure may be repeated. Nil for anything else.
  package init?(_ text: String, inPlaceOf mark: RelationSheet.Mark, in sheet: RelationSheet) {
    switch mark {
    case .figure(let index):
      guard let numeral = sheet.document.numeral(index) else { return nil }
      let running = sheet.document.runningText(index)
      let isRate = sheet.document.statement(index).lacksPercentSign
      guard let (units, digits, decimals) = Self.read(text, unit: Array(running.units[numeral.unitRange])),
        decimals <= (numeral.unit == .percent || isRate ? 8 : 6)
      else { return nil }
      value = digits * FigureText.step(of: numeral, isRate: isRate, decimals: decimals)
      edits = FigureFix.edits(numeral.digits, in: running, to: String(codeUnits: units[...]))
    case .cell(let index):
      let cell = sheet.document.tables.cells[index]
      guard let (units, digits, decimals) = Self.read(text, unit: []), decimals <= 6 else { return nil }
      value = digits * FigureText.step(unit: cell.unit, decimals: decimals)
      edits = FigureFix.edits(ofCell: index, in: sheet.document, to: String(codeUnits: units[...]))
    case .word, .entries, .constant: return nil
    }
  }

  /// The characters of a number without `unit` behind it, in half width, with its digits and decimals.
  private static func read(_ text: String, unit: [UInt16]) -> (units: [UInt16], digits: Int128, decimals: Int)? {
    var units = narrow(Array(text.utf16)).filter { $0 != 0x20 }
    let unit = narrow(unit)
    if !unit.isEmpty, units.count > unit.count, units.suffix(unit.count).elementsEqual(unit) {
      units.removeLast(unit.count)
    }
    return number(units).map { (units, $0.digits, $0.decimals) }
  }

  /// Full-width letters, digits and marks as half-width ones.
  private static func narrow(_ units: [UInt16]) -> [UInt16] {
    units.map { $0 >= 0xFF01 && $0 <= 0xFF5E ? $0 - 0xFEE0 : $0 }
  }

  /// The digits of a number as one whole number, and how many stand behind the point.
  private static func number(_ units: [UInt16]) -> (digits: Int128, decimals: Int)? {
    var digits: Int128 = 0
    var count = 0
    var decimals: Int?
    for unit in units {
      switch unit {
      case 0x30...0x39:
        digits = digits * 10 + Int128(unit - 0x30)
        count += 1
        if let places = decimals { decimals = places + 1 }
      case 0x2C where decimals == nil && count > 0: continue
      case 0x2E where decimals == nil && count > 0: decimals = 0
      default: return nil
      }
    }
    return count > 0 && count <= 18 && decimals != 0 && units.last != 0x2C ? (digits, decimals ?? 0) : nil
  }
}
