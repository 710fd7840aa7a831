import DisclosureGenerator
import JSONText
import LanguageServer
import LanguageServerProtocol
import Testing

@Suite("Hostile input")
struct HostileInputTests {
  static let bodies = [
    #"{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":1,"locale":"en","capabilities":\#(TestClient.everything)}}"#,
    #"{"method":"textDocument/didOpen","params":{"textDocument":{"uri":"u","version":1,"text":\#(quoted(CodeActionTests.two))}}}"#,
    #"""
    {"method":"textDocument/didChange","params":{"textDocument":{"uri":"u","version":2},
     "contentChanges":[{"range":\#(range(2, 3, 4, 5)),"text":"𠮷\r"},{"range":\#(range(3, 0, 3, 0)),"text":"\n"}]}}
    """#,
    #"""
    {"id":"x","method":"textDocument/codeAction","params":{"textDocument":{"uri":"u"},"range":\#(range(0, 0, 9, 9)),
     "context":{"diagnostics":[{"range":\#(range(2, 29, 2, 35)),"message":"","code":"wrong-share","data":[0,0]}]}}}
    """#,
    #"{"method":"textDocument/didClose","params":{"textDocument":{"uri":"u"}}}"#,
    #"{"id":3,"method":"shutdown"}"#, #"{"method":"exit"}"#,
  ]

  static let tokens = [
    "null", "{}", "[]", "-1", "1e300", "9223372036854775808", "\"\"", "\"\\ud800\"", "true", ",", "}", "\"", "utf-8",
    "u",
  ].map { Array($0.utf8) }

  /// `bytes` with a few bytes or words changed.
  static func mutated(_ bytes: [UInt8], _ generator: inout SplitMix64) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 0...3, using: &generator) where !bytes.isEmpty {
      let lower = Int.random(in: 0..<bytes.count, using: &generator)
      let upper = min(bytes.count, lower + Int.random(in: 0...4, using: &generator))
      let piece = Bool.random(using: &generator) ? tokens.randomElement(using: &generator) : nil
      bytes.replaceSubrange(lower..<upper, with: piece ?? [UInt8.random(in: 0...255, using: &generator)])
    }
    return bytes
  }

  @Test("messages with anything changed in them do not end the session")
  func mutatedMessages() {
    var generator = SplitMix64(state: 7)
    for _ in 0..<400 {
      var client = TestClient()
      client.send(Self.bodies[0])
      for body in Self.bodies[1...] {
        client.session.receive(Self.mutated(Array(body.utf8), &generator))
        client.settle()
      }
      client.inbox = []
      client.send(#"{"id":99,"method":"shutdown"}"#)
      #expect(client.inbox.last?["id"]?.integer == 99 || client.session.phase == .ended(exitCode: 0))
    }
  }

  @Test("a stream with anything changed in it ends")
  func mutatedStream() {
    var generator = SplitMix64(state: 8)
    let stream = Self.bodies.flatMap(ServerLoopTests.frame)
    for _ in 0..<400 {
      let transport = MemoryTransport(inputs: [.bytes(Self.mutated(stream, &generator))])
      _ = try? ServerLoopTests.run(transport)
    }
  }
}
