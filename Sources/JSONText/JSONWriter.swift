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

  /// Writes a member or a value that is given in pieces, each with the whole number behind it, for what is
  /// written very often. The pieces are JSON on one line, and stand only where no `indentation` is.
  package mutating func composed(
    _ first: (StaticString, Int), _ second: (StaticString, Int), _ third: (StaticString, Int),
    _ fourth: (StaticString, Int)? = nil, end: StaticString
  ) {
    beginToken()
    let longest = 20
    let texts = first.0.utf8CodeUnitCount + second.0.utf8CodeUnitCount + third.0.utf8CodeUnitCount
    let capacity = texts + (fourth?.0.utf8CodeUnitCount ?? 0) + end.utf8CodeUnitCount + 4 * longest
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
      var count = 0
      Self.put(first, into: buffer, &count)
      Self.put(second, into: buffer, &count)
      Self.put(third, into: buffer, &count)
      if let fourth { Self.put(fourth, into: buffer, &count) }
      Self.put(end, into: buffer, &count)
      bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
    endToken()
  }

  /// Begins a value that is given in pieces, for what is written very often: JSON on one line up to where
  /// the next value stands, which is written as any other.
  ///
  ///     writer.beginPieces(#"{"uri":"#)
  ///     writer.string(uri)
  ///     writer.piece(#","range":"#)
  ///     writer.value(range)
  ///     writer.endPieces("}")
  package mutating func beginPieces(_ text: StaticString) {
    beginToken()
    piece(text)
  }

  /// Goes on up to where the next value stands.
  package mutating func piece(_ text: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    place = .behindKey
  }

  /// Ends a value that is given in pieces.
  package mutating func endPieces(_ text: StaticString) {
    piece(text)
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

  @inline(__always)
  private static func put(
    _ text: StaticString, into buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    let piece = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    _ = UnsafeMutableBufferPointer(rebasing: buffer[count...]).update(fromContentsOf: piece)
    count += piece.count
  }

  @inline(__always)
  private static func put(
    _ piece: (StaticString, Int), into buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int
  ) {
    put(piece.0, into: buffer, &count)
    if piece.1 < 0 {
      buffer[count] = UInt8(ascii: "-")
      count += 1
    }
    var rest = piece.1.magnitude
    var digits = 1
    var limit: UInt = 10
    while digits < 19, rest >= limit {
      digits += 1
      limit *= 10
    }
    if rest >= limit { digits += 1 }
    for index in (0..<digits).reversed() {
      buffer[count + index] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    count += digits
  }
}
