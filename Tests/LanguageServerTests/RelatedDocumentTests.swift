import JSONText
import LanguageServer
import Testing
import Workspace

@Suite("Documents of one folder in the editor")
struct RelatedDocumentTests {
  static func budget(_ year: Int, _ total: String, _ change: String) -> String {
    let isLater = year == 2025
    return """
      青禾区档案局\(year)年度部门预算公开

      一、“三公”经费情况说明

      \(year)年“三公”经费预算数为\(total)万元，\(change)。

      机关运行经费预算\(isLater ? "43.00" : "40.00")万元\(isLater ? "，比2024年预算增加3.00万元" : "")。

      会议费预算\(isLater ? "6.00" : "5.00")万元\(isLater ? "，比2024年预算增加1.00万元" : "")。

      培训费预算\(isLater ? "8.00" : "10.00")万元\(isLater ? "，比2024年预算减少2.00万元" : "")。

      """
  }

  static let last = budget(2024, "45.00", "与2023年预算持平")
  static let agreeing = budget(2024, "43.00", "与2023年预算持平")
  static let wrong = budget(2025, "36.00", "比2024年预算减少7.00万元")

  static let change = "file:///a/2025.txt"

  /// Whether the change is found not to fit last year's figure.
  static func isFound(in report: JSONValue?) -> Bool {
    report?["items"]?.elements?.contains { $0["code"]?.string == "prior-year" } ?? false
  }

  @Test("a finding refers to the file beside it, and follows the document when that is opened and edited")
  func pushed() throws {
    let files = MemoryFileSystem(files: ["/公开/2024.txt": Self.last, "/别处/x.txt": Self.last])
    var client = TestClient(capabilities: TestClient.everything, files: files)
    client.open(Self.wrong, uri: "file:///公开/2025.txt")
    // What is wrong with the text alone is said before the files beside it are looked at.
    let alone = client.published()
    #expect(alone.count == 1)
    #expect(alone.last?.diagnostics("prior-year").isEmpty == true)
    client.work()
    let first = client.published()
    #expect(first.count == 1)
    let finding = try #require(first.last?.diagnostics("prior-year").first)
    #expect(json(finding["range"]) == json(try JSONReader.read(Array(range(4, 33, 4, 37).utf8))))
    let related = finding["relatedInformation"]?.elements ?? []
    #expect(
      related.map { $0["location"]?["uri"]?.string } == [
        "file:///公开/2025.txt", "file:///%E5%85%AC%E5%BC%80/2024.txt",
      ])
    #expect(related.last?["location"]?["range"]?["start"]?["line"]?.integer == 4)
    // What is open wins over the file: nothing new is to be said until it is edited.
    client.open(Self.last, uri: "file:///公开/2024.txt")
    client.work()
    #expect(client.published().map { $0["uri"]?.string } == ["file:///公开/2024.txt"])
    client.change([#"{"text":\#(quoted(Self.agreeing))}"#], uri: "file:///公开/2024.txt")
    let later = client.published()
    #expect(later.map { $0["uri"]?.string } == ["file:///公开/2024.txt", "file:///公开/2025.txt"])
    #expect(later.last?.diagnostics("prior-year").isEmpty == true)
    // The file counts once more.
    client.notify("textDocument/didClose", #"{"textDocument":{"uri":"file:///公开/2024.txt"}}"#)
    client.work()
    #expect(client.published().last?.diagnostics("prior-year").count == 1)
    client.change([#"{"text":\#(quoted(Self.wrong + "\n"))}"#], uri: "file:///公开/2025.txt")
    #expect(client.published().last?.diagnostics("prior-year").count == 1)
  }

  @Test("to a client that asks, a report changes with the other document")
  func pulled() throws {
    var client = TestClient(capabilities: TestClient.modern, files: MemoryFileSystem(files: ["/a/2024.txt": Self.last]))
    client.open(Self.wrong, uri: Self.change)
    func pull(_ known: String, _ client: inout TestClient) -> JSONValue? {
      client.settle()
      return client.request(
        "textDocument/diagnostic", #"{"textDocument":{"uri":"\#(Self.change)"},"previousResultId":"\#(known)"}"#)[
          "result"]
    }
    // The client is answered at once, and asked to ask again when the files beside the text were looked at.
    let alone = try #require(pull("", &client))
    #expect(!Self.isFound(in: alone))
    #expect(client.take("workspace/diagnostic/refresh").isEmpty)
    client.work()
    #expect(client.take("workspace/diagnostic/refresh").count == 1)
    let former = try #require(alone["resultId"]?.string)
    let first = try #require(pull(former, &client))
    #expect(Self.isFound(in: first))
    let name = try #require(first["resultId"]?.string)
    #expect(pull(name, &client)?["kind"]?.string == "unchanged")
    client.open(Self.agreeing, uri: "file:///a/2024.txt")
    let second = try #require(pull(name, &client))
    #expect(second["kind"]?.string == "full")
    #expect(!Self.isFound(in: second))
  }

  @Test("a client that cannot be asked to ask again waits for the other document")
  func pulledOnce() throws {
    let capabilities = #"{"textDocument":{"diagnostic":{}}}"#
    var client = TestClient(capabilities: capabilities, files: MemoryFileSystem(files: ["/a/2024.txt": Self.last]))
    client.open(Self.wrong, uri: Self.change)
    let report = client.request("textDocument/diagnostic", #"{"textDocument":{"uri":"\#(Self.change)"}}"#)["result"]
    #expect(Self.isFound(in: report))
  }

  @Test("files that are not open are checked against each other, and are unchanged until one of them is")
  func workspace() throws {
    let files = MemoryFileSystem(files: ["/a/2024.txt": Self.last, "/a/2025.txt": Self.wrong])
    var client = TestClient(
      capabilities: TestClient.modern, more: #","workspaceFolders":[{"uri":"file:///a","name":"a"}]"#, files: files)
    func check(_ known: String, _ client: inout TestClient) -> [JSONValue] {
      client.send(#"{"id":"w","method":"workspace/diagnostic","params":{"previousResultIds":[\#(known)]}}"#)
      client.work()
      defer { client.inbox.removeAll { $0["id"]?.string == "w" } }
      return client.inbox.last { $0["id"]?.string == "w" }?["result"]?["items"]?.elements ?? []
    }
    let first = check("", &client)
    #expect(first.map { $0["uri"]?.string } == ["file:///a/2024.txt", Self.change])
    #expect(Self.isFound(in: first.last))
    let known = first.map { #"{"uri":\#(json($0["uri"])),"value":\#(json($0["resultId"]))}"# }.joined(separator: ",")
    #expect(check(known, &client).allSatisfy { $0["kind"]?.string == "unchanged" })
    // The other document is open now, with other figures.
    client.open(Self.agreeing, uri: "file:///a/2024.txt")
    let last = check(known, &client).last
    #expect(last?["uri"]?.string == Self.change)
    #expect(last?["kind"]?.string == "full")
    #expect(!Self.isFound(in: last))
  }
}
