import Disclosure
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
      if let other = example.other { lines += paragraph(other.document.title, other.text) }
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
    let linter = Linter()
    var related = RelatedFigures()
    if let other = example.other { related[other.document] = FigureSummary(linter.read(SourceText(other.text))) }
    let findings = linter.report(on: linter.read(SourceText(example.wrongWithoutMarks)), against: related).findings
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

extension OtherDocument {
  /// What the document is to the one that is checked, as a heading.
  var title: LocalizedText {
    switch self {
    case .priorYear: LocalizedText("上年公开的文件", "The document of the year before")
    case .budget: LocalizedText("当年公开的预算", "The budget of the year")
    }
  }
}
