import Assist
import Disclosure
import DisclosureText
import LanguageServerProtocol
import Lint
import Rules
import Workspace

/// What an editor asks of a document's structure.
extension Session {
  /// The outline of a document.
  mutating func symbols(_ message: DocumentSymbols) -> SymbolList {
    guard let (document, reading) = reading(of: message.uri) else { return .flat([]) }
    let entries = Outline.entries(of: reading.document)
    var converter = PositionConverter(document, encoding: traits.encoding)
    if traits.capabilities.nestedSymbols { return .nested(entries.map { Self.symbol($0, &converter) }) }
    return .flat(Self.flattened(entries, in: nil, uri: document.uri, &converter))
  }

  /// The entries of the outlines of all documents, open or not, whose name holds the query's characters
  /// in their order.
  mutating func symbols(_ message: WorkspaceSymbols) -> SymbolList {
    var found: [SymbolInformation] = []
    for key in documents.keys.sorted() {
      guard let uri = documents[key]?.uri, let (document, reading) = reading(of: uri) else { continue }
      var converter = PositionConverter(document, encoding: traits.encoding)
      found += Self.flattened(Outline.entries(of: reading.document), in: nil, uri: uri, &converter)
    }
    for path in surroundings.documents() {
      let uri = FileLocation.uri(of: path)
      guard documents[DocumentKey(uri)] == nil, let bytes = surroundings.bytes(of: path) else { continue }
      let reading = DocumentReading(
        SourceText(CommaSeparatedText.readable(bytes, at: path)), linter: Linter())
      var converter = PositionConverter(
        bytes: reading.document.text.bytes, lines: reading.document.lines, encoding: traits.encoding)
      found += Self.flattened(Outline.entries(of: reading.document), in: nil, uri: uri, &converter)
    }
    return .flat(Array(found.filter { Self.matches($0.name, message.query) }.prefix(Self.symbolLimit)))
  }

  /// More entries than this are no help to anybody.
  private static let symbolLimit = 1_000

  private static func matches(_ name: String, _ query: String) -> Bool {
    var rest = name.lowercased().unicodeScalars[...]
    for scalar in query.lowercased().unicodeScalars {
      guard let place = rest.firstIndex(of: scalar) else { return false }
      rest = rest[rest.index(after: place)...]
    }
    return true
  }

  private static func symbol(_ entry: OutlineEntry, _ converter: inout PositionConverter) -> DocumentSymbol {
    let range = converter.range(entry.range)
    let heading = converter.range(entry.heading)
    return DocumentSymbol(
      name: entry.name, kind: SymbolKind(entry.kind), range: range, selectionRange: heading,
      children: entry.children.map { symbol($0, &converter) })
  }

  private static func flattened(
    _ entries: [OutlineEntry], in container: String?, uri: String, _ converter: inout PositionConverter
  ) -> [SymbolInformation] {
    entries.flatMap { entry in
      let location = Location(uri: uri, range: converter.range(entry.range))
      return [
        SymbolInformation(name: entry.name, kind: SymbolKind(entry.kind), location: location, container: container)
      ]
        + flattened(entry.children, in: entry.name, uri: uri, &converter)
    }
  }

  /// What can be folded.
  mutating func foldingRanges(_ message: FoldingRanges) -> [FoldingRange] {
    guard let reading = reading(of: message.uri)?.reading else { return [] }
    return Folding.lines(of: reading.document).map { FoldingRange(startLine: $0.lowerBound, endLine: $0.upperBound) }
  }

  /// What selections grow to.
  mutating func selectionRanges(_ message: SelectionRanges) -> [SelectionRange] {
    guard let (document, reading) = reading(of: message.uri) else { return [] }
    var converter = PositionConverter(document, encoding: traits.encoding)
    return message.positions.map { position in
      let offset = document.offset(of: position, encoding: traits.encoding)
      return SelectionRange(ranges: SelectionPath.ranges(reading, at: offset).map { converter.range($0) })
    }
  }

  /// What the words of a document are.
  mutating func tokens(_ message: SemanticTokens) -> SemanticTokenList {
    guard let (document, reading) = reading(of: message.uri) else { return SemanticTokenList([]) }
    return tokens(in: TextRange(0, document.bytes.count), document, reading)
  }

  /// What the words of a part of a document are.
  mutating func tokens(_ message: SemanticTokensInRange) -> SemanticTokenList {
    guard let (document, reading) = reading(of: message.part.uri) else { return SemanticTokenList([]) }
    return tokens(in: document.textRange(of: message.part.range, encoding: traits.encoding), document, reading)
  }

  private func tokens(
    in range: TextRange, _ document: OpenDocument, _ reading: DocumentReading
  ) -> SemanticTokenList {
    var converter = PositionConverter(document, encoding: traits.encoding)
    let words = MarkedWord.all(in: reading.document, touching: range).filter { $0.range.touches(range) }
    return SemanticTokenList(
      words.map { word in
        let place = converter.range(word.range)
        return SemanticToken(
          start: place.start, length: place.end.character - place.start.character,
          type: TokenLegend.type(of: word.kind),
          modifiers: TokenLegend.modifiers(of: word.kind))
      })
  }

  /// The links of contents and lists of annexes; a link to a line is a fragment of the document's URI.
  mutating func links(_ message: DocumentLinks) -> [DocumentLink] {
    guard let (document, reading) = reading(of: message.uri) else { return [] }
    var converter = PositionConverter(document, encoding: traits.encoding)
    return AnnexLinks.links(in: reading.document).map { link in
      DocumentLink(
        range: converter.range(link.range), target: "\(document.uri)#L\(converter.position(link.target.lower).line + 1)"
      )
    }
  }

  /// The computed values beside figures that differ, where the user wants to see them.
  mutating func inlayHints(_ message: InlayHints) -> [InlayHint] {
    guard surroundings.showsInlayHints, let (document, reading) = reading(of: message.part.uri) else { return [] }
    var converter = PositionConverter(document, encoding: traits.encoding)
    let range = document.textRange(of: message.part.range, encoding: traits.encoding)
    return ComputedHint.all(reading, in: range).map { hint in
      InlayHint(
        position: converter.position(hint.offset), label: "= " + hint.value, tooltip: hint.computation[traits.language])
    }
  }

  /// What was checked of each table.
  mutating func codeLenses(_ message: CodeLenses) -> [CodeLens] {
    guard let (document, reading) = reading(of: message.uri) else { return [] }
    var converter = PositionConverter(document, encoding: traits.encoding)
    return TableLens.all(reading).map { lens in
      CodeLens(range: converter.range(lens.range), title: lens.title[traits.language])
    }
  }
}

extension SymbolKind {
  /// The kind that the protocol has for an entry of an outline.
  init(_ kind: OutlineEntry.Kind) {
    switch kind {
    case .part: self = .module
    case .section: self = .namespace
    case .table: self = .struct
    }
  }
}
