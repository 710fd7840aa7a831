import Disclosure
import DisclosureSyntax
import DisclosureText

/// An entry of a list that names a part or table of the document, and the place it names.
package struct AnnexLink: Hashable, Sendable {
  /// The entry.
  package let range: TextRange
  /// The title of what it names.
  package let target: TextRange

  /// Creates a link.
  package init(range: TextRange, target: TextRange) {
    self.range = range
    self.target = target
  }
}

/// The links of contents and lists of annexes.
package enum AnnexLinks {
  /// The entries that name a heading or the title of a table that stands behind them, in the order
  /// of the text.
  ///
  /// - Complexity: O(*n*).
  package static func links(in document: DisclosureDocument) -> [AnnexLink] {
    var targets: [[UInt16]: Int] = [:]
    let blocks = document.tree.blocks.map(\.block)
    for (index, block) in blocks.enumerated() where block.kind == .heading || block.kind == .tableTitle {
      targets[title(of: block, from: 0)] = index
      targets[title(of: block, from: block.numbering?.length ?? 0)] = index
    }
    return blocks.enumerated().compactMap { index, block in
      guard block.kind != .table, block.kind != .note, block.text.count <= longestEntry else { return nil }
      let titles = [title(of: block, from: 0), title(of: block, from: block.numbering?.length ?? 0)]
      guard let target = titles.lazy.filter({ $0.count >= shortestEntry }).compactMap({ targets[$0] }).first,
        target > index
      else { return nil }
      return AnnexLink(range: block.range, target: blocks[target].range)
    }
  }

  /// Longer paragraphs are no entries of a list, shorter words no titles.
  private static let longestEntry = 120
  private static let shortestEntry = 3

  /// The words of an entry or title from `start`: without dot leaders, page number and marks.
  private static func title(of block: Block, from start: Int) -> [UInt16] {
    var units = block.text.units[min(start, block.text.count)...]
    while let last = units.last, Mark.isDigit(last) || isLeader(last) || Mark.isStop(last) || Mark.isSemicolon(last) {
      units.removeLast()
    }
    return units.filter { !isLeader($0) && $0 != 0x20 && $0 != 0x3000 }
  }

  private static func isLeader(_ unit: UInt16) -> Bool {
    unit == 0x2E || unit == 0x2026 || unit == 0xB7 || unit == 0x22EF || unit == 0x20 || unit == 0x3000
  }
}
