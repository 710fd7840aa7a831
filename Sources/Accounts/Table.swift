/// Rows of fields parted by tabs, in the order of their bytes, read where the program holds them.
///
/// Nothing is kept but where the rows begin and their codes: a row is found by halving, a field by
/// counting tabs.
///
/// A class, for it is looked at for each account and never copied.
final class Table: Sendable {
  private let text: StaticString
  /// Where each row begins.
  private let starts: [Int32]
  /// The place in a printed chart of the code that each row begins with, in a table of accounts.
  private let keys: [UInt64]
  /// The first eight bytes of the name that each row begins with, in a table of names: nearly all are
  /// told apart by them.
  private let heads: [UInt64]

  /// Finds the rows of `text`, which begin with codes or with names.
  ///
  /// - Complexity: O(*n*).
  init(_ text: StaticString, isByCode: Bool = false) {
    self.text = text
    let bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var starts: [Int32] = []
    var at = 0
    while at < bytes.count {
      starts.append(Int32(truncatingIfNeeded: at))
      while at < bytes.count, bytes[at] != Self.lineFeed { at += 1 }
      at += 1
    }
    self.starts = starts
    keys = isByCode ? starts.map { AccountCode(ascii: Self.field(0, of: Int($0), in: bytes))?.place ?? .max } : []
    heads = isByCode ? [] : starts.map { Self.head(Self.field(0, of: Int($0), in: bytes)) }
  }

  /// A row, by the offset of its first byte.
  typealias Row = Int

  /// The number of bytes, and where a row after the last would begin.
  var end: Int { text.utf8CodeUnitCount }

  private var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The first row that is not `before` what is looked for; `end` where there is none.
  ///
  /// - Complexity: O(log *n*) calls.
  func firstRow(notBefore isBefore: (Row) -> Bool) -> Row {
    row(firstIndex { isBefore(Int(starts[$0])) })
  }

  /// The first row of a table of accounts whose code is not before `code`; `end` where there is none.
  ///
  /// - Complexity: O(log *n*).
  func firstRow(notBefore code: AccountCode) -> Row {
    let place = code.place
    let keys = keys
    var low = 0
    var high = keys.count
    while low < high {
      let middle = low &+ (high &- low) / 2
      if keys[middle] < place { low = middle &+ 1 } else { high = middle }
    }
    return row(low)
  }

  /// The first row of a table of names that is not before `name`; of the rows with that name, the
  /// first that is not before `code`, where there is one.
  ///
  /// - Complexity: O(log *n*).
  func firstRow(notBefore name: AccountName, code: AccountCode? = nil) -> Row {
    name.bytes.withUnsafeBufferPointer { name in
      let head = Self.head(name[...])
      return row(
        firstIndex { index in
          if heads[index] != head { return heads[index] < head }
          let start = Int(starts[index])
          let order = order(start, name)
          if order != 0 { return order < 0 }
          guard let code else { return false }
          return self.code(1, of: start).map { $0 < code } ?? false
        })
    }
  }

  /// The first eight bytes of a name as a number, in the order of names.
  private static func head(_ name: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64 {
    var head: UInt64 = 0
    for byte in name.prefix(8) { head = head << 8 | UInt64(byte) }
    return name.count < 8 ? head << UInt64(8 * (8 - name.count)) : head
  }

  /// Whether the first field of `row` is `name`.
  func isNamed(_ row: Row, _ name: AccountName) -> Bool {
    row < end && name.bytes.withUnsafeBufferPointer { order(row, $0) == 0 }
  }

  /// Whether the first field of the row at `start` comes before `name`, behind it, or is the same.
  private func order(_ start: Row, _ name: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = bytes
    var at = 0
    while at < name.count {
      let byte = start + at < bytes.count ? bytes[start + at] : Self.lineFeed
      // A tab ends the field.
      if byte == Self.tab || byte == Self.lineFeed { return -1 }
      if byte != name[at] { return byte < name[at] ? -1 : 1 }
      at += 1
    }
    let next = start + at < bytes.count ? bytes[start + at] : Self.lineFeed
    return next == Self.tab || next == Self.lineFeed ? 0 : 1
  }

  private func row(_ index: Int) -> Row { index < starts.count ? Int(starts[index]) : end }

  private func firstIndex(notBefore isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = low + (high - low) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The row after `row`, or `end`.
  func next(after row: Row) -> Row {
    let bytes = bytes
    var at = row
    while at < bytes.count, bytes[at] != Self.lineFeed { at += 1 }
    return min(at + 1, bytes.count)
  }

  /// The bytes of a field of a row, counted from 0; none past the last.
  func field(_ index: Int, of row: Row) -> UnsafeBufferPointer<UInt8>.SubSequence {
    Self.field(index, of: row, in: bytes)
  }

  private static func field(
    _ index: Int, of row: Row, in bytes: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8>.SubSequence {
    var at = row
    var remaining = index
    while remaining > 0, at < bytes.count, bytes[at] != lineFeed {
      if bytes[at] == tab { remaining -= 1 }
      at += 1
    }
    guard remaining == 0 else { return bytes[at..<at] }
    let start = at
    while at < bytes.count, bytes[at] != tab, bytes[at] != lineFeed { at += 1 }
    return bytes[start..<at]
  }

  /// Whether a field of a row, counted from 0, is `printed`.
  func isField(_ index: Int, of row: Row, _ printed: Span<UInt8>) -> Bool {
    let bytes = bytes
    var at = row
    var remaining = index
    while remaining > 0, at < bytes.count, bytes[at] != Self.lineFeed {
      if bytes[at] == Self.tab { remaining -= 1 }
      at += 1
    }
    guard remaining == 0, at + printed.count <= bytes.count else { return false }
    for place in 0..<printed.count where bytes[at + place] != printed[place] { return false }
    let end = at + printed.count
    return end == bytes.count || bytes[end] == Self.tab || bytes[end] == Self.lineFeed
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

  private static let tab = UInt8(ascii: "\t")
  private static let lineFeed = UInt8(ascii: "\n")
}
