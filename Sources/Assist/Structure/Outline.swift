import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// One entry of the outline of a document or file: a disclosure, a part, a section or a table, with what lies in it.
package struct OutlineEntry: Hashable, Sendable {
  /// Its heading, without line ends inside.
  package let name: String
  /// What it is.
  package let kind: Kind
  /// From its heading to the next entry that does not lie in it.
  package let range: TextRange
  /// Its heading.
  package let heading: TextRange
  /// The entries in it, in the order of the text.
  package var children: [OutlineEntry]

  /// What an entry can be.
  package enum Kind: Hashable, Sendable {
    /// A disclosure of a file that holds several.
    case disclosure
    /// `第一部分 …`, or a heading without number.
    case part
    /// `一、…` and what lies deeper.
    case section
    /// A table, by its title.
    case table
  }

  /// The entry so many bytes further down.
  fileprivate func moved(by bytes: Int) -> OutlineEntry {
    OutlineEntry(
      name: name, kind: kind, range: range.moved(by: bytes), heading: heading.moved(by: bytes),
      children: children.map { $0.moved(by: bytes) })
  }

  /// Whether it holds the byte at `offset`.
  func contains(_ offset: Int) -> Bool { range.lower <= offset && offset <= range.upper }
}

/// The outline of a document.
package enum Outline {
  /// The outline of a file: that of its disclosure, or each of several with what lies in it.
  ///
  /// - Complexity: O(*blocks*).
  package static func entries(of file: DisclosureFile) -> [OutlineEntry] {
    if file.parts.count == 1 { return entries(of: file.first) }
    return file.parts.compactMap { part in
      var entries = entries(of: part.document)
      guard let title = entries.first else { return nil }
      if title.children.isEmpty { entries.removeFirst() }
      let whole = OutlineEntry(
        name: title.name, kind: .disclosure, range: TextRange(0, part.document.text.bytes.count),
        heading: title.heading, children: entries)
      return whole.moved(by: part.start)
    }
  }

  /// The parts, sections and tables, each in the one it belongs to.
  ///
  /// - Complexity: O(*blocks*).
  package static func entries(of document: DisclosureDocument) -> [OutlineEntry] {
    var open: [(entry: OutlineEntry, level: Int)] = []
    var result: [OutlineEntry] = []
    func close(downTo level: Int, at end: Int) {
      while let last = open.last, last.level >= level {
        open.removeLast()
        let entry = last.entry
        let closed = OutlineEntry(
          name: entry.name, kind: entry.kind, range: TextRange(entry.range.lower, end), heading: entry.heading,
          children: entry.children)
        if open.isEmpty { result.append(closed) } else { open[open.count - 1].entry.children.append(closed) }
      }
    }
    var end = 0
    for block in document.tree.blocks.map(\.block) {
      guard let level = level(of: block), block.text.count > 0 else {
        end = block.range.upper
        continue
      }
      close(downTo: level, at: end)
      open.append(
        (
          OutlineEntry(
            name: block.text.string(in: 0..<block.text.count), kind: kind(of: block), range: block.range,
            heading: block.range, children: []), level
        ))
      end = block.range.upper
    }
    close(downTo: 0, at: end)
    return result
  }

  /// How deep a heading stands; a table deeper than every heading. Nil for what is none.
  private static func level(of block: Block) -> Int? {
    switch block.kind {
    case .heading: block.numbering?.level ?? 0
    case .tableTitle: 9
    default: nil
    }
  }

  private static func kind(of block: Block) -> OutlineEntry.Kind {
    if block.kind == .tableTitle { return .table }
    return (block.numbering?.level ?? 0) == 0 ? .part : .section
  }
}
