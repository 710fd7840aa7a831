import Lint
import Workspace

/// The protocol of the last check as a page to be read, signed and filed.
struct SubmissionPage {
  let language: MessageLanguage

  /// The page.
  func html(_ head: SubmissionHead, _ records: [SubmissionRecord]) -> [UInt8] {
    let verdict =
      head.passes ? LocalizedText("可以公开", "may be published") : LocalizedText("不得公开", "must not be published")
    var html = HTMLPage(language: language).head(title: title[language])
    html +=
      "<p id=\"verdict\" class=\"\(SubmissionProtocol.verdict(head.passes))\">\(conclusion[language])\(verdict[language])</p>\n"
    html +=
      "<p>\(head.date) · \(head.versions.map { "\($0.name) \($0.version)" }.joined(separator: " · ").xmlEscaped)</p>\n"
    for record in records {
      html += HTMLDocument(input: record.input, language: language)
        .html(introduction: introduction(record))
    }
    return Array((html + HTMLPage.foot).utf8)
  }

  private func introduction(_ record: SubmissionRecord) -> String {
    let reasons = record.reasons.map { $0[language] }.joined(separator: language == .chinese ? "，" : ", ")
    let verdict = record.passes ? passes[language] : "\(fails[language])\(reasons)"
    let changed = record.changedRules.map { "\($0.info.name): \($0.level.name)" }.joined(separator: ", ")
    let run = record.rules.filter { $0.level != .off }.count
    let lines = [
      "<p class=\"\(SubmissionProtocol.verdict(record.passes))\">\(verdict.xmlEscaped)</p>",
      record.digest.map { "<p class=\"place\">SHA-256 <code>\($0)</code> · \(record.size) B</p>" } ?? "",
      "<p class=\"place\">\(LocalizedText("运行规则 \(run) 条", "\(run) rules run")[language])"
        + (changed.isEmpty ? "" : " · \(LocalizedText("按配置变更：", "configured: ")[language])\(changed.xmlEscaped)")
        + "</p>",
    ]
    return lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n"
  }

  private let title = LocalizedText("预决算公开前检查记录", "Protocol of the check before publication")
  private let conclusion = LocalizedText("结论：", "Verdict: ")
  private let passes = LocalizedText("通过", "passes")
  private let fails = LocalizedText("不通过：", "fails: ")

  init(language: MessageLanguage) {
    self.language = language
  }
}
