import DisclosureText

/// The numbers that the tokens of a table's line are, or that stand at their ends.
enum TableNumber {
  /// Whether a token of few characters is made of dashes alone.
  static func isDashes(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    for at in range.lower..<range.upper where bytes[at] >= 0x30 && bytes[at] <= 0x39 { return false }
    return bytes[range.lower] == 0x2D || bytes[range.lower] >= 0xE0
  }

  /// The number that `range` is, or nil.
  static func number(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    guard !range.isEmpty else { return nil }
    if let piece = plainNumber(bytes, range) ?? computedNumber(bytes, range) { return piece }
    var piece = TablePiece(kind: .integer, range: range)
    var group = 0
    var hasPoint = false
    for at in range.lower..<range.upper {
      let byte = bytes[unchecked: at]
      if byte == 0x2E {
        if hasPoint || piece.digits == 0 || (piece.hasSeparators && group != 3) { return nil }
        hasPoint = true
      } else if byte == 0x2C {
        if hasPoint || piece.digits == 0 || group > 3 || (piece.hasSeparators && group != 3) { return nil }
        piece.hasSeparators = true
        group = 0
      } else if byte >= 0x30, byte <= 0x39 {
        if piece.digits >= 24 { return nil }
        piece.digits += 1
        if piece.digits <= 18 { piece.value = piece.value * 10 + Int64(byte - 0x30) }
        if hasPoint { piece.decimals += 1 } else { group += 1 }
      } else {
        return nil
      }
    }
    if piece.hasSeparators, !hasPoint, group != 3 { return nil }
    if hasPoint, piece.decimals == 0 || piece.decimals > 4 { return nil }
    if piece.digits > 18, hasPoint || piece.hasSeparators { return nil }
    if hasPoint || piece.hasSeparators { piece.kind = .amount }
    return piece
  }

  /// What a spreadsheet writes of an amount that it computed, `1388201.9299999999`, to its four first decimals, those
  /// that are zero left out behind two.
  private static func computedNumber(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    guard (Self.fewestComputed...Self.mostComputed).contains(range.count) else { return nil }
    var piece = TablePiece(kind: .amount, range: range)
    var (significant, decimals, next) = (0, 0, UInt8(0))
    var hasPoint = false
    for at in range.lower..<range.upper {
      let digit = bytes[unchecked: at] &- 0x30
      if digit > 9 {
        guard bytes[unchecked: at] == 0x2E, !hasPoint, at > range.lower else { return nil }
        hasPoint = true
        continue
      }
      if significant > 0 || digit > 0 { significant += 1 }
      if hasPoint { decimals += 1 }
      if decimals == 5 { next = digit }
      guard decimals <= 4 else { continue }
      guard piece.digits < 18 else { return nil }
      piece.value = piece.value * 10 + Int64(digit)
      piece.digits += 1
    }
    // Fewer digits are those of an amount and a code without a blank between them.
    guard decimals >= 8, significant >= 15 else { return nil }
    if next >= 5 { piece.value += 1 }
    piece.decimals = 4
    while piece.decimals > 2, piece.value % 10 == 0 {
      piece.value /= 10
      piece.decimals -= 1
      piece.digits -= 1
    }
    return piece
  }

  private static let fewestComputed = 16
  private static let mostComputed = 24

  /// Digits, or digits, a point and up to four more, as nearly all numbers are.
  private static func plainNumber(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    guard range.count <= 18 else { return nil }
    var value: Int64 = 0
    var at = range.lower
    while at < range.upper, case let digit = bytes[unchecked: at] &- 0x30, digit <= 9 {
      value = value &* 10 &+ Int64(digit)
      at &+= 1
    }
    let whole = at &- range.lower
    var piece = TablePiece(kind: .integer, range: range)
    if at < range.upper {
      guard whole > 0, bytes[unchecked: at] == 0x2E else { return nil }
      at &+= 1
      while at < range.upper, case let digit = bytes[unchecked: at] &- 0x30, digit <= 9 {
        value = value &* 10 &+ Int64(digit)
        at &+= 1
      }
      let decimals = range.count &- whole &- 1
      guard at == range.upper, decimals >= 1, decimals <= 4 else { return nil }
      piece.kind = .amount
      piece.decimals = UInt8(truncatingIfNeeded: decimals)
    }
    piece.digits = UInt8(truncatingIfNeeded: whole) &+ piece.decimals
    piece.value = value
    return piece
  }

  /// An amount and the account code or the amount that stands behind it without a blank: `0.002110105`,
  /// `1,593.841,593.84`.
  static func glued(_ bytes: Span<UInt8>, _ range: TextRange) -> (TablePiece, TablePiece)? {
    guard let point = (range.lower..<range.upper).first(where: { bytes[$0] == 0x2E }) else { return nil }
    let split = point + 3
    guard split < range.upper, let left = number(bytes, TextRange(range.lower, split)),
      let right = number(bytes, TextRange(split, range.upper)), left.kind == .amount,
      right.kind == .amount ? right.decimals == 2 : [3, 5, 7].contains(range.upper - split)
    else { return nil }
    return (left, right)
  }

  /// The amount before words numbered `一、` that are the next cell's: `1,593.84一、一般公共服务支出`.
  static func leadingAmount(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    var at = range.lower
    while at < range.upper, bytes[at] &- 0x30 <= 9 || bytes[at] == 0x2E || bytes[at] == 0x2C { at += 1 }
    guard at - range.lower >= 4, let piece = number(bytes, TextRange(range.lower, at)), piece.kind == .amount else {
      return nil
    }
    return begins(TextRange(at, range.upper), bytes) ? piece : nil
  }

  /// Whether words are numbered `一、`.
  static func begins(_ range: TextRange, _ bytes: Span<UInt8>) -> Bool {
    var at = range.lower
    var units: [UInt16] = []
    while at < range.upper, units.count < 4 { units.append(UInt16(clamping: decodeScalar(bytes, &at))) }
    return Numbering.read(units).map { $0.level == 1 } ?? false
  }

  /// Whether a token divides the head of a table from its rows: `---`, `:---:`.
  static func isRule(_ bytes: Span<UInt8>, _ range: TextRange) -> Bool {
    guard range.count >= 3 else { return false }
    for at in range.lower..<range.upper where bytes[at] != 0x2D && bytes[at] != 0x3A { return false }
    return true
  }

  /// The account code before words: `310资本性支出`.
  static func leadingCode(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    var at = range.lower
    while at < range.upper, bytes[at] >= 0x30, bytes[at] <= 0x39 { at += 1 }
    let count = at - range.lower
    guard count == 3 || count == 5 || count == 7, at < range.upper, bytes[at] >= 0xE4, bytes[range.lower] >= 0x32,
      bytes[range.lower] <= 0x35
    else { return nil }
    return number(bytes, TextRange(range.lower, at))
  }

  /// The amount behind words: `合计1,593.84`.
  static func trailingAmount(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    var at = range.upper
    while at > range.lower,
      (bytes[at - 1] >= 0x30 && bytes[at - 1] <= 0x39) || bytes[at - 1] == 0x2E || bytes[at - 1] == 0x2C
    {
      at -= 1
    }
    guard at > range.lower, at < range.upper, bytes[at - 1] >= 0x80, bytes[at] >= 0x30 else { return nil }
    guard let piece = number(bytes, TextRange(at, range.upper)), piece.kind == .amount else { return nil }
    return piece
  }
}
