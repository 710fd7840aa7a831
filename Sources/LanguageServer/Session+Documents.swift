import Assist
import DisclosureText
import LanguageServerProtocol
import Lint
import Rules
import Workspace

extension Session {
  /// Takes over a document's text from the client; one that is open already begins anew.
  mutating func open(_ message: DidOpen) {
    let key = DocumentKey(message.uri)
    let document = OpenDocument(message)
    documents[key] = document
    if let path = document.path { surveyAgain(path) }
    markUnsettled(key)
    textChanged(document)
  }

  /// Follows an edit. A document that is not open has no text to edit.
  mutating func change(_ message: DidChange) {
    let key = DocumentKey(message.uri)
    guard documents[key]?.apply(message, encoding: traits.encoding) != nil else { return }
    markUnsettled(key)
    if let document = documents[key] { textChanged(document) }
  }

  /// Gives a document back and takes away what was said of it.
  mutating func close(_ message: DidClose) {
    let key = DocumentKey(message.uri)
    guard let document = documents.removeValue(forKey: key) else { return }
    unsettled.removeAll { $0 == key }
    if !traits.capabilities.pullsDiagnostics {
      output.notify(PublishDiagnostics(uri: document.uri, version: nil, diagnostics: []))
    }
    guard let path = document.path else { return }
    // The file counts from now on.
    surveyAgain(path)
    if surroundings.decidesReports(path) {
      surroundings.hold(nil, of: path)
      configurationChanged()
    }
  }

  /// A text in the editor wins over the file: what it configures holds from now on.
  private mutating func textChanged(_ document: OpenDocument) {
    guard let path = document.path, surroundings.decidesReports(path) else { return }
    surroundings.hold(document.bytes, of: path)
    configurationChanged()
  }

  mutating func markUnsettled(_ key: DocumentKey) {
    if !unsettled.contains(key) { unsettled.append(key) }
  }

  /// The linter that is configured for a document.
  mutating func linter(for path: FilePath?) -> Linter {
    configuration(for: path).map { Linter(settings: $0.lintSettings) } ?? Linter()
  }

  /// What is wrong with an open document; judged if it was edited since it was last.
  mutating func report(on key: DocumentKey) -> OpenDocument.NumberedReport? {
    guard let document = documents[key] else { return nil }
    if let report = document.report, !isOutdated(document) { return report }
    if documents[key]?.recall(under: configurationCount) ?? false, let document = documents[key],
      !isOutdated(document)
    {
      return document.report
    }
    let numbered: OpenDocument.NumberedReport
    if document.isConfiguration {
      numbered = OpenDocument.NumberedReport(
        number: nextNumber(), report: configurationReport(on: document), related: RelatedDocuments())
    } else {
      let judgement = judge(document.bytes, at: document.path, lines: document.lines, after: document.judged)
      numbered = OpenDocument.NumberedReport(
        number: nextNumber(), report: judgement.report, related: judgement.related)
      documents[key]?.judged = judgement.judged
      documents[key]?.surveyed = judgement.surveyed
    }
    documents[key]?.report = numbered
    retired = documents[key]?.remember(under: configurationCount)
    return numbered
  }

  /// What is wrong with an open configuration file.
  private mutating func configurationReport(on document: OpenDocument) -> LintReport {
    var report = LintReport.nothing
    guard let path = document.path else { return report }
    do throws(ConfigurationError) {
      _ = try surroundings.configuration(for: path)
    } catch {
      report.findings = error.problems.filter { $0.source == .file(path) }.map { problem in
        let start = document.offset(of: problem.position)
        let end = document.lines.contentEnd(ofLine: document.lines.line(at: start), in: document.bytes)
        return Finding(
          rule: "configuration", severity: .error, range: TextRange(start, end), message: problem.message)
      }
    }
    return report
  }
}

extension OpenDocument {
  /// The byte at a place of a configuration file; the first where there is none.
  fileprivate func offset(of position: ConfigurationPosition?) -> Int {
    guard let position else { return 0 }
    return lines.offset(
      of: TextPosition(line: position.line - 1, column: position.column - 1), in: bytes, encoding: .utf32)
  }
}
