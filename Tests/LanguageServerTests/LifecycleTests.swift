import DisclosureText
import JSONText
import LanguageServer
import Testing

@Suite("Beginning and end of a session")
struct LifecycleTests {
  /// The one message in the inbox after `bodies` were sent to a client past `initialize`.
  static func answer(to bodies: String..., afterInitialize: Bool = true) -> String {
    var client = afterInitialize ? TestClient(capabilities: "{}") : TestClient()
    for body in bodies {
      client.inbox = []
      client.send(body)
    }
    return client.inbox.map { message in
      let code = message["error"]?["code"]?.integer
      return "\(json(message["id"])) \(code.map { "\($0)" } ?? json(message["result"]))"
    }.joined(separator: ", ")
  }

  @Test("before initialize, requests are refused and notifications dropped, except exit")
  func beforeInitialize() {
    #expect(Self.answer(to: #"{"id":1,"method":"shutdown"}"#, afterInitialize: false) == "1 -32002")
    #expect(Self.answer(to: #"{"id":1,"method":"no/such"}"#, afterInitialize: false) == "1 -32002")
    #expect(Self.answer(to: #"{"method":"textDocument/didOpen"}"#, afterInitialize: false) == "")
    var client = TestClient()
    client.open(TestClient.wrong)
    #expect(client.published().isEmpty)
    client.send(#"{"method":"exit"}"#)
    #expect(client.session.phase == .ended(exitCode: 1))
  }

  @Test("messages between initialize and initialized are served")
  func beforeInitialized() {
    var client = TestClient()
    _ = client.request("initialize", #"{"capabilities":{}}"#)
    client.open(TestClient.wrong)
    #expect(client.published().count == 1)
  }

  @Test("a second initialize is an error, and the first stays")
  func initializeTwice() {
    #expect(Self.answer(to: #"{"id":2,"method":"initialize","params":{"capabilities":{}}}"#) == "2 -32600")
    var client = TestClient(capabilities: #"{"general":{"positionEncodings":["utf-8"]}}"#)
    _ = client.request("initialize", #"{"capabilities":{}}"#)
    client.open(TestClient.wrong)
    let start = client.published().first?.diagnostics("wrong-share").first?["range"]?["start"]?["character"]
    #expect(start?.integer == TestClient.sentence.utf8.count - "61.00%；项目支出40.00万元，占40.00%。".utf8.count)
  }

  @Test("shutdown is answered with null, later requests are refused, exit ends with 0")
  func shutdown() {
    var client = TestClient(capabilities: "{}")
    let response = client.request("shutdown", "null")
    #expect(json(response) == #"{"jsonrpc":"2.0","id":2,"result":null}"#)
    for method in ["shutdown", "textDocument/codeAction", "initialize", "no/such"] {
      #expect(client.request(method, "{}")["error"]?["code"]?.integer == -32600)
    }
    client.open(TestClient.wrong)
    #expect(client.published().isEmpty)
    #expect(client.session.phase == .shutDown)
    client.send(#"{"method":"exit","params":null}"#)
    #expect(client.session.phase == .ended(exitCode: 0))
  }

  @Test("exit without shutdown ends with 1")
  func exitAlone() {
    var client = TestClient(capabilities: "{}")
    client.send(#"{"method":"exit"}"#)
    #expect(client.session.phase == .ended(exitCode: 1))
  }

  @Test(
    "requests and notifications that are unknown or wrong",
    arguments: [
      (#"{"id":5,"method":"no/such","params":{}}"#, "5 -32601"), (#"{"id":"5","method":"no/such"}"#, "\"5\" -32601"),
      (#"{"id":5,"method":"$/no/such"}"#, "5 -32601"),
      (#"{"id":5,"method":"textDocument/documentSymbol"}"#, "5 -32602"),
      (#"{"id":5,"method":"textDocument/documentSymbol","params":{"textDocument":{"uri":"u"}}}"#, "5 []"),
      (#"{"id":5,"method":"textDocument/formatting","params":{}}"#, "5 -32601"),
      (#"{"id":5,"method":"textDocument/didOpen"}"#, "5 -32601"), (#"{"method":"shutdown"}"#, ""),
      (#"{"method":"no/such"}"#, ""), (#"{"method":"$/setTrace","params":{"value":"off"}}"#, ""),
      (#"{"method":"$/cancelRequest","params":{"id":99}}"#, ""), (#"{"method":"$/cancelRequest"}"#, ""),
      (#"{"method":"initialized"}"#, ""), (#"{"method":"workspace/didChangeConfiguration","params":{}}"#, ""),
      (#"{"method":"textDocument/didOpen","params":{}}"#, ""),
      (#"{"method":"textDocument/didChange","params":[]}"#, ""),
      (#"{"id":5,"method":"textDocument/codeAction","params":{}}"#, "5 -32602"),
      (#"{"id":5,"method":"textDocument/codeAction"}"#, "5 -32602"),
      (#"{"id":5,"method":"textDocument/codeAction","params":{"textDocument":{"uri":"u"},"range":7}}"#, "5 -32602"),
      (#"{"id":5,"method":"shutdown"}"#, "5 null"), (#"{"id":"a","method":"shutdown","params":{}}"#, "\"a\" null"),
      (#"{"id":1,"result":null}"#, ""), ("{", "null -32700"), ("", "null -32700"), ("[]", "null -32600"),
      (#"{"id":null,"method":"shutdown"}"#, "null -32600"),
    ])
  func unknownAndWrong(body: String, answer: String) {
    #expect(Self.answer(to: body) == answer)
  }

  @Test("a request that is cancelled before it is worked on is answered so; one behind the cancellation is served")
  func cancelledInAdvance() {
    var client = TestClient(capabilities: "{}")
    let request = Array(#"{"id":"r","method":"workspace/symbol","params":{"query":""}}"#.utf8)
    let cancellation = Array(#"{"method":"$/cancelRequest","params":{"id":"r"}}"#.utf8)
    client.session.receive([request, cancellation, request])
    client.settle()
    let answers = client.inbox.filter { $0["id"]?.string == "r" }
    #expect(answers.map { $0["error"]?["code"]?.integer } == [-32800, nil])
  }

  @Test("wrong parameters of initialize leave the session waiting")
  func wrongInitialize() {
    var client = TestClient()
    #expect(client.request("initialize", "[]")["error"]?["code"]?.integer == -32602)
    #expect(client.session.phase == .waiting)
    #expect(client.request("initialize", "null")["result"]?["capabilities"] != nil)
  }

  @Test("the server lives on after bad JSON")
  func afterBadJSON() {
    #expect(Self.answer(to: #"{"id":1,"#, #"{"id":2,"method":"shutdown"}"#) == "2 null")
    #expect(
      Self.answer(to: String(repeating: "[", count: 100_000), #"{"id":2,"method":"shutdown"}"#) == "2 null")
  }

  @Test("what the server says of itself")
  func capabilities() {
    var client = TestClient(settings: ServerSettings(version: "1.2.3"))
    let response = client.request("initialize", #"{"capabilities":{}}"#)
    let capabilities = response["result"]?["capabilities"]
    #expect(json(capabilities?["positionEncoding"]) == #""utf-16""#)
    #expect(json(capabilities?["textDocumentSync"]) == #"{"openClose":true,"change":2}"#)
    #expect(capabilities?["diagnosticProvider"] == nil && capabilities?["codeActionProvider"] == nil)
    #expect(json(response["result"]?["serverInfo"]) == #"{"name":"budgetlint","version":"1.2.3"}"#)
    for name in ["hover", "definition", "references", "documentHighlight", "documentSymbol", "workspaceSymbol"] {
      #expect(capabilities?[name + "Provider"]?.bool == true)
    }
    #expect(json(capabilities?["renameProvider"]) == "true")
  }

  @Test("what the server says of itself to a client that can do everything")
  func allCapabilities() {
    var client = TestClient()
    let response = client.request("initialize", #"{"capabilities":\#(TestClient.modern)}"#)
    let capabilities = response["result"]?["capabilities"]
    #expect(
      json(capabilities?["diagnosticProvider"])
        == #"{"identifier":"budgetlint","interFileDependencies":true,"workspaceDiagnostics":true}"#)
    #expect(capabilities?["codeActionProvider"]?["resolveProvider"]?.bool == true)
    #expect(json(capabilities?["renameProvider"]) == #"{"prepareProvider":true}"#)
  }

  @Test(
    "the client's order is its preference among the encodings",
    arguments: [
      (#"{}"#, "utf-16"), (#"{"general":{}}"#, "utf-16"), (#"{"general":{"positionEncodings":[]}}"#, "utf-16"),
      (#"{"general":{"positionEncodings":["utf-8","utf-16"]}}"#, "utf-8"),
      (#"{"general":{"positionEncodings":["utf-16","utf-8"]}}"#, "utf-16"),
      (#"{"general":{"positionEncodings":["utf-7",1,"utf-32"]}}"#, "utf-32"),
      (#"{"general":{"positionEncodings":["ebcdic"]}}"#, "utf-16"),
    ])
  func encodings(capabilities: String, encoding: String) {
    var client = TestClient()
    let response = client.request("initialize", #"{"capabilities":\#(capabilities)}"#)
    #expect(response["result"]?["capabilities"]?["positionEncoding"]?.string == encoding)
    var forced = TestClient(settings: ServerSettings(version: "0.0.0", forcedPositionEncoding: .utf8))
    let answer = forced.request("initialize", #"{"capabilities":\#(capabilities)}"#)
    #expect(answer["result"]?["capabilities"]?["positionEncoding"]?.string == "utf-8")
  }
}
