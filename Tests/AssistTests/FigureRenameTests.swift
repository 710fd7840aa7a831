import Assist
import DisclosureText
import Lint
import Rules
import Testing

@Suite("New values for figures")
struct FigureRenameTests {
  static let sentence = "2025年支出合计100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。"

  @Test("what the rename gives has no alarm", arguments: ["60.00万元", "40.00万元", "100.00万元"])
  func consistent(figure: String) throws {
    let document = MarkedDocument(MarkedDocument.withTable(Self.sentence.replacing(figure, with: "⟦" + figure)))
    let rename = try #require(FigureRename(document.reading, at: document.offset))
    #expect(rename.placeholder == figure.dropLast(2).description)
    let edits = try #require(rename.edits(to: "61.50"))
    #expect(zip(edits, edits.dropFirst()).allSatisfy { $0.range.upper <= $1.range.lower })
    #expect(document.applying(edits).contains("61.50万元"))
  }

  @Test("a change that goes the other way turns its words")
  func direction() throws {
    let text = "某局2025年度部门预算公开\n\n2025年支出总计⟦110.00万元，比2024年预算100.00万元增加10.00万元，增长10.00%。\n"
    let document = MarkedDocument(text)
    let rename = try #require(FigureRename(document.reading, at: document.offset))
    let result = document.applying(try #require(rename.edits(to: "90.00")))
    #expect(result.contains("90.00万元，比2024年预算100.00万元减少10.00万元，下降10.00%"))
    #expect(Linter().lint(SourceText(result)).findings.isEmpty)
  }

  @Test("a paragraph is computed anew from its amounts, and only where something is wrong")
  func recomputation() {
    let right = MarkedDocument("某局2025年度部门预算公开\n\n⟦" + Self.sentence + "\n")
    #expect(ParagraphRecomputation.edits(right.reading, at: right.offset).isEmpty)
    let wrong = MarkedDocument(
      "某局2025年度部门预算公开\n\n⟦2025年支出合计110.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占41.00%。\n")
    let edits = ParagraphRecomputation.edits(wrong.reading, at: wrong.offset)
    #expect(wrong.applying(edits).contains(Self.sentence))
    #expect(ParagraphRecomputation.edits(wrong.reading, at: 0).isEmpty)
  }

  @Test("safe repairs converge, and change nothing but what they repair")
  func safeFixes() {
    let text = SourceText("某局2025年度部门预算公开\r\n\r\n" + Self.sentence.replacing("占60", with: "占61") + "\r\n𠮷\r")
    let edits = SafeFixes.edits(text, linter: Linter())
    let result = TextEdit.apply(edits, to: text.bytes)
    #expect(String(decoding: result, as: UTF8.self).contains("占60.00%"))
    #expect(edits.count == 1 && edits[0].range.count <= 2)
    #expect(SafeFixes.edits(SourceText(result), linter: Linter()).isEmpty)
  }
}
