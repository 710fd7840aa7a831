import JSONText

/// `textDocument/semanticTokens/full`: what the words of a document are.
package struct SemanticTokens: DocumentRequest {
  /// What it is answered with.
  package typealias Response = SemanticTokenList

  /// The name of the method.
  package static let method = "textDocument/semanticTokens/full"

  /// The document.
  package let uri: String

  /// Creates the request.
  package init(uri: String) { self.uri = uri }
}

/// `textDocument/semanticTokens/range`: what the words of a part of a document are.
package struct SemanticTokensInRange: IncomingRequest {
  /// What it is answered with.
  package typealias Response = SemanticTokenList

  /// The name of the method.
  package static let method = "textDocument/semanticTokens/range"

  /// The part.
  package let part: DocumentRange

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) { part = try DocumentRange(parameters) }
}

/// A word within one line, by the numbers that the server gave for its kind.
package struct SemanticToken: Hashable, Sendable {
  /// The first character.
  package var start: ProtocolPosition
  /// The number of characters, counted as columns are.
  package var length: Int
  /// The kind, by its place in the legend.
  package var type: Int
  /// The traits, one bit for each entry of the legend.
  package var modifiers: Int

  /// Creates a word.
  package init(start: ProtocolPosition, length: Int, type: Int, modifiers: Int) {
    self.start = start
    self.length = length
    self.type = type
    self.modifiers = modifiers
  }
}

/// Words in the order of the text.
package struct SemanticTokenList: Hashable, Sendable, JSONWritable {
  /// The words; none overlaps another.
  package var tokens: [SemanticToken]

  /// Creates a list.
  package init(_ tokens: [SemanticToken]) { self.tokens = tokens }

  /// Writes five numbers for each word, its place counted from the one before.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.key("data")
      writer.array { writer in
        var last = ProtocolPosition(line: 0, character: 0)
        for token in tokens {
          let isSameLine = token.start.line == last.line
          writer.int(token.start.line - last.line)
          writer.int(isSameLine ? token.start.character - last.character : token.start.character)
          writer.int(token.length)
          writer.int(token.type)
          writer.int(token.modifiers)
          last = token.start
        }
      }
    }
  }
}
