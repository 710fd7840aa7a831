import DisclosureText
import JSONText
import LanguageServerProtocol
import Lint

extension Session {
  /// Judges the documents that were edited and publishes what is wrong with them, unless the
  /// client asks for it.
  ///
  /// Called when no message waits any more, so that what is published is never outdated.
  package mutating func settle() {
    if traits.capabilities.pullsDiagnostics {
      unsettled = []
      return
    }
    let settled = unsettled
    while !unsettled.isEmpty { publish(unsettled.removeFirst()) }
    publishOutdated(besides: settled)
  }

  /// Lets go of what is not needed any more. Called when everything is sent.
  package mutating func rest() { retired = nil }

  mutating func publish(_ key: DocumentKey) {
    guard let report = report(on: key), let document = documents[key] else { return }
    output.notify(
      PublishDiagnostics(uri: document.uri, version: document.version, diagnostics: diagnostics(report, document)))
  }

  /// What there is to say of a document now, to a client that asks.
  mutating func diagnostics(_ message: DocumentDiagnostics) -> DiagnosticReport {
    let key = DocumentKey(message.uri)
    if !traits.capabilities.diagnosticRefresh { finishSurvey(beside: documents[key]?.path) }
    guard let report = report(on: key), let document = documents[key] else { return .full([], name: "0") }
    if message.previousResult == report.name { return .unchanged(name: report.name) }
    return .full(diagnostics(report, document), name: report.name)
  }

  /// The findings of a report on an open document in the terms of the protocol.
  func diagnostics(_ report: OpenDocument.NumberedReport, _ document: OpenDocument) -> [Diagnostic] {
    var places = FindingPlaces(
      uri: document.uri, PositionConverter(document, encoding: traits.encoding), related: report.related)
    return report.report.findings.enumerated().map { index, finding in
      var diagnostic = diagnostic(finding, &places)
      if traits.capabilities.diagnosticData {
        diagnostic.data = FindingReference(report: report.number, index: index).value
      }
      return diagnostic
    }
  }

  /// A finding in the terms of the protocol, with nothing the client did not declare.
  func diagnostic(_ finding: Finding, _ places: inout FindingPlaces) -> Diagnostic {
    var diagnostic = Diagnostic(
      range: places.converter.range(finding.range), severity: DiagnosticSeverity(finding.severity), code: finding.rule,
      source: Self.serverName, message: finding.message[traits.language])
    if traits.capabilities.relatedInformation {
      for place in finding.related {
        guard let information = places.information(place, traits.language, in: self) else { continue }
        diagnostic.relatedInformation.append(information)
      }
    }
    if traits.capabilities.codeDescription, let pages = traits.rulePages {
      diagnostic.codeDescription = "\(pages)#\(finding.rule)"
    }
    diagnostic.isUnnecessary = traits.capabilities.unnecessaryTag && finding.severity == .hint
    return diagnostic
  }
}

/// What a diagnostic carries, so that it can be told which finding it was made from.
struct FindingReference: Hashable, Sendable {
  /// The number of the report.
  let report: Int
  /// The place of the finding in it.
  let index: Int

  /// Names a finding.
  init(report: Int, index: Int) {
    self.report = report
    self.index = index
  }

  /// Reads what a client sent back; nil for anything else.
  init?(_ value: JSONValue?) {
    guard let elements = value?.elements, elements.count == 2, let report = elements[0].integer,
      let index = elements[1].integer
    else { return nil }
    self.init(report: report, index: index)
  }

  /// The reference in the form it is sent.
  var value: JSONValue {
    JSONValue(.array([JSONValue(.integer(Int64(report))), JSONValue(.integer(Int64(index)))]))
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
