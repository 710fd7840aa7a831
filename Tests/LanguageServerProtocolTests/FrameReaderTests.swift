import LanguageServerProtocol
import Testing

@Suite("Message framing")
struct FrameReaderTests {
  /// The bodies in `stream` when it arrives in pieces of `size` bytes.
  static func bodies(_ stream: String, size: Int = .max, lengthLimit: Int = 1000) throws(FramingError) -> [String] {
    var frames = FrameReader(lengthLimit: lengthLimit)
    var bodies: [String] = []
    var rest = Array(stream.utf8)[...]
    while !rest.isEmpty {
      frames.append(Array(rest.prefix(size)))
      rest = rest.dropFirst(size)
      while let body = try frames.next() { bodies.append(String(decoding: body, as: UTF8.self)) }
    }
    return bodies
  }

  @Test(
    "headers that clients send",
    arguments: [
      "Content-Length: 5\r\n\r\n{占}", "content-length: 5\r\n\r\n{占}", "CONTENT-LENGTH:5\r\n\r\n{占}",
      "Content-Length: 5 \r\nContent-Type: application/vscode-jsonrpc; charset=utf-8\r\n\r\n{占}",
      "Content-Type: application/vscode-jsonrpc; charset=utf8\r\nContent-Length: 5\r\n\r\n{占}",
      "Content-Length: 5\n\n{占}", "\r\n\r\nContent-Length: 5\r\n\r\n{占}", "Content-Length: 0005\r\n\r\n{占}",
    ])
  func headers(message: String) throws {
    for size in [1, 2, 7, .max] {
      #expect(try Self.bodies(message, size: size) == ["{占}"])
      #expect(try Self.bodies(message + message + message, size: size) == ["{占}", "{占}", "{占}"])
    }
  }

  @Test("an empty body, and a body that has not arrived whole")
  func emptyAndUnfinished() throws {
    #expect(try Self.bodies("Content-Length: 0\r\n\r\n") == [""])
    #expect(try Self.bodies("Content-Length: 6\r\n\r\n{占}") == [])
    #expect(try Self.bodies("Content-Length: 6\r\n") == [])
  }

  @Test(
    "hopeless framing ends at once",
    arguments: [
      ("Content-Type: x\r\n\r\n{}", FramingError.noLength), ("Content-Length: -1\r\n\r\n", .noLength),
      ("Content-Length: two\r\n", .noLength), ("Content-Length:\r\n", .noLength),
      ("{\"jsonrpc\"", .noHeader), ("GET / HTTP/1.1\r\n", .noHeader), ("garbage\r\n", .noHeader),
      ("\u{16}\u{3}", .noHeader), ("Content-Length: 1001\r\n", .lengthBeyondLimit),
      ("Content-Length: 99999999999999999999999\r\n", .lengthBeyondLimit),
      (String(repeating: "a", count: 9000), .headerTooLong),
      (String(repeating: "a: b\n", count: 9000), .headerTooLong),
    ])
  func hopeless(stream: String, error: FramingError) {
    #expect(throws: error) { try Self.bodies(stream) }
    #expect(throws: error) { try Self.bodies(stream, size: 1) }
  }

  @Test("a stream of many messages is read in one pass")
  func manyMessages() throws {
    let body = String(repeating: "占", count: 300)
    let message = "Content-Length: 900\r\n\r\n" + body
    let stream = String(repeating: message, count: 500)
    #expect(try Self.bodies(stream, size: 1009) == Array(repeating: body, count: 500))
  }
}
