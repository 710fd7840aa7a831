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
  func misplaced(_ name: [UInt16], _ entity: String, in document: DisclosureDocument) -> EntityMention? {
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
          !Self.tellsOfMovement(block.block.text.units),
          Self.statesFigures(index, name, block)
        {
          mention = EntityMention(name: block.block.text.string(in: range), block: number, range: range, weight: 0)
          others.add(slot)
        }
      }
    }
    guard let mention, others.beforeYear + others.behindYear == 1,
      (others.beforeYear == 1 ? own.beforeYear : own.behindYear) >= 3
    else { return nil }
    return mention
  }

  /// Whether a name that begins a paragraph may be that of the department itself.
  ///
  /// Another body may do something to the own one, `某财政局2025年追加项目资金10万元`; it is its own figures that
  /// only the department states.
  func isOwnSentence(_ mention: EntityMention, _ name: [UInt16], in document: DisclosureDocument) -> Bool {
    let block = document.tree.blocks[mention.block]
    guard mention.weight < 6, block.block.kind == .paragraph,
      block.tokens.contains(where: { $0.kind == .stop })
    else { return true }
    guard let index = block.tokens.firstIndex(where: { $0.range.lowerBound >= mention.range.upperBound }),
      case .year(Int32(truncatingIfNeeded: document.profile.fiscalYear ?? 0)) = block.tokens[index].kind
    else { return false }
    return Self.statesFigures(index, name, block)
  }

  /// Whether the sentence behind the year at token `index` gives an amount of what is measured, or says there is none,
  /// and tells of nothing that was done to anybody.
  private static func statesFigures(_ index: Int, _ name: [UInt16], _ block: ReadBlock) -> Bool {
    let units = block.block.text.units
    var hasMeasure = false
    for token in block.tokens[(index + 1)...] {
      switch token.kind {
      case .stop: return false
      case .numeral: if hasMeasure { return !mentions(name, in: units, from: block.tokens[index].range.upperBound) }
      case .term(let term):
        if term == .none { return true }
        hasMeasure = hasMeasure || term.isMeasure || term.isFund || term.isBasis
      case .text where !hasMeasure:
        if acts.contains(where: { TitleWords.contains(Array(units[token.range]), $0) }) { return false }
      default: break
      }
    }
    return false
  }

  /// Whether the name stands in the rest of the sentence.
  private static func mentions(_ name: [UInt16], in units: [UInt16], from start: Int) -> Bool {
    let rest = units[start...].prefix { $0 != 0x3002 }  // 。
    return TitleWords.contains(Array(rest), name)
  }

  /// What is done to departments and with money by others.
  private static let acts = [
    "追加", "安排", "下达", "批复", "拨付", "收回", "移交", "调整", "核定", "核拨", "补助", "支持", "牵头", "组织", "开展", "印发", "审核", "检查", "下发",
    "分配", "通报", "委托", "协助", "支付给",
  ].map { Array($0.utf16) }

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
    guard units.count >= 5, units.count <= 40, let last = units.last, EntityReader.ends(last), Mark.isIdeograph(last)
    else { return false }
    return units.allSatisfy { Mark.isIdeograph($0) || Mark.isOpeningBracket($0) || Mark.isClosingBracket($0) }
  }

  static func tellsOfMovement(_ units: [UInt16]) -> Bool {
    movements.contains { TitleWords.contains(units, $0) }
  }

  func isAnother(_ other: [UInt16], _ name: [UInt16]) -> Bool {
    !isShortForm(other, of: name) && !isShortForm(name, of: other)
      && !Self.isAccount(other)
      && !(Self.parts + Self.pronouns).contains { TitleWords.contains(other, $0) }
  }

  private static let pronouns = ["本", "我", "该", "全", "其", "两", "上级", "主管", "单位", "部门", "系统"].map { Array($0.utf16) }
  /// What is said of bodies that became part of the own one, or left it.
  private static let movements = ["下属", "所属", "更名", "划转", "划入", "划出", "合并", "并入", "撤销", "移交", "代管", "原名", "原为", "前身"]
    .map { Array($0.utf16) }
}
