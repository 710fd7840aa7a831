import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// What is left over from a template in one block.
struct Leftovers: BlockLook {
  static var signals: BlockSignals { .text }

  func sight(in text: BlockText) -> [Range<Int>]? {
    var found: [Range<Int>] = []
    var at = 0
    let units = text.units
    let (span, begins) = (units.span, Self.begins)
    while at < span.count {
      let unit = span[unchecked: at]
      if begins.mayHold(unit), let end = placeholderEnd(units, at) {
        // 增加 万元, 占 %: the word before says that a figure is missing.
        found.append((Self.isUnit(unit) ? shareStart(units, at) ?? at - 2 : at)..<end)
        at = end
        continue
      }
      at += 1
      // Within a row of dots, as lead to the pages of a table of contents, nothing begins.
      while unit == Self.dots, at < span.count, span[unchecked: at] == unit { at += 1 }
    }
    return found.isEmpty ? nil : found
  }

  private func placeholderEnd(_ units: [UInt16], _ at: Int) -> Int? {
    switch units[at] {
    case 0x58, 0x78, 0xD7, 0xFF38, 0xFF58: return crossesEnd(units, at)
    case 0x67D0: return at + 1 < units.count && units[at + 1] == 0x67D0 ? at + 2 : nil  // 某某
    case 0x3010:  // 【】
      guard at + 1 < units.count, units[at + 1] == 0x3011 else { return instructionEnd(units, at) }
      return isOfPage(units, at) ? nil : at + 2
    case 0x5B: return instructionEnd(units, at)
    case Self.dots: return ellipsisEnd(units, at)
    case 0x5F, 0xFF3F: return blankEnd(units, at)
    case 0x2A, 0xFF0A: return starsEnd(units, at)
    case 0x25CB, 0x25EF, 0x3007: return circlesEnd(units, at)
    case 0x4E07, 0x25, 0xFF05: return unitEnd(units, at)
    default:
      if at + 1 < units.count, Self.follow.mayHold(units[at + 1]) {
        for phrase in Self.instructions where units.holds(phrase, at: at) {
          return Mark.isOpeningBracket(units[at])
            ? bracketEnd(units, at).map { $0 + 1 } ?? at + phrase.count : at + phrase.count
        }
      }
      return Mark.isOpeningBracket(units[at]) ? instructionEnd(units, at) : nil
    }
  }

  /// A bracket that tells the writer what to do: `（各单位根据实际情况填写）`.
  private func instructionEnd(_ units: [UInt16], _ at: Int) -> Int? {
    guard let end = bracketEnd(units, at) else { return nil }
    let range = (at + 1)..<end
    if range.count <= Self.longestBlank, Self.blanks.begins.mayHold(units[at + 1]),
      Self.blanks.all.contains(where: { $0.count == range.count && units.holds($0, at: at + 1) })
    {
      return end + 1
    }
    return isOrder(units, range) || isOutline(units, at, end) ? end + 1 : nil
  }

  /// Whether the writer is told to do something.
  private func isOrder(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    // In nearly all brackets nothing begins that could.
    let begins = Self.begun
    guard range.contains(where: { begins.mayHold(units[$0]) }) else { return false }
    return Self.holds(units, range, Self.orders)
      || Self.holds(units, range, Self.fillings) && Self.holds(units, range, Self.addresses)
  }

  /// Where the bracket that begins at `at` is closed, within some words.
  private func bracketEnd(_ units: [UInt16], _ at: Int) -> Int? {
    let limit = min(units.count, at + Self.bracketReach)
    var end = at + 1
    while end < limit, !Mark.isClosingBracket(units[end]), units[end] != 0x5D, units[end] != 0x3011 { end += 1 }
    return end < limit ? end : nil
  }

  /// Whether a bracket by itself behind the last sentence of a paragraph lists what is to be told and tells nothing:
  /// `…100 万元。（绩效管理工作情况，项目数量、预算金额等）`.
  private func isOutline(_ units: [UInt16], _ at: Int, _ end: Int) -> Bool {
    guard at > 0, Mark.isStop(units[at - 1]), end + 1 == units.count, units[end - 1] == Self.etc else { return false }
    let range = (at + 1)..<end
    return Self.holds(units, range, Self.quantities) && Self.holds(units, range, Self.circumstances)
      && !units[range].contains(where: Mark.isDigit)
  }

  private static let etc: UInt16 = 0x7B49
  /// What a paragraph is to give figures of.
  private static let quantities = Phrases(["数量", "金额"])
  private static let circumstances = Phrases(["情况"])

  /// Whether one of `phrases` stands in `range` of the characters.
  private static func holds(_ units: [UInt16], _ range: Range<Int>, _ phrases: Phrases) -> Bool {
    for at in range where phrases.begins.mayHold(units[at]) {
      for phrase in phrases.all where at + phrase.count <= range.upperBound && units.holds(phrase, at: at) {
        return true
      }
    }
    return false
  }

  /// Phrases that are looked for together.
  private struct Phrases {
    let all: [[UInt16]]
    /// What they begin with.
    let begins: CharacterFilter

    init(_ phrases: [String]) {
      all = phrases.map { Array($0.utf16) }
      begins = CharacterFilter(all.compactMap(\.first))
    }
  }

  private static let bracketReach = 60
  /// What a template has in brackets for the writer to replace.
  private static let blanks = Phrases([
    "具体原因", "原因", "说明原因", "写明原因", "简要说明原因", "说明具体原因", "请说明原因", "请说明具体原因", "具体内容", "填写原因",
  ])
  private static let longestBlank = 7
  /// What only a template says.
  private static let orders = Phrases(["自行补充", "自行删减", "自行增减", "自行修改", "自行调整", "请删除", "删除此", "删除本"])
  private static let fillings = Phrases(["填写", "填列", "填报", "注明", "写明", "予以说明", "进行说明", "作说明", "补充完整"])
  private static let begun = CharacterFilter((orders.all + fillings.all).compactMap(\.first))
  /// How a template speaks to whoever fills it in.
  private static let addresses = Phrases(["请", "各单位", "各部门", "实际情况", "如有", "如无", "若有", "若无", "没有的"])

  /// What templates tell the writer and no writer tells the reader.
  private static let instructions = [
    "仍保留该表格式，并在本表下方作下述说明", "仍保留该表格式", "并在本表下方作下述说明", "在本表下方作下述说明", "作下述说明", "（列示至", "（请填写", "（请根据", "（根据实际情况填写",
    "（按实际情况填写", "（此处填写", "（填写部门", "（填写单位", "（如有请", "（如无请", "（没有的请", "（若无请", "（若无，请", "（如无，请", "请根据实际情况填写",
    "请根据本部门实际情况填写",
    "请按实际情况填写", "此处请填写", "此处填写", "（仅有一个单位的部门", "（注：请", "（模板", "（样表", "（示例", "（说明：请", "请补充", "待补充", "请填写",
    "原因是。", "原因为。", "原因：。", "原因是：。", "原因是无。", "原因：无。", "原因是：无。",
  ].map { Array($0.utf16) }

  /// What is second in instructions.
  private static let follow = CharacterFilter(instructions.map { $0[1] })

  /// What something left over may begin with.
  private static let begins = CharacterFilter(
    [
      0x25, 0x28, 0x2A, 0x58, 0x5B, 0x5F, 0x78, 0xD7, 0x2026, 0x25CB, 0x25EF, 0x3007, 0x3010, 0x4E07, 0x67D0, 0xFF05,
      0xFF08,
      0xFF0A, 0xFF38, 0xFF3F, 0xFF58,
    ] + instructions.compactMap(\.first))
}
