import Lint

extension ReportFormat {
  /// What writes reports of this form.
  func reporter(language: MessageLanguage, hasColor: Bool) -> any Reporter {
    switch self {
    case .text: TextReporter(language: language, hasColor: hasColor)
    case .concise: ConciseReporter(language: language)
    case .json: JSONReporter(language: language)
    case .jsonl: JSONLinesReporter(language: language)
    case .sarif: SARIFReporter(language: language)
    case .github: GitHubReporter(language: language)
    case .gitlab: GitLabReporter(language: language)
    case .junit: JUnitReporter(language: language)
    case .checkstyle: CheckstyleReporter(language: language)
    case .rdjson: ReviewdogReporter(language: language)
    case .csv: CSVReporter(language: language)
    case .html: HTMLReporter(language: language)
    }
  }
}
