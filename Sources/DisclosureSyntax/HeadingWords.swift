import DisclosureText

/// The words that headings of disclosures end with.
@usableFromInline package enum HeadingWords {
  /// Whether a line of these characters ends as headings do.
  static func endsHeading(_ text: [UInt16]) -> Bool {
    var end = text.count
    if end > 0, Mark.isColon(text[end - 1]) { end -= 1 }
    guard end > 0, case let last = text[end - 1] else { return false }
    // `（2025 年度）` and the like behind the words say nothing of them.
    return endings.contains { word in
      end > word.count && word[word.count - 1] == last && text.holds(word, at: end - word.count)
    }
  }

  /// Whether a line with this last character may end as headings do; most do not.
  static func mayEndHeading(_ last: UInt16) -> Bool { Mark.isColon(last) || lastCharacters.contains(last) }

  private static let lastCharacters: [UInt16] = Array(Set(endings.compactMap(\.last))).sorted()

  /// Whether the line is the title of a disclosure: 某局2025年度部门预算公开.
  static func isTitle(_ text: [UInt16]) -> Bool {
    if isExpenseTitle(text) { return true }
    guard titleEndings.contains(where: { text.count > $0.count && text.suffix($0.count).elementsEqual($0) }) else {
      return false
    }
    return text.indices.dropLast().contains { at in
      (text[at] == 0x9884 || text[at] == 0x51B3) && text[at + 1] == 0x7B97 && text.count > 6
    }
  }

  /// Whether the line is the title of a disclosure of the three public expenses alone:
  /// 2023年度“三公”经费支出情况, “三公”经费决算汇总.
  static func isExpenseTitle(_ text: [UInt16]) -> Bool {
    guard let at = text.firstIndex(of: 0x4E09), at + 1 < text.count, text[at + 1] == 0x516C,
      !text.contains(where: { Mark.isStop($0) || Mark.isColon($0) })
    else { return false }
    return expenseEndings.contains { text.ends(with: $0) }
  }

  private static let expenseEndings: [[UInt16]] = ["情况", "汇总", "公开", "公示", "统计表", "情况表", "汇总表"].map { Array($0.utf16) }
  private static let titleEndings: [[UInt16]] = ["预算", "决算", "公开", "说明", "报告"].map { Array($0.utf16) }

  /// Whether the text ends in `其中：` or its like, so that a list follows in lines of its own; within
  /// brackets it goes on.
  static func opensList(_ text: ArraySlice<UInt16>) -> Bool {
    guard let last = text.last, Mark.isColon(last) else { return false }
    let words = text.dropLast()
    if let bracket = words.last(where: { Mark.isOpeningBracket($0) || Mark.isClosingBracket($0) }),
      Mark.isOpeningBracket(bracket)
    {
      return false
    }
    return listOpenings.contains { words.count >= $0.count && words.suffix($0.count).elementsEqual($0) }
  }

  private static let listOpenings: [[UInt16]] = ["其中", "如下", "方面", "包括"].map { Array($0.utf16) }

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

  /// The length of the name of a table at the end of which a year or a department stands in brackets, or which
  /// stands in title marks: `部门收支总表（2025年度）`, `《部门收支总表》`; nil where there is no such name.
  package static func tableNameLength(_ text: [UInt16]) -> Int? {
    guard let last = text.last else { return nil }
    if Mark.isClosingTitle(last) {
      let isName = text.count > 5 && text[text.count - 2] == table && text.first.map(Mark.isOpeningTitle) ?? false
      return isName && !text.dropFirst().contains(where: Mark.isOpeningTitle) ? text.count - 1 : nil
    }
    guard Mark.isClosingBracket(last), let opening = text.lastIndex(where: { Mark.isOpeningBracket($0) }), opening > 3,
      text[opening - 1] == table, text.count - opening > 2, !text[opening...].contains(where: { says.contains($0) })
    else { return nil }
    return opening
  }

  /// Whether the text is the name of a table that says in brackets which one it is:
  /// `一般公共预算支出情况表（按功能分类科目）`.
  static func saysWhichTable(_ text: [UInt16]) -> Bool {
    guard let opening = text.lastIndex(where: { Mark.isOpeningBracket($0) }), opening > 3, text[opening - 1] == table
    else { return false }
    return text[opening...].contains { says.contains($0) }
  }

  /// 表 类, which say in brackets which table it is.
  private static let says: [UInt16] = [table, 0x7C7B]

  /// 表
  package static let table: UInt16 = 0x8868
  /// 附
  static let annex: UInt16 = 0x9644

  private static let endings: [[UInt16]] = [
    "说明", "情况", "概况", "解释", "设置", "职能", "职责", "构成", "概述", "主体", "依据", "方案", "周期", "目标", "结果", "事项", "预算表",
    "决算表", "附件", "目录", "简介", "介绍", "机构",
  ].map { Array($0.utf16) }
}
