import Assist
import DisclosureText
import LanguageServerProtocol
import Lint

/// The findings that a request for code actions is about.
///
/// Clients differ: most send the cursor or selection and the diagnostics there, Neovim the
/// cursor and the diagnostics of its line, Neovim 0.7 those with columns counted in bytes, Kate
/// the whole document with one diagnostic, and then it makes every edit it is given. So the
/// diagnostics say which findings are meant, by data and code before range, and the range
/// chooses among them.
struct FindingSelection {
  /// The findings, by their place in the report.
  let indices: [Int]
  /// Whether every finding may have one repair only.
  let isOneRepairEach: Bool

  init(
    _ message: CodeActions, in document: OpenDocument, _ numbered: OpenDocument.NumberedReport,
    encoding: PositionEncoding
  ) {
    let report = numbered.report
    let range = document.textRange(of: message.range, encoding: encoding)
    let touched = QuickFix.findingIndices(in: report, touching: range)
    let own = message.diagnostics.filter { $0.source == nil || $0.source == Session.serverName }
    let meant = Set(
      own.flatMap { Self.indices(meantBy: $0, touched: touched, in: document, numbered, encoding: encoding) })
    let isWholeText = range.count == document.bytes.count
    isOneRepairEach = isWholeText && !message.diagnostics.isEmpty
    if meant.isEmpty {
      indices = isOneRepairEach ? [] : touched
    } else {
      let meantAndTouched = touched.filter(meant.contains)
      indices = meantAndTouched.isEmpty ? meant.sorted() : meantAndTouched
    }
  }

  private static func indices(
    meantBy diagnostic: Diagnostic, touched: [Int], in document: OpenDocument,
    _ numbered: OpenDocument.NumberedReport, encoding: PositionEncoding
  ) -> [Int] {
    let report = numbered.report
    if let reference = FindingReference(diagnostic.data), reference.report == numbered.number,
      report.findings.indices.contains(reference.index),
      diagnostic.code == nil || diagnostic.code == report.findings[reference.index].rule
    {
      return [reference.index]
    }
    let sameRule = report.findings.indices.filter { report.findings[$0].rule == diagnostic.code }
    let range = document.textRange(of: diagnostic.range, encoding: encoding)
    let samePlace = sameRule.filter { report.findings[$0].range == range }
    if !samePlace.isEmpty { return samePlace }
    let sameLine = sameRule.filter {
      document.lines.line(at: report.findings[$0].range.lower) == diagnostic.range.start.line
    }
    let touchedOnLine = sameLine.filter(touched.contains)
    return touchedOnLine.isEmpty ? sameLine : touchedOnLine
  }
}
