import DisclosureGenerator
import DisclosureText
import JSONText
import Testing

@Suite("Text synchronization")
struct SynchronizationTests {
  /// What is published for a text that arrives by `changes` to `text`.
  static func published(_ text: String, _ changes: [String], encoding: PositionEncoding = .utf16) -> [String] {
    var client = TestClient(capabilities: #"{"general":{"positionEncodings":["\#(encoding.rawValue)"]}}"#)
    client.open(text)
    _ = client.published()
    client.change(changes)
    return client.published().map { json($0["diagnostics"]) }
  }

  /// What is published for a text that is opened as it is.
  static func published(fresh text: String, encoding: PositionEncoding = .utf16) -> [String] {
    var client = TestClient(capabilities: #"{"general":{"positionEncodings":["\#(encoding.rawValue)"]}}"#)
    client.open(text)
    return client.published().map { json($0["diagnostics"]) }
  }

  static func change(_ range: String, _ text: String) -> String {
    #"{"range":\#(range),"text":\#(quoted(text))}"#
  }

  @Test(
    "edits of all kinds",
    arguments: [
      ("", [change(range(0, 0, 0, 0), TestClient.wrong)]),
      ("甲", [#"{"text":\#(quoted(TestClient.wrong))}"#]),
      ("甲", [#"{"range":null,"text":\#(quoted(TestClient.wrong))}"#]),
      ("甲", [change(range(0, 0, 9, 9), TestClient.wrong)]),
      ("甲", [change(range(0, 1, 0, 0), TestClient.wrong)]),
      ("甲\r\n乙", [change(range(0, 0, 1, 2_147_483_647), TestClient.wrong)]),
      ("甲\r\n乙", [#"{"text":""}"#, change(range(5, 5, 5, 5), TestClient.wrong)]),
      (TestClient.right, [change(range(2, 30, 2, 31), "1")]),
      ("𠮷\n" + TestClient.right, [change(range(0, 0, 1, 0), ""), change(range(2, 30, 2, 31), "1")]),
      (TestClient.wrong + "\n", [change(range(9, 0, 12, 3), ""), change(range(2, 99, 5, 0), "")]),
      (TestClient.wrong, []),
    ])
  func edits(text: String, changes: [String]) {
    let published = Self.published(text, changes)
    #expect(published.count == 1)
    #expect(published == Self.published(fresh: TestClient.wrong))
    #expect(published.first?.contains("wrong-share") == true)
  }

  @Test("columns count what was agreed on", arguments: PositionEncoding.allCases)
  func columns(encoding: PositionEncoding) {
    for prefix in ["", "𠮷😀", "甲\r", "甲\r\n𠮷", "\n\n😀e\u{301}"] {
      let text = ClientText(prefix + TestClient.wrong)
      var client = TestClient(capabilities: #"{"general":{"positionEncodings":["\#(encoding.rawValue)"]}}"#)
      client.open(text.text)
      let start = client.published().first?.diagnostics("wrong-share").first?["range"]?["start"]
      let index = ClientText(prefix + TestClient.title).scalars.count + TestClient.column
      let place = text.position(index, encoding)
      #expect(start?["line"]?.integer == place.line)
      #expect(start?["character"]?.integer == place.column)
    }
  }

  @Test("edits one by one give what opening the result gives", arguments: PositionEncoding.allCases)
  func editsAreFreshOpens(encoding: PositionEncoding) {
    let pieces = ["占61.00%；", TestClient.wrong, "𠮷", "😀", "\r\n", "\r", "\n", "1", "。", "61.00", "%", ""]
    var generator = SplitMix64(state: 5)
    for _ in 0..<25 {
      var text = ClientText("")
      var client = TestClient(capabilities: #"{"general":{"positionEncodings":["\#(encoding.rawValue)"]}}"#)
      client.open("")
      for version in 2...12 {
        var changes: [String] = []
        for _ in 0..<Int.random(in: 1...3, using: &generator) {
          let boundaries = (0...text.scalars.count).filter(text.isBoundary)
          let ends = [0, 1].map { _ in boundaries.randomElement(using: &generator) ?? 0 }.sorted()
          let lower = ends[0]
          let upper = Bool.random(using: &generator) ? min(ends[1], lower + 3) : lower
          let end = text.isBoundary(upper) ? upper : lower
          let piece = (0..<2).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
          let (startLine, startColumn) = text.position(lower, encoding)
          let (endLine, endColumn) = text.position(end, encoding)
          changes.append(Self.change(range(startLine, startColumn, endLine, endColumn), piece))
          text.scalars.replaceSubrange(lower..<end, with: piece.unicodeScalars)
        }
        client.change(changes, version: version)
        let published = client.published()
        #expect(published.map { $0["version"]?.integer } == [version])
        #expect(published.map { json($0["diagnostics"]) } == Self.published(fresh: text.text, encoding: encoding))
      }
    }
  }

  @Test("versions may be 0, repeat, jump or be missing, and come back")
  func versions() {
    var client = TestClient(capabilities: "{}")
    client.open(TestClient.wrong, version: 0)
    #expect(client.published().map { $0["version"]?.integer } == [0])
    for version in [0, 7, 7, 3] {
      client.change([], version: version)
      #expect(client.published().map { $0["version"]?.integer } == [version])
    }
    client.notify(
      "textDocument/didChange", #"{"textDocument":{"uri":"file:///a.txt","version":null},"contentChanges":[]}"#)
    #expect(client.published().map { $0["version"] == nil } == [true])
  }

  @Test("of edits that arrive together only the last state is linted")
  func stale() {
    var client = TestClient(capabilities: "{}")
    client.open("甲", version: 1)
    client.change([#"{"text":\#(quoted(TestClient.wrong))}"#], version: 2)
    client.open("乙", uri: "file:///b.txt", version: 1)
    client.change([#"{"text":""}"#], version: 3)
    let published = client.published()
    #expect(published.map { $0["version"]?.integer } == [3, 1])
    #expect(published.map { $0.diagnostics("wrong-share").count } == [0, 0])
    #expect(client.published().isEmpty)
  }

  @Test("a document that is not open has no text to edit")
  func notOpen() {
    var client = TestClient(capabilities: TestClient.everything)
    client.change([#"{"text":""}"#])
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.txt"}}"#)
    client.notify("textDocument/didSave", #"{"textDocument":{"uri":"file:///a.txt"},"text":"x"}"#)
    #expect(client.published().isEmpty)
    #expect(client.codeActions(range(0, 0, 9, 9)).isEmpty)
  }

  @Test("saving changes nothing, even with a text nobody asked for")
  func saving() {
    var client = TestClient(capabilities: TestClient.everything)
    client.open(TestClient.wrong)
    _ = client.published()
    client.notify("textDocument/didSave", #"{"textDocument":{"uri":"file:///a.txt"},"text":"x"}"#)
    #expect(client.published().isEmpty)
    #expect(client.codeActions(range(2, TestClient.column, 2, TestClient.column)).count == 1)
  }
}
