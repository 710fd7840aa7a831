import JSONText

/// `textDocument/foldingRange`: what of a document can be folded.
package struct FoldingRanges: DocumentRequest {
  /// What it is answered with.
  package typealias Response = [FoldingRange]

  /// The name of the method.
  package static let method = "textDocument/foldingRange"

  /// The document.
  package let uri: String

  /// Creates the request.
  package init(uri: String) { self.uri = uri }
}

/// Lines that can be folded to the first of them.
package struct FoldingRange: Hashable, Sendable, JSONWritable {
  /// The first line.
  package var startLine: Int
  /// The last line.
  package var endLine: Int

  /// Creates a stretch of lines.
  package init(startLine: Int, endLine: Int) {
    self.startLine = startLine
    self.endLine = endLine
  }

  /// Writes the lines.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("startLine", startLine)
      writer.member("endLine", endLine)
    }
  }
}
