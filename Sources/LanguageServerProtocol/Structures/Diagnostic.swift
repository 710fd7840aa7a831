import JSONText

/// A remark on a part of a document.
package struct Diagnostic: Sendable {
  /// The part.
  package var range: ProtocolRange
  /// How grave it is.
  package var severity: DiagnosticSeverity?
  /// What kind of remark it is.
  package var code: String?
  /// Where its kind is explained.
  package var codeDescription: String?
  /// Whether what it stands on is of no use, so that it may be shown faded.
  package var isUnnecessary = false
  /// Who makes it.
  package var source: String?
  /// The remark.
  package var message: String
  /// The places that have to do with it.
  package var relatedInformation: [RelatedInformation]
  /// What the client is to send back with the diagnostic.
  package var data: JSONValue?

  /// Creates a diagnostic.
  package init(
    range: ProtocolRange, severity: DiagnosticSeverity, code: String, source: String, message: String,
    relatedInformation: [RelatedInformation] = [], data: JSONValue? = nil
  ) {
    self.range = range
    self.severity = severity
    self.code = code
    self.source = source
    self.message = message
    self.relatedInformation = relatedInformation
    self.data = data
  }

  /// Reads a diagnostic that the client sends back. Only what a server recognizes it by is
  /// read: its range, code, source and data.
  package init(_ value: JSONValue) throws(ResponseError) {
    range = try ProtocolRange(try value.required("range"))
    code = value["code"]?.string
    source = value["source"]?.string
    message = value["message"]?.string ?? ""
    relatedInformation = []
    data = value["data"]
  }
}

/// How grave a diagnostic is.
package enum DiagnosticSeverity: Int, Hashable, Sendable {
  /// An error.
  case error = 1
  /// A warning.
  case warning = 2
  /// Information.
  case information = 3
  /// A hint.
  case hint = 4
}

/// A place that has to do with a diagnostic.
package struct RelatedInformation: Hashable, Sendable {
  /// The document.
  package var uri: String
  /// The place in it.
  package var range: ProtocolRange
  /// What there is to say of it.
  package var message: String

  /// Creates a place.
  package init(uri: String, range: ProtocolRange, message: String) {
    self.uri = uri
    self.range = range
    self.message = message
  }
}

extension Diagnostic: JSONWritable {
  /// Writes the diagnostic on one line; what it has not is left out.
  package func write(to writer: inout JSONWriter) {
    writer.beginPieces(#"{"range":"#)
    writer.value(range)
    if let severity {
      writer.piece(#","severity":"#)
      writer.int(severity.rawValue)
    }
    if let code {
      writer.piece(#","code":"#)
      writer.string(code)
    }
    if let codeDescription {
      writer.piece(#","codeDescription":{"href":"#)
      writer.string(codeDescription)
      writer.piece("}")
    }
    if let source {
      writer.piece(#","source":"#)
      writer.string(source)
    }
    writer.piece(#","message":"#)
    writer.string(message)
    if isUnnecessary { writer.piece(#","tags":[1]"#) }
    if !relatedInformation.isEmpty {
      writer.piece(#","relatedInformation":"#)
      writer.array { writer in
        for place in relatedInformation { place.write(to: &writer) }
      }
    }
    if let data {
      writer.piece(#","data":"#)
      writer.value(data)
    }
    writer.endPieces("}")
  }
}

extension RelatedInformation: JSONWritable {
  /// Writes the place on one line.
  package func write(to writer: inout JSONWriter) {
    writer.beginPieces(#"{"location":{"uri":"#)
    writer.string(uri)
    writer.piece(#","range":"#)
    writer.value(range)
    writer.piece(#"},"message":"#)
    writer.string(message)
    writer.endPieces("}")
  }
}
