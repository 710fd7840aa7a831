import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Another department's name inside a paragraph, where sentences like it have the own one.
extension WrongEntity {
  /// Where in a sentence a department names itself.
  private enum Slot: Hashable {
    /// `某局2025年收入总计…`
    case beforeYear
    /// `2025年某局收入总计…`
    case behindYear
  }

  /// How often names stand in each of them.
  private struct SlotCount {
    var beforeYear = 0
    var behindYear = 0

    mutating func add(_ slot: Slot) {
      switch slot {
      case .beforeYear: beforeYear += 1
      case .behindYear: behindYear += 1
      }
    }
  }

  /// The one name of another department that begins a sentence about the document's own figures; nil where there is
  /// none, or more than one, for those are the departments that are spoken of.
  ///
  /// It weighs nothing: it tells not whose document it is.
  func misplaced(
    _ name: [UInt16], _ entity: String, _ slips: [PlacedVariant], in document: DisclosureDocument
  ) -> EntityMention? {
    guard let year = document.profile.fiscalYear else { return nil }
    var (own, others) = (SlotCount(), SlotCount())
    var mention: EntityMention?
    for number in document.outline.paragraphs where !document.outline.glossary.contains(number) {
      // A name, a year and what is measured are three words.
      let tokens = document.tree.blocks[number].tokens
      guard tokens.count > 2 else { continue }
      for index in tokens.indices {
        guard case .year(let found) = tokens[index].kind, found == year else { continue }
        let block = document.tree.blocks[number]
        guard let (slot, range) = Self.slot(index, block) else { continue }
        if block.block.text.units[range].elementsEqual(name) {
          own.add(slot)
        } else if isAnother(Array(block.block.text.units[range]), name),
          !Self.movements.contains(where: { TitleWords.contains(block.block.text.units, $0) })
        {
          mention = EntityMention(name: block.block.text.string(in: range), block: number, range: range, weight: 0)
          others.add(slot)
        }
      }
    }
    guard let mention, others.beforeYear + others.behindYear == 1,
      (others.beforeYear == 1 ? own.beforeYear : own.behindYear) >= 3
    else { return nil }
    return slips.contains { $0.text.string(in: $0.variant.name) == mention.name } ? nil : mention
  }

  /// Where a name stands beside the year at token `index`, in front of what is measured.
  private static func slot(_ index: Int, _ block: ReadBlock) -> (slot: Slot, range: Range<Int>)? {
    let (tokens, units) = (block.tokens, block.block.text.units)
    let year = tokens[index].range
    var start = block.block.numbering?.length ?? 0
    if let stop = tokens[..<index].last(where: { $0.kind == .stop }) { start = stop.range.upperBound }
    var behind = year.upperBound
    while behind < units.count, units[behind] == 0x5E74 || units[behind] == 0x5EA6 { behind += 1 }  // 年 度
    if start < year.lowerBound {
      guard index + 1 < tokens.count, tokens[index + 1].range.lowerBound <= behind, isMeasure(tokens[index + 1].kind),
        isName(units[start..<year.lowerBound])
      else { return nil }
      return (.beforeYear, start..<year.lowerBound)
    }
    for token in tokens[(index + 1)...] {
      if case .text = token.kind { continue }
      guard isMeasure(token.kind) else { return nil }
      if behind < token.range.lowerBound, isName(units[behind..<token.range.lowerBound]) {
        return (.behindYear, behind..<token.range.lowerBound)
      }
    }
    return nil
  }

  /// Whether a token names what is spent or received.
  private static func isMeasure(_ kind: Token.Kind) -> Bool {
    if case .term(let term) = kind {
      return term.rawValue >= Term.appropriation.rawValue && term.rawValue <= Term.performance.rawValue
    }
    return false
  }

  /// Whether the characters may be the whole name of a body.
  private static func isName(_ units: ArraySlice<UInt16>) -> Bool {
    guard units.count >= 6, units.count <= 40, let last = units.last, EntityReader.ends(last), Mark.isIdeograph(last)
    else { return false }
    return units.allSatisfy { Mark.isIdeograph($0) || Mark.isOpeningBracket($0) || Mark.isClosingBracket($0) }
  }

  private func isAnother(_ other: [UInt16], _ name: [UInt16]) -> Bool {
    !isShortForm(other, of: name) && !isShortForm(name, of: other)
      && !Self.isAccount(other)
      && !(Self.parts + Self.pronouns).contains { TitleWords.contains(other, $0) }
  }

  private static let pronouns = ["本", "我", "该", "全", "其", "两", "上级", "主管", "单位", "部门", "系统"].map { Array($0.utf16) }
  /// What is said of bodies that became part of the own one, or left it.
  private static let movements = ["下属", "所属", "更名", "划转", "划入", "划出", "合并", "并入", "撤销", "移交", "代管", "原名", "原为", "前身"]
    .map { Array($0.utf16) }
}
