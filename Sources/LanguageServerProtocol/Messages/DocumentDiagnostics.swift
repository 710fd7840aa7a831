import JSONText

/// `textDocument/diagnostic`: what there is to say of a document now.
package struct DocumentDiagnostics: IncomingRequest {
  /// What it is answered with.
  package typealias Response = DiagnosticReport

  /// The name of the method.
  package static let method = "textDocument/diagnostic"

  /// The document.
  package let uri: String
  /// What the last report was called.
  package let previousResult: String?

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uri = try parameters.requiredDocument()
    previousResult = parameters["previousResultId"]?.string
  }
}

/// What there is to say of a document, or that it is what was said before.
package enum DiagnosticReport: Sendable {
  /// Everything, under a name by which it can be asked for again.
  case full([Diagnostic], name: String)
  /// What was said under the name.
  case unchanged(name: String)
}

extension DiagnosticReport: JSONWritable {
  /// Writes the report.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in writeMembers(to: &writer) }
  }

  /// Writes what the report has in common with one of the workspace.
  func writeMembers(to writer: inout JSONWriter) {
    switch self {
    case .full(let diagnostics, let name):
      writer.member("kind", "full")
      writer.member("resultId", name)
      writer.member("items", diagnostics)
    case .unchanged(let name):
      writer.member("kind", "unchanged")
      writer.member("resultId", name)
    }
  }
}
