import DisclosureText

/// What a number counts, by the words behind it.
extension Lexer {
  /// The unit that begins at `start`, and where it ends; `.none` where there is none.
  func readUnit(at start: Int) -> (Unit, end: Int) {
    guard start < units.count else { return (.none, start) }
    let next = start + 1 < units.count ? units[start + 1] : 0
    switch units[start] {
    case 0x4E07:  // 万
      if next == 0x5143 { return (.tenThousandYuan, start + 2) }
      return Mark.isIdeograph(next) ? (.other, start + 1) : (.tenThousandYuan, start + 1)
    case 0x4EBF:  // 亿
      if next == 0x5143 { return (.hundredMillionYuan, start + 2) }
      return Mark.isIdeograph(next) ? (.other, start + 1) : (.hundredMillionYuan, start + 1)
    case 0x5343:  // 千
      return next == 0x5143 ? (.thousandYuan, start + 2) : (.other, start + 1)
    case 0x5143: return (.yuan, start + 1)
    case 0x25, 0xFF05, 0xFE6A: return (.percent, start + 1)
    case 0x4E2A:  // 个, 个百分点
      if next == 0x767E { return (.percentagePoint, min(units.count, start + 4)) }
      return (.piece, start + 1)
    case 0x767E: return (.percentagePoint, min(units.count, start + 3))
    case 0x9879: return (.project, start + 1)
    case 0x8F86: return (.vehicle, start + 1)
    case 0x53F0, 0x5957:  // 台, 套, 台（套）
      if Mark.isOpeningBracket(next), start + 3 < units.count, Mark.isClosingBracket(units[start + 3]) {
        return (.device, start + 4)
      }
      return (.device, start + 1)
    case 0x4EBA: return next == 0x6B21 ? (.visit, start + 2) : (.person, start + 1)
    case 0x6279: return next == 0x6B21 ? (.batch, start + 2) : (.batch, start + 1)
    case 0x5BB6: return (.establishment, start + 1)
    case 0x33A1: return (.squareMetre, start + 1)
    case 0x5206 where !Mark.isIdeograph(next): return (.score, start + 1)
    case 0x5E73:  // 平方米
      if next == 0x65B9, start + 2 < units.count, units[start + 2] == 0x7C73 { return (.squareMetre, start + 3) }
      return (.other, start + 1)
    default:
      let unit = units[start]
      return Mark.isIdeograph(unit) || Mark.isLetter(unit) || unit == 0x2030 || unit == 0x2103
        ? (.other, start + 1) : (.none, start)
    }
  }
}
