/// Cuts a stream of bytes into message bodies by their `Content-Length`.
///
///     var frames = FrameReader()
///     frames.append(chunk)
///     while let body = try frames.next() { … }
///
/// Forgives what clients in use do: header names in any case, other headers before and
/// behind, a missing blank behind the colon, a line end without `\r`, blank lines between
/// messages. Chunks may split and join messages anywhere.
package struct FrameReader: Sendable {
  private var bytes: [UInt8] = []
  /// Where the line of a header or the body begins that is read next.
  private var start = 0
  /// Up to where that line was searched for its end and its colon, counted from `start`.
  private var searched = 0
  /// The bytes of the header that were read.
  private var headerCount = 0
  /// The length that the header gave.
  private var declaredLength: Int?
  /// The length of the body, once the header has been read.
  private var bodyLength: Int?
  private let lengthLimit: Int

  /// The number of bytes that the header of one message may take.
  private static let headerLimit = 8192
  /// The number of bytes within which an unfinished line has to look like a header.
  private static let nameLimit = 64

  /// Creates a reader that has read nothing; a body above `lengthLimit` bytes is refused.
  package init(lengthLimit: Int = 1 << 27) {
    self.lengthLimit = lengthLimit
  }

  /// Adds what arrived.
  package mutating func append(_ chunk: [UInt8]) {
    if start == bytes.count {
      bytes.removeAll(keepingCapacity: true)
      start = 0
    } else if start > 1 << 16 {
      bytes.removeSubrange(..<start)
      start = 0
    }
    bytes.append(contentsOf: chunk)
  }

  /// The body of the next message that arrived whole, or nil if more has to be read first.
  ///
  /// - Throws: ``FramingError`` where the beginning of the next message cannot be told; there
  ///   is no way to go on behind that.
  package mutating func next() throws(FramingError) -> [UInt8]? {
    if bodyLength == nil { try readHeader() }
    guard let length = bodyLength, bytes.count - start >= length else { return nil }
    bodyLength = nil
    defer { start += length }
    return Array(bytes[start..<start + length])
  }

  /// Reads the lines of a header that have arrived, up to the blank one.
  private mutating func readHeader() throws(FramingError) {
    while bodyLength == nil {
      let rest = bytes[(start + searched)...]
      guard headerCount + searched <= Self.headerLimit else { throw .headerTooLong }
      guard let end = rest.firstIndex(of: 0x0A) else {
        _ = try Self.colon(in: bytes[start...].prefix(Self.nameLimit))
        searched = bytes.count - start
        guard headerCount + searched <= Self.headerLimit else { throw .headerTooLong }
        return
      }
      var line = bytes[start..<end]
      if line.last == 0x0D { line.removeLast() }
      start = end + 1
      searched = 0
      if !line.isEmpty {
        headerCount += line.count
        guard let colon = try Self.colon(in: line) else { throw .noHeader }
        if Self.isContentLength(line[..<colon]) { declaredLength = try number(line[(colon + 1)...]) }
      } else if let length = declaredLength {
        bodyLength = length
        declaredLength = nil
        headerCount = 0
      } else if headerCount > 0 {
        throw .noLength
      }
    }
  }

  /// Where the colon behind the name of a header stands, or nil if there is none yet.
  private static func colon(in line: ArraySlice<UInt8>) throws(FramingError) -> Int? {
    for (index, byte) in zip(line.indices, line) {
      switch byte {
      case UInt8(ascii: ":"): return index
      case UInt8(ascii: "-"), UInt8(ascii: "_"), 0x20, 0x09, 0x0D: continue
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
      case UInt8(ascii: "a")...UInt8(ascii: "z"): continue
      default: throw .noHeader
      }
    }
    return nil
  }

  private static func isContentLength(_ name: ArraySlice<UInt8>) -> Bool {
    name.lazy.filter { $0 != 0x20 && $0 != 0x09 }.map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
      .elementsEqual("content-length".utf8)
  }

  private func number(_ text: ArraySlice<UInt8>) throws(FramingError) -> Int {
    let text = text.filter { $0 != 0x20 && $0 != 0x09 }
    guard !text.isEmpty else { throw .noLength }
    var number = 0
    for byte in text {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { throw .noLength }
      number = number * 10 + Int(byte - UInt8(ascii: "0"))
      guard number <= lengthLimit else { throw .lengthBeyondLimit }
    }
    return number
  }
}

/// Why a stream of messages cannot be read on.
package enum FramingError: Error, Hashable, Sendable {
  /// What stands where a header should be is none.
  case noHeader
  /// The header has no `Content-Length`, or it is no number.
  case noLength
  /// The header does not end.
  case headerTooLong
  /// The body is longer than any document.
  case lengthBeyondLimit
}
