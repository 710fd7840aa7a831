import Disclosure
import Testing

/// Where the disclosures of one file begin.
@Suite("Division of a file")
struct DivisionTests {
  /// As many figures as any disclosure has.
  private static let body = (0..<80).map { "行\($0)　1234.56　234.56\n" }.joined()

  /// Checks where `⟦` stands as where a disclosure begins, beside the first.
  private func check(_ marked: String, _ comment: Comment? = nil) {
    var bytes: [UInt8] = []
    var starts = [0]
    for (number, part) in marked.split(separator: "⟦", omittingEmptySubsequences: false).enumerated() {
      if number > 0 { starts.append(bytes.count) }
      bytes += Array(part.utf8)
    }
    #expect(DisclosureDivision.starts(of: bytes) == starts, comment)
  }

  @Test("is at the title above the first part")
  func parts() {
    let one = "某局2024年度部门预算公开\n第一部分 某局概况\n一、职责\n第二部分 2024年部门预算情况说明\n\(Self.body)"
    let other = "某馆\n2024年度\n部门预算\n\n第一部分\n某馆概况\n一、职责\n第二部分\n2024年部门预算情况说明\n\(Self.body)"
    check(one + "⟦" + other + "⟦" + one)
    check(one.replacing("\n", with: "\r\n") + "⟦" + one, "with other line ends")
    check(one.replacing("第一", with: "# 第一") + "⟦" + one.replacing("某局2024", with: "# 某局2024"), "in Markdown")
  }

  @Test("is there between short disclosures")
  func short() {
    let body = (1...8).map { "其中：第\($0)项10.50万元，占12.50%。\n" }.joined()
    let one = "某局2024年度部门预算公开\n第一部分 某局概况\n第二部分 2024年部门预算情况说明\n\(body)"
    check(one + "⟦" + one)
    check(one + "⟦" + one.replacing("第一部分 某局概况", with: "【第一部分】某局概况"), "with the part in brackets")
    let contents = "目录\n2.1 主要职能 … 3\n2.10 收支情况 … 14\n2.11 职责 … 15\n"
    check("某局2024年部门预算\n" + contents + one.replacing("公开", with: "说明"), "behind contents with numbers")
    let numbered = "某局2024年度部门预算\n- 20 -\n目录\n一、主要职能\n\(body)\(body)"
    check(numbered + "⟦" + numbered, "with the number of a page below the title")
  }

  @Test("is above contents that begin as those before do")
  func contents() {
    let one = "某市2025年市级部门预算\n预算主管部门：某局\n目　录\n一、主要职能 …… 3\n二、机构 …… 4\n\(Self.body)"
    check(one + "⟦" + one)
    check(one + "某局2025年部门预算表\n目 录\n1. 收支总表 …… 3\n\(Self.body)", "contents of its tables")
  }

  @Test("is nowhere within one disclosure")
  func none() {
    let contents = "某局2024年度部门预算公开\n目录\n第一部分 某局概况\n第二部分 2024年部门预算情况说明\n"
    let text = "第一部分 某局概况\n一、职责\n第二部分 2024年部门预算情况说明\n\(Self.body)"
    check(contents + text, "behind its contents")
    check(contents + text + "第一部分 项目概况\n第二部分 评价结论\n\(Self.body)", "before a report on a project")
    check(contents + text + contents, "before what says nothing")
    check(text + "详见第一部分 某局概况。\n第二部分 部门预算\n\(Self.body)", "where it is spoken of")
  }
}
