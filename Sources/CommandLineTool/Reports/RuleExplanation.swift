import DisclosureText
import Lint
import Rules

/// All there is to know of one rule, for people.
struct RuleExplanation {
  let info: RuleInfo
  let language: MessageLanguage

  /// The explanation, with what the linter says of each wrong example.
  func text() -> [UInt8] {
    let kind = LocalizedText(
      "\(info.name)（\(info.category.title.chinese)，\(info.severity.title.chinese)）",
      "\(info.name) (\(info.category.title.english), \(info.severity.title.english))")
    var lines = [kind[language]]
    lines += paragraph(LocalizedText("查什么", "What it finds"), info.summary[language])
    lines += paragraph(LocalizedText("为什么", "Why it matters"), info.rationale[language])
    lines += paragraph(LocalizedText("如何改", "The fix"), info.fixSafety[language])
    lines += paragraph(LocalizedText("依据", "What it rests on"), info.source[language])
    for example in info.examples {
      lines += paragraph(LocalizedText("错误示例（⟦ ⟧ 标出错处）", "Wrong (the mistake is between ⟦ and ⟧)"), example.wrong)
      lines += paragraph(LocalizedText("报告", "What is reported"), messages(of: example))
      lines += paragraph(LocalizedText("正确示例", "Right"), example.right)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private func paragraph(_ heading: LocalizedText, _ text: String) -> [String] {
    let lines = text.split(separator: "\n").map { "  " + $0 }
    return ["", heading[language]] + lines
  }

  private func messages(of example: RuleExample) -> String {
    let findings = Linter().lint(SourceText(example.wrongWithoutMarks)).findings
    return findings.map { "\($0.severity.name) [\($0.rule)] \($0.message[language])" }.joined(separator: "\n")
  }
}

extension RuleExample {
  /// The wrong text as a document has it.
  var wrongWithoutMarks: String {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: wrong.unicodeScalars.filter { $0 != "⟦" && $0 != "⟧" })
    return String(text)
  }
}
