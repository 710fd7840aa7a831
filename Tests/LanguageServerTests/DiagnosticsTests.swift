import JSONText
import Testing

@Suite("Published diagnostics")
struct DiagnosticsTests {
  static func published(_ text: String, capabilities: String, more: String = "") -> JSONValue {
    var client = TestClient(capabilities: capabilities, more: more)
    client.open(text)
    return client.published().first ?? .null
  }

  @Test("rule, source, severity and version are always there; the rest only where declared")
  func members() {
    let plain = Self.published(TestClient.wrong, capabilities: "{}")
    #expect(plain["uri"]?.string == "file:///a.txt" && plain["version"]?.integer == 1)
    let diagnostic = plain.diagnostics("wrong-share").first
    #expect(diagnostic?["source"]?.string == "budgetlint")
    #expect(diagnostic?["severity"]?.integer == 1)
    #expect(diagnostic?["message"]?.string?.isEmpty == false)
    let keys = Set(diagnostic?.members?.map(\.key) ?? [])
    #expect(keys == ["range", "severity", "code", "source", "message"])
    let full = Self.published(TestClient.wrong, capabilities: TestClient.everything)
    let related = full.diagnostics("wrong-share").first?["relatedInformation"]?.elements ?? []
    #expect(!related.isEmpty)
    #expect(related.allSatisfy { $0["location"]?["uri"]?.string == "file:///a.txt" })
    #expect(full.diagnostics("wrong-share").first?["data"] != nil)
  }

  @Test("the range covers the figure")
  func range() {
    let diagnostic = Self.published("𠮷\r\n" + TestClient.wrong, capabilities: "{}").diagnostics("wrong-share").first
    #expect(diagnostic?["range"]?["start"]?["line"]?.integer == TestClient.line + 1)
    #expect(diagnostic?["range"]?["start"]?["character"]?.integer == TestClient.column)
    let end = diagnostic?["range"]?["end"]?["character"]?.integer ?? 0
    #expect(end == TestClient.column + 5 || end == TestClient.column + 6)
  }

  @Test("a text without mistakes gets an empty list")
  func empty() {
    #expect(json(Self.published(TestClient.right, capabilities: "{}")["diagnostics"]) == "[]")
    #expect(json(Self.published("", capabilities: "{}")["diagnostics"]) == "[]")
  }

  @Test("repairing the text clears its diagnostics, closing too")
  func clearing() {
    var client = TestClient(capabilities: "{}")
    client.open(TestClient.wrong)
    #expect(client.published().first?.diagnostics("wrong-share").count == 1)
    client.change([#"{"text":\#(quoted(TestClient.right))}"#])
    #expect(client.published().first?.diagnostics("wrong-share").count == 0)
    client.change([#"{"text":\#(quoted(TestClient.wrong))}"#], version: 3)
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.txt"}}"#)
    #expect(client.published().map { json($0) } == [#"{"uri":"file:///a.txt","diagnostics":[]}"#])
    client.open(TestClient.wrong)
    #expect(client.published().first?.diagnostics("wrong-share").count == 1)
  }

  @Test("a document that is opened twice begins anew")
  func openedTwice() {
    var client = TestClient(capabilities: "{}")
    client.open("甲")
    client.open(TestClient.wrong, version: 1)
    #expect(client.published().map { $0.diagnostics("wrong-share").count } == [1])
  }

  @Test(
    "the client's spelling of a document is kept, and all its spellings are one",
    arguments: [
      ("file:///c%3A/%E9%A2%84%E7%AE%97%20a.txt", "file:///C:/预算%20a.txt"),
      ("untitled:Untitled-1", "untitled:Untitled-1"),
      ("FILE:///a%2fb", "file:///a%2Fb"), ("file:///%zz%4", "file:///%zz%4"), ("", ""), (":", ":"),
    ])
  func spelling(opened: String, changed: String) {
    var client = TestClient(capabilities: TestClient.everything)
    client.open("甲", uri: opened)
    client.change([#"{"text":\#(quoted(TestClient.wrong))}"#], uri: changed)
    let published = client.published()
    #expect(published.map { $0["uri"]?.string } == [opened])
    #expect(published.first?.diagnostics("wrong-share").count == 1)
  }

  @Test("names that differ in their case are two documents")
  func differentDocuments() {
    var client = TestClient(capabilities: "{}")
    client.open("甲", uri: "file:///a.txt")
    client.open("乙", uri: "file:///A.txt")
    #expect(client.published().count == 2)
  }

  @Test(
    "the language of messages",
    arguments: [
      ("", false), (#","locale":"zh-cn""#, false), (#","locale":"en-US""#, true), (#","locale":"de""#, false),
      (#","initializationOptions":{"language":"en"}"#, true), (#","initializationOptions":null"#, false),
      (#","locale":"en","initializationOptions":{"language":"zh"}"#, false),
      (#","locale":"en","initializationOptions":{"language":"eo"}"#, true),
    ])
  func language(more: String, isEnglish: Bool) {
    let message =
      Self.published(TestClient.wrong, capabilities: "{}", more: more)
      .diagnostics("wrong-share").first?["message"]?.string ?? ""
    #expect(message.unicodeScalars.contains { $0.value == 0x5360 } == !isEnglish)
  }
}
