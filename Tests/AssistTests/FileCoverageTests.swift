import Assist
import DisclosureText
import Testing

/// What was checked in a file of several disclosures is what was checked in each.
@Suite("Coverage of a file of several disclosures")
struct FileCoverageTests {
  @Test("is that of each of them, where it stands")
  func parts() {
    let title = "某局2024年度部门预算公开\n第一部分 某局概况\n一、主要职责\n承办交办的事项。\n第二部分 2024年部门预算情况说明\n"
    let sections = (1...90).map { "（\($0)）支出合计1\($0).00万元，其中：基本支出1\($0).00万元；项目支出0.00万元。\n" }.joined()
    let one = title + sections + "房屋面积120平方米。\n"
    let alone = CoverageReading(SourceText(one))
    let twice = CoverageReading(SourceText(one + one))
    func moved(_ range: TextRange) -> TextRange {
      TextRange(range.lower + one.utf8.count, range.upper + one.utf8.count)
    }
    #expect(alone.sections.reduce(0) { $0 + $1.verified } > 0)
    #expect(twice.sections.map(\.total) == alone.sections.map(\.total) + alone.sections.map(\.total))
    #expect(twice.sections.map(\.verified) == alone.sections.map(\.verified) + alone.sections.map(\.verified))
    #expect(twice.sections.map(\.range) == alone.sections.map(\.range) + alone.sections.map { moved($0.range) })
    #expect(twice.unverified.map(\.range) == alone.unverified.map(\.range) + alone.unverified.map { moved($0.range) })
  }
}
