import Foundation
import JSONText
import Testing

/// What is read of a word processor's file beside its paragraphs and cells, and what is said of the rest.
@Suite("Word processors' files", .enabled(if: Workplace.canImport, "pandoc is not installed"))
struct WordFileTests {
  /// Writes a Word file of a document in Markdown, in which ```` ```{=openxml} ```` stands for the file's own markup.
  static func write(_ markdown: String, to name: String, in place: Workplace, _ form: String = "docx") throws {
    try place.write(markdown, to: "source.md")
    let pandoc = try #require(Workplace.find("pandoc"))
    let made = try place.run(pandoc, ["-s", "-f", "markdown", "-t", form, "-o", name, "source.md"])
    try #require(made.status == 0, "\(made.errors)")
    try FileManager.default.removeItem(at: place.url("source.md"))
  }

  private static func markup(_ text: String) -> String { "```{=openxml}\n\(text)\n```\n\n" }

  private static let shares = "支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。\n\n"

  @Test("a title that has the style for it is read, and paragraphs are counted as Word counts them")
  func title() throws {
    let place = try Workplace()
    let head = "---\ntitle: 某市文化馆\nsubtitle: 2025年度单位预算公开\n---\n\n"
    let empty = Self.markup("<w:p/>")
    try Self.write(head + empty + "一、支出情况说明\n\n" + empty + Self.shares, to: "a.docx", in: place)
    let entry = try JSONReader.read(Array(try place.run("lint", "--format", "jsonl", "a.docx").output.utf8))
    #expect(entry["entity"]?.string == "某市文化馆")
    #expect(entry["fiscalYear"]?.integer == 2025)
    let paragraph = entry["diagnostics"]?.elements?.first?["place"]?["paragraph"]?.integer
    #expect(paragraph == 6)
  }

  @Test("documents are checked against each other whose titles have the style")
  func acrossTitles() throws {
    let place = try Workplace()
    for (name, text) in [("2024", RelatedDocumentTests.last), ("2025", RelatedDocumentTests.wrong)] {
      let parts = text.split(separator: "\n", maxSplits: 1)
      try Self.write("---\ntitle: \(parts[0])\n---\n\(parts[1])", to: "\(name).docx", in: place)
    }
    let result = try place.run("lint", "--format", "concise", ".")
    #expect(result.output.contains("2025.docx: paragraph 3: error [prior-year] "), "\(result.output)")
  }

  @Test("a table inside a cell and a note below the page are read")
  func nested() throws {
    let place = try Workplace()
    func cell(_ text: String) -> String { "<w:tc><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:tc>" }
    func row(_ cells: String...) -> String { "<w:tr>\(cells.map(cell).joined())</w:tr>" }
    func grid(_ columns: Int) -> String {
      "<w:tblPr/><w:tblGrid>\(String(repeating: "<w:gridCol w:w=\"1000\"/>", count: columns))</w:tblGrid>"
    }
    let inner =
      "<w:tbl>\(grid(4))\(row("科目名称", "合计", "基本支出", "项目支出"))\(row("文化活动", "486.15", "286.75", "181.40"))"
      + "\(row("群众文化", "38.25", "38.25", "0.00"))\(row("合计", "506.40", "325.00", "181.40"))</w:tbl>"
    let outer =
      "<w:tbl>\(grid(1))<w:tr><w:tc><w:p><w:r><w:t>表2 支出预算表</w:t></w:r></w:p>\(inner)<w:p/></w:tc></w:tr></w:tbl>"
    let note = "说明见注。[^1]\n\n[^1]: \(Self.shares)"
    try Self.write(
      "某市文化馆2025年度单位预算公开\n\n" + Self.markup(outer) + "一、支出情况说明\n\n" + note, to: "a.docx", in: place)
    let result = try place.run("lint", "--format", "concise", "a.docx")
    #expect(result.output.contains("a.docx: table 2, row 2, column 2: "), "\(result.output)")
    #expect(result.output.contains("a.docx: paragraph 3: error [wrong-share] "), "\(result.output)")
  }

  @Test("a text box with figures is said not to be read, and keeps the document from passing")
  func textBox() throws {
    let place = try Workplace()
    func document(_ text: String) -> String {
      let box =
        "<w:p><w:r><w:pict><v:shape xmlns:v=\"urn:schemas-microsoft-com:vml\"><v:textbox><w:txbxContent><w:p><w:r><w:t>\(text)</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
      return "某市文化馆2025年度单位预算公开\n\n一、支出情况说明\n\n"
        + Self.shares.replacingOccurrences(of: "61.00", with: "60.00") + Self.markup(box)
    }
    try Self.write(document("其中：会议费3.00万元"), to: "a.docx", in: place)
    try Self.write(document("目录"), to: "b.docx", in: place)
    let result = try place.run("check", "--submission", "--protocol", "protocol.json", ".")
    #expect(result.status == 1)
    #expect(result.output.contains("a.docx: fails: "))
    let records = try JSONReader.read(Array(try place.text("protocol.json").utf8))["documents"]?.elements ?? []
    let reasons = records.map { $0["reasons"]?.elements?.compactMap(\.string) ?? [] }
    #expect(reasons.first?.contains { $0.hasPrefix("1 text box with figures could not be read") } == true, "\(reasons)")
    #expect(reasons.last?.contains { $0.contains("text box") } == false)
  }

  @Test(
    "a picture as large as a table is said not to be read, and keeps the document from passing; a seal is none",
    arguments: ["docx", "odt", "html"])
  func pictures(form: String) throws {
    let place = try Workplace()
    let pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg=="
    try place.write(try #require(Data(base64Encoded: pixel)), to: "p.png")
    let text = "某市文化馆2025年度单位预算公开\n\n一、支出情况说明\n\n" + Self.shares.replacingOccurrences(of: "61.00", with: "60.00")
    try Self.write(text + "![](p.png){width=15cm height=8cm}\n", to: "a.\(form)", in: place, form)
    try Self.write(text + "![](p.png){width=4cm height=4cm}\n", to: "b.\(form)", in: place, form)
    try FileManager.default.removeItem(at: place.url("p.png"))
    let result = try place.run("lint", ".")
    #expect(result.status == 0)
    #expect(
      result.errors.contains("a.\(form): a picture could not be read and was not checked (paragraph 4)"),
      "\(result.errors)")
    #expect(!result.errors.contains("b.\(form): a picture"))
    let check = try place.run("check", "--submission", "--lang", "zh", ".")
    #expect(check.status == 1)
    #expect(check.output.contains("第4段有图片（如表格的截图）未能读取"), "\(check.output)")
    #expect(try place.run("check", "--submission", "b.\(form)").output.contains("picture") == false)
  }

  @Test("two equal figures of one paragraph are told apart where a repair is listed")
  func excerpts() throws {
    let place = try Workplace()
    let text = "2025年收入合计800.00万元，其中：拨款收入400.00万元，占40.00%；事业收入320.00万元，占40.00%；其他收入80.00万元，占10.00%。"
    try Self.write("某市文化馆2025年度单位预算公开\n\n一、收入情况说明\n\n\(text)\n", to: "a.docx", in: place)
    let result = try place.run("fix", "a.docx")
    #expect(result.status == 1)
    #expect(result.output.contains("拨款收入400.00万元，占【40.00】%；事业收入320"), "\(result.output)")
  }

  @Test("places of a report in SARIF differ, where a paragraph holds several figures of a computation")
  func distinctPlaces() throws {
    let place = try Workplace()
    let text = "2025年支出合计800.00万元，其中：基本支出400.00万元，占50.00%；项目支出200.00万元，占25.00%；上缴支出200.00万元，占26.00%。"
    try Self.write("某市文化馆2025年度单位预算公开\n\n一、支出情况说明\n\n\(text)\n", to: "a.docx", in: place)
    let report = try JSONReader.read(Array(try place.run("lint", "--format", "sarif", "a.docx").output.utf8))
    let results = report["runs"]?.elements?.first?["results"]?.elements ?? []
    #expect(!results.isEmpty)
    for result in results {
      let places = (result["relatedLocations"]?.elements ?? []).map { place in
        [
          place["logicalLocations"]?.elements?.first?["fullyQualifiedName"]?.string, place["message"]?["text"]?.string,
        ]
      }
      #expect(Set(places).count == places.count)
    }
  }
}
