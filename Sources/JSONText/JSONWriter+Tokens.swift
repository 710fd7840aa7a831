/// What stands between tokens, and the tokens that are no strings.
extension JSONWriter {
  /// Begins an object or array.
  mutating func begin(_ bracket: UInt8) {
    beginToken()
    bytes.append(bracket)
    depth += 1
    place = .first
  }

  /// Ends an object or array.
  mutating func end(_ bracket: UInt8) {
    depth -= 1
    if place != .first { breakLine() }
    bytes.append(bracket)
    endToken()
  }

  /// Writes what parts a token from the one before.
  mutating func beginToken() {
    switch place {
    case .alone, .behindKey: break
    case .first: breakLine()
    case .later:
      bytes.append(UInt8(ascii: ","))
      breakLine()
    }
  }

  /// Notes that a value ended.
  mutating func endToken() {
    place = depth > 0 ? .later : .alone
  }

  private mutating func breakLine() {
    guard indentation > 0 else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
  }

  /// Writes a word of JSON.
  mutating func literal(_ word: StaticString) {
    beginToken()
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    endToken()
  }

  /// Writes a whole number without its sign.
  mutating func appendDigits(of magnitude: UInt) {
    if magnitude >= 10 { appendDigits(of: magnitude / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
  }
}
