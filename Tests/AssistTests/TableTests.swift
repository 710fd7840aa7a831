import Accounts
import Assist
import DisclosureText
import Lint
import Rules
import Testing

@Suite("What is asked of tables")
struct TableTests {
  static let sentence = "2025年支出合计100.00万元，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。"

  static func printed(_ ranges: [TextRange], in document: MarkedDocument) -> [String] {
    ranges.map { document.text.string(in: $0) }
  }

  @Test("a table says how many of its relations hold")
  func lens() throws {
    let document = MarkedDocument(MarkedDocument.withTable("⟦" + Self.sentence))
    let lens = try #require(TableLens.all(document.reading).first)
    #expect(document.text.string(in: lens.range) == "部门支出总体情况表")
    #expect(lens.checked > 3 && lens.held == lens.checked)
    let wrong = MarkedDocument(MarkedDocument.withTable("⟦" + Self.sentence, rest: "41.00"))
    let broken = try #require(TableLens.all(wrong.reading).first)
    #expect(broken.held < broken.checked)
  }

  @Test("a cell knows its table, its row and its relations")
  func hover() throws {
    let document = MarkedDocument(
      MarkedDocument.withTable(Self.sentence).replacing("70.00  40.00", with: "⟦70.00  40.00"))
    let hover = try #require(FigureHover.text(document.reading, at: document.offset))
    #expect(document.text.string(in: hover.range) == "70.00")
    guard case .heading(let title) = hover.paragraphs.first else {
      Issue.record("no title")
      return
    }
    #expect(title.chinese.contains("部门支出总体情况表") && title.chinese.contains("教育支出"))
    #expect(hover.paragraphs.contains { if case .item(let line) = $0 { line.chinese.hasPrefix("✓") } else { false } })
  }

  @Test("the amount of the prose is defined by the cell that states it, and renamed with it")
  func definition() throws {
    let document = MarkedDocument(MarkedDocument.withTable(Self.sentence.replacing("合计", with: "合计⟦")))
    let reading = document.reading
    let figure = try #require(reading.figure(at: document.offset))
    let definition = try #require(reading.definition(of: figure))
    #expect(definition.range.lower > figure.range.upper)
    #expect(document.text.string(in: definition.range) == "100.00")
    #expect(reading.mentions(of: figure).contains(definition))
    let rename = try #require(FigureRename(reading, at: document.offset))
    let result = document.applying(try #require(rename.edits(to: "120.00")))
    #expect(result.contains("支出合计120.00万元") && result.contains("合计  120.00"))
  }

  @Test("the codes of a table are accounts")
  func accounts() {
    let document = MarkedDocument(MarkedDocument.withTable(Self.sentence).replacing("221", with: "⟦221"))
    let places = AccountPlace.all(in: document.reading.document, touching: TextRange(0, document.text.bytes.count))
    #expect(Self.printed(places.map(\.range), in: document) == ["205", "221"])
    #expect(AccountPlace.at(document.offset, in: document.reading.document)?.account.name == "住房保障支出")
    #expect(AccountHover.text(document.reading.document, at: document.offset) != nil)
  }

  @Test("the amount that a table gives is proposed where the prose states it")
  func completion() {
    let document = MarkedDocument(
      MarkedDocument.withTable("2025年支出合计⟦，其中：基本支出60.00万元，占60.00%；项目支出40.00万元，占40.00%。"))
    let proposals = FigureProposals.all(document.text, at: document.offset, linter: Linter())
    #expect(proposals.first?.text == "100.00万元")
  }
}
