/// The forms of a report.
enum ReportFormat: String, Hashable, Sendable, CaseIterable {
  /// For people: each finding with its line, its remedy and its proof.
  case text
  /// For people and editors: one line to each finding.
  case concise
  /// One JSON object for the whole run.
  case json
  /// One JSON object on a line for each file.
  case jsonl
  /// The Static Analysis Results Interchange Format, 2.1.0.
  case sarif
  /// Workflow commands of GitHub Actions.
  case github
  /// The code quality report of GitLab.
  case gitlab
  /// The XML of JUnit.
  case junit
  /// The XML of Checkstyle.
  case checkstyle
  /// The Reviewdog diagnostic format.
  case rdjson
  /// A table for spreadsheets.
  case csv
  /// One page for reviewers, to be read in a browser and printed.
  case html
}

/// Where one report goes and in what form.
struct ReportTarget: Hashable, Sendable {
  /// The form.
  var format: ReportFormat
  /// The file; the standard output where nil.
  var file: String?
}
