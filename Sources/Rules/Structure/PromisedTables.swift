import Disclosure
import DisclosureSyntax
import DisclosureText

/// The tables that lists promise, held against those that are there.
enum PromisedTables {
  /// The entries that no title answers, and how many are answered.
  ///
  /// Equal words answer first; what is left over on both sides is matched by likeness, one to
  /// one, for titles are shortened and reworded.
  static func match(_ entries: [Outline.Entry], with document: DisclosureDocument) -> (
    missing: [Outline.Entry], found: Int
  ) {
    var titles = titles(of: document)
    var open: [Outline.Entry] = []
    for entry in entries {
      if let at = titles.firstIndex(where: {
        TitleWords.contains($0, entry.words) || TitleWords.contains(entry.words, $0)
      }) {
        if titles[at] == entry.words || !entries.contains(where: { $0.words == titles[at] }) {
          titles.remove(at: at)
          continue
        }
      }
      open.append(entry)
    }
    var missing: [Outline.Entry] = []
    for entry in open {
      let alike = titles.indices.filter {
        (TitleWords.likeness(entry.words, titles[$0]) ?? 1) >= 0.4
          // Where all the others are found it is not one that is only called otherwise.
          && (open.count > 1 || !areOthers(entry.words, titles[$0]))
      }
      if let at = alike.first {
        titles.remove(at: at)
      } else if !areAll(entry.words) {
        missing.append(entry)
      }
    }
    return (missing, entries.count - missing.count)
  }

  /// Where the name of an entry stands in its line, without number, year and page.
  static func name(of entry: Outline.Entry, in text: RunningText) -> Range<Int> {
    guard let first = entry.words.first, let end = text.units.lastIndex(of: 0x8868) else { return 0..<text.count }
    var start = 0
    if let year = text.units[..<end].lastIndex(where: { Mark.isDigit($0) || Mark.isPause($0) || Mark.isPoint($0) }) {
      start = year + 1
    }
    while start < end, text.units[start] != first { start += 1 }
    return start..<(end + 1)
  }

  /// Whether two titles name tables of different kinds: 部门支出总表 and 部门项目支出总表.
  private static func areOthers(_ left: [UInt16], _ right: [UInt16]) -> Bool {
    guard let one = TableKind.named(left), let other = TableKind.named(right), one != other else { return false }
    return distinct.contains(one) && distinct.contains(other)
  }

  /// Kinds that no title mixes up with each other.
  private static let distinct = Set(TableKind.prescribed + [.stateCapital, .projects])

  static func titles(of document: DisclosureDocument) -> [[UInt16]] {
    document.tree.blocks.enumerated().compactMap { number, block in
      guard !document.outline.contents.contains(number),
        block.block.kind == .tableTitle || block.block.kind == .heading,
        !document.outline.entries.contains(where: { $0.block == number })
      else { return nil }
      let words = document.titleWords(number)
      return words.count >= 3 && words.last == 0x8868 ? words : nil
    }
  }

  /// Whether the words name all tables together: 部门预算表.
  static func areAll(_ words: [UInt16]) -> Bool {
    all.contains { words.suffix($0.count).elementsEqual($0) }
  }

  private static let all = ["部门预算表", "部门决算表", "单位预算表", "单位决算表", "部门预算公开表", "部门决算公开表"].map { Array($0.utf16) }
}
