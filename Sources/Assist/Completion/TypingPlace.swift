import DisclosureText

/// The place where something is being typed, and what of a figure stands around it.
struct TypingPlace {
  /// The digits that were typed before the cursor.
  let typed: TextRange
  /// The stop that the line needs for its last sentence to be finished.
  let missingStop: String
  /// The units that a figure may have here, the likelier first.
  let units: [PrintedUnit]
  /// Whether a figure may stand here.
  let canHoldFigure: Bool

  /// A unit, and what of it is not there yet.
  struct PrintedUnit {
    /// Whether it is one of money.
    let isAmount: Bool
    /// What has to be typed behind the digits.
    let missing: String
  }

  /// How far back an amount is looked for whose unit is used.
  private static let memory = 4096

  /// Looks at the text around `offset`.
  init(_ bytes: [UInt8], _ offset: Int) {
    let offset = max(0, min(offset, bytes.count))
    var start = offset
    while start > 0, Self.isFigure(bytes[start - 1]) { start -= 1 }
    typed = TextRange(start, offset)
    let behind = bytes[offset...].prefix { $0 != 0x0A && $0 != 0x0D }
    canHoldFigure =
      start > 0 && !(behind.first.map(Self.isFigure) ?? false) && bytes[start - 1] != 0x0A && bytes[start - 1] != 0x0D
    missingStop = behind.allSatisfy { $0 == 0x20 || $0 == 0x09 } ? "。" : ""
    if let unit = Self.unit(at: behind) {
      units = [PrintedUnit(isAmount: unit != "%" && unit != "％", missing: "")]
      return
    }
    let percent = PrintedUnit(isAmount: false, missing: "%")
    let amount = PrintedUnit(isAmount: true, missing: Self.lastUnit(before: start, in: bytes))
    let before = bytes[max(0, start - 12)..<start]
    let expectsRate = Self.rateWords.contains { before.suffix($0.utf8.count).elementsEqual($0.utf8) }
    units = expectsRate ? [percent, amount] : [amount, percent]
  }

  private static let rateWords = ["占", "占比", "占比为", "长", "长了", "降", "降了", "升", "幅", "的", "约占", "增幅为", "降幅为"]
  private static let unitWords = ["%", "％", "万元", "千元", "亿元", "元"]

  private static func isFigure(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 || byte == 0x2E || byte == 0x2C }

  private static func unit(at bytes: ArraySlice<UInt8>) -> String? {
    let bytes = bytes.drop { $0 == 0x20 }
    return unitWords.first { bytes.starts(with: $0.utf8) }
  }

  /// The unit of the last amount before `offset`; 万元 where there is none.
  private static func lastUnit(before offset: Int, in bytes: [UInt8]) -> String {
    var at = offset - 1
    while at > max(1, offset - memory) {
      if isFigure(bytes[at - 1]), let unit = unit(at: bytes[at..<offset]), unit.utf8.count > 1, unit != "％" {
        return unit
      }
      at -= 1
    }
    return "万元"
  }
}
