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
@usableFromInline package struct JSONWriter: Sendable {
  /// What was written so far.
  package internal(set) var bytes: [UInt8] = []
  /// The blanks per level; 0 for all on one line.
  package let indentation: Int
  /// How many objects and arrays are open.
  var depth = 0
  var place = Place.alone

  /// What stands before the next token.
  enum Place {
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

  /// Writes the key of the next member, in which nothing needs an escape.
  package mutating func key(_ name: StaticString) {
    beginToken()
    bytes.append(UInt8(ascii: "\""))
    bytes.append(contentsOf: UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount))
    bytes.append(UInt8(ascii: "\""))
    endKey()
  }

  /// Writes the key of the next member where it is not one of the program's own.
  package mutating func key(named name: String) {
    beginToken()
    quote(name)
    endKey()
  }

  private mutating func endKey() {
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

  /// Begins a string that is given in parts.
  package mutating func beginString() {
    beginToken()
    bytes.append(UInt8(ascii: "\""))
  }

  /// Goes on with the string that was begun.
  package mutating func part(_ text: String) { escape(text) }

  /// Ends the string that was begun.
  package mutating func endString() {
    bytes.append(UInt8(ascii: "\""))
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

  /// Writes what parts two values that stand for themselves.
  package mutating func separate(by bytes: [UInt8]) { self.bytes.append(contentsOf: bytes) }

  /// Forgets what was written and keeps the storage.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    depth = 0
    place = .alone
  }
}
