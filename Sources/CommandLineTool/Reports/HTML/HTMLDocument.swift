import Assist
import DisclosureText
import Lint
import Workspace

/// The part of a page that is about one document.
struct HTMLDocument {
  let input: CheckedInput
  let language: MessageLanguage

  /// The part, or nothing for a folder without documents.
  func html(introduction: String = "") -> String {
    let name = input.name.printable.xmlEscaped
    switch input.outcome {
    case .emptyFolder: return ""
    case .unreadable(let error):
      let sentences = ToolMessage.texts(of: error, at: input.name.printable).map {
        "<p class=\"fail\">\($0[language].xmlEscaped)</p>"
      }
      return "<section class=\"document\"><h2>\(name)</h2>\n\(introduction)\(sentences.joined())</section>\n"
    case .linted(let document):
      let coverage = document.coverage ?? CoverageReading(document.text)
      return """
        <section class="document"><h2>\(name)</h2>
        \(introduction)\(profiles(of: document))
        \(notes(on: document))\(findings(of: document))
        <details\(coverage.sections.isEmpty ? "" : " open")><summary>\(checked[language])</summary>
        \(table(of: coverage))
        \(unverified(coverage, in: document))\(doubtful(coverage, in: document))</details>
        <h3>\(text[language])</h3>
        \(HTMLText(document: document, identifier: identifier).html())
        </section>

        """
    }
  }

  /// The beginning of the identifiers of this document's elements, which no other has.
  private var identifier: String {
    var hash = StableHash()
    hash.add(input.name.bytes)
    return "f" + hash.text
  }

  /// Whose document it is and what was checked; of several disclosures a list, each with the line it begins on.
  private func profiles(of document: CheckedDocument) -> String {
    let report = document.report
    guard !report.disclosures.isEmpty else {
      return "<p>\((words(for: report.profile) + [counts(of: report)]).joined(separator: " · ").xmlEscaped)</p>"
    }
    let items = report.disclosures.map { disclosure in
      let place = TextReporter.place(disclosure.start, of: "", in: document, language)
        .drop { $0 == ":" || $0 == " " }.dropLast()
      let words = words(for: disclosure.profile).joined(separator: " · ").xmlEscaped
      return "<li><span class=\"place\">\(place)</span> \(words)</li>"
    }
    return "<p>\(counts(of: report).xmlEscaped)</p>\n"
      + "<ol class=\"disclosures\">\n\(items.joined(separator: "\n"))\n</ol>"
  }

  private func words(for profile: ProfileSummary) -> [String] {
    let kind =
      switch profile.kind {
      case "budget": LocalizedText("部门预算", "budget")
      case "final": LocalizedText("部门决算", "final accounts")
      default: LocalizedText("种类不明", "kind unknown")
      }
    return [
      profile.fiscalYear.map { LocalizedText("\($0)年度", "\($0)")[language] }, profile.entity, kind[language],
    ].compactMap { $0 }
  }

  private func counts(of report: LintReport) -> String {
    let (relations, figures) = (report.relations, report.figures)
    return LocalizedText(
      "勾稽关系 \(relations.checked) 项：相符 \(relations.hold)，舍入所致 \(relations.rounding)，不符 \(relations.broken)；数字 \(figures.total) 个，已核对 \(figures.verified) 个",
      "\(relations.checked) relations: \(relations.hold) held, \(relations.rounding) by rounding, \(relations.broken) broken; \(figures.verified) of \(figures.total) figures verified"
    )[language]
  }

  private func notes(on document: CheckedDocument) -> String {
    Remarks.notes(on: document).map { "<p class=\"place\">\($0[language].xmlEscaped)</p>\n" }.joined()
  }

  private func findings(of document: CheckedDocument) -> String {
    if document.report.findings.isEmpty { return "<p class=\"pass\">\(none[language])</p>" }
    let items = document.report.findings.enumerated().map { number, finding in
      let place = TextReporter.place(finding.range.lower, of: "", in: document, language)
        .drop { $0 == ":" || $0 == " " }.dropLast()
      let fixes = finding.fixes.filter(\.isPreferred).isEmpty ? finding.fixes : finding.fixes.filter(\.isPreferred)
      let remedies = fixes.prefix(5).map { fix in
        "<p class=\"fix\">\(Remarks.remedy(fix.title[language], isPreferred: fix.isPreferred)[language].xmlEscaped)</p>"
      }
      return
        "<li id=\"\(identifier)-\(number)\" class=\"\(finding.severity.name)\" data-severity=\"\(finding.severity.name)\" data-rule=\"\(finding.rule)\">"
        + "<p><span class=\"badge \(finding.severity.name)\">\(finding.severity.title[language])</span> "
        + "<a class=\"place\" href=\"#\(identifier)-\(number)-m\">\(place)</a> <code>\(finding.rule)</code></p>"
        + "<p>\(finding.message[language].xmlEscaped)</p>\(remedies.joined())</li>"
    }
    return "<ol class=\"findings\">\n\(items.joined(separator: "\n"))\n</ol>"
  }

  private func table(of coverage: CoverageReading) -> String {
    let rows = coverage.sections.map { section in
      let title = section.title.isEmpty ? "–" : section.title
      let kind = section.isTable ? tableWord[language] : prose[language]
      return
        "<tr><td>\(title.xmlEscaped)</td><td>\(kind)</td><td class=\"number\">\(section.verified)</td><td class=\"number\">\(section.total)</td></tr>"
    }
    let heads = heads.map { "<th>\($0[language])</th>" }.joined()
    return
      "<div class=\"scroll\"><table class=\"coverage\"><thead><tr>\(heads)</tr></thead><tbody>\n\(rows.joined(separator: "\n"))\n</tbody></table></div>"
  }

  private func unverified(_ coverage: CoverageReading, in document: CheckedDocument) -> String {
    if coverage.unverified.isEmpty { return "" }
    let title = LocalizedText(
      "无从核对的数字 \(coverage.unverified.count) 个", "\(coverage.unverified.count) figures that nothing vouches for")
    return list(
      title, coverage.unverified.map { (range: $0.range, text: "\($0.words) \($0.figure)") }, in: document)
  }

  private func doubtful(_ coverage: CoverageReading, in document: CheckedDocument) -> String {
    if coverage.doubtful.isEmpty { return "" }
    return list(
      Remarks.doubtful(coverage.doubtful.count),
      coverage.doubtful.map { (range: $0.range, text: $0.computation[language]) }, in: document)
  }

  /// Places and what is said of each, folded under a title.
  private func list(
    _ title: LocalizedText, _ entries: [(range: TextRange, text: String)], in document: CheckedDocument
  ) -> String {
    let items = entries.map { entry in
      let place = TextReporter.place(entry.range.lower, of: "", in: document, language)
        .drop { $0 == ":" || $0 == " " }.dropLast()
      return "<li><span class=\"place\">\(place)</span> \(entry.text.xmlEscaped)</li>"
    }
    return
      "<details class=\"unverified\"><summary>\(title[language])</summary><ul>\n\(items.joined(separator: "\n"))\n</ul></details>"
  }

  private let checked = LocalizedText("检查范围（已核对 / 全部数字）", "What was checked (verified of all figures)")
  private let text = LocalizedText("文本", "Text")
  private let none = LocalizedText("没有发现问题", "Nothing was found")
  private let tableWord = LocalizedText("表", "table")
  private let prose = LocalizedText("文字", "prose")
  private let heads = [
    LocalizedText("章节或表", "Section or table"), LocalizedText("形式", "Form"), LocalizedText("已核对", "Verified"),
    LocalizedText("数字", "Figures"),
  ]

  /// Creates the part about `input`.
  init(input: CheckedInput, language: MessageLanguage) {
    self.input = input
    self.language = language
  }
}
