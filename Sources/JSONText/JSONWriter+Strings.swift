extension JSONWriter {
  /// Writes `value` between quotation marks.
  mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    escape(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes `value` between quotation marks.
  mutating func quote(_ value: UnsafeBufferPointer<UInt8>) {
    bytes.append(UInt8(ascii: "\""))
    escape(value)
    bytes.append(UInt8(ascii: "\""))
  }

  /// Writes `value` as it stands between quotation marks.
  mutating func escape(_ value: String) {
    // Where the text stands as UTF-8, as all do that were not made elsewhere, it is read without a copy of it.
    if value.utf8.withContiguousStorageIfAvailable({ escape($0) }) != nil { return }
    Array(value.utf8).withUnsafeBufferPointer { escape($0) }
  }

  /// Writes `value` as it stands between quotation marks; runs without escapes are copied at once.
  private mutating func escape(_ value: UnsafeBufferPointer<UInt8>) {
    let raw = UnsafeRawBufferPointer(value)
    var start = 0
    var at = 0
    while at < value.count {
      if at + 8 <= value.count, !Self.mayNeedEscape(raw.loadUnaligned(fromByteOffset: at, as: UInt64.self)) {
        at += 8
        continue
      }
      let byte = value[at]
      if byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") {
        bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start..<at]))
        appendEscape(of: byte)
        start = at + 1
      }
      at += 1
    }
    bytes.append(contentsOf: UnsafeBufferPointer(rebasing: value[start...]))
  }

  /// Whether one of eight bytes is a control, a quotation mark or a backslash; never false where one is.
  @inline(__always)
  private static func mayNeedEscape(_ bytes: UInt64) -> Bool {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let quotes = bytes ^ (ones &* UInt64(UInt8(ascii: "\"")))
    let slashes = bytes ^ (ones &* UInt64(UInt8(ascii: "\\")))
    let found = (bytes &- ones &* 0x20) & ~bytes | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes
    return found & (ones &* 0x80) != 0
  }

  private mutating func appendEscape(of byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case 0x08: bytes.append(UInt8(ascii: "b"))
    case 0x0C: bytes.append(UInt8(ascii: "f"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      bytes.append(contentsOf: "u00".utf8)
      for digit in [byte >> 4, byte & 0xF] {
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}
