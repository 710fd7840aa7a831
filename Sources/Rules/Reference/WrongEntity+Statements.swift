import Disclosure
import DisclosureSyntax
import DisclosureText

/// Another department's name where only the own one is spoken of: before what a department is charged with, holds or
/// has none of.
extension WrongEntity {
  /// The names of others that stand in such places.
  ///
  /// They weigh nothing: they tell not whose document it is. What belongs to the department is named elsewhere, too.
  func misstated(_ name: [UInt16], in document: DisclosureDocument) -> [EntityMention] {
    guard let year = document.profile.fiscalYear else { return [] }
    let blocks = document.tree.blocks
    var found: [EntityMention] = []
    let take = { (range: Range<Int>?, number: Int) in
      let text = blocks[number].block.text
      guard let range, !text.units[range].elementsEqual(name), self.isAnother(Array(text.units[range]), name),
        !TitleWords.contains(text.units, name), !Self.tellsOfMovement(text.units)
      else { return }
      found.append(EntityMention(name: text.string(in: range), block: number, range: range, weight: 0))
    }
    for number in [document.outline.paragraphs, document.outline.notes].joined()
    where !document.signals[number].isDisjoint(with: [.year, .note]) && !document.outline.glossary.contains(number) {
      let units = blocks[number].block.text.units
      Self.forEachStart(in: blocks[number], year) {
        take(Self.name(in: units, from: $0, before: Self.holdings), number)
      }
    }
    for heading in document.outline.headings
    where heading.block + 1 < blocks.count && blocks[heading.block + 1].block.kind == .paragraph
      && Self.duties.contains(where: { TitleWords.contains(heading.words, $0) })
    {
      let block = blocks[heading.block + 1].block
      let start = block.numbering?.length ?? 0
      take(Self.name(in: block.text.units, from: start, before: Self.charges), heading.block + 1)
    }
    return found.count == 1 ? found : []
  }

  /// Calls `body` with every place where a name may begin that is spoken of: behind the document's own year, `2024年度，`, behind the day of the
  /// state of assets, `截至2024年12月31日，`, and behind `注：`.
  private static func forEachStart(in block: ReadBlock, _ own: Int, _ body: (Int) -> Void) {
    let (tokens, units) = (block.tokens, block.block.text.units)
    if block.block.kind == .note { body(units.prefix(6).firstIndex(where: Mark.isColon).map { $0 + 1 } ?? 0) }
    for index in tokens.indices {
      guard case .year(let year) = tokens[index].kind else { continue }
      if year == own {
        var end = tokens[index].range.upperBound
        while end < units.count, units[end] == 0x5E74 || units[end] == 0x5EA6 || units[end] == 0xFF0C { end += 1 }
        body(end)
      }
      if index > 0, tokens[index - 1].kind == .term(.asOf),
        let comma = tokens[index...].prefix(4).first(where: { $0.kind == .comma })
      {
        body(comma.range.upperBound)
      }
    }
  }

  /// The name of a body that begins at `start` and is followed by one of the words, or by a year and one of them.
  private static func name(in units: [UInt16], from start: Int, before words: Sayings) -> Range<Int>? {
    var end = start
    while end < units.count, end - start < 40, Mark.isIdeograph(units[end]) {
      end += 1
      guard end - start >= 5 || end - start == 4 && isShort(units[start..<end]) && speaksOfItself(units) else {
        continue
      }
      var next = end
      while next < units.count, next - end < 6, isOfYear(units[next]) { next += 1 }
      guard next < units.count, words.begin.mayHold(units[next]), EntityReader.ends(units[end - 1]) else { continue }
      if words.all.contains(where: { units.holds($0, at: next) }) { return start..<end }
    }
    return nil
  }

  /// Whether the characters may be the name of a body without that of its place: 市水务局.
  private static func isShort(_ name: ArraySlice<UInt16>) -> Bool { name.first.map(levels.contains) ?? false }

  /// Whether the paragraph is about the department itself: 本部门, 我局.
  private static func speaksOfItself(_ units: [UInt16]) -> Bool {
    selves.contains { TitleWords.contains(units, $0) }
  }

  /// 省 市 州 县 区 旗
  private static let levels: [UInt16] = Array("省市州县区旗".utf16)
  private static let selves = ["本部门", "本单位", "我局", "我委", "我办", "我单位", "我部门", "我中心"].map { Array($0.utf16) }

  private static func isOfYear(_ unit: UInt16) -> Bool {
    Mark.isDigit(unit) || unit == 0x5E74 || unit == 0x5EA6  // 年 度
  }

  /// Words that are said of a body behind its name, and what they begin with.
  private struct Sayings {
    let all: [[UInt16]]
    let begin: CharacterFilter

    init(_ words: [String]) {
      all = words.map { Array($0.utf16) }
      begin = CharacterFilter(all.compactMap(\.first))
    }
  }

  private static let holdings = Sayings([
    "共有车辆", "共有公务用车", "没有政府性", "没有国有", "没有使用", "没有一般公共", "无政府性", "无国有资本", "机关运行经费", "政府采购支出", "政府采购预算", "项目全部", "所有项目",
  ])
  private static let duties = ["职责", "职能"].map { Array($0.utf16) }
  private static let charges = Sayings(["负责", "主要", "的主要", "贯彻", "承担", "是"])
}
