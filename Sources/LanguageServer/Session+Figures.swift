import Assist
import DisclosureText
import LanguageServerProtocol
import Lint
import Rules
import Workspace

/// What an editor asks of the figure at a place.
extension Session {
  /// What is known of a figure, of an account, and of the rule whose finding stands there.
  mutating func hover(_ message: Hover) -> HoverResult? {
    let key = DocumentKey(message.place.uri)
    guard let (document, placed, offset) = reading(of: message.place.uri, at: message.place.position),
      let report = report(on: key)?.report
    else { return nil }
    let texts = [
      FigureHover.text(placed.reading, at: offset), AccountHover.text(placed.reading.document, at: offset),
      RuleHover.text(report, at: placed.start + offset)?.moved(by: -placed.start),
    ].compactMap { $0 }
    guard let first = texts.first else { return nil }
    var converter = converter(document, placed)
    let isMarkdown = traits.capabilities.markdownHover
    return HoverResult(
      text: HoverRendering.text(texts.flatMap(\.paragraphs), in: traits.language, isMarkdown: isMarkdown),
      isMarkdown: isMarkdown, range: converter.range(first.range))
  }

  /// The table cell or first mention of the measure at a place, or the part that a list entry names.
  mutating func definition(_ message: Definition) -> [Location] {
    guard let (document, placed, offset) = reading(of: message.place.uri, at: message.place.position) else {
      return []
    }
    let reading = placed.reading
    let figure = reading.figure(at: offset).flatMap { reading.definition(of: $0) }?.range
    let target =
      figure ?? AnnexLinks.links(in: reading.document).first { $0.range.touches(TextRange(offset, offset)) }?.target
    return target.map { locations([$0], of: placed, in: document) } ?? []
  }

  /// All mentions of the measure at a place.
  mutating func references(_ message: References) -> [Location] {
    guard let (document, placed, offset) = reading(of: message.place.uri, at: message.place.position),
      let figure = placed.reading.figure(at: offset)
    else { return [] }
    let definition = placed.reading.definition(of: figure)
    let mentions = placed.reading.mentions(of: figure).filter {
      message.includesDeclaration || $0.range != definition?.range
    }
    return locations(mentions.map(\.range), of: placed, in: document)
  }

  /// All mentions of the measure at a place, to be highlighted.
  mutating func highlights(_ message: DocumentHighlight) -> [HighlightedRange] {
    guard let (document, placed, offset) = reading(of: message.place.uri, at: message.place.position),
      let figure = placed.reading.figure(at: offset)
    else { return [] }
    var converter = converter(document, placed)
    return placed.reading.mentions(of: figure).map { HighlightedRange(range: converter.range($0.range)) }
  }

  /// The digits that a new value would replace.
  mutating func prepareRename(_ message: PrepareRename) -> RenameSuggestion? {
    guard let (document, placed, offset) = reading(of: message.place.uri, at: message.place.position),
      let rename = FigureRename(placed.reading, at: offset)
    else { return nil }
    var converter = converter(document, placed)
    return RenameSuggestion(range: converter.range(rename.range), placeholder: rename.placeholder)
  }

  /// The edit that gives the measure at a place another value.
  mutating func rename(_ message: Rename) throws(ResponseError) -> WorkspaceEdit? {
    guard let (document, placed, offset) = reading(of: message.place.uri, at: message.place.position) else {
      return nil
    }
    guard let rename = FigureRename(placed.reading, at: offset) else {
      throw ResponseError(
        .requestFailed, LocalizedText("此处没有可以改值的数", "there is no figure here")[traits.language])
    }
    guard let edits = rename.edits(to: message.newName) else {
      throw ResponseError(
        .invalidParameters,
        LocalizedText("“\(message.newName)”不是可以填在此处的数", "“\(message.newName)” is no number for this place")[
          traits.language])
    }
    return edit(edits.map { $0.moved(by: placed.start) }, of: document)
  }

  /// What could be typed at a place.
  mutating func completion(_ message: Completion) -> CompletionList {
    guard let document = documents[DocumentKey(message.place.uri)] else {
      return CompletionList(isIncomplete: false, items: [])
    }
    let offset = document.offset(of: message.place.position, encoding: traits.encoding)
    let proposals =
      document.isConfiguration
      ? Self.words(in: document, at: offset)
      : figures(in: document, at: offset) + AccountProposals.all(document.readable, at: offset)
    var converter = PositionConverter(document, encoding: traits.encoding)
    let items = proposals.enumerated().map { rank, proposal in
      CompletionEntry(
        label: proposal.text, kind: .init(proposal.kind), detail: proposal.detail[traits.language],
        edit: ProtocolEdit(range: converter.range(proposal.range), newText: proposal.text),
        // What was typed of a figure is replaced whatever it was.
        filter: proposal.kind == .figure
          ? String(decoding: document.bytes[proposal.range.lower..<proposal.range.upper], as: UTF8.self) + proposal.text
          : proposal.text,
        rank: rank)
    }
    return CompletionList(isIncomplete: !document.isConfiguration, items: items)
  }

  /// The figures that could be typed at a place, as the disclosure that it stands in has them.
  private mutating func figures(in document: OpenDocument, at offset: Int) -> [Proposal] {
    guard let file = file(of: document.uri)?.file else { return [] }
    let part = file.parts[file.part(at: offset)]
    return FigureProposals.all(
      part.text, at: offset - part.start, linter: linter(for: document.path),
      linesBefore: file.lines.line(at: part.start)
    ).map { $0.moved(by: part.start) }
  }

  private static func words(in document: OpenDocument, at offset: Int) -> [Proposal] {
    guard let (typed, words) = ConfigurationProposals.words(in: document.bytes, at: offset) else { return [] }
    return words.map { Proposal(text: $0.text, range: typed, detail: $0.meaning, kind: .word) }
  }

  private func locations(
    _ ranges: [TextRange], of placed: PlacedReading, in document: OpenDocument
  ) -> [Location] {
    var converter = converter(document, placed)
    return ranges.map { Location(uri: document.uri, range: converter.range($0)) }
  }
}

extension CompletionEntry.Kind {
  /// The kind that the protocol has for a proposal's.
  init(_ kind: Proposal.Kind) {
    switch kind {
    case .figure: self = .value
    case .account: self = .constant
    case .word: self = .property
    }
  }
}
