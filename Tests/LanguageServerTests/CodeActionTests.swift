import DisclosureText
import Foundation
import JSONText
import LanguageServer
import Testing

@Suite("Code actions")
struct CodeActionTests {
  /// Two paragraphs with a mistake each, on lines 2 and 4.
  static let two = TestClient.wrong + "\r\n\r\n𠮷" + TestClient.sentence

  static func client(_ text: String, capabilities: String = TestClient.everything) -> (TestClient, [JSONValue]) {
    var client = TestClient(capabilities: capabilities)
    client.open(text)
    let diagnostics = client.published().first?.diagnostics("wrong-share") ?? []
    return (client, diagnostics)
  }

  /// Asks for repairs alone.
  static let repairs = #"["quickfix"]"#

  /// The lines that the actions repair, in their order.
  static func lines(_ actions: [JSONValue]) -> [Int?] {
    actions.map { action in
      let edits = action["edit"]?["documentChanges"]?.elements?.first?["edits"]
      return edits?.elements?.first?["range"]?["start"]?["line"]?.integer
    }
  }

  @Test("cells separated by commas are cells, and their places are those of the text")
  func commas() {
    let table = """
      某局2025年部门预算
      2025年一般公共预算支出表
      单位：万元
      科目编码,科目名称,合计,基本支出,项目支出
      208,社会保障和就业支出,210.50,210.50,0.00
      213,农林水支出,"2,036.30","1,296.30",700.00
      ,合计,"2,246.80","1,506.80",740.00

      """
    var client = TestClient(capabilities: TestClient.everything)
    client.open(table, uri: "file:///a.csv")
    let found = client.published().first?.diagnostics("row-sum") ?? []
    #expect(found.map { json($0["range"]) } == [json(try? JSONReader.read(Array(range(5, 32, 5, 38).utf8)))])
    let actions = client.codeActions(range(5, 33, 5, 33), only: #"["quickfix"]"#, uri: "file:///a.csv")
    #expect(actions.first?["title"]?.string?.contains("740.00") == true)
    // A repair with a comma would make two cells of one.
    client.open(table.replacingOccurrences(of: "2,246.80", with: "2,246.08"), uri: "file:///b.csv")
    for action in client.codeActions(range(0, 0, 9, 0), only: #"["quickfix","source"]"#, uri: "file:///b.csv") {
      #expect(!json(action["edit"]).contains(",246"))
    }
  }

  @Test("an action carries all it needs, and nothing that is nil")
  func members() {
    var (client, diagnostics) = Self.client(TestClient.wrong)
    let actions = client.codeActions(range(2, 30, 2, 30))
    #expect(actions.count == 1)
    let action = actions.first ?? .null
    #expect(action.members?.map(\.key) == ["title", "kind", "diagnostics", "isPreferred", "edit"])
    #expect(action["kind"]?.string == "quickfix" && action["isPreferred"]?.bool == true)
    #expect(action["diagnostics"]?.elements?.map { json($0) } == diagnostics.map { json($0) })
    let change = action["edit"]?["documentChanges"]?.elements?.first
    #expect(json(change?["textDocument"]) == #"{"uri":"file:///a.txt","version":1}"#)
  }

  @Test("plain changes where versions are not understood")
  func plainChanges() {
    var (client, _) = Self.client(
      TestClient.wrong, capabilities: #"{"textDocument":{"codeAction":{"codeActionLiteralSupport":{}}}}"#)
    let edit = client.codeActions(range(2, 30, 2, 30)).first?["edit"]
    #expect(edit?.members?.map(\.key) == ["changes"])
    #expect(edit?["changes"]?.members?.map(\.key) == ["file:///a.txt"])
  }

  @Test("a client that knows commands only gets none")
  func noLiterals() {
    var (client, _) = Self.client(TestClient.wrong, capabilities: #"{"textDocument":{"codeAction":{}}}"#)
    #expect(client.codeActions(range(2, 30, 2, 30)).isEmpty)
  }

  @Test(
    "cursors and selections that touch the figure",
    arguments: [
      (range(2, 29, 2, 29), [2]), (range(2, 34, 2, 34), [2]), (range(0, 0, 2, 29), [2]), (range(0, 0, 2, 28), []),
      (range(2, 40, 4, 0), []), (range(0, 0, 5, 0), [2, 4]), (range(4, 31, 4, 31), [4]), (range(9, 9, 9, 9), []),
    ])
  func touching(range: String, lines: [Int]) {
    var (client, _) = Self.client(Self.two)
    #expect(Self.lines(client.codeActions(range, only: Self.repairs)) == lines)
  }

  @Test(
    "only kinds that were asked for",
    arguments: [
      (#"["quickfix"]"#, 1), ("[]", 0), (#"["source.fixAll"]"#, 1), (#"["source"]"#, 1),
      (#"["source.fixAll.budgetlint"]"#, 1), (#"["source.fixAll.other"]"#, 0), (#"["sourc"]"#, 0),
      (#"["quickfix.x"]"#, 0),
      (#"["refactor"]"#, 1), (#"["refactor","quickfix"]"#, 2), (#"[""]"#, 3), ("null", 1),
    ])
  func only(kinds: String, count: Int) {
    var (client, _) = Self.client(TestClient.wrong)
    #expect(client.codeActions(range(2, 30, 2, 30), only: kinds).count == count)
  }

  @Test("an action is up to date even before the diagnostics are published")
  func unsettled() {
    var (client, _) = Self.client("甲")
    client.change([#"{"text":\#(quoted(TestClient.wrong))}"#])
    #expect(client.codeActions(range(2, 30, 2, 30)).count == 1)
    #expect(client.published().count == 1)
  }

  @Test("Kate: the whole document with one diagnostic means that diagnostic", arguments: [0, 1])
  func wholeDocument(which: Int) {
    for capabilities in [
      TestClient.everything, TestClient.everything.replacing("\"dataSupport\":true", with: "\"x\":1"),
    ] {
      var (client, diagnostics) = Self.client(Self.two, capabilities: capabilities)
      let actions = client.codeActions(range(0, 0, 4, 999), diagnostics: "[\(json(diagnostics[which]))]")
      #expect(Self.lines(actions) == [[2, 4][which]])
    }
  }

  @Test("the whole document with another tool's diagnostic means nothing of ours")
  func foreignDiagnostic() {
    var (client, _) = Self.client(Self.two)
    let foreign = #"[{"range":\#(range(0, 0, 0, 1)),"message":"m","source":"spell","code":"wrong-share"}]"#
    #expect(client.codeActions(range(0, 0, 9, 0), diagnostics: foreign).isEmpty)
    #expect(Self.lines(client.codeActions(range(4, 31, 4, 31), diagnostics: foreign, only: Self.repairs)) == [4])
  }

  @Test("Neovim 0.7: columns of the context that count bytes")
  func bytesInContext() {
    var (client, _) = Self.client(Self.two)
    let bytes = range(4, 83, 4, 89)
    let context = #"[{"range":\#(bytes),"message":"m","source":"budgetlint","code":"wrong-share"}]"#
    #expect(Self.lines(client.codeActions(range(4, 31, 4, 31), diagnostics: context, only: Self.repairs)) == [4])
    #expect(Self.lines(client.codeActions(range(4, 0, 4, 0), diagnostics: context, only: Self.repairs)) == [4])
  }

  @Test("data of an older text is not trusted")
  func staleData() {
    var (client, diagnostics) = Self.client(Self.two)
    client.change([#"{"range":\#(range(2, 0, 4, 0)),"text":""}"#])
    let context = "[\(json(diagnostics[1]))]"
    #expect(Self.lines(client.codeActions(range(2, 31, 2, 31), diagnostics: context, only: Self.repairs)) == [2])
  }

  @Test("the preferred repair, made by an editor, gives the right text", arguments: PositionEncoding.allCases)
  func repaired(encoding: PositionEncoding) {
    let capabilities = TestClient.everything.replacing("utf-16", with: encoding.rawValue)
    for (before, behind) in [("", ""), ("𠮷\r\n😀", "\r\n"), ("甲\r𠮷", "\r乙"), ("\n\n", "𠮷\n")] {
      var text = ClientText(before + TestClient.wrong + behind)
      var (client, diagnostics) = Self.client(text.text, capabilities: capabilities)
      let actions = client.codeActions(json(diagnostics.first?["range"]), diagnostics: "[\(json(diagnostics.first))]")
      #expect(actions.count == 1)
      let isApplied = text.apply(actions.first?["edit"], encoding)
      #expect(isApplied)
      #expect(text.text == before + TestClient.right + behind)
      client.change([#"{"text":\#(quoted(text.text))}"#])
      #expect(client.published().first?.diagnostics("wrong-share").isEmpty == true)
    }
  }
}
