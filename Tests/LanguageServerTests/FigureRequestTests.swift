import DisclosureText
import JSONText
import LanguageServer
import Testing

@Suite("What is asked of a figure")
struct FigureRequestTests {
  /// A client with a document and the place of the first `⟦` in it, which is taken out.
  static func client(
    _ marked: String, capabilities: String = TestClient.modern, more: String = ""
  ) -> (client: TestClient, place: String, text: ClientText) {
    let before = marked.prefix { $0 != "⟦" }
    let text = ClientText(String(before) + marked.dropFirst(before.count + 1))
    let (line, column) = text.position(before.unicodeScalars.count, .utf16)
    var client = TestClient(capabilities: capabilities, more: more)
    client.open(text.text)
    let place = #""textDocument":{"uri":"file:///a.txt"},"position":{"line":\#(line),"character":\#(column)}"#
    return (client, place, text)
  }

  static func request(_ method: String, _ marked: String, more: String = "") -> JSONValue {
    var (client, place, _) = client(marked)
    return client.request("textDocument/" + method, "{\(place)\(more)}")["result"] ?? .null
  }

  /// The text that the places of an answer cover.
  static func covered(_ ranges: [JSONValue], in text: ClientText) -> [String] {
    ranges.map { range in
      guard let start = text.index(range["start"], .utf16), let end = text.index(range["end"], .utf16) else {
        return "?"
      }
      var view = String.UnicodeScalarView()
      view.append(contentsOf: text.scalars[start..<end])
      return String(view)
    }
  }

  static let twice = """
    某局2025年度部门预算公开

    一、收入支出预算总体情况说明

    𠮷😀2025年收入总计100.00万元，支出总计⟦100.00万元。其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。

    """

  @Test("hover says what it measures, each relation with its computation and outcome, and the rule")
  func hover() {
    let wrong = TestClient.title + TestClient.sentence.replacing("61.00%", with: "⟦61.00%")
    let answer = Self.request("hover", wrong)
    #expect(answer["contents"]?["kind"]?.string == "markdown")
    let text = answer["contents"]?["value"]?.string ?? ""
    #expect(text.contains("60.00 ÷ 100.00 = 60.00%") && text.contains("✗") && text.contains("wrong-share"))
    let right = Self.request("hover", TestClient.right.replacing("占60", with: "占⟦60"))
    #expect(right["contents"]?["value"]?.string?.contains("✓") == true)
    #expect(Self.request("hover", "⟦" + TestClient.right).isNull)
  }

  @Test("hover is plain text where Markdown is not offered")
  func plainHover() {
    var (client, place, _) = Self.client(TestClient.title + "支出合计⟦100.00万元。", capabilities: "{}")
    let contents = client.request("textDocument/hover", "{\(place)}")["result"]?["contents"]
    #expect(contents?["kind"]?.string == "plaintext")
    #expect(contents?["value"]?.string?.contains("*") == false)
  }

  @Test("hover on a chain of accounts says code and levels")
  func accountHover() {
    let text = TestClient.title + "具体情况如下：\n1.“⟦教育支出（类）普通教育（款）小学教育（项）”350.35万元，主要用于小学教育。\n"
    let value = Self.request("hover", text)["contents"]?["value"]?.string ?? ""
    #expect(value.contains("2050202") && value.contains("20502 普通教育"))
  }

  static let restated = """
    某局2025年度部门预算公开

    财政拨款支出主要内容如下：
    1. “教育支出（类）普通教育（款）小学教育（项）”350.35万元，主要用于小学教育。2024年当年预算执行数为348.52万元，2025年预算安排⟦350.35万元。

    """

  @Test("definition, references and highlights: all mentions of a measure")
  func mentions() {
    var (client, place, text) = Self.client(Self.restated)
    let references =
      client.request("textDocument/references", #"{\#(place),"context":{"includeDeclaration":true}}"#)["result"]?
      .elements ?? []
    #expect(Self.covered(references.compactMap { $0["range"] }, in: text) == ["350.35", "350.35"])
    let others =
      client.request("textDocument/references", #"{\#(place),"context":{"includeDeclaration":false}}"#)["result"]?
      .elements ?? []
    #expect(others.count == 1)
    let definition = client.request("textDocument/definition", "{\(place)}")["result"]?.elements ?? []
    #expect(definition.map { json($0["range"]) } == [json(references.first?["range"])])
    let highlights = client.request("textDocument/documentHighlight", "{\(place)}")["result"]?.elements ?? []
    #expect(highlights.map { json($0["range"]) } == references.map { json($0["range"]) })
  }

  @Test(
    "a new value goes to every mention, and what is derived is recomputed, in one edit",
    arguments: [
      (
        "支出合计100.00万元，其中：基本支出⟦60.00万元，占60.00%；项目支出40.00万元，占40.00%。", "70.00",
        "支出合计110.00万元，其中：基本支出70.00万元，占63.64%；项目支出40.00万元，占36.36%。"
      ),
      (
        "2025年支出总计⟦110.00万元，与2024年预算相比，支出总计增加10.00万元，增长10.00%。", "120.00",
        "2025年支出总计120.00万元，与2024年预算相比，支出总计增加10.00万元，增长9.09%。"
      ),
      ("支出合计100.00万元，其中：基本支出60.00万元，占⟦60.00%；项目支出40.00万元，占40.00%。", "60.00％", nil),
    ])
  func rename(before: String, name: String, after: String?) {
    var (client, place, text) = Self.client(TestClient.title + before)
    let edit = client.request("textDocument/rename", #"{\#(place),"newName":\#(quoted(name))}"#)["result"]
    guard let after else {
      #expect(json(edit).contains("newText") == false)
      return
    }
    let isApplied = text.apply(edit, .utf16)
    #expect(isApplied)
    #expect(text.text == TestClient.title + after)
  }

  @Test(
    "what is no number is refused, and what is no figure cannot be renamed", arguments: ["", "x", "1.2.3", "-5", "12,"])
  func refusedRename(name: String) {
    var (client, place, _) = Self.client(Self.twice)
    let answer = client.request("textDocument/rename", #"{\#(place),"newName":\#(quoted(name))}"#)
    #expect(answer["error"]?["code"]?.integer == -32602)
    let suggestion = client.request("textDocument/prepareRename", "{\(place)}")["result"]
    #expect(suggestion?["placeholder"]?.string == "100.00")
    let start = #""textDocument":{"uri":"file:///a.txt"},"position":{"line":0,"character":0}"#
    #expect(client.request("textDocument/prepareRename", "{\(start)}")["result"]?.isNull == true)
    #expect(client.request("textDocument/rename", #"{\#(start),"newName":"1"}"#)["error"]?["code"]?.integer == -32803)
  }

  @Test(
    "the computed figure is proposed where one is being written",
    arguments: [
      ("支出合计100.00万元，其中：基本支出60.00万元，占⟦", "60.00%"),
      ("支出合计100.00万元，其中：基本支出60.00万元，占6⟦", "60.00%"),
      ("支出合计100.00万元，其中：基本支出60.00万元，占⟦；项目支出40.00万元，占40.00%。", "60.00%"),
      ("支出合计100.00万元，其中：基本支出60.00万元，占⟦%；项目支出40.00万元，占40.00%。", "60.00"),
      ("2025年收入总计110.00万元，比2024年增加10.00万元，增长⟦", "10.00%"),
      ("支出合计100.00万元，其中：基本支出60.00万元，占60.00%；项目支出⟦，占40.00%。", "40.00万元"),
    ])
  func completion(sentence: String, proposal: String) {
    let items = Self.request("completion", TestClient.title + sentence)["items"]?.elements ?? []
    #expect(items.first?["textEdit"]?["newText"]?.string == proposal)
  }

  @Test("nothing is proposed where nothing can be computed", arguments: ["⟦", "本部门⟦", "占⟦", "\n⟦"])
  func noCompletion(sentence: String) {
    let list = Self.request("completion", TestClient.title + sentence)
    #expect(list["items"]?.elements?.isEmpty == true)
  }

  @Test("accounts are proposed by their names and codes")
  func accountCompletion() {
    let names = Self.request("completion", TestClient.title + "机关事业单位基本养老⟦")["items"]?.elements ?? []
    #expect(names.contains { $0["label"]?.string == "机关事业单位基本养老保险缴费支出" })
    let codes = Self.request("completion", TestClient.title + "2080505⟦")["items"]?.elements ?? []
    #expect(codes.map { $0["label"]?.string } == ["2080505 机关事业单位基本养老保险缴费支出"])
  }

  @Test("inlay hints are off until the user wants them")
  func inlayHints() {
    let parameters = #"{"textDocument":{"uri":"file:///a.txt"},"range":\#(range(0, 0, 9, 0))}"#
    var (silent, _, _) = Self.client(TestClient.wrong + "⟦")
    #expect(silent.request("textDocument/inlayHint", parameters)["result"]?.elements?.isEmpty == true)
    var (client, _, _) = Self.client(
      TestClient.wrong + "⟦", more: #","initializationOptions":{"inlayHints":true}"#)
    let hints = client.request("textDocument/inlayHint", parameters)["result"]?.elements ?? []
    #expect(hints.map { $0["label"]?.string } == ["= 60.00%"])
    #expect(json(hints.first?["position"]) == #"{"line":2,"character":35}"#)
  }

  @Test("a document that is not open, or is no disclosure, has no answers", arguments: ["x", "某局2025年度部门预算公开"])
  func nothing(text: String) {
    var client = TestClient(capabilities: TestClient.modern)
    client.open(text, uri: "untitled:1")
    for uri in ["untitled:1", "file:///none.txt"] {
      let place = #"{"textDocument":{"uri":"\#(uri)"},"position":{"line":9,"character":9},"newName":"1"}"#
      for method in ["hover", "definition", "references", "documentHighlight", "prepareRename", "completion"] {
        #expect(client.request("textDocument/" + method, place)["error"] == nil)
      }
    }
  }
}
