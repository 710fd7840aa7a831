import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds what a template left to be filled in, and its instructions.
struct Placeholder: DocumentRule {
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
      .section(wrong: "⟦XX⟧局2025年机关运行经费126.00万元。", right: "某局2025年机关运行经费126.00万元。"),
      .section(wrong: "机关运行经费126.00万元，比2024年增加⟦××⟧万元。", right: "机关运行经费126.00万元，比2024年增加6.00万元。"),
      .section(
        wrong: "无政府性基金预算的，⟦仍保留该表格式，并在本表下方作下述说明⟧：本部门无政府性基金预算。",
        right: "本部门无政府性基金预算。"),
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    var findings: [Finding] = []
    for number in document.tree.blocks.indices where !document.outline.contents.contains(number) {
      let text = document.tree.blocks[number].block.text
      var at = 0
      let units = text.units
      while at < units.count {
        if Self.mayBegin[Int(units[at])], let end = placeholderEnd(units, at) {
          findings.append(finding(at..<end, text))
          at = end
        } else {
          at += 1
        }
      }
    }
    return findings
  }

  private func finding(_ range: Range<Int>, _ text: RunningText) -> Finding {
    let printed = text.string(in: range)
    let message =
      Mark.isIdeograph(text.units[range.lowerBound]) && range.count > 2
        || Mark.isOpeningBracket(text.units[range.lowerBound])
      ? LocalizedText("留有模板的填写说明：“\(printed)”", "an instruction of the template was left in: “\(printed)”")
      : LocalizedText("尚未填写：“\(printed)”", "not filled in: “\(printed)”")
    return Self.info.finding(text.sourceRange(of: range), message)
  }

  // MARK: What is left over

  private func placeholderEnd(_ units: [UInt16], _ at: Int) -> Int? {
    switch units[at] {
    case 0x58, 0x78, 0xD7, 0xFF38, 0xFF58: return crossesEnd(units, at)
    case 0x67D0: return at + 1 < units.count && units[at + 1] == 0x67D0 ? at + 2 : nil  // 某某
    case 0x3010: return at + 1 < units.count && units[at + 1] == 0x3011 ? at + 2 : nil  // 【】
    case 0x5F, 0xFF3F: return blankEnd(units, at)
    default:
      for phrase in Self.instructions where units.holds(phrase, at: at) { return at + phrase.count }
      return nil
    }
  }

  /// Two crosses or more that stand for words or digits: `XX局`, `20XX年`, `××万元`.
  private func crossesEnd(_ units: [UInt16], _ at: Int) -> Int? {
    var end = at
    while end < units.count, units[end] == units[at] { end += 1 }
    guard end - at >= 2, at == 0 || !Mark.isLetter(units[at - 1]), end == units.count || !Mark.isLetter(units[end])
    else { return nil }
    return end
  }

  /// A line to be written on: `____万元`.
  private func blankEnd(_ units: [UInt16], _ at: Int) -> Int? {
    var end = at
    while end < units.count, units[end] == units[at] { end += 1 }
    return end - at >= 2 && end - at < units.count ? end : nil
  }

  /// What templates tell the writer and no writer tells the reader.
  private static let instructions = [
    "仍保留该表格式，并在本表下方作下述说明", "仍保留该表格式", "并在本表下方作下述说明", "在本表下方作下述说明", "作下述说明", "（列示至", "（请填写", "（请根据", "（根据实际情况填写",
    "（按实际情况填写", "（此处填写", "（填写部门", "（填写单位", "（如有请", "（如无请", "（没有的请", "（若无请", "（若无，请", "（如无，请", "请根据实际情况填写",
    "请根据本部门实际情况填写",
    "请按实际情况填写", "此处请填写", "此处填写", "（仅有一个单位的部门", "（注：请", "（模板", "（样表", "（示例", "（说明：请",
  ].map { Array($0.utf16) }

  /// For each character whether something left over may begin with it; nearly none may.
  private static let mayBegin: [Bool] = {
    var result = [Bool](repeating: false, count: 0x10000)
    for first in instructions.compactMap(\.first) { result[Int(first)] = true }
    for first: UInt16 in [0x58, 0x78, 0xD7, 0xFF38, 0xFF58, 0x67D0, 0x3010, 0x5F, 0xFF3F] { result[Int(first)] = true }
    return result
  }()
}
