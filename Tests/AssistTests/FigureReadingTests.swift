import Assist
import DisclosureText
import Ledger
import Lint
import Testing

@Suite("What was read")
struct FigureReadingTests {
  static let text = """
    某局2025年度部门预算公开

    一、支出预算情况说明

    支出合计100.00万元，其中：基本支出60.00万元，占6

    0.00%；项目支出40.00万元，占40.00%。培训费7.00万元。

    """

  @Test("a figure split over lines is one figure, from its first piece to its last")
  func splitFigure() {
    let text = SourceText(Self.text)
    let reading = FigureReading(text)
    #expect(reading.statements.compactMap(\.figure).contains("60.00%"))
    let share = reading.statements.first { $0.figure == "60.00%" }
    #expect(share.map { text.string(in: $0.range) } == "6\n\n0.00%")
    #expect(reading.relations.map(\.form) == [.sum, .share, .share])
    #expect(reading.relations.allSatisfy { $0.outcome == .holds })
  }

  @Test("figures that stand in no relation are counted and listed")
  func coverage() {
    let reading = FigureReading(SourceText(Self.text))
    #expect(reading.figureCount == 6)
    #expect(reading.unverified.map { reading.statements[$0].figure } == ["7.00万元"])
  }

  @Test("a sentence that is being written is read and not judged")
  func unfinished() {
    let reading = FigureReading(SourceText("某局2025年度部门预算公开\n\n支出合计100.00万元，其中：基本支出60.00万元，占61.00"))
    #expect(reading.statements.contains { !$0.isFinished })
    #expect(reading.relations.isEmpty)
  }

  @Test("what is no disclosure is not read, whatever its bytes")
  func noDisclosure() {
    for bytes in [[], [0xFF, 0x00, 0xE9], Array("100.00万元".utf8)] as [[UInt8]] {
      let reading = FigureReading(SourceText(bytes))
      #expect(reading.statements.isEmpty && reading.relations.isEmpty && reading.profile.kind == "unknown")
    }
  }
}
