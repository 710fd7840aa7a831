/// Writes JSON as bytes, one call per token, without reflection and without a `String` per
/// token.
///
///     var writer = JSONWriter(indentation: 2)
///     writer.object { writer in
///       writer.key("rule")
///       writer.string("wrong-share")
///     }
///     writer.bytes  // {"rule": "wrong-share"} over three lines
///
/// Commas, colons, line ends and escapes are the writer's business. That containers are
/// closed and every key has its value is the caller's; `object` and `array` see to the former.
package struct JSONWriter: Sendable {
  /// What was written so far.
  package internal(set) var bytes: [UInt8] = []
  /// The blanks per level; 0 for all on one line.
  package let indentation: Int
  private var depth = 0
  private var place = Place.alone

  /// What stands before the next token.
  private enum Place {
    /// Nothing: the value stands for itself.
    case alone
    /// The beginning of an array or object.
    case first
    /// An element or member.
    case later
    /// A key.
    case behindKey
  }

  /// Creates a writer that has written nothing.
  package init(indentation: Int = 0, capacity: Int = 256) {
    self.indentation = indentation
    bytes.reserveCapacity(capacity)
  }

  /// Begins an object.
  package mutating func beginObject() { begin(UInt8(ascii: "{")) }

  /// Ends the object begun last.
  package mutating func endObject() { end(UInt8(ascii: "}")) }

  /// Begins an array.
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }

  /// Ends the array begun last.
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Writes an object whose members `body` writes.
  package mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  /// Writes an array whose elements `body` writes.
  package mutating func array(_ body: (inout JSONWriter) -> Void) {
    beginArray()
    body(&self)
    endArray()
  }

  /// Writes the key of the next member.
  package mutating func key(_ name: String) {
    beginToken()
    quote(name)
    bytes.append(UInt8(ascii: ":"))
    if indentation > 0 { bytes.append(UInt8(ascii: " ")) }
    place = .behindKey
  }

  /// Writes a string.
  package mutating func string(_ value: String) {
    beginToken()
    quote(value)
    endToken()
  }

  /// Writes a string that is given as UTF-8.
  package mutating func string(utf8 value: [UInt8]) {
    beginToken()
    value.withUnsafeBufferPointer { quote($0) }
    endToken()
  }

  /// Writes a whole number.
  package mutating func int(_ value: Int) {
    beginToken()
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    appendDigits(of: value.magnitude)
    endToken()
  }

  /// Writes a member whose value is an object of three whole numbers, as places in texts are; its keys
  /// need no escapes.
  package mutating func member(
    _ name: StaticString, _ first: (StaticString, Int), _ second: (StaticString, Int), _ third: (StaticString, Int)
  ) {
    guard indentation == 0 else {
      key("\(name)")
      return object { writer in
        for (name, value) in [first, second, third] { writer.member("\(name)", value) }
      }
    }
    beginToken()
    let longest = 20
    let keys = name.utf8CodeUnitCount + [first, second, third].reduce(0) { $0 + $1.0.utf8CodeUnitCount }
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: keys + 3 * longest + 24) { buffer in
      var count = 0
      func put(_ byte: UInt8) {
        buffer[count] = byte
        count += 1
      }
      func put(key: StaticString) {
        put(UInt8(ascii: "\""))
        for index in 0..<key.utf8CodeUnitCount { put(key.utf8Start[index]) }
        put(UInt8(ascii: "\""))
        put(UInt8(ascii: ":"))
      }
      put(key: name)
      put(UInt8(ascii: "{"))
      put(key: first.0)
      Self.putDigits(of: first.1, put)
      put(UInt8(ascii: ","))
      put(key: second.0)
      Self.putDigits(of: second.1, put)
      put(UInt8(ascii: ","))
      put(key: third.0)
      Self.putDigits(of: third.1, put)
      put(UInt8(ascii: "}"))
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
    endToken()
  }

  /// Writes a number; `null` for one that JSON cannot express.
  package mutating func double(_ value: Double) {
    guard value.isFinite else { return null() }
    raw(Array(value.description.utf8))
  }

  /// Writes `true` or `false`.
  package mutating func bool(_ value: Bool) {
    literal(value ? "true" : "false")
  }

  /// Writes `null`.
  package mutating func null() { literal("null") }

  /// Writes one value that is JSON already.
  package mutating func raw(_ value: [UInt8]) {
    beginToken()
    bytes.append(contentsOf: value)
    endToken()
  }

  /// Ends a line between values that stand for themselves, or behind the last.
  package mutating func newline() { bytes.append(0x0A) }

  /// Forgets what was written and keeps the storage.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    depth = 0
    place = .alone
  }
}

extension JSONWriter {
  private mutating func begin(_ bracket: UInt8) {
    beginToken()
    bytes.append(bracket)
    depth += 1
    place = .first
  }

  private mutating func end(_ bracket: UInt8) {
    depth -= 1
    if place != .first { breakLine() }
    bytes.append(bracket)
    endToken()
  }

  private mutating func beginToken() {
    switch place {
    case .alone, .behindKey: break
    case .first: breakLine()
    case .later:
      bytes.append(UInt8(ascii: ","))
      breakLine()
    }
  }

  private mutating func endToken() {
    place = depth > 0 ? .later : .alone
  }

  private mutating func breakLine() {
    guard indentation > 0 else { return }
    bytes.append(0x0A)
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: depth * indentation))
  }

  private mutating func literal(_ word: StaticString) {
    beginToken()
    bytes.append(contentsOf: UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount))
    endToken()
  }

  private mutating func appendDigits(of magnitude: UInt) {
    if magnitude >= 10 { appendDigits(of: magnitude / 10) }
    bytes.append(UInt8(ascii: "0") + UInt8(magnitude % 10))
  }

  /// Gives `put` the characters of a whole number.
  @inline(__always)
  private static func putDigits(of value: Int, _ put: (UInt8) -> Void) {
    if value < 0 { put(UInt8(ascii: "-")) }
    let magnitude = value.magnitude
    var power: UInt = 1
    while magnitude / 10 >= power { power *= 10 }
    while power > 0 {
      put(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude / power % 10))
      power /= 10
    }
  }
}
