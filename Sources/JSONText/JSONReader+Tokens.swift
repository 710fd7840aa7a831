extension JSONReader {
  /// Reads the string that begins at the cursor.
  mutating func string() throws(JSONError) -> String {
    offset += 1
    let start = offset
    skipPlain()
    if current == UInt8(ascii: "\"") {
      defer { offset += 1 }
      return text(of: bytes[start..<offset])
    }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: bytes[start..<offset])
    while current != UInt8(ascii: "\"") {
      guard offset < bytes.count else { throw error(.quotationMark) }
      guard current == UInt8(ascii: "\\") else { throw error(.escapedControl) }
      try escape()
      let start = offset
      skipPlain()
      scratch.append(contentsOf: bytes[start..<offset])
    }
    offset += 1
    return text(of: scratch[...])
  }

  /// `bytes` as a string; what is not UTF-8 becomes U+FFFD.
  private func text(of bytes: ArraySlice<UInt8>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// Moves to the next quotation mark, backslash or control character, or to the end.
  private mutating func skipPlain() {
    let start = offset
    offset = bytes.withUnsafeBufferPointer { bytes in
      var at = start
      while at < bytes.count {
        let byte = bytes[at]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { break }
        at += 1
      }
      return at
    }
  }

  private mutating func escape() throws(JSONError) {
    offset += 1
    let byte = current
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): scratch.append(byte)
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"):
      offset += 1
      append(try character())
      return
    default: throw error(.escape)
    }
    offset += 1
  }

  /// Reads the digits behind `\u`, and the second escape of a surrogate pair.
  private mutating func character() throws(JSONError) -> Unicode.Scalar {
    let unit = try hexadecimalUnit()
    if let scalar = Unicode.Scalar(unit) { return scalar }
    guard unit < 0xDC00, current == UInt8(ascii: "\\"), offset + 1 < bytes.count,
      bytes[offset + 1] == UInt8(ascii: "u")
    else { return "\u{FFFD}" }
    let second = offset
    offset += 2
    let low = try hexadecimalUnit()
    guard low >= 0xDC00, low < 0xE000 else {
      offset = second
      return "\u{FFFD}"
    }
    return Unicode.Scalar(0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(low - 0xDC00)) ?? "\u{FFFD}"
  }

  private mutating func hexadecimalUnit() throws(JSONError) -> UInt16 {
    guard offset + 4 <= bytes.count else { throw error(.hexadecimalDigits) }
    var unit: UInt16 = 0
    for index in offset..<offset + 4 {
      let digit: UInt8
      switch bytes[index] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = bytes[index] - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = bytes[index] - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = bytes[index] - UInt8(ascii: "A") + 10
      default: throw error(.hexadecimalDigits)
      }
      unit = unit << 4 | UInt16(digit)
    }
    offset += 4
    return unit
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    scratch.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
  }

  /// Reads the number that begins at the cursor.
  mutating func number() throws(JSONError) -> JSONValue.Content {
    let start = offset
    let isNegative = current == UInt8(ascii: "-")
    if isNegative { offset += 1 }
    var magnitude: Int64? = 0
    if current == UInt8(ascii: "0") {
      offset += 1
    } else {
      let first = offset
      try digits()
      magnitude = bytes[first..<offset].reduce(Int64?(0)) { sum, byte in
        guard let (tens, isTooLarge) = sum?.multipliedReportingOverflow(by: 10), !isTooLarge else { return nil }
        let (total, overflows) = tens.addingReportingOverflow(Int64(byte - UInt8(ascii: "0")))
        return overflows ? nil : total
      }
    }
    if current == UInt8(ascii: ".") {
      offset += 1
      try digits()
      magnitude = nil
    }
    if current | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if current == UInt8(ascii: "+") || current == UInt8(ascii: "-") { offset += 1 }
      try digits()
      magnitude = nil
    }
    if let magnitude { return .integer(isNegative ? -magnitude : magnitude) }
    let text = text(of: bytes[start..<offset])
    if let integer = Int64(text) { return .integer(integer) }
    guard let double = Double(text), double.isFinite else {
      throw JSONError(offset: start, expected: .finiteNumber)
    }
    return .double(double)
  }

  private mutating func digits() throws(JSONError) {
    let start = offset
    while current >= UInt8(ascii: "0"), current <= UInt8(ascii: "9") { offset += 1 }
    guard offset > start else { throw error(.digit) }
  }
}
