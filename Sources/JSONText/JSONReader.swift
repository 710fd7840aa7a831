/// Reads JSON (RFC 8259) and keeps where every value stands.
///
///     let value = try JSONReader.read(bytes)
///
/// Strict, but for three things: a byte order mark at the start is skipped, a `\u` escape
/// of half a surrogate pair and bytes that are not UTF-8 read as U+FFFD.
@usableFromInline package struct JSONReader {
  let bytes: [UInt8]
  var offset = 0
  var scratch: [UInt8] = []
  private var depth: Int

  private init(_ bytes: [UInt8], depthLimit: Int) {
    self.bytes = bytes
    self.depth = depthLimit
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The one value that `bytes` hold.
  ///
  /// - Parameter depthLimit: how many arrays and objects may stand inside each other; a
  ///   hostile text cannot exhaust the stack.
  /// - Complexity: O(*n*).
  package static func read(_ bytes: [UInt8], depthLimit: Int = 512) throws(JSONError) -> JSONValue {
    var reader = JSONReader(bytes, depthLimit: depthLimit)
    reader.skipBlanks()
    let value = try reader.value()
    reader.skipBlanks()
    guard reader.offset == bytes.count else { throw reader.error(.end) }
    return value
  }

  /// The byte at the cursor; 0, which no JSON text holds outside of strings, at the end.
  var current: UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  func error(_ expected: JSONError.Expected) -> JSONError {
    JSONError(offset: offset, expected: expected)
  }

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func value() throws(JSONError) -> JSONValue {
    let start = offset
    let content: JSONValue.Content
    switch current {
    case UInt8(ascii: "\""): content = .string(try string())
    case UInt8(ascii: "{"): content = .object(try members())
    case UInt8(ascii: "["): content = .array(try elements())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): content = try number()
    case UInt8(ascii: "t"): content = try word("true", .bool(true))
    case UInt8(ascii: "f"): content = try word("false", .bool(false))
    case UInt8(ascii: "n"): content = try word("null", .null)
    default: throw error(.value)
    }
    return JSONValue(content, range: start..<offset)
  }

  private mutating func word(
    _ word: StaticString, _ content: JSONValue.Content
  ) throws(JSONError) -> JSONValue.Content {
    let length = word.utf8CodeUnitCount
    guard offset + length <= bytes.count else { throw error(.value) }
    for index in 0..<length where bytes[offset + index] != word.utf8Start[index] { throw error(.value) }
    offset += length
    return content
  }

  private mutating func enter() throws(JSONError) {
    guard depth > 0 else { throw error(.shallowerNesting) }
    depth -= 1
    offset += 1
    skipBlanks()
  }

  private mutating func leave() {
    depth += 1
    offset += 1
  }

  private mutating func elements() throws(JSONError) -> [JSONValue] {
    try enter()
    var elements: [JSONValue] = []
    if current == UInt8(ascii: "]") {
      leave()
      return elements
    }
    while true {
      elements.append(try value())
      skipBlanks()
      if current == UInt8(ascii: "]") { break }
      guard current == UInt8(ascii: ",") else { throw error(.commaOrBracket) }
      offset += 1
      skipBlanks()
    }
    leave()
    return elements
  }

  private mutating func members() throws(JSONError) -> [JSONMember] {
    try enter()
    var members: [JSONMember] = []
    if current == UInt8(ascii: "}") {
      leave()
      return members
    }
    while true {
      guard current == UInt8(ascii: "\"") else { throw error(.key) }
      let start = offset
      let key = try string()
      let keyRange = start..<offset
      skipBlanks()
      guard current == UInt8(ascii: ":") else { throw error(.colon) }
      offset += 1
      skipBlanks()
      members.append(JSONMember(key: key, keyRange: keyRange, value: try value()))
      skipBlanks()
      if current == UInt8(ascii: "}") { break }
      guard current == UInt8(ascii: ",") else { throw error(.commaOrBrace) }
      offset += 1
      skipBlanks()
    }
    leave()
    return members
  }
}
