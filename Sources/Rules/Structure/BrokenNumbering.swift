import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds headings and items whose number stands twice, skips one or is none of those around it.
struct BrokenNumbering: RecallingRule {
  static let info = RuleInfo(
    name: "broken-numbering", category: .structure, severity: .warning,
    summary: LocalizedText(
      "标题或条目的序号重复、与前后不接（警告），标题跳号（提示），如“二、”之后又是“二、”。",
      "The number of a heading or an item stands twice or does not fit those around it (warning), or a heading skips one (hint), as 二、 behind 二、."
    ),
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
      .section(
        wrong: "一、“三公”经费情况说明\n\n（一）出国（境）费10.00万元。\n\n⟦（一）⟧公务用车费5.00万元。\n\n（三）接待费2.00万元。",
        correction: "（二）"),
      .section(
        wrong: "一、支出情况说明\n\n1.行政运行20.00万元。\n\n2.事业运行5.00万元。\n\n⟦2.⟧住房公积金3.00万元。\n\n二、采购情况说明\n\n采购2.00万元。",
        correction: "3."),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    let hidden = memory.sights(HiddenNumbers(), in: document)
    let blocks = document.tree.blocks
    var next = 0
    var parts = NumberSequences()
    var sequences = NumberSequences()
    var faults: [NumberSequences.Fault] = []
    func isCopy(_ number: Int, of before: Int) -> Bool { Self.isCopy(number, of: before, in: document) }
    for number in blocks.indices where !document.outline.contents.contains(number) {
      let block = blocks[number].block
      guard block.kind == .heading || block.kind == .paragraph else {
        sequences = NumberSequences()
        continue
      }
      while next < hidden.count, hidden[next].block < number { next += 1 }
      let marks = next < hidden.count && hidden[next].block == number ? hidden[next].sight : []
      var fault: NumberSequences.Fault?
      if let numbering = block.numbering, numbering.level > 0 {
        let mark = numbering.level == 3 ? block.text.units[numbering.length - 1] : 0
        fault = sequences.take(numbering, mark: mark, block: number, isCopy: isCopy)
      } else if let numbering = block.numbering, block.kind == .heading {
        // Every part counts anew.
        sequences = NumberSequences()
        fault = parts.take(numbering, mark: 0, block: number, isCopy: isCopy)
      } else if block.kind == .heading {
        sequences.closeItems()
      }
      if let fault {
        // What follows tells better than what stands before.
        if faults.last?.block == fault.block { faults.removeLast() }
        faults.append(fault)
      }
      sequences.pass(marks)
    }
    return faults.filter { isSure($0, in: document) }.map { finding($0, blocks[$0.block].block) }
  }

  /// Whether what a fault says can be relied on.
  ///
  /// A heading tells by itself. Items may be parts of others whose first ones stand in running text.
  private func isSure(_ fault: NumberSequences.Fault, in document: DisclosureDocument) -> Bool {
    let block = document.tree.blocks[fault.block].block
    guard let level = block.numbering?.level else { return false }
    let isHeading = block.kind == .heading && level <= 2
    switch fault.kind {
    case .gap: return isHeading && level > 0
    case .repeated where level == 0: return isListedOtherwise(fault.block, in: document)
    case .repeated where isHeading: return true
    case .repeated, .wrong:
      guard fault.isProven else { return false }
      return level < 3
        || !(fault.first...fault.block).contains { HiddenNumbers.hasItems(document.tree.blocks[$0].block, level) }
    }
  }

  /// Whether the contents give a part another number: parts that are put together from several files count anew.
  private func isListedOtherwise(_ number: Int, in document: DisclosureDocument) -> Bool {
    let words = document.titleWords(number)
    let value = document.tree.blocks[number].block.numbering?.value
    return document.outline.entries.contains { entry in
      guard let listed = document.tree.blocks[entry.block].block.numbering else { return false }
      return listed.level == 0 && listed.value != value && entry.words == words
    }
  }

  /// A line that a page end printed twice is one line, and so are the titles of a part on two pages.
  private static func isCopy(_ number: Int, of before: Int, in document: DisclosureDocument) -> Bool {
    let (block, former) = (document.tree.blocks[number].block, document.tree.blocks[before].block)
    if block.text.units == former.text.units { return true }
    let length = block.numbering?.length ?? 0
    if block.numbering?.level == 0 {
      let (words, others) = (document.titleWords(number), document.titleWords(before))
      return words.isEmpty || others.isEmpty || (TitleWords.likeness(words, others) ?? 1) >= 0.4
    }
    guard block.kind == .paragraph else { return false }
    let words = block.text.units.dropFirst(length).prefix(Self.copyLength)
    let others = former.text.units.dropFirst(former.numbering?.length ?? 0).prefix(Self.copyLength)
    let count = min(words.count, others.count)
    // What a page end cut off is the beginning of the other.
    return count >= Self.shortestCopy && words.prefix(count).elementsEqual(others.prefix(count))
  }

  /// The characters behind the number by which a paragraph is known again: items of one class and section begin
  /// alike, 农林水支出（类）水利（款）.
  private static let copyLength = 24
  private static let shortestCopy = 12

  private func finding(_ fault: NumberSequences.Fault, _ block: Block) -> Finding {
    let length = block.numbering?.length ?? 1
    let printed = block.text.string(in: 0..<length)
    let message =
      switch fault.kind {
      case .gap: LocalizedText("序号跳号：“\(printed)”之前缺少一个序号", "a number is skipped before “\(printed)”")
      case .repeated: LocalizedText("序号重复：“\(printed)”已经用过", "the number “\(printed)” stands twice")
      case .wrong(let expected):
        LocalizedText(
          "序号有误：按前后各项，“\(printed)”处应排第\(expected)",
          "wrong number: between those before and behind it “\(printed)” is number \(expected)")
      }
    return Self.info.finding(
      block.text.sourceRange(of: 0..<length), message,
      // Whole sections are left out on purpose where there is nothing to say.
      severity: fault.kind == .gap ? .hint : nil)
  }
}
