/// The words that headings of disclosures end with.
enum HeadingWords {
  /// Whether a line of these characters ends as headings do.
  static func endsHeading(_ text: [UInt16]) -> Bool {
    var end = text.count
    if end > 0, Mark.isColon(text[end - 1]) { end -= 1 }
    // `（2025 年度）` and the like behind the words say nothing of them.
    for word in endings where end >= word.count + 1 && text[(end - word.count)..<end].elementsEqual(word) {
      return true
    }
    return false
  }

  /// Whether an unnumbered line of these characters ends the tables before it.
  static func endsPartHeading(_ text: [UInt16]) -> Bool {
    for word in partEndings where text.count > word.count && text.suffix(word.count).elementsEqual(word) { return true }
    return false
  }

  private static let partEndings: [[UInt16]] = ["说明", "概况", "解释"].map { Array($0.utf16) }

  /// Whether the line is an item of the account list, `…支出（类）…（款）…（项）`, which may wrap.
  static func isAccountChain(_ text: [UInt16]) -> Bool {
    for at in text.indices where at > 0 && at + 1 < text.count {
      let unit = text[at]
      if (unit == 0x7C7B || unit == 0x6B3E || unit == 0x9879), Mark.isOpeningBracket(text[at - 1]),
        Mark.isClosingBracket(text[at + 1])
      {
        return true
      }
    }
    return text.contains { $0 == 0x201C || $0 == 0x201D }
      && !text.contains { $0 == 0x4E09 }  // “三公”经费 is no chain
  }

  private static let endings: [[UInt16]] = [
    "说明", "情况", "概况", "解释", "设置", "职能", "职责", "构成", "概述", "主体", "依据", "方案", "周期", "目标", "结果", "事项", "预算表",
    "决算表", "附件", "目录", "简介", "介绍", "机构",
  ].map { Array($0.utf16) }
}
