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
  /// The code behind the name of each row, in a table of names.
  private let codes: [AccountCode?]

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
      at = Self.fieldEnd(at, in: bytes)
      while at < bytes.count, bytes[at] != Self.lineFeed { at = Self.fieldEnd(at + 1, in: bytes) }
      at += 1
    }
    self.starts = starts
    keys = isByCode ? starts.map { AccountCode(ascii: Self.field(0, of: Int($0), in: bytes))?.place ?? .max } : []
    var heads: [UInt64] = []
    var codes: [AccountCode?] = []
    if !isByCode {
      heads.reserveCapacity(starts.count)
      codes.reserveCapacity(starts.count)
      for start in starts {
        let name = Self.field(0, of: Int(start), in: bytes)
        heads.append(Self.head(name))
        codes.append(AccountCode(ascii: Self.field(1, of: name.endIndex, in: bytes)))
      }
    }
    self.heads = heads
    self.codes = codes
  }

  /// A row, by the offset of its first byte.
  typealias Row = Int

  /// The number of bytes, and where a row after the last would begin.
  var end: Int { text.utf8CodeUnitCount }

  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
  }

  /// The first row of a table of accounts whose code is not before `code`; `end` where there is none.
  ///
  /// - Complexity: O(log *n*).
  func firstRow(notBefore code: AccountCode) -> Row { row(firstIndex(notBefore: code.place)) }

  /// The row of a table of accounts that begins with `code`.
  ///
  /// - Complexity: O(log *n*).
  func row(of code: AccountCode) -> Row? {
    let index = firstIndex(notBefore: code.place)
    return index < keys.count && keys[index] == code.place ? Int(starts[index]) : nil
  }

  /// Calls `body` with each row of a table of accounts below `code`, on all levels, and with its code.
  ///
  /// - Complexity: O(log *n*) and the rows below `code`.
  func forEachRow(within code: AccountCode, _ body: (AccountCode, Row) -> Void) {
    var index = firstIndex(notBefore: code.place)
    while index < keys.count, let own = AccountCode(place: keys[index]), own.isWithin(code) {
      if own != code { body(own, Int(starts[index])) }
      index += 1
    }
  }

  private func firstIndex(notBefore place: UInt64) -> Int {
    let keys = keys
    var low = 0
    var high = keys.count
    while low < high {
      let middle = low &+ (high &- low) / 2
      if keys[middle] < place { low = middle &+ 1 } else { high = middle }
    }
    return low
  }

  /// The number of the first row of a table of names that is not before `name`; of the rows with that name, of
  /// the first that is not before `code`, where there is one.
  ///
  /// - Complexity: O(log *n*).
  func firstName(notBefore name: AccountName, code: AccountCode? = nil) -> Int {
    name.bytes.withUnsafeBufferPointer { name in
      let head = Self.head(name[...])
      return firstIndex { index in
        if heads[index] != head { return heads[index] < head }
        let order = order(Int(starts[index]), name)
        if order != 0 { return order < 0 }
        guard let code else { return false }
        return codes[index].map { $0 < code } ?? false
      }
    }
  }

  /// The code of a row of a table of names, by its number; nil past the last.
  func code(ofName index: Int) -> AccountCode? { index < codes.count ? codes[index] : nil }

  /// The first eight bytes of a name as a number, in the order of names.
  private static func head(_ name: UnsafeBufferPointer<UInt8>.SubSequence) -> UInt64 {
    var head: UInt64 = 0
    for byte in name.prefix(8) { head = head << 8 | UInt64(byte) }
    return name.count < 8 ? head << UInt64(8 * (8 - name.count)) : head
  }

  /// Whether the row with that number begins with `name`.
  func isNamed(_ index: Int, _ name: AccountName) -> Bool {
    index < starts.count && name.bytes.withUnsafeBufferPointer { order(Int(starts[index]), $0) == 0 }
  }

  /// Whether the first field of the row at `start` comes before `name`, behind it, or is the same.
  private func order(_ start: Row, _ name: UnsafeBufferPointer<UInt8>) -> Int {
    let bytes = bytes
    var at = 0
    // What ends a field comes before all that names are made of.
    while at + 8 <= name.count, start + at + 8 <= bytes.count {
      let (own, other) = (Self.word(start + at, in: bytes).byteSwapped, Self.word(at, in: name).byteSwapped)
      if own != other { return own < other ? -1 : 1 }
      at += 8
    }
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
}
