import JSONText

/// `workspace/diagnostic`: what there is to say of all documents, open or not.
package struct WorkspaceDiagnostics: IncomingParameters {
  /// The name of the method.
  package static let method = "workspace/diagnostic"

  /// What the last report on each document was called.
  package let previousResults: [(uri: String, name: String)]
  /// Where parts of the answer may be sent before the rest.
  package let partialResultToken: RequestIdentifier?
  /// Where progress may be told.
  package let workDoneToken: RequestIdentifier?

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    try parameters.requireObjectOrNull()
    previousResults = (parameters["previousResultIds"]?.elements ?? []).compactMap { element in
      guard let uri = element["uri"]?.string, let name = element["value"]?.string else { return nil }
      return (uri, name)
    }
    partialResultToken = RequestIdentifier(parameters["partialResultToken"])
    workDoneToken = RequestIdentifier(parameters["workDoneToken"])
  }
}

/// The report on one of the documents of a workspace.
package struct WorkspaceDocumentReport: Sendable, JSONWritable {
  /// The document.
  package var uri: String
  /// The version of its text; nil for one that is not open.
  package var version: Int?
  /// What there is to say of it.
  package var report: DiagnosticReport

  /// Creates a report.
  package init(uri: String, version: Int?, report: DiagnosticReport) {
    self.uri = uri
    self.version = version
    self.report = report
  }

  /// Writes the report.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("uri", uri)
      writer.key("version")
      if let version { writer.int(version) } else { writer.null() }
      report.writeMembers(to: &writer)
    }
  }
}

/// The answer to `workspace/diagnostic`, or a part of it.
package struct WorkspaceReport: Sendable, JSONWritable {
  /// The reports on the documents.
  package var items: [WorkspaceDocumentReport]

  /// Creates an answer.
  package init(_ items: [WorkspaceDocumentReport]) { self.items = items }

  /// Writes the answer.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in writer.member("items", items) }
  }
}
