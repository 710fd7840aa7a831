import DisclosureText
import JSONText
import LanguageServer
import Testing
import Workspace

@Suite("What is configured")
struct SettingsTests {
  static let folders = #","workspaceFolders":[{"uri":"file:///w","name":"w"},{"uri":"file:///v","name":"v"}]"#
  static let document = "file:///w/a.txt"

  static func severities(_ client: inout TestClient) -> [Int?] {
    client.published().last { $0["uri"]?.string == document }?["diagnostics"]?.elements?.map { $0["severity"]?.integer }
      ?? [-1]
  }

  static func client(_ capabilities: String, file: String? = nil) -> TestClient {
    var files = MemoryFileSystem()
    files.addFolder("/w")
    if let file { files.add("/w/.budgetlint.json", bytes: Array(file.utf8)) }
    var client = TestClient(capabilities: capabilities, more: folders, files: files)
    client.open(TestClient.wrong, uri: document)
    return client
  }

  static let asking = #"{"workspace":{"configuration":true}}"#

  @Test("settings are asked for everything and for each folder, and taken in that order, nulls included")
  func pulled() {
    var client = Self.client(Self.asking)
    #expect(Self.severities(&client) == [1])
    let question = client.take("workspace/configuration").first
    #expect(
      json(question?["params"]?["items"])
        == #"[{"section":"budgetlint"},{"scopeUri":"file:///w","section":"budgetlint"},{"scopeUri":"file:///v","section":"budgetlint"}]"#
    )
    client.reply(
      to: question, #"[null,{"rules":{"wrong-share":"hint"},"entity":null},{"rules":{"wrong-share":"off"}}]"#)
    #expect(Self.severities(&client) == [4])
    client.notify("workspace/didChangeConfiguration", #"{"settings":null}"#)
    client.reply(to: client.take("workspace/configuration").first, #"[{"rules":{"wrong-share":"off"}},{},null]"#)
    #expect(Self.severities(&client) == [])
  }

  @Test("a client that cannot be asked sends its settings")
  func pushed() {
    var client = Self.client("{}")
    _ = client.published()
    #expect(client.take("workspace/configuration").isEmpty)
    client.notify(
      "workspace/didChangeConfiguration", #"{"settings":{"budgetlint":{"rules":{"wrong-share":"warning"}}}}"#)
    #expect(Self.severities(&client) == [2])
  }

  @Test("wrong settings are said once and change nothing")
  func wrongSettings() {
    var client = Self.client("{}")
    _ = client.published()
    for _ in 0..<3 {
      client.notify("workspace/didChangeConfiguration", #"{"settings":{"budgetlint":{"rules":{"wrong-share":7}}}}"#)
    }
    #expect(client.take("window/showMessage").count == 1)
    #expect(Self.severities(&client) == [1])
  }

  @Test("the file wins over the editor, and the open text over the file")
  func configurationFile() {
    var client = Self.client("{}", file: #"{"rules":{"wrong-share":"info"}}"#)
    #expect(Self.severities(&client) == [3])
    client.notify("workspace/didChangeConfiguration", #"{"settings":{"budgetlint":{"rules":{"wrong-share":"off"}}}}"#)
    #expect(Self.severities(&client) == [3])
    client.open(#"{"rules":{"wrong-share":"hint"}}"#, uri: "file:///w/.budgetlint.json")
    #expect(Self.severities(&client) == [4])
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///w/.budgetlint.json"}}"#)
    #expect(Self.severities(&client) == [3])
  }

  @Test("what is wrong with a configuration that is being typed stands in it")
  func configurationDiagnostics() {
    var client = TestClient(capabilities: "{}", more: Self.folders)
    client.open("{\n  \"rules\": {\"wrong-shar\": \"off\"}\n}", uri: "file:///w/.budgetlint.json")
    let found = client.published().last?["diagnostics"]?.elements ?? []
    #expect(found.map { $0["code"]?.string } == ["configuration"])
    #expect(found.first?["range"]?["start"]?["line"]?.integer == 1)
    client.change([#"{"text":"{}"}"#], uri: "file:///w/.budgetlint.json")
    #expect(client.published().last?["diagnostics"]?.elements?.isEmpty == true)
  }

  @Test(
    "keys, rules and levels are proposed in a configuration",
    arguments: [
      (#"{"r"#, 3, "rules"), (#"{"rules": {"wrong-s"#, 18, "wrong-share"),
      (#"{"rules": {"wrong-share": ""#, 27, "off"), (#"{"rounding": ""#, 14, "lenient"),
    ])
  func completion(text: String, column: Int, word: String) {
    var client = TestClient(capabilities: "{}", more: Self.folders)
    client.open(text, uri: "file:///w/.budgetlint.json")
    let answer = client.request(
      "textDocument/completion",
      #"{"textDocument":{"uri":"file:///w/.budgetlint.json"},"position":{"line":0,"character":\#(column)}}"#)
    #expect((answer["result"]?["items"]?.elements ?? []).contains { $0["label"]?.string == word })
  }

  @Test("registrations only where they are offered")
  func registrations() {
    var client = TestClient(capabilities: TestClient.modern, more: Self.folders)
    let methods = client.take("client/registerCapability").first?["params"]?["registrations"]?.elements ?? []
    #expect(
      methods.map { $0["method"]?.string } == ["workspace/didChangeWatchedFiles", "workspace/didChangeConfiguration"])
    var plain = TestClient(capabilities: "{}")
    #expect(plain.take("client/registerCapability").isEmpty)
  }

  @Test("setting a rule's level edits the configuration and leaves the rest of it")
  func severityAction() {
    let file = "{\n  \"entity\": \"某局\"\n}\n"
    var client = Self.client(TestClient.modern, file: file)
    let actions = client.codeActions(range(2, 30, 2, 30), only: #"["configure.severity"]"#, uri: Self.document)
    #expect(actions.count == 4 && actions.allSatisfy { $0["kind"]?.string == "configure.severity" })
    let off = actions.first { $0["title"]?.string?.contains("off") == true }
    var text = ClientText(file)
    let isApplied = text.apply(off?["edit"], .utf16)
    #expect(isApplied)
    #expect(text.text == "{\n  \"entity\": \"某局\",\n  \"rules\": {\n    \"wrong-share\": \"off\"\n  }\n}\n")
  }

  @Test("ignoring a finding makes a baseline that is configured, and it is silent then")
  func ignoreAction() {
    var client = Self.client(TestClient.modern)
    let action = client.codeActions(range(2, 30, 2, 30), only: #"["configure.ignore"]"#, uri: Self.document).first
    let changes = action?["edit"]?["documentChanges"]?.elements ?? []
    #expect(changes.map { $0["kind"]?.string } == ["create", nil, "create", nil])
    var files = MemoryFileSystem()
    for change in changes where change["edits"] != nil {
      let name = (change["textDocument"]?["uri"]?.string ?? "").dropFirst("file://".count)
      files.add(FilePath(String(name)), bytes: Array((change["edits"]?.elements?.first?["newText"]?.string ?? "").utf8))
    }
    var later = TestClient(capabilities: "{}", more: Self.folders, files: files)
    later.open(TestClient.wrong, uri: Self.document)
    #expect(Self.severities(&later) == [])
    later.change([#"{"text":\#(quoted(TestClient.wrong.replacing("61.00", with: "62.00")))}"#], uri: Self.document)
    #expect(Self.severities(&later) == [1])
  }

  @Test("no file is made for a client that cannot make one")
  func noCreation() {
    var client = Self.client(TestClient.everything)
    #expect(client.codeActions(range(2, 30, 2, 30), only: #"["configure"]"#, uri: Self.document).isEmpty)
  }

  @Test("folders come and go")
  func folders() {
    var client = Self.client(Self.asking)
    _ = client.take("workspace/configuration")
    client.notify(
      "workspace/didChangeWorkspaceFolders",
      #"{"event":{"added":[{"uri":"file:///u"}],"removed":[{"uri":"file:///w"}]}}"#)
    let items = client.take("workspace/configuration").first?["params"]?["items"]?.elements ?? []
    #expect(items.map { $0["scopeUri"]?.string } == [nil, "file:///v", "file:///u"])
  }
}
