import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds headings whose number stands twice or skips one.
struct BrokenNumbering: RecallingRule {
  static let info = RuleInfo(
    name: "broken-numbering", category: .structure, severity: .warning,
    summary: LocalizedText(
      "标题序号重复（警告）或跳号（提示），如“二、”之后又是“二、”。",
      "The number of a heading stands twice (warning) or one is skipped (hint), as 二、 behind 二、."),
    rationale: LocalizedText(
      "跳号让人以为漏了一节，重号让引用无从对应。", "A skipped number looks like a section left out; a repeated one cannot be referred to."),
    fixSafety: LocalizedText(
      "可能要补一节，也可能要改后面各号，没有自动修改。", "A section may be missing or all later numbers may move, so there is no fix."),
    examples: [
      .section(
        wrong: "一、收入预算情况说明\n\n收入合计10.00万元。\n\n二、支出预算情况说明\n\n支出合计10.00万元。\n\n⟦四、⟧政府采购情况说明\n\n政府采购预算0.00万元。",
        correction: "三、"),
      .section(
        wrong: "一、收入预算情况说明\n\n收入合计10.00万元。\n\n二、支出预算情况说明\n\n支出合计10.00万元。\n\n⟦二、⟧政府采购情况说明\n\n政府采购预算0.00万元。",
        correction: "三、"),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    let hidden = memory.sights(HiddenNumbers(), in: document)
    var next = 0
    var sequences = NumberSequences()
    var findings: [Finding] = []
    for number in document.tree.blocks.indices where !document.outline.contents.contains(number) {
      let kind = document.tree.blocks[number].block.kind
      guard kind == .heading || kind == .paragraph else {
        sequences = NumberSequences()
        continue
      }
      let block = document.tree.blocks[number].block
      while next < hidden.count, hidden[next].block < number { next += 1 }
      let marks = next < hidden.count && hidden[next].block == number ? hidden[next].sight : []
      guard let numbering = block.numbering else {
        sequences.pass(marks)
        continue
      }
      // Every part counts anew.
      if numbering.level == 0 { sequences = NumberSequences() }
      let fault = sequences.take(numbering, block: number)
      if let fault, kind == .heading, !isCopy(number, of: fault.before, in: document) {
        findings.append(finding(fault, block))
      }
      sequences.pass(marks)
    }
    return findings
  }

  /// A heading that a page end printed twice is one heading.
  private func isCopy(_ number: Int, of before: Int, in document: DisclosureDocument) -> Bool {
    document.tree.blocks[number].block.text.units == document.tree.blocks[before].block.text.units
  }

  private func finding(_ fault: NumberSequences.Fault, _ block: Block) -> Finding {
    let length = block.numbering?.length ?? 1
    let printed = block.text.string(in: 0..<length)
    return Self.info.finding(
      block.text.sourceRange(of: 0..<length),
      fault.isGap
        ? LocalizedText("序号跳号：“\(printed)”之前缺少一个序号", "a number is skipped before “\(printed)”")
        : LocalizedText("序号重复：“\(printed)”已经用过", "the number “\(printed)” stands twice"),
      // Whole sections are left out on purpose where there is nothing to say.
      severity: fault.isGap ? .hint : nil)
  }
}

/// The lists of numbered headings that are open, one inside the other.
struct NumberSequences {
  /// What is wrong with a number.
  struct Fault {
    /// The block with the number before it.
    var before: Int
    /// Whether a number is left out, rather than repeated.
    var isGap: Bool
  }

  private struct Sequence {
    var level: Int
    var value: Int
    var block: Int
    /// Whether the next number stands inside running text, where it begins no block.
    var hasHiddenNext = false
  }

  private var open: [Sequence] = []
  /// More lists than a document has open at once: where each begins and none goes on, the oldest
  /// are forgotten.
  private static let limit = 32

  /// Takes the number of the next heading or item.
  mutating func take(_ numbering: Numbering, block: Int) -> Fault? {
    guard numbering.level == 1 || numbering.level == 2 else { return nil }
    if numbering.value == 1 {
      // A list begins, inside another of its kind or in its place.
      open.removeAll { $0.level > numbering.level }
      if open.count == Self.limit { open.removeFirst() }
      open.append(Sequence(level: numbering.level, value: 1, block: block))
      return nil
    }
    if let at = open.lastIndex(where: { $0.level == numbering.level && $0.value + 1 == numbering.value }) {
      open.removeSubrange((at + 1)...)
      open[at] = Sequence(level: numbering.level, value: numbering.value, block: block)
      return nil
    }
    guard let at = open.lastIndex(where: { $0.level == numbering.level }) else { return nil }
    let last = open[at]
    open.removeSubrange((at + 1)...)
    open[at] = Sequence(level: numbering.level, value: numbering.value, block: block)
    if last.value == numbering.value { return Fault(before: last.block, isGap: false) }
    return last.value + 2 == numbering.value && !last.hasHiddenNext ? Fault(before: last.block, isGap: true) : nil
  }

  /// Passes over text in which numbers stand that begin no block of their own.
  mutating func pass(_ numbers: [HiddenNumbers.Number]) {
    for number in numbers {
      for index in open.indices where Self.numeral(open[index].value + 1) == number.numeral {
        if number.isFirstLevel == (open[index].level == 1) { open[index].hasHiddenNext = true }
      }
    }
  }

  /// The last character of a Chinese numeral: 二 of 十二.
  private static func numeral(_ value: Int) -> UInt16? {
    value % 10 == 0 ? 0x5341 : digits[value % 10 - 1]
  }

  private static let digits = Array("一二三四五六七八九".utf16)
}

/// Numbers inside the running text of one block, `二、` and `（二）`, of which the last character tells enough.
struct HiddenNumbers: BlockLook {
  struct Number {
    /// The last character of the numeral.
    var numeral: UInt16
    /// Whether it is one of the first level.
    var isFirstLevel: Bool
  }

  func sight(in text: BlockText) -> [Number]? {
    guard text.block.block.kind == .heading || text.block.block.kind == .paragraph else { return nil }
    let units = text.units
    var found: [Number] = []
    var at = (text.block.block.numbering?.length ?? 0) + 1
    while true {
      at = units.indexOfAny(Mark.pause, 0xFF09, 0x29, from: at)
      guard at < units.count else { break }
      if Mark.isChineseNumeral(units[at - 1]) {
        found.append(Number(numeral: units[at - 1], isFirstLevel: Mark.isPause(units[at])))
      }
      at += 1
    }
    return found.isEmpty ? nil : found
  }
}
