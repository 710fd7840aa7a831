import DisclosureSyntax
import DisclosureText

/// Learns whose document it is: the name that stands oftenest where the department names itself.
///
/// A label (`部门名称：`) says it outright, a title (`某局2025年度部门预算`) nearly so, the beginning of
/// a paragraph (`某局2025年收入总计`) is the least evidence.
package struct EntityReader {
  private var mention: EntityMention?

  /// The places where `tree` names a department as its own, in the order of the text; `facts` is what each
  /// block says by itself.
  ///
  /// - Complexity: O(blocks), beside the characters of the first ones.
  static func mentions(in tree: SyntaxTree, _ facts: [BlockFacts]) -> [EntityMention] {
    var mentions: [EntityMention] = []
    for number in facts.indices {
      // A cover and a title in larger letters are no headings.
      let isAtFront = number < 12 && tree.blocks[number].block.kind == .paragraph
      let found = isAtFront ? mention(in: tree.blocks[number], isAtFront: true) : facts[number].mention
      guard var found else { continue }
      found.block = number
      mentions.append(found)
    }
    return mentions
  }

  /// Where a block names a department as its own; among the first blocks a paragraph is taken for a title.
  static func mention(in block: ReadBlock, isAtFront: Bool) -> EntityMention? {
    var reader = EntityReader()
    switch block.block.kind {
    case .heading, .tableTitle: reader.takeTitle(block)
    case .paragraph: if isAtFront { reader.takeTitle(block) } else { reader.takeBeginning(block) }
    case .note, .table, .contents: break
    }
    return reader.mention
  }

  /// The name that `mentions` speak for; nil where the document names nobody.
  static func entity(of mentions: [EntityMention]) -> String? {
    var places: [String: Int] = [:]
    var names: [(name: String, weight: Int)] = []
    var last = 0
    for mention in mentions {
      // Nearly always it is the name that stood before.
      if last < names.count, names[last].name == mention.name {
        names[last].weight += mention.weight
        continue
      }
      last = places[mention.name] ?? names.count
      if last == names.count {
        places[mention.name] = last
        names.append((mention.name, 0))
      }
      names[last].weight += mention.weight
    }
    // Of equal weights the one that stands first.
    var best: (name: String, weight: Int)?
    for name in names where name.weight > best?.weight ?? 0 { best = name }
    return best?.name
  }

  private mutating func take(_ block: ReadBlock, _ range: Range<Int>, weight: Int) {
    let units = block.block.text.units
    var end = range.upperBound
    // 某局部门概况 and 某局单位概况 are those of 某局.
    for tail in Self.tails where end - 2 >= range.lowerBound && units.holds(tail, at: end - 2) { end -= 2 }
    guard end - range.lowerBound >= 4, end - range.lowerBound <= 40, Self.endings.contains(units[end - 1]),
      units[range.lowerBound] != Self.own, units[range.lowerBound] != Self.my,
      !Mark.isClosingBracket(units[end - 1]) || Self.bracketed.contains(units[end - 2])
    else { return }
    let range = range.lowerBound..<end
    mention = EntityMention(name: block.block.text.string(in: range), block: 0, range: range, weight: weight)
  }

  // MARK: Where a name stands

  private mutating func takeTitle(_ block: ReadBlock) {
    let units = block.block.text.units
    if let start = labelEnd(units) {
      take(block, start..<Self.nameEnd(units, from: start), weight: 6)
      return
    }
    let start = titleStart(block)
    let end = Self.nameEnd(units, from: start)
    if isYear(units, at: end) {
      take(block, start..<end, weight: 4)
    } else if end == units.count,
      let words = Self.titleEndings.first(where: { units.count - start >= $0.count && units.ends(with: $0) })
    {
      take(block, start..<(end - words.count), weight: 3)
    }
  }

  /// Whether a year stands at `at`, and no amount: four digits that begin with 20.
  private func isYear(_ units: [UInt16], at: Int) -> Bool {
    guard at + 4 <= units.count, units[at..<(at + 4)].allSatisfy(Mark.isDigit) else { return false }
    return Mark.digit(units[at]) == 2 && Mark.digit(units[at + 1]) == 0
      && (at + 4 == units.count || !Mark.isDigit(units[at + 4]) && !Mark.isPoint(units[at + 4]))
  }

  private mutating func takeBeginning(_ block: ReadBlock) {
    guard block.block.numbering == nil, let year = block.tokens.prefix(8).firstIndex(where: { $0.kind.isYear }) else {
      return
    }
    let start = Self.wordsStart(block.block.text.units, from: block.tokens[0].range.lowerBound)
    let end = block.tokens[year].range.lowerBound
    guard end > start, Self.nameEnd(block.block.text.units, from: start) >= end else { return }
    take(block, start..<end, weight: 2)
  }

  /// Where the name behind `部门名称：` or its like begins.
  private func labelEnd(_ units: [UInt16]) -> Int? {
    // Behind each of them stands a colon.
    guard units.contains(where: Mark.isColon) else { return nil }
    for label in Self.labels {
      guard let start = TitleWords.position(of: label, in: units) else { continue }
      let end = start + label.count
      if end < units.count, Mark.isColon(units[end]) { return end + 1 }
    }
    return nil
  }

  private func titleStart(_ block: ReadBlock) -> Int {
    let units = block.block.text.units
    var start = block.block.numbering?.length ?? 0
    start = Self.wordsStart(units, from: start)
    if units.holds(Self.annex, at: start) { start += 2 }
    while start < units.count, Mark.isColon(units[start]) { start += 1 }
    if units.holds(Self.about, at: start) { start += 2 }
    return start
  }

  /// Where a name that begins at `start` cannot go on.
  private static func nameEnd(_ units: [UInt16], from start: Int) -> Int {
    let (unit, contents) = (unit, contents)
    var end = start
    while end < units.count,
      Mark.isIdeograph(units[end]) || Mark.isOpeningBracket(units[end]) || Mark.isClosingBracket(units[end])
    {
      if units[end] == unit[0], units.holds(unit, at: end) { break }
      if units[end] == contents[0], units.holds(contents, at: end) { break }
      end += 1
    }
    return end
  }

  /// Whether names of public bodies end with the character.
  package static func ends(_ unit: UInt16) -> Bool { endings.contains(unit) }

  // MARK: Words

  private static let unit = Array("单位：".utf16)
  private static let contents = Array("目录".utf16)
  private static let annex = Array("附件".utf16)
  private static let about = Array("关于".utf16)
  private static let own: UInt16 = 0x672C  // 本
  private static let my: UInt16 = 0x6211  // 我
  private static let tails = ["部门", "单位"].map { Array($0.utf16) }
  private static let labels = ["预算主管部门", "编制部门", "部门名称", "单位名称", "编制单位", "部门"].map { Array($0.utf16) }
  private static let titleEndings = ["概况", "主要职能", "主要职责", "机构设置", "基本情况"].map { Array($0.utf16) }
  /// What names of public bodies end with.
  private static let endings = Set("局部处室委院会办心所校站队厅署团馆社司府道镇乡园库联台学行组）".utf16)
  /// What names in brackets behind them end with: （本级）, （机关）, （汇总）.
  private static let bracketed = endings.union("级关总位门县区市".utf16)
}

extension Token.Kind {
  var isYear: Bool {
    if case .year = self { return true }
    return false
  }
}

/// A place where a document names a department as its own.
@usableFromInline package struct EntityMention: Hashable, Sendable {
  /// The name.
  package var name: String
  /// The block it stands in.
  package var block: Int
  /// Where, in the running text of the block.
  package var range: Range<Int>
  /// How much it says: a label most, the beginning of a paragraph least; 0 for a place that says nothing of whose
  /// document it is.
  package var weight: Int

  /// Notes that `name` stands at `range` of a block.
  package init(name: String, block: Int, range: Range<Int>, weight: Int) {
    self.name = name
    self.block = block
    self.range = range
    self.weight = weight
  }
}
