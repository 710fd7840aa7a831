import DisclosureText
import JSONText
import LanguageServerProtocol
import Lint
import Rules

extension Session {
  /// Lints the documents that were edited and publishes what is wrong with them.
  ///
  /// Called when no message waits any more, so that what is published is never outdated.
  package mutating func settle() {
    while !unsettled.isEmpty { settle(unsettled[0]) }
  }

  /// Lints one document if it was edited since it was linted.
  mutating func settle(_ key: DocumentKey) {
    guard let place = unsettled.firstIndex(of: key) else { return }
    unsettled.remove(at: place)
    guard var document = documents[key] else { return }
    let report = linter.lint(SourceText(document.bytes))
    document.report = report
    documents[key]?.report = report
    var converter = PositionConverter(document, encoding: traits.encoding)
    let diagnostics = report.findings.indices.map { index in
      diagnostic(findingIndex: index, report.findings[index], in: document, &converter)
    }
    output.notify(PublishDiagnostics(uri: document.uri, version: document.version, diagnostics: diagnostics))
  }

  /// A finding in the terms of the protocol, with nothing the client did not declare.
  func diagnostic(
    findingIndex: Int, _ finding: Finding, in document: OpenDocument, _ converter: inout PositionConverter
  ) -> Diagnostic {
    var diagnostic = Diagnostic(
      range: converter.range(finding.range), severity: DiagnosticSeverity(finding.severity), code: finding.rule,
      source: Self.serverName, message: finding.message[traits.language])
    if traits.capabilities.relatedInformation {
      diagnostic.relatedInformation = finding.related.map { place in
        RelatedInformation(
          uri: document.uri, range: converter.range(place.range), message: place.message[traits.language])
      }
    }
    if traits.capabilities.diagnosticData {
      diagnostic.data = FindingReference(revision: document.revision, index: findingIndex).value
    }
    return diagnostic
  }
}

/// What a diagnostic carries, so that it can be told which finding it was made from.
struct FindingReference: Hashable, Sendable {
  /// The revision of the document.
  let revision: Int
  /// The place of the finding in the report on it.
  let index: Int

  /// Names a finding.
  init(revision: Int, index: Int) {
    self.revision = revision
    self.index = index
  }

  /// Reads what a client sent back; nil for anything else.
  init?(_ value: JSONValue?) {
    guard let elements = value?.elements, elements.count == 2, let revision = elements[0].integer,
      let index = elements[1].integer
    else { return nil }
    self.init(revision: revision, index: index)
  }

  /// The reference in the form it is sent.
  var value: JSONValue {
    JSONValue(.array([JSONValue(.integer(Int64(revision))), JSONValue(.integer(Int64(index)))]))
  }
}

extension DiagnosticSeverity {
  /// The severity that the protocol has for one of a finding.
  init(_ severity: Severity) {
    switch severity {
    case .error: self = .error
    case .warning: self = .warning
    case .information: self = .information
    case .hint: self = .hint
    }
  }
}
