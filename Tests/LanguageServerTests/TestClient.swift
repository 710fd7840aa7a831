import DisclosureText
import JSONText
import LanguageServer
import LanguageServerProtocol
import Workspace

/// A client in the test's process. It speaks JSON as text, so that it shares no decoding or
/// encoding of messages with the server.
struct TestClient {
  var session: Session
  /// Everything the server has sent that was not looked at.
  var inbox: [JSONValue] = []
  private var lastIdentifier = 0

  /// Capabilities of a client that can do everything.
  static let everything = """
    {"general":{"positionEncodings":["utf-16"]},"workspace":{"workspaceEdit":{"documentChanges":true}},
     "textDocument":{"publishDiagnostics":{"relatedInformation":true,"versionSupport":true,"dataSupport":true},
      "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}}}}}
    """

  /// Capabilities of a client that asks for what it shows.
  static let modern = """
    {"general":{"positionEncodings":["utf-16"]},"window":{"workDoneProgress":true},
     "workspace":{"workspaceEdit":{"documentChanges":true,"resourceOperations":["create"]},"configuration":true,
      "didChangeConfiguration":{"dynamicRegistration":true},"didChangeWatchedFiles":{"dynamicRegistration":true},
      "diagnostics":{"refreshSupport":true},"inlayHint":{"refreshSupport":true},"codeLens":{"refreshSupport":true}},
     "textDocument":{"diagnostic":{},
      "publishDiagnostics":{"relatedInformation":true,"dataSupport":true,"codeDescriptionSupport":true,
       "tagSupport":{"valueSet":[1]}},
      "hover":{"contentFormat":["markdown","plaintext"]},"rename":{"prepareSupport":true},
      "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},
      "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[]}},"dataSupport":true,
       "resolveSupport":{"properties":["edit"]}}}}
    """

  /// What makes the text behind it a disclosure.
  static let title = "某局2025年度部门预算公开\n\n"
  /// A sentence with one mistake.
  static let sentence = "支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。"
  /// A disclosure with one mistake.
  static let wrong = title + sentence
  /// The line of the mistaken figure.
  static let line = 2
  /// The column of the mistaken figure, in any encoding but bytes.
  static let column = 29
  /// The disclosure without it.
  static let right = title + "支出合计100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。"

  /// A client that has said nothing.
  init(
    settings: ServerSettings = ServerSettings(version: "0.0.0"), files: MemoryFileSystem = MemoryFileSystem()
  ) {
    session = Session(settings: settings, files: files)
  }

  /// A client that is past `initialize`.
  init(
    capabilities: String, more: String = "", settings: ServerSettings = ServerSettings(version: "0.0.0"),
    files: MemoryFileSystem = MemoryFileSystem()
  ) {
    self.init(settings: settings, files: files)
    _ = request("initialize", #"{"processId":null,"capabilities":\#(capabilities)\#(more)}"#)
    notify("initialized", "{}")
  }

  /// Sends the body of one message; the answers go to the inbox.
  mutating func send(_ body: String) {
    session.receive(Array(body.utf8))
    collect()
  }

  private mutating func collect() {
    var frames = FrameReader()
    frames.append(session.output.take())
    while let body = try? frames.next() {
      guard let message = try? JSONReader.read(body) else { continue }
      inbox.append(message)
    }
  }

  /// Lets the server do what it does when no message waits.
  mutating func settle() {
    session.settle()
    collect()
  }

  /// Lets the server do all that it does step by step.
  mutating func work() {
    while session.hasWork { session.work() }
    collect()
  }

  /// Removes and returns the messages of a method.
  mutating func take(_ method: String) -> [JSONValue] {
    defer { inbox.removeAll { $0["method"]?.string == method } }
    return inbox.filter { $0["method"]?.string == method }
  }

  /// Answers a request of the server's.
  mutating func reply(to request: JSONValue?, _ result: String) {
    send(#"{"jsonrpc":"2.0","id":\#(json(request?["id"])),"result":\#(result)}"#)
  }

  mutating func notify(_ method: String, _ parameters: String) {
    send(#"{"jsonrpc":"2.0","method":"\#(method)","params":\#(parameters)}"#)
  }

  /// Sends a request and returns the response.
  mutating func request(_ method: String, _ parameters: String) -> JSONValue {
    lastIdentifier += 1
    send(#"{"jsonrpc":"2.0","id":\#(lastIdentifier),"method":"\#(method)","params":\#(parameters)}"#)
    guard let place = inbox.lastIndex(where: { $0["id"]?.integer == lastIdentifier && $0["method"] == nil }) else {
      return .null
    }
    return inbox.remove(at: place)
  }

  mutating func open(_ text: String, uri: String = "file:///a.txt", version: Int = 1) {
    notify(
      "textDocument/didOpen",
      """
      {"textDocument":{"uri":\(quoted(uri)),"languageId":"plain","version":\(version),"text":\(quoted(text))}}
      """)
  }

  mutating func change(_ changes: [String], uri: String = "file:///a.txt", version: Int = 2) {
    notify(
      "textDocument/didChange",
      #"{"textDocument":{"uri":\#(quoted(uri)),"version":\#(version)},"contentChanges":[\#(changes.joined(separator: ","))]}"#
    )
  }

  /// The parameters of the diagnostics published since this was asked last.
  mutating func published() -> [JSONValue] {
    settle()
    let isPublication = { (message: JSONValue) in
      message["method"]?.string == "textDocument/publishDiagnostics"
    }
    defer { inbox.removeAll(where: isPublication) }
    return inbox.filter(isPublication).compactMap { $0["params"] }
  }

  /// The actions at a range of the only document.
  mutating func codeActions(
    _ range: String, diagnostics: String = "[]", only: String = "null", uri: String = "file:///a.txt"
  ) -> [JSONValue] {
    request(
      "textDocument/codeAction",
      """
      {"textDocument":{"uri":\(quoted(uri))},"range":\(range),
       "context":{"diagnostics":\(diagnostics),"only":\(only)}}
      """)["result"]?.elements ?? []
  }
}

/// A range as JSON.
func range(_ startLine: Int, _ startColumn: Int, _ endLine: Int, _ endColumn: Int) -> String {
  """
  {"start":{"line":\(startLine),"character":\(startColumn)},"end":{"line":\(endLine),"character":\(endColumn)}}
  """
}

/// A string as JSON.
func quoted(_ string: String) -> String {
  var writer = JSONWriter()
  writer.string(string)
  return String(decoding: writer.bytes, as: UTF8.self)
}

/// A value as JSON on one line.
func json(_ value: JSONValue?) -> String {
  var writer = JSONWriter()
  writer.value(value ?? .null)
  return String(decoding: writer.bytes, as: UTF8.self)
}

extension JSONValue {
  /// The diagnostics of a rule in the parameters of a publication.
  func diagnostics(_ rule: String) -> [JSONValue] {
    (self["diagnostics"]?.elements ?? []).filter { $0["code"]?.string == rule }
  }
}
