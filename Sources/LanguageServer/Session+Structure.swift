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
    guard let (document, file) = file(of: message.uri) else { return .flat([]) }
    let entries = Outline.entries(of: file)
    var converter = PositionConverter(document, encoding: traits.encoding)
    if traits.capabilities.nestedSymbols { return .nested(entries.map { Self.symbol($0, &converter) }) }
    return .flat(Self.flattened(entries, in: nil, uri: document.uri, &converter))
  }

  /// The entries of the outlines of all documents, open or not, whose name holds the query's characters
  /// in their order.
  mutating func symbols(_ message: WorkspaceSymbols) -> SymbolList {
    var found: [SymbolInformation] = []
    for key in documents.keys.sorted() {
      guard let uri = documents[key]?.uri, let (document, file) = file(of: uri) else { continue }
      var converter = PositionConverter(document, encoding: traits.encoding)
      found += Self.flattened(Outline.entries(of: file), in: nil, uri: uri, &converter)
    }
    for path in surroundings.documents() {
      let uri = FileLocation.uri(of: path)
      guard documents[DocumentKey(uri)] == nil, let bytes = surroundings.bytes(of: path) else { continue }
      let file = Linter().read(file: SourceText(CommaSeparatedText.readable(bytes, at: path)))
      var converter = PositionConverter(bytes: file.text.bytes, lines: file.lines, encoding: traits.encoding)
      found += Self.flattened(Outline.entries(of: file), in: nil, uri: uri, &converter)
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
    guard let file = file(of: message.uri)?.file else { return [] }
    return file.parts.flatMap { part in
      let before = file.lines.line(at: part.start)
      return Folding.lines(of: part.document).map {
        FoldingRange(startLine: before + $0.lowerBound, endLine: before + $0.upperBound)
      }
    }
  }

  /// What selections grow to.
  mutating func selectionRanges(_ message: SelectionRanges) -> [SelectionRange] {
    message.positions.compactMap { position in
      guard let (document, placed, offset) = reading(of: message.uri, at: position) else { return nil }
      var converter = converter(document, placed)
      var ranges = SelectionPath.ranges(placed.reading, at: offset).map { converter.range($0) }
      let whole = TextRange(-placed.start, document.bytes.count - placed.start)
      if whole.count > placed.reading.document.text.bytes.count { ranges.append(converter.range(whole)) }
      return SelectionRange(ranges: ranges)
    }
  }

  /// What the words of a document are.
  mutating func tokens(_ message: SemanticTokens) -> SemanticTokenList {
    guard let (document, readings) = readings(of: message.uri) else { return SemanticTokenList([]) }
    return tokens(in: TextRange(0, document.bytes.count), document, readings)
  }

  /// What the words of a part of a document are.
  mutating func tokens(_ message: SemanticTokensInRange) -> SemanticTokenList {
    guard let (document, readings) = readings(of: message.part.uri, touching: message.part.range) else {
      return SemanticTokenList([])
    }
    return tokens(
      in: document.textRange(of: message.part.range, encoding: traits.encoding), document, readings)
  }

  private func tokens(
    in range: TextRange, _ document: OpenDocument, _ readings: [PlacedReading]
  ) -> SemanticTokenList {
    SemanticTokenList(
      readings.flatMap { placed in
        var converter = converter(document, placed)
        let part = placed.part(of: range)
        let words = MarkedWord.all(in: placed.reading.document, touching: part).filter { $0.range.touches(part) }
        return words.map { word in
          let place = converter.range(word.range)
          return SemanticToken(
            start: place.start, length: place.end.character - place.start.character,
            type: TokenLegend.type(of: word.kind), modifiers: TokenLegend.modifiers(of: word.kind))
        }
      })
  }

  /// The links of contents and lists of annexes; a link to a line is a fragment of the document's URI.
  mutating func links(_ message: DocumentLinks) -> [DocumentLink] {
    guard let (document, file) = file(of: message.uri) else { return [] }
    return file.parts.flatMap { part in
      var converter = PositionConverter(document, encoding: traits.encoding, from: part.start)
      return AnnexLinks.links(in: part.document).map { link in
        let line = converter.position(link.target.lower).line + 1
        return DocumentLink(range: converter.range(link.range), target: "\(document.uri)#L\(line)")
      }
    }
  }

  /// The computed values beside figures that differ, where the user wants to see them.
  mutating func inlayHints(_ message: InlayHints) -> [InlayHint] {
    guard surroundings.showsInlayHints,
      let (document, readings) = readings(of: message.part.uri, touching: message.part.range)
    else { return [] }
    let range = document.textRange(of: message.part.range, encoding: traits.encoding)
    return readings.flatMap { placed in
      var converter = converter(document, placed)
      return ComputedHint.all(placed.reading, in: placed.part(of: range)).map { hint in
        InlayHint(
          position: converter.position(hint.offset), label: "= " + hint.value,
          tooltip: hint.computation[traits.language])
      }
    }
  }

  /// What was checked of each table.
  mutating func codeLenses(_ message: CodeLenses) -> [CodeLens] {
    guard let (document, readings) = readings(of: message.uri) else { return [] }
    return readings.flatMap { placed in
      var converter = converter(document, placed)
      return TableLens.all(placed.reading).map { lens in
        CodeLens(range: converter.range(lens.range), title: lens.title[traits.language])
      }
    }
  }
}

extension SymbolKind {
  /// The kind that the protocol has for an entry of an outline.
  init(_ kind: OutlineEntry.Kind) {
    switch kind {
    case .disclosure: self = .file
    case .part: self = .module
    case .section: self = .namespace
    case .table: self = .struct
    }
  }
}
