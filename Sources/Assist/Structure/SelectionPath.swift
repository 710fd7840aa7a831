import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// What a selection grows to, step by step: the figure, the clause, the sentence, the paragraph,
/// the section, the document.
package enum SelectionPath {
  /// The ranges around `offset`, each inside the next one; the last is the whole document.
  package static func ranges(_ reading: DocumentReading, at offset: Int) -> [TextRange] {
    let document = reading.document
    var found: [TextRange] = []
    if let figure = reading.figure(at: offset) {
      found.append(reading.sheet.digits(of: figure.mark)?.range ?? figure.range)
      found.append(reading.sheet.wholeRange(of: figure.mark))
    }
    if let index = reading.block(at: offset) {
      let block = document.tree.blocks[index]
      if block.block.range.lower <= offset, offset <= block.block.range.upper {
        found += stretches(of: block, at: offset)
        found.append(block.block.range)
      }
    }
    found += sections(Outline.entries(of: document), at: offset).reversed()
    found.append(TextRange(0, document.text.bytes.count))
    return found.reduce(into: []) { path, range in
      guard range.lower <= offset, offset <= range.upper else { return }
      guard let last = path.last else { return path.append(range) }
      if range != last, range.contains(last) { path.append(range) }
    }
  }

  private static func sections(_ entries: [OutlineEntry], at offset: Int) -> [TextRange] {
    guard let entry = entries.last(where: { $0.contains(offset) }) else { return [] }
    return [entry.range] + sections(entry.children, at: offset)
  }

  /// The clause and the sentence of a paragraph that hold `offset`.
  private static func stretches(of block: ReadBlock, at offset: Int) -> [TextRange] {
    [
      stretch(of: block, at: offset) { kind in
        switch kind {
        case .comma, .semicolon, .colon, .stop: true
        default: false
        }
      },
      stretch(of: block, at: offset) { $0 == .stop },
    ].compactMap { $0 }
  }

  private static func stretch(
    of block: ReadBlock, at offset: Int, endedBy isEnd: (Token.Kind) -> Bool
  ) -> TextRange? {
    let text = block.block.text
    var start = 0
    for token in block.tokens where isEnd(token.kind) {
      if start < token.range.lowerBound {
        let range = text.sourceRange(of: start..<token.range.upperBound)
        if range.lower <= offset, offset < range.upper { return range }
      }
      start = token.range.upperBound
    }
    guard start < text.count else { return nil }
    let range = text.sourceRange(of: start..<text.count)
    return range.lower <= offset && offset <= range.upper ? range : nil
  }
}
