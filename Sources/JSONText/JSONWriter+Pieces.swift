/// Values that are given in pieces of JSON, for what is written very often.
extension JSONWriter {
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
