import DisclosureText
import JSONText
import LanguageServer
import Testing
import Workspace

@Suite("The structure of a document")
struct StructureTests {
  static let text = """
    目录
    第二部分 2025年部门预算情况说明.........3
    表一 收支总表.........5

    某局2025年度部门预算公开

    第二部分 2025年部门预算情况说明

    一、收入支出预算总体情况说明

    𠮷😀2025年收入总计100.00万元，支出总计100.00万元。
    其中：基本支出60.00万元，占60.00%。

    （一）基本支出情况说明

    单位名称：青禾市档案局。2080505项。

    """

  static func answer(_ method: String, capabilities: String = TestClient.modern, more: String = "") -> JSONValue {
    var client = TestClient(capabilities: capabilities)
    client.open(text)
    return client.request("textDocument/" + method, #"{"textDocument":{"uri":"file:///a.txt"}\#(more)}"#)["result"]
      ?? .null
  }

  @Test("symbols are nested where the client can show it, else flat with their container")
  func symbols() {
    func names(_ symbols: JSONValue) -> [String] {
      (symbols.elements ?? []).flatMap { symbol in
        [symbol["name"]?.string ?? "?"] + names(symbol["children"] ?? .null).map { "  " + $0 }
      }
    }
    let nested = Self.answer("documentSymbol")
    #expect(
      names(nested) == [
        "某局2025年度部门预算公开", "第二部分2025年部门预算情况说明", "  一、收入支出预算总体情况说明", "    （一）基本支出情况说明",
      ])
    let flat = Self.answer("documentSymbol", capabilities: "{}").elements ?? []
    #expect(flat.count == 4 && flat.last?["containerName"]?.string == "一、收入支出预算总体情况说明")
    #expect(flat.allSatisfy { $0["location"]?["uri"]?.string == "file:///a.txt" && $0["children"] == nil })
  }

  @Test("each range of an outline lies in its parent's, and a heading in its range")
  func symbolRanges() {
    func check(_ symbol: JSONValue, within lines: ClosedRange<Int>) {
      let start = symbol["range"]?["start"]?["line"]?.integer ?? -1
      let end = symbol["range"]?["end"]?["line"]?.integer ?? -1
      #expect(lines.contains(start) && lines.contains(end))
      #expect(symbol["selectionRange"]?["start"]?["line"]?.integer == start)
      for child in symbol["children"]?.elements ?? [] { check(child, within: start...end) }
    }
    for symbol in Self.answer("documentSymbol").elements ?? [] { check(symbol, within: 0...99) }
  }

  @Test("the outlines of all documents, open or not, are searched")
  func workspaceSymbols() {
    let files = MemoryFileSystem(files: ["/w/b.txt": Self.text, "/w/a.txt": "某局2025年度部门预算公开\n"])
    var client = TestClient(
      capabilities: "{}", more: #","workspaceFolders":[{"uri":"file:///w","name":"w"}]"#, files: files)
    client.open(Self.text, uri: "file:///w/a.txt")
    for (query, count) in [("总体", 2), ("", 8), ("一、情况", 2), ("无", 0)] {
      let found = client.request("workspace/symbol", #"{"query":\#(quoted(query))}"#)["result"]?.elements ?? []
      #expect(found.count == count)
    }
  }

  @Test("parts, sections and paragraphs over several lines fold")
  func folding() {
    let ranges = (Self.answer("foldingRange").elements ?? []).map {
      [$0["startLine"]?.integer ?? -1, $0["endLine"]?.integer ?? -1]
    }
    #expect(ranges.contains([8, 15]) && ranges.contains([10, 11]))
    #expect(ranges.allSatisfy { $0[0] < $0[1] })
  }

  @Test("a selection grows from the figure to the document")
  func selection() {
    let positions = #","positions":[{"line":10,"character":17},{"line":0,"character":0}]"#
    let paths = Self.answer("selectionRange", more: positions).elements ?? []
    #expect(paths.count == 2)
    var steps: [String] = []
    var step: JSONValue? = paths.first
    let text = ClientText(Self.text)
    while let current = step {
      steps += FigureRequestTests.covered([current["range"] ?? .null], in: text)
      step = current["parent"]
    }
    #expect(steps.first == "100.00" && steps.dropFirst().first == "100.00万元")
    #expect(steps.last == Self.text && steps.count >= 6)
    #expect(zip(steps, steps.dropFirst()).allSatisfy { $1.contains($0) && $1 != $0 })
  }

  @Test("words are coloured within their lines, in order, none over another")
  func tokens() {
    let data = (Self.answer("semanticTokens/full")["data"]?.elements ?? []).compactMap(\.integer)
    let text = ClientText(Self.text)
    var line = 0
    var column = 0
    var words: [String] = []
    for start in stride(from: 0, to: data.count, by: 5) {
      line += data[start]
      column = data[start] == 0 ? column + data[start + 1] : data[start + 1]
      let place =
        #"{"start":{"line":\#(line),"character":\#(column)},"end":{"line":\#(line),"character":\#(column + data[start + 2])}}"#
      let range = (try? JSONReader.read(Array(place.utf8))) ?? .null
      words += FigureRequestTests.covered([range], in: text).map { "\($0) \(data[start + 3]) \(data[start + 4])" }
    }
    #expect(words.contains("100.00 0 1") && words.contains("60.00% 0 2") && words.contains("青禾市档案局 2 32"))
    #expect(words.contains { $0.hasPrefix("2025") && $0.hasSuffix("0 8") })
  }

  @Test("words of a part of the document are those of the whole that lie there")
  func tokensInRange() {
    let part = Self.answer("semanticTokens/range", more: #","range":\#(range(11, 0, 11, 99))"#)["data"]?.elements ?? []
    #expect(part.first?.integer == 11 && part.count == 10)
  }

  @Test("contents lead to the parts they name")
  func links() {
    let links = Self.answer("documentLink").elements ?? []
    #expect(links.map { $0["target"]?.string } == ["file:///a.txt#L7"])
    #expect(json(links.first?["range"]?["start"]) == #"{"line":1,"character":0}"#)
  }

  @Test("a table says what was checked of it")
  func lenses() throws {
    let text = """
      某局2025年度部门预算公开

      表一 收支总表
      单位：万元
      项目          合计        基本支出      项目支出
      合计          100.00      60.00        40.00
      教育支出      70.00       40.00        30.00
      住房保障支出  30.00       20.00        10.00

      """
    var client = TestClient(capabilities: TestClient.modern)
    client.open(text)
    let lenses = client.request("textDocument/codeLens", #"{"textDocument":{"uri":"file:///a.txt"}}"#)["result"]?
      .elements
    #expect(lenses?.count == 1)
    let lens = try #require(lenses?.first)
    #expect(lens["command"]?["title"]?.string?.hasPrefix("已核对 ") == true)
    #expect(lens["range"]?["start"]?["line"]?.integer == 2)
  }
}
