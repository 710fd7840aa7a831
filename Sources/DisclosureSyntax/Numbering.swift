import DisclosureText

/// The number before a heading or an item: `第三部分`, `一、`, `（二）`, `3.`, `(4)`, `-`.
@usableFromInline package struct Numbering: Hashable, Sendable {
  /// How deep it stands: 0 `第一部分`, 1 `一、`, 2 `（一）`, 3 `1.`, 4 `（1）`, 5 `①`, 6 a bullet.
  package var level: Int
  /// Its value, from 1; 0 for a bullet.
  package var value: Int
  /// The number of code units it takes in the running text.
  package var length: Int
}

extension Numbering {
  /// The numbering at the start of `units`, or nil.
  package init?(reading units: ArraySlice<UInt16>) {
    guard let numbering = Self.read(units) else { return nil }
    self = numbering
  }

  /// Reads the numbering at the start of `units`, or nil.
  ///
  /// A figure is no numbering: `1.72 万元` and `2025 年` are not, `1.行政运行`, `1.2025 年` and `2、` are.
  package static func read(_ units: ArraySlice<UInt16>) -> Numbering? {
    guard let first = units.first, canBegin(first) else { return nil }
    return units.withUnsafeBufferPointer { read(first, UnsafeBufferPointer(rebasing: $0.prefix(16))) }
  }

  /// The same for all of an array.
  package static func read(_ units: [UInt16]) -> Numbering? {
    guard let first = units.first, canBegin(first) else { return nil }
    return units.withUnsafeBufferPointer { read(first, UnsafeBufferPointer(rebasing: $0.prefix(16))) }
  }

  /// No more characters are looked at for a numbering: `（二十一）、`, and what is longer is none.
  private static var mostUnits: Int { 9 }

  /// The same for the characters of `range` without blanks.
  static func read(charactersAt range: TextRange, in bytes: [UInt8]) -> Numbering? {
    withUnsafeTemporaryAllocation(of: UInt16.self, capacity: mostUnits) { units in
      let count = readCharacters(bytes.span, range, into: units)
      return read(UnsafeBufferPointer(rebasing: units[..<count]))
    }
  }

  static func read(_ units: UnsafeBufferPointer<UInt16>) -> Numbering? {
    guard let first = units.first, canBegin(first) else { return nil }
    return read(first, units)
  }

  private static func read(_ first: UInt16, _ text: UnsafeBufferPointer<UInt16>) -> Numbering? {
    if first == 0x7B2C { return part(text) }  // 第
    if Mark.isChineseNumeral(first) {
      let (value, length) = chineseValue(text, from: 0)
      guard length < text.count, text[length] == Mark.pause || text[length] == 0xFF0E || text[length] == 0x2E else {
        return nil
      }
      return Numbering(level: 1, value: value, length: length + 1)
    }
    if Mark.isOpeningBracket(first) {
      if text.count > 1, Mark.isChineseNumeral(text[1]) {
        let (value, length) = chineseValue(text, from: 1)
        guard 1 + length < text.count, Mark.isClosingBracket(text[1 + length]) else { return nil }
        return Numbering(level: 2, value: value, length: length + 2 + pauseLength(text, at: length + 2))
      }
      let (value, length) = digits(text, from: 1)
      guard length > 0, length < 3, 1 + length < text.count, Mark.isClosingBracket(text[1 + length]) else { return nil }
      return Numbering(level: 4, value: value, length: length + 2 + pauseLength(text, at: length + 2))
    }
    if Mark.isDigit(first) {
      let (value, length) = digits(text, from: 0)
      guard length < 3, length < text.count else { return nil }
      let mark = text[length]
      if mark == Mark.pause || Mark.isPoint(mark) || Mark.isClosingBracket(mark) {
        if length + 1 < text.count, Mark.isDigit(text[length + 1]), !isYear(text, at: length + 1) { return nil }
        return Numbering(level: 3, value: value, length: length + 1)
      }
      return nil
    }
    if first >= 0x2460 && first <= 0x2473 {
      return Numbering(level: 5, value: Int(first) - 0x245F, length: 1)
    }
    if first == 0x2D || first == 0x2022 || first == 0x25CF || first == 0xB7 {
      guard text.count > 1, !Mark.isDigit(text[1]), text[1] != first else { return nil }
      return Numbering(level: 6, value: 0, length: 1)
    }
    return nil
  }

  /// Whether a year stands at `index`: `1.2025 年…` numbers what is said of that year.
  static func isYear(_ text: UnsafeBufferPointer<UInt16>, at index: Int) -> Bool {
    var end = index + 4
    guard end < text.count, text[index..<end].allSatisfy(Mark.isDigit),
      Mark.digit(text[index]) == 2 && Mark.digit(text[index + 1]) == 0
    else { return false }
    if text[end] == Mark.space { end += 1 }
    return end < text.count && text[end] == 0x5E74  // 年
  }

  /// Whether a numbering may begin with `unit`; nearly all words do not.
  package static func canBegin(_ unit: UInt16) -> Bool {
    unit == 0x7B2C || unit == 0x2D || unit == 0x2022 || unit == 0x25CF || unit == 0xB7 || Mark.isDigit(unit)
      || Mark.isChineseNumeral(unit) || Mark.isOpeningBracket(unit) || (unit >= 0x2460 && unit <= 0x2473)
  }

  /// Reads `第三部分` and its like.
  private static func part(_ text: UnsafeBufferPointer<UInt16>) -> Numbering? {
    let (value, length) = chineseValue(text, from: 1)
    guard length > 0, text.count > 2 + length, text[1 + length] == 0x90E8, text[2 + length] == 0x5206 else {
      return nil
    }
    return Numbering(level: 0, value: value, length: length + 3)
  }

  private static func pauseLength(_ text: UnsafeBufferPointer<UInt16>, at index: Int) -> Int {
    index < text.count && text[index] == Mark.pause ? 1 : 0
  }

  private static func digits(_ text: UnsafeBufferPointer<UInt16>, from start: Int) -> (value: Int, length: Int) {
    var at = start
    var value = 0
    while at < text.count, let digit = Mark.digit(text[at]), at - start < 4 {
      value = value * 10 + digit
      at += 1
    }
    return (value, at - start)
  }

  /// The value of Chinese numerals up to 九十九, with the number of characters read.
  private static func chineseValue(_ text: UnsafeBufferPointer<UInt16>, from start: Int) -> (value: Int, length: Int) {
    var at = start
    var value = 0
    var ones = 0
    while at < text.count, at - start < 4, let digit = chineseDigit(text[at]) {
      if digit == 10 {
        value += max(1, ones) * 10
        ones = 0
      } else {
        ones = digit
      }
      at += 1
    }
    return (value + ones, at - start)
  }

  /// The value of a Chinese numeral from 一 to 十.
  private static func chineseDigit(_ unit: UInt16) -> Int? {
    switch unit {
    case 0x4E00: 1
    case 0x4E8C: 2
    case 0x4E09: 3
    case 0x56DB: 4
    case 0x4E94: 5
    case 0x516D: 6
    case 0x4E03: 7
    case 0x516B: 8
    case 0x4E5D: 9
    case 0x5341: 10
    default: nil
    }
  }
}
