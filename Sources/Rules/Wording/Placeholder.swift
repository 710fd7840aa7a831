import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds what a template left to be filled in, and its instructions.
struct Placeholder: RecallingRule {
  static let info = RuleInfo(
    name: "placeholder", category: .wording, severity: .error,
    summary: LocalizedText(
      "留有未填写的“XX”“××”“某某”“【】”，或模板的填写说明。",
      "XX, ××, 某某 or 【】 was left to be filled in, or an instruction of the template was left standing."),
    rationale: LocalizedText(
      "模板痕迹说明文本未经审核，公开后最容易被发现。",
      "What is left of the template shows that nobody read the text, and is the first thing readers notice."),
    fixSafety: LocalizedText("应填什么只有编制人知道，没有自动修改。", "Only the writer knows what belongs there, so there is no fix."),
    examples: [
      .section(wrong: "⟦XX⟧局2025年机关运行经费126.00万元。", correction: "某"),
      .section(wrong: "机关运行经费126.00万元，比2024年增加⟦××⟧万元。", correction: "6.00"),
      .section(
        wrong: "无政府性基金预算的，⟦仍保留该表格式，并在本表下方作下述说明⟧：本部门无政府性基金预算。",
        right: "本部门无政府性基金预算。"),
      .section(
        wrong: "编报绩效目标的项目12个，涉及资金126.00万元。⟦（绩效管理开展情况，以及项目个数、资金金额等）⟧",
        right: "编报绩效目标的项目12个，涉及资金126.00万元。（绩效目标见附件，含项目支出绩效目标等）"),
      .section(wrong: "机关运行经费126.00万元，比2024年⟦增加 万元⟧。", correction: "增加6.00万元"),
      .section(wrong: "机关运行经费126.00万元，⟦占 %⟧，比2024年增加6.00万元。", right: "机关运行经费126.00万元，比2024年增加6.00万元。"),
      .section(wrong: "机关运行经费126.00万元，比2024年增加6.00万元，主要⟦原因是。⟧", correction: "原因是人员增加。"),
      .section(wrong: "⟦○○⟧局2025年机关运行经费126.00万元。", right: "某局二○二五年机关运行经费126.00万元。"),
      .section(wrong: "机关运行经费126.00万元，主要是⟦〇〇〇⟧等原因。", right: "第一〇〇号文件下达126.00万元，用于二〇〇八年建成的用房。"),
      .section(wrong: "⟦××⟧项目用于信息系统维护。", right: "负责人：李××；电话：138××××1234。××项目因涉密不予公开。"),
      .section(wrong: "⟦（各单位根据实际情况填写）⟧机关运行经费126.00万元。", right: "机关运行经费126.00万元（含会议费）。"),
      .section(wrong: "内设机构包括⟦……⟧。机关运行经费126.00万元。", right: "内设机构包括办公室、财务科……等。机关运行经费126.00万元。"),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(Leftovers(), in: document).flatMap { seen -> [Finding] in
      if document.outline.contents.contains(seen.block) { return [] }
      let text = document.tree.blocks[seen.block].block.text
      return seen.sight.map { finding($0, text) }
    }
  }

  private func finding(_ range: Range<Int>, _ text: RunningText) -> Finding {
    let printed = text.string(in: range)
    let message =
      Mark.isIdeograph(text.units[range.lowerBound]) && range.count > 2 && !Leftovers.isUnfilled(text.units[range])
        || Mark.isOpeningBracket(text.units[range.lowerBound])
      ? LocalizedText("留有模板的填写说明：“\(printed)”", "an instruction of the template was left in: “\(printed)”")
      : LocalizedText("尚未填写：“\(printed)”", "not filled in: “\(printed)”")
    return Self.info.finding(text.sourceRange(of: range), message)
  }
}
