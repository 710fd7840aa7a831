import Lint

/// One page for reviewers: it needs no other file, shows each document with its findings in
/// place, and can be filtered and printed.
struct HTMLReporter: Reporter {
  let language: MessageLanguage

  /// The head of the page with the filters.
  func opening() -> [UInt8] { Array(HTMLPage(language: language).head(title: title[language]).utf8) }

  /// The part of one document.
  func render(_ input: CheckedInput) -> RenderedInput {
    let section = HTMLDocument(input: input, language: language)
    return RenderedInput(report: Array(section.html().utf8))
  }

  /// What was checked, and the end of the page.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] {
    let summary = Remarks.summary(totals)[language].xmlEscaped
    return Array("<footer><p>\(summary)</p></footer>\n\(HTMLPage.foot)".utf8)
  }

  private let title = LocalizedText("预决算公开文本检查报告", "Report on budget disclosures")

  init(language: MessageLanguage) {
    self.language = language
  }
}
