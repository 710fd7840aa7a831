import JSONText

/// `textDocument/documentSymbol`: the outline of a document.
package struct DocumentSymbols: DocumentRequest {
  /// What it is answered with.
  package typealias Response = SymbolList

  /// The name of the method.
  package static let method = "textDocument/documentSymbol"

  /// The document.
  package let uri: String

  /// Creates the request.
  package init(uri: String) { self.uri = uri }
}

/// `workspace/symbol`: the entries of all outlines that a query finds.
package struct WorkspaceSymbols: IncomingRequest {
  /// What it is answered with.
  package typealias Response = SymbolList

  /// The name of the method.
  package static let method = "workspace/symbol"

  /// What is looked for; empty for everything.
  package let query: String

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) { query = try parameters.requiredString("query") }
}

/// Entries of outlines, nested or one by one.
package enum SymbolList: Sendable, JSONWritable {
  /// Entries that hold others.
  case nested([DocumentSymbol])
  /// Entries that name the one they lie in.
  case flat([SymbolInformation])

  /// Writes the entries.
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .nested(let symbols): symbols.write(to: &writer)
    case .flat(let symbols): symbols.write(to: &writer)
    }
  }
}

/// The kinds of entries that the protocol numbers.
package enum SymbolKind: Int, Hashable, Sendable {
  /// A disclosure of several.
  case file = 1
  /// A part.
  case module = 2
  /// A section.
  case namespace = 3
  /// A table.
  case `struct` = 23
}

/// An entry of an outline with those in it.
package struct DocumentSymbol: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The kind.
  package var kind: SymbolKind
  /// All of it.
  package var range: ProtocolRange
  /// Its heading.
  package var selectionRange: ProtocolRange
  /// The entries in it.
  package var children: [DocumentSymbol]

  /// Creates an entry.
  package init(
    name: String, kind: SymbolKind, range: ProtocolRange, selectionRange: ProtocolRange, children: [DocumentSymbol]
  ) {
    self.name = name
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }
}

extension DocumentSymbol: JSONWritable {
  /// Writes the entry.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("kind", kind.rawValue)
      writer.member("range", range)
      writer.member("selectionRange", selectionRange)
      if !children.isEmpty { writer.member("children", children) }
    }
  }
}

/// An entry of an outline by itself.
package struct SymbolInformation: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The kind.
  package var kind: SymbolKind
  /// Where it is.
  package var location: Location
  /// The name of the entry it lies in.
  package var container: String?

  /// Creates an entry.
  package init(name: String, kind: SymbolKind, location: Location, container: String?) {
    self.name = name
    self.kind = kind
    self.location = location
    self.container = container
  }
}

extension SymbolInformation: JSONWritable {
  /// Writes the entry.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", name)
      writer.member("kind", kind.rawValue)
      writer.member("location", location)
      if let container { writer.member("containerName", container) }
    }
  }
}
