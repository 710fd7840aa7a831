/// Reading the fields of rows.
extension Table {
  /// The row after `row`, or `end`.
  func next(after row: Row) -> Row {
    let bytes = bytes
    var at = Self.fieldEnd(row, in: bytes)
    while at < bytes.count, bytes[at] != Self.lineFeed { at = Self.fieldEnd(at + 1, in: bytes) }
    return min(at + 1, bytes.count)
  }

  /// The bytes of a field of a row, counted from 0; none past the last.
  func field(_ index: Int, of row: Row) -> UnsafeBufferPointer<UInt8>.SubSequence {
    Self.field(index, of: row, in: bytes)
  }

  static func field(
    _ index: Int, of row: Row, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>.SubSequence {
    var start = row
    var end = fieldEnd(start, in: bytes)
    for _ in 0..<index {
      guard end < bytes.count, bytes[end] == tab else { return bytes[end..<end] }
      start = end + 1
      end = fieldEnd(start, in: bytes)
    }
    return bytes[start..<end]
  }

  /// Where the field that begins at `start` ends: at the next tab or line feed, or with the table.
  static func fieldEnd(_ start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var at = start
    while at + 8 <= bytes.count {
      // The high bit of each byte below 16, of which the tables have these two; bits above the lowest mean nothing.
      let word = word(at, in: bytes)
      let ends = (word &- 0x1010_1010_1010_1010) & ~word & 0x8080_8080_8080_8080
      if ends != 0 { return at + ends.trailingZeroBitCount / 8 }
      at += 8
    }
    while at < bytes.count, bytes[at] != tab, bytes[at] != lineFeed { at += 1 }
    return at
  }

  /// The eight bytes at `at`, the first of them the lowest.
  static func word(_ at: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    UInt64(littleEndian: UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: at, as: UInt64.self))
  }

  /// Whether a field of a row, counted from 0, is `printed`.
  func isField(_ index: Int, of row: Row, _ printed: Span<UInt8>) -> Bool {
    let field = field(index, of: row)
    guard field.count == printed.count else { return false }
    let (bytes, raw) = (bytes, printed.bytes)
    var place = 0
    while place + 8 <= printed.count {
      let word = UInt64(littleEndian: raw.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self))
      if Self.word(field.startIndex + place, in: bytes) != word { return false }
      place += 8
    }
    while place < printed.count {
      if bytes[field.startIndex + place] != printed[unchecked: place] { return false }
      place += 1
    }
    return true
  }

  /// A field that is a number, `nil` where it is empty.
  func number(_ index: Int, of row: Row) -> Int? {
    let field = field(index, of: row)
    return field.isEmpty ? nil : field.reduce(0) { $0 * 10 + Int($1) - Int(UInt8(ascii: "0")) }
  }

  /// A field that is a code.
  func code(_ index: Int, of row: Row) -> AccountCode? {
    AccountCode(ascii: field(index, of: row))
  }

  static let tab = UInt8(ascii: "\t")
  static let lineFeed = UInt8(ascii: "\n")
}
