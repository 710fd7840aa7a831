import Disclosure
import DisclosureSyntax
import DisclosureText

/// The stretches of a document that an editor can fold: parts, sections, tables, and paragraphs
/// that take several lines.
package enum Folding {
  /// The first and the last line of each stretch, counted from 0, by the first line and the longer
  /// before the shorter.
  package static func lines(of document: DisclosureDocument) -> [ClosedRange<Int>] {
    var found: Set<ClosedRange<Int>> = []
    func add(_ range: TextRange) {
      let first = document.lines.line(at: range.lower)
      let last = document.lines.line(at: max(range.lower, range.upper - 1))
      if last > first { found.insert(first...last) }
    }
    func add(_ entries: [OutlineEntry]) {
      for entry in entries {
        add(entry.range)
        add(entry.children)
      }
    }
    add(Outline.entries(of: document))
    for block in document.tree.blocks where block.block.kind != .heading && block.block.kind != .tableTitle {
      add(block.block.range)
    }
    return found.sorted { ($0.lowerBound, -$0.upperBound) < ($1.lowerBound, -$1.upperBound) }
  }
}
