import JSONText
import LanguageServerProtocol
import Testing

@Suite("Messages")
struct MessageTests {
  static func message(_ body: String) throws(ResponseError) -> IncomingMessage {
    try IncomingMessage(Array(body.utf8))
  }

  @Test("requests keep the type of their identifier")
  func identifiers() throws {
    for (spelling, expected) in [("7", RequestIdentifier.number(7)), (#""7""#, .text("7")), ("-1", .number(-1))] {
      let message = try Self.message(#"{"jsonrpc":"2.0","id":\#(spelling),"method":"m"}"#)
      guard case .request(let identifier, let method, let parameters) = message else {
        Issue.record("no request")
        continue
      }
      #expect(identifier == expected && method == "m" && parameters.isNull)
      var output = MessageOutput()
      output.respond(to: identifier, with: NullResponse())
      let body = #"{"jsonrpc":"2.0","id":\#(spelling),"result":null}"#
      #expect(String(decoding: output.take(), as: UTF8.self) == "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
      #expect(output.isEmpty)
    }
  }

  @Test("notifications and responses are told apart")
  func kinds() throws {
    guard case .notification("n", let parameters) = try Self.message(#"{"method":"n","params":{"a":1}}"#) else {
      Issue.record("no notification")
      return
    }
    #expect(parameters["a"]?.integer == 1)
    for body in [#"{"id":1,"result":null}"#, #"{"id":"x","error":{"code":1,"message":""}}"#] {
      guard case .response = try Self.message(body) else {
        Issue.record("no response")
        continue
      }
    }
  }

  @Test(
    "what is no message",
    arguments: [
      ("", ErrorCode.parseError), ("{", .parseError), ("[]", .invalidRequest), ("1", .invalidRequest),
      ("{}", .invalidRequest), (#"{"method":1}"#, .invalidRequest), (#"{"id":null,"method":"m"}"#, .invalidRequest),
      (#"{"id":1.5,"method":"m"}"#, .invalidRequest), (#"{"id":{},"method":"m"}"#, .invalidRequest),
    ])
  func errors(body: String, code: ErrorCode) {
    let error = #expect(throws: ResponseError.self) { try Self.message(body) }
    #expect(error?.code == code)
  }

  @Test(
    "code actions are wanted by the beginning of their kind",
    arguments: [
      ("null", true), ("[]", false), (#"["quickfix"]"#, true), (#"[""]"#, true), (#"["refactor","quickfix"]"#, true),
      (#"["quick"]"#, false), (#"["quickfix.share"]"#, false), (#"["source"]"#, false),
    ])
  func kinds(only: String, isWanted: Bool) throws {
    let parameters = try JSONReader.read(
      Array(
        #"""
        {"textDocument":{"uri":"u"},"range":{"start":{"line":3,"character":1.7e308},"end":{"line":-1,"character":0}},
         "context":{"diagnostics":[{}],"only":\#(only)}}
        """#.utf8))
    let request = try CodeActions(parameters)
    #expect(request.wants("quickfix") == isWanted)
    #expect(request.diagnostics.isEmpty, "a diagnostic without a range is none")
    #expect(request.range.start == ProtocolPosition(line: 0, character: 0), "clamped, and in order")
    #expect(request.range.end == ProtocolPosition(line: 3, character: Int(Int32.max)))
  }
}
