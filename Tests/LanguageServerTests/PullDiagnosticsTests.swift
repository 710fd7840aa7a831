import JSONText
import LanguageServer
import Testing
import Workspace

@Suite("Diagnostics that are asked for")
struct PullDiagnosticsTests {
  static func pull(_ client: inout TestClient, previous: String? = nil) -> JSONValue {
    let known = previous.map { #","previousResultId":\#(quoted($0))"# } ?? ""
    return client.request("textDocument/diagnostic", #"{"textDocument":{"uri":"file:///a.txt"}\#(known)}"#)["result"]
      ?? .null
  }

  @Test("a client that asks is told nothing unasked")
  func noPush() {
    var client = TestClient(capabilities: TestClient.modern)
    client.open(TestClient.wrong)
    client.change([#"{"text":\#(quoted(TestClient.wrong + "甲"))}"#])
    #expect(client.published().isEmpty)
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.txt"}}"#)
    #expect(client.published().isEmpty)
  }

  @Test("unchanged only under the name of the last report, also after the document was opened anew")
  func unchanged() {
    var client = TestClient(capabilities: TestClient.modern)
    client.open(TestClient.wrong)
    let first = Self.pull(&client)
    let name = first["resultId"]?.string ?? ""
    #expect(first["kind"]?.string == "full" && first["items"]?.elements?.count == 1)
    #expect(Self.pull(&client, previous: name)["kind"]?.string == "unchanged")
    #expect(Self.pull(&client, previous: "other")["kind"]?.string == "full")
    client.change([#"{"text":\#(quoted(TestClient.right))}"#])
    let second = Self.pull(&client, previous: name)
    #expect(second["kind"]?.string == "full" && second["items"]?.elements?.isEmpty == true)
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///a.txt"}}"#)
    client.open(TestClient.right)
    #expect(Self.pull(&client, previous: name)["kind"]?.string == "full")
    #expect(Self.pull(&client, previous: second["resultId"]?.string)["kind"]?.string == "full")
  }

  @Test("data, related places, tags and pages where they are declared")
  func members() {
    var client = TestClient(
      capabilities: TestClient.modern, more: #","initializationOptions":{"rulePages":"https://example.org/rules"}"#)
    client.open(TestClient.wrong)
    let diagnostic = Self.pull(&client)["items"]?.elements?.first
    #expect(diagnostic?["codeDescription"]?["href"]?.string == "https://example.org/rules#wrong-share")
    #expect(diagnostic?["relatedInformation"]?.elements?.isEmpty == false)
    #expect(diagnostic?["data"] != nil && diagnostic?["tags"] == nil)
    client.change([#"{"text":\#(quoted(TestClient.title + "支出合计100.00万元，比2024年增加0.00万元，增长0.00%。"))}"#])
    let hint = Self.pull(&client)["items"]?.elements?.first { $0["code"]?.string == "idle-change" }
    #expect(json(hint?["tags"]) == "[1]")
  }

  static let files = MemoryFileSystem(files: [
    "/w/甲.txt": TestClient.wrong, "/w/乙 b.md": TestClient.right, "/w/.budgetlint.json": #"{"ignore": ["丙.txt"]}"#,
    "/w/丙.txt": TestClient.wrong, "/x/丁.txt": TestClient.wrong,
  ])
  static let folders = #","workspaceFolders":[{"uri":"file:///w","name":"w"}]"#

  static func report(_ client: inout TestClient, _ parameters: String) -> [String] {
    client.send(#"{"id":"w","method":"workspace/diagnostic","params":\#(parameters)}"#)
    client.work()
    let answer = client.inbox.last { $0["id"]?.string == "w" }
    return (answer?["result"]?["items"]?.elements ?? []).map { item in
      "\(item["uri"]?.string ?? "?") \(item["kind"]?.string ?? "?") \(item["items"]?.elements?.count ?? -1)"
    }
  }

  @Test("the whole workspace: open documents win over files, ignored files are left out")
  func workspace() {
    var client = TestClient(capabilities: TestClient.modern, more: Self.folders, files: Self.files)
    #expect(
      Self.report(&client, #"{"previousResultIds":[]}"#) == [
        "file:///w/%E4%B9%99%20b.md full 0", "file:///w/%E7%94%B2.txt full 1",
      ])
    client.open(TestClient.right, uri: "file:///w/甲.txt", version: 3)
    #expect(
      Self.report(&client, #"{"previousResultIds":[]}"#) == [
        "file:///w/甲.txt full 0", "file:///w/%E4%B9%99%20b.md full 0",
      ])
  }

  @Test("what the client has already is unchanged until the configuration changes")
  func workspaceUnchanged() {
    var client = TestClient(capabilities: TestClient.modern, more: Self.folders, files: Self.files)
    _ = Self.report(&client, #"{"previousResultIds":[]}"#)
    let items = client.inbox.last { $0["id"]?.string == "w" }?["result"]?["items"]?.elements ?? []
    let known = items.map { #"{"uri":\#(json($0["uri"])),"value":\#(json($0["resultId"]))}"# }.joined(separator: ",")
    let second = Self.report(&client, #"{"previousResultIds":[\#(known)]}"#)
    #expect(second.count == 2 && second.allSatisfy { $0.contains("unchanged") })
    client.notify("workspace/didChangeWatchedFiles", #"{"changes":[{"uri":"file:///w/.budgetlint.json","type":2}]}"#)
    #expect(client.take("workspace/diagnostic/refresh").count == 1)
    #expect(Self.report(&client, #"{"previousResultIds":[\#(known)]}"#).allSatisfy { $0.contains("full") })
  }

  @Test("parts of the answer, progress, and an end of both")
  func partialResults() {
    var client = TestClient(capabilities: TestClient.modern, more: Self.folders, files: Self.files)
    #expect(Self.report(&client, #"{"previousResultIds":[],"partialResultToken":"p","workDoneToken":7}"#).isEmpty)
    let progress = client.take("$/progress").compactMap { $0["params"] }
    #expect(progress.filter { $0["token"]?.string == "p" }.count == 2)
    let kinds = progress.filter { $0["token"]?.integer == 7 }.map { $0["value"]?["kind"]?.string }
    #expect(kinds.first == "begin" && kinds.last == "end" && kinds.count >= 3)
  }

  @Test("progress on a token of the server's, once the client allowed it")
  func createdProgress() {
    var client = TestClient(capabilities: TestClient.modern, more: Self.folders, files: Self.files)
    client.send(#"{"id":"w","method":"workspace/diagnostic","params":{"previousResultIds":[]}}"#)
    let creation = client.take("window/workDoneProgress/create").first
    #expect(creation != nil && client.take("$/progress").isEmpty)
    client.reply(to: creation, "null")
    client.work()
    #expect(
      client.take("$/progress").compactMap { $0["params"]?["value"]?["kind"]?.string }
        == ["begin", "report", "report", "end"])
  }

  @Test("a check that is cancelled is answered so, by its request or by its progress")
  func cancelled() {
    for cancellation in [
      #"{"method":"$/cancelRequest","params":{"id":"w"}}"#,
      #"{"method":"window/workDoneProgress/cancel","params":{"token":7}}"#,
    ] {
      var client = TestClient(capabilities: TestClient.modern, more: Self.folders, files: Self.files)
      client.send(#"{"id":"w","method":"workspace/diagnostic","params":{"previousResultIds":[],"workDoneToken":7}}"#)
      client.send(cancellation)
      client.work()
      let answers = client.inbox.filter { $0["id"]?.string == "w" }
      #expect(answers.map { $0["error"]?["code"]?.integer } == [-32800])
      #expect(client.take("$/progress").last?["params"]?["value"]?["kind"]?.string == "end")
    }
  }

  @Test("a client that does not ask is told of all files by a command")
  func command() {
    var client = TestClient(capabilities: "{}", more: Self.folders, files: Self.files)
    client.send(#"{"id":"c","method":"workspace/executeCommand","params":{"command":"budgetlint.checkWorkspace"}}"#)
    client.work()
    #expect(client.published().map { $0.diagnostics("wrong-share").count } == [0, 1])
    #expect(client.inbox.last { $0["id"]?.string == "c" }?["result"]?.isNull == true)
    #expect(client.request("workspace/executeCommand", #"{"command":"x"}"#)["error"]?["code"]?.integer == -32602)
  }
}
