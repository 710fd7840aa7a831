import DisclosureText

extension Lexer {
  /// Reads what begins with a digit: an amount, a year, a date, an item number, a code.
  mutating func readNumber() {
    let start = at
    if start > 0, Mark.isLetter(units[start - 1]) || units[start - 1] == 0x7B2C {
      return emitOpaque(to: endOfCode(from: start))
    }
    let scan = scanDigits(from: start)
    var end = scan.end
    if scan.decimals == 4, scan.digits <= 6, let mark = markBeforeYear(start, end) {
      return emit(.enumerator, length: mark + 1 - start)
    }
    // `（一）2010601行政运行 110.10 万元`: the code of a function's account before its name.
    if tokens.isEmpty, scan.digits == 7, scan.end - start == 7, end < units.count, units[end] > 0x4E00,
      units[start] == 0x32, units[end] != 0x4E07, units[end] != 0x5143
    {
      return emitOpaque(to: end)
    }
    if end < units.count, Mark.isColon(units[end]), scan.digits <= 2, scan.decimals == 0, let last = endOfRatio(end) {
      return emitOpaque(to: last)
    }
    if end < units.count, isRangeMark(units[end]), end + 1 < units.count, Mark.isDigit(units[end + 1]) {
      return emitOpaque(to: endOfCode(from: start))
    }
    if end < units.count, Mark.isPoint(units[end]) || units[end] == 0x2C {
      let next = end + 1 < units.count ? units[end + 1] : 0
      if scan.decimals > 0, Mark.isDigit(next) { return emitOpaque(to: endOfCode(from: start)) }
      if scan.digits <= 2, scan.decimals == 0, Mark.isPoint(units[end]), next != 0, startsItem() {
        return emit(.enumerator, length: end + 1 - start)
      }
      // A figure that ends in a point or a comma is being written.
      if Mark.isPoint(units[end]) || next == 0 { return emit(.unfinishedNumeral, length: end + 1 - start) }
    }
    if scan.digits <= 2, scan.decimals == 0, end < units.count, startsItem() {
      if units[end] == Mark.pause { return emit(.enumerator, length: end + 1 - start) }
      // `18“教育支出（类）…”5.18 万元`: the point behind the number was forgotten.
      if Mark.isQuote(units[end]), !isNegative(start) { return emit(.enumerator, length: end - start) }
    }
    guard let value = scan.value else { return emitOpaque(to: end) }
    let unitStart = skipBlank(end)
    if unitStart < units.count, units[unitStart] == 0x5E74, scan.decimals == 0 {  // 年
      return readYear(digits: start..<end, value: value, to: unitStart + 1)
    }
    if unitStart == end, scan.digits == 4, scan.decimals == 0, !scan.hasSeparators, lacksYearWord(behind: end) {
      return emit(.year(Int32(value)), length: end - start)
    }
    if let end = endOfCompound(unitAt: unitStart) { return emitOpaque(to: end) }
    if unitStart == end, unitStart + 1 < units.count, Self.beginsChange(units[unitStart], units[unitStart + 1]) {
      return emitOpaque(to: end)
    }
    let (unit, unitEnd) = readUnit(at: unitStart)
    if unitEnd > unitStart { end = unitEnd }
    if unit == .other || unit == .percentagePoint || isNoMeasure(start, unitEnd: end, scan: scan, unit: unit) {
      return emitOpaque(to: end)
    }
    let numeral = Numeral(
      digits: start..<scan.end, unitRange: unit == .none ? scan.end..<scan.end : unitStart..<unitEnd, value: value,
      decimals: scan.decimals, unit: unit, isNegative: isNegative(start), hasSeparators: scan.hasSeparators)
    emit(.numeral(Int32(truncatingIfNeeded: numerals.count)), length: end - start)
    numerals.append(numeral)
  }

  /// Whether the characters behind a number without a unit begin 增加, 增长 or 减少: `较上年 2.08 减少 0.03 万元`.
  @inline(__always)
  private static func beginsChange(_ first: UInt16, _ second: UInt16) -> Bool {
    first == 0x589E && (second == 0x52A0 || second == 0x957F) || first == 0x51CF && second == 0x5C11
  }

  struct DigitScan {
    var end: Int
    var digits = 0
    var decimals = 0
    var value: Int64? = 0
    var hasSeparators = false
  }

  private func scanDigits(from start: Int) -> DigitScan {
    var scan = DigitScan(end: start)
    var index = start
    var inFraction = false
    while index < units.count {
      if let digit = Mark.digit(units[index]) {
        scan.digits += 1
        if inFraction { scan.decimals += 1 }
        scan.value = scan.value.flatMap { value in
          scan.digits > 17 ? nil : value * 10 + Int64(digit)
        }
        index += 1
      } else if Mark.isPoint(units[index]), !inFraction, index + 1 < units.count, Mark.isDigit(units[index + 1]) {
        inFraction = true
        index += 1
      } else if units[index] == 0x2C, !inFraction, isThousand(index) {
        scan.hasSeparators = true
        index += 1
      } else if units[index] == 0xFF0C, !inFraction, isWideThousand(index, from: start) {
        scan.hasSeparators = true
        index += 1
      } else {
        break
      }
    }
    if scan.decimals > 6 { scan.value = nil }
    scan.end = index
    return scan
  }

  /// Whether exactly three digits follow the separator at `index`.
  private func isThousand(_ index: Int) -> Bool {
    guard index + 3 < units.count else { return false }
    for step in 1...3 where !Mark.isDigit(units[index + step]) { return false }
    return index + 4 >= units.count || !Mark.isDigit(units[index + 4])
  }

  /// Whether the full-width comma at `index` separates thousands: `3，518.85 万元`, where one to three digits
  /// stand before it, exactly three behind it, and decimals and a unit of money behind these.
  private func isWideThousand(_ index: Int, from start: Int) -> Bool {
    guard isThousand(index), case let first = index - start, (1...3).contains(first), units[start] != 0x30 else {
      return false
    }
    // Two of them, 1，234，567.89, may be a list as well.
    if start >= 2, units[start - 1] == 0xFF0C, Mark.isDigit(units[start - 2]) { return false }
    var end = index + 4
    guard end < units.count, Mark.isPoint(units[end]) else { return false }
    end += 1
    let decimals = end
    while end < units.count, Mark.isDigit(units[end]) { end += 1 }
    return end > decimals && readUnit(at: skipBlank(end)).0.isMoney
  }

  func skipBlank(_ index: Int) -> Int {
    index < units.count && units[index] == Mark.space ? index + 1 : index
  }

  private func isRangeMark(_ unit: UInt16) -> Bool {
    unit == 0x2D || unit == 0x7E || unit == 0x2013 || unit == 0x2014 || unit == 0xFF5E || unit == 0xFF0D
      || unit == 0x2F || unit == 0xD7
  }

  private func endOfCode(from start: Int) -> Int {
    var end = start
    while end < units.count {
      let unit = units[end]
      guard Mark.isDigit(unit) || Mark.isPoint(unit) || isRangeMark(unit) || Mark.isLetter(unit) else { break }
      end += 1
    }
    return max(end, start + 1)
  }

  /// Whether an item may begin here: behind a stop, a colon or a semicolon.
  func startsItem() -> Bool {
    guard let last = tokens.last, last.range.upperBound == at else { return tokens.isEmpty }
    switch last.kind {
    case .stop, .semicolon, .colon, .comma: return true
    default: return false
    }
  }

  private func isNegative(_ start: Int) -> Bool {
    guard start > 0 else { return false }
    let before = units[start - 1]
    guard before == 0x2D || before == 0xFF0D || before == 0x2212 else { return false }
    return start < 2 || !Mark.isDigit(units[start - 2])
  }

  // MARK: Years

  private mutating func readYear(digits: Range<Int>, value: Int64, to end: Int) {
    if digits.count == 4, value >= 1949, value <= 2099 {
      return emit(.year(Int32(value)), length: end - digits.lowerBound)
    }
    let isBroken = (digits.count == 3 && value >= 190 && value <= 209) || (digits.count == 5 && value / 1000 == 20)
    let last = tokens.last?.kind
    let isDuration =
      last == .term(.filler) || last == .term(.to) || (end < units.count && Self.durationFollowers.contains(units[end]))
    if isBroken, value != 200, value != 190, !isDuration, !countsFromElsewhere(digits.lowerBound) {
      return emit(.brokenYear, length: end - digits.lowerBound)
    }
    emitOpaque(to: end)
  }

  /// What follows a number of years that is a duration: 以(上), 左(右), 的, 后, 前, 间, 内.
  private static let durationFollowers: [UInt16] = [0x4EE5, 0x5DE6, 0x7684, 0x540E, 0x524D, 0x95F4, 0x5185]

  // MARK: Units

  /// Where an amount in two units ends, `1亿2000万元` and `3亿零500万元`; nil for one in a single unit.
  private func endOfCompound(unitAt start: Int) -> Int? {
    guard start < units.count, units[start] == 0x4EBF else { return nil }  // 亿
    var next = start + 1
    if next < units.count, units[next] == 0x96F6 { next += 1 }  // 零
    guard next < units.count, Mark.isDigit(units[next]) else { return nil }
    let end = scanDigits(from: next).end
    return max(end, readUnit(at: end).end)
  }
}
