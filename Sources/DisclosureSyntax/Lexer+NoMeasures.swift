import DisclosureText

/// Numbers that state no measure.
extension Lexer {
  /// Whether the number is a threshold, a target, a unit cost, a formula or a code.
  func isNoMeasure(_ start: Int, unitEnd: Int, scan: DigitScan, unit: Unit) -> Bool {
    if unit == .none, scan.decimals == 0, !scan.hasSeparators, scan.digits >= 4 { return true }
    if isThreshold(unitEnd) { return true }
    if unitEnd < units.count {
      let next = units[unitEnd]
      if next == 0x2F || next == 0xFF0F || next == 0xD7 || next == 0x6BCF { return true }
    }
    if let last = tokens.last, case .term(.unitPrice) = last.kind, textIsEmpty(from: last.range.upperBound) {
      return true
    }
    if let last = tokens.last, textIsEmpty(from: last.range.upperBound) {
      switch last.kind {
      case .term(.greater), .term(.less), .term(.equal): return true
      default: break
      }
    }
    guard start > 0 else { return false }
    let before = units[start - 1]
    switch before {
    case 0x2265, 0x2264, 0x3E, 0x3C, 0xFF1E, 0xFF1C, 0xD7, 0xB1, 0x2267, 0x2266, 0xF7: return true
    case 0x4E8E, 0x8FC7:  // …于, …过: 不低于, 不少于, 超过, 不超过
      return true
    default: return start > 1 && units[start - 2] == 0x6BCF
    }
  }

  private func textIsEmpty(from end: Int) -> Bool { end == at || end + 1 == at && units[end] == Mark.space }

  /// Whether `以上`, `（含）以下` or the like stands at `index`.
  private func isThreshold(_ index: Int) -> Bool {
    var end = skipBlank(index)
    if end + 2 < units.count, Mark.isOpeningBracket(units[end]), units[end + 1] == 0x542B,
      Mark.isClosingBracket(units[end + 2])
    {
      end += 3
    }
    if end < units.count, units[end] == 0x53CA { end += 1 }
    guard end + 1 < units.count, units[end] == 0x4EE5 else { return false }
    return units[end + 1] == 0x4E0A || units[end + 1] == 0x4E0B || units[end + 1] == 0x5185
  }

  /// Where a time of day or a ratio ends whose first number ends at `index`: `10:11`, `19:39:45`, `1:1`, `3：7`; nil
  /// where the colon introduces what follows, `项目1：12 万元`.
  func endOfRatio(_ index: Int) -> Int? {
    var end = index
    while end + 1 < units.count, Mark.isColon(units[end]), Mark.isDigit(units[end + 1]) {
      let start = end + 1
      end = start
      while end < units.count, Mark.isDigit(units[end]) { end += 1 }
      if end - start > 2 { return nil }
    }
    guard end > index else { return nil }
    let next = skipBlank(end)
    guard next < units.count else { return end }
    switch readUnit(at: next).0 {
    case .none, .score, .other:
      let isNumbered = Mark.isPoint(units[end]) || units[end] == Mark.pause || units[end] == 0x2C
      return isNumbered || units[next] == 0x5E74 ? nil : end  // 年
    default: return nil
    }
  }
}
