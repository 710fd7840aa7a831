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

  /// Parts that are numbered as sections are.
  private func sections(_ entity: String, _ title: String) -> String {
    "\(entity)\(title)公开\n\n一、\(entity)概况\n一、主要职责\n二、机构设置\n二、\(title)表\n\(Self.body)三、\(title)情况说明\n以上为全部内容。\n"
  }

  @Test("is where parts are numbered as sections below the title of another disclosure")
  func numbered() {
    let one = sections("某区民政局", "2024年度部门决算")
    check(one + "⟦" + sections("某区水利局", "2024年度部门决算") + "⟦" + sections("某区水利局", "2025年部门预算"))
    let same = "某区民政局2024年度部门决算说明\n一、民政局概况\n二、决算情况\n\(Self.body)"
    check(one + same, "the same title above the narrative")
    check(one + "第三部分 2024年度部门决算情况说明\n一、部门概况\n二、决算情况\n\(Self.body)", "the title of a part")
    check(one + "某区救助站2025年预算项目绩效报告\n一、项目概况\n二、预算执行\n\(Self.body)", "the title of a report")
    check(one + "二、项目\n一、项目概况\n二、预算\n\(Self.body)", "no title")
  }

  @Test("is there in a quotation, in wide digits and behind a sentence that introduces it")
  func forms() {
    let one = "某区民政局2024年度部门预算公开\n目录\n第一部分 民政局概况\n第二部分 2024年部门预算情况说明\n\n"
    let text = one + "第一部分 民政局概况\n一、职责\n第二部分 2024年部门预算情况说明\n\(Self.body)"
    let quoted = text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "> \($0)\n" }.joined()
    check(quoted + "⟦" + quoted, "in a quotation")
    let wide = String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { (0x2E...0x39).contains($0.value) ? Unicode.Scalar($0.value + 0xFEE0) ?? $0 : $0 }))
    check(wide + "⟦" + wide, "in wide digits")
    let sentence = "\n根据有关规定，现将我局2025年部门预算予以公开；共一册。\n\n目录\n"
    let introduced = text.replacing("2024", with: "2025").replacing("\n目录\n", with: sentence)
    check(text + "⟦" + introduced, "behind a sentence")
    check(text + "\n以上内容已经公开。\n\n目录\n1. 项目 …… 3\n\(Self.body)", "a sentence without a title")
    let tables = text.replacing("第二部分 2024年部门预算情况说明", with: "第二部分 公开表格")
    check(text + "⟦" + tables + "第三部分 2024年部门预算情况说明\n\(Self.body)", "with a part of tables")
    check(
      text + "第一部分 项目概况\n第二部分 评价结论\n评价结果为优。\n第三部分 预算执行\n\(Self.body)", "before a report in three parts")
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
