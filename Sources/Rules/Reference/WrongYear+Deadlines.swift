import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Looks in a budget for projects that are to be done by a day of the year before: `计划2024年12月底前完成`.
///
/// What lasts longer than a year, what was done already and what is carried over may rightly name that year.
struct DeadlineLook: BlockLook {
  static var signals: BlockSignals { [.paragraph, .table] }

  struct Deadline {
    /// Where the digits of its year stand.
    var digits: Range<Int>
    /// The cell of a table; nil in a paragraph.
    var cell: Int?
    /// Whether it says nothing of what it is, so that the heading must.
    var needsHeading = false
  }

  private let year: Int
  private let word: SearchedWord
  private let digits: [UInt16]
  private let nextDigits: [UInt16]

  /// Looks for deadlines in `year`, which is over when the budget begins.
  init(year: Int) {
    self.year = year
    digits = Array(String(year).utf16)
    nextDigits = Array(String(year + 1).utf16)
    word = SearchedWord(String(year))
  }

  /// - Complexity: O(*n*).
  func sight(in text: BlockText) -> [Deadline]? {
    var found: [Deadline] = []
    switch text.block.block.kind {
    case .paragraph: if text.units.position(of: digits) != nil { found = inSentences(text.units) }
    case .table:
      text.forEachStretch(holding: word) { units, cell in
        if let cell, let deadline = inCell(units, cell, text) { found.append(deadline) }
      }
    default: break
    }
    return found.isEmpty ? nil : found
  }

  // MARK: Sentences

  private func inSentences(_ units: [UInt16]) -> [Deadline] {
    var found: [Deadline] = []
    var from = 0
    while let at = units.position(of: digits, from: from) {
      let start = units[..<at].lastIndex { Self.ends($0) }.map { $0 + 1 } ?? 0
      let end = units[at...].firstIndex { Self.ends($0) } ?? units.count
      if let deadline = inSentence(units, start..<end) { found.append(deadline) }
      from = end
    }
    return found
  }

  private func inSentence(_ units: [UInt16], _ sentence: Range<Int>) -> Deadline? {
    let words = Array(units[sentence])
    guard let first = words.position(of: digits) else { return nil }
    let deadline = deadline(words, first, sentence)
    // 2024年12月底前完成设计，2025年12月底前完工: the project goes on into the budget's own year.
    return deadline == nil || words.position(of: nextDigits) != nil || Self.holdsAny(Self.past, words) ? nil : deadline
  }

  /// The deadline of a sentence with such `words`, of which the `first` digits of the year are.
  private func deadline(_ words: [UInt16], _ first: Int, _ sentence: Range<Int>) -> Deadline? {
    // In each label is one of two characters.
    if words.indexOfAny(Self.time, Self.term, from: 0) < words.count,
      let label = Self.labels.compactMap({ label in words.position(of: label).map { $0 + label.count } }).max(),
      label <= first, let last = lastYear(words, from: label)
    {
      return Deadline(digits: (sentence.lowerBound + last)..<(sentence.lowerBound + last + 4))
    }
    // 2024年1月1日至2024年12月31日。
    if first == 0, sentence.lowerBound == 0, let last = lastYear(words, from: 0), last > 0,
      words.allSatisfy({ !Mark.isIdeograph($0) || Self.dates.contains($0) })
    {
      return Deadline(digits: last..<(last + 4), needsHeading: true)
    }
    guard let end = Self.dateEnd(words, first), end < words.count, words[end] == Self.before,
      Self.holdsAny(Self.done, Array(words[end...])),
      Self.holdsAny(Self.plans, Array(words[..<first]))
    else { return nil }
    return Deadline(digits: (sentence.lowerBound + first)..<(sentence.lowerBound + first + 4))
  }

  /// The last year behind `start`, if it is the one looked for.
  private func lastYear(_ words: [UInt16], from start: Int) -> Int? {
    var at = start
    var last: Int?
    while at + 4 <= words.count, words[at] != Self.comma {
      if words[at..<(at + 4)].allSatisfy(Mark.isDigit) {
        last = at
        at += 4
      } else {
        at += 1
      }
    }
    return last.flatMap { words.holds(digits, at: $0) ? $0 : nil }
  }

  // MARK: Cells

  /// The value of an indicator that is a time.
  private func inCell(_ units: [UInt16], _ cell: Int, _ text: BlockText) -> Deadline? {
    guard let first = units.position(of: digits), units[..<first].allSatisfy({ !Mark.isDigit($0) }),
      let end = Self.dateEnd(units, first), units[end...].allSatisfy({ Self.behind.contains($0) }),
      units[..<first].allSatisfy({ Self.ahead.contains($0) }), cell > 0
    else { return nil }
    var words: [UInt16] = []
    text.read(cell - 1, into: &words)
    guard Self.holdsAny(Self.labels + Self.times, words), !Self.holdsAny(Self.beginnings, words) else { return nil }
    // What is left over from that year may have to be done in it.
    for above in max(0, cell - Self.reach)..<cell {
      text.read(above, into: &words)
      if Self.isOlder(words, digits) { return nil }
    }
    return Deadline(digits: first..<(first + 4), cell: cell)
  }

  /// Whether a project is one of the year before, or its rest.
  private static func isOlder(_ words: [UInt16], _ digits: [UInt16]) -> Bool {
    if holdsAny(rests, words) { return true }
    return words.position(of: Array(digits.suffix(2)) + [0x5E74]) != nil && words.contains { Mark.isIdeograph($0) }
      && words.count > 8
  }

  /// The end of a date whose year begins at `start`: `2024年12月31日`, `2024年12月底`, `2024年底`.
  private static func dateEnd(_ words: [UInt16], _ start: Int) -> Int? {
    var at = start + 4
    guard at < words.count, words[at] == 0x5E74 else { return nil }  // 年
    at += 1
    while at < words.count, Mark.isDigit(words[at]) || dates.contains(words[at]) { at += 1 }
    return at
  }

  /// Whether a sentence ends with the character: 。, ； or ！.
  private static func ends(_ unit: UInt16) -> Bool { unit == 0x3002 || unit == 0xFF1B || unit == 0xFF01 }

  private static func holdsAny(_ list: [[UInt16]], _ words: [UInt16]) -> Bool {
    list.contains { words.position(of: $0) != nil }
  }

  // MARK: Words

  /// How many cells above an indicator the project is named in.
  private static let reach = 40
  private static let comma: UInt16 = 0xFF0C
  private static let time: UInt16 = 0x65F6  // 时
  private static let term: UInt16 = 0x671F  // 期
  private static let before: UInt16 = 0x524D  // 前
  private static let dates = Set("年月日底末上中下旬初至到之以".utf16)
  private static let behind = Set("前完成内。".utf16)
  private static let ahead = Set("≤<＜截至于在".utf16)
  static let labels = ["完成时间", "完成时限", "完成期限", "实施期限", "实施周期", "项目周期", "建设期限", "执行期限", "实施时间"].map {
    Array($0.utf16)
  }
  private static let times = ["时间", "时限", "期限"].map { Array($0.utf16) }
  private static let beginnings = ["开始", "开工", "起始", "立项", "批复", "启动", "成立", "上年", "数据"].map { Array($0.utf16) }
  private static let plans = ["计划", "目标", "预计", "拟", "确保", "力争", "将"].map { Array($0.utf16) }
  private static let done = ["完成", "竣工", "建成", "验收", "完工"].map { Array($0.utf16) }
  private static let past = ["已", "了", "未", "曾", "上年", "结转", "原计划", "自评", "原定", "以前年度"].map { Array($0.utf16) }
  private static let rests = ["结转", "尾款", "质保", "清算", "上年", "以前年度", "往年", "自评"].map { Array($0.utf16) }
}

extension WrongYear {
  /// Deadlines of a budget's projects that were over before its year began.
  func wrongDeadlines(in document: DisclosureDocument, _ memory: inout RuleMemory) -> [WrongPlace] {
    guard let own = document.profile.fiscalYear, document.profile.kind == .budget else { return [] }
    let blocks = document.tree.blocks
    let wrong = memory.sights(DeadlineLook(year: own - 1), in: document).flatMap { seen in
      seen.sight.filter { deadline in
        guard deadline.needsHeading else { return true }
        guard seen.block > 0, case let above = blocks[seen.block - 1].block, above.kind == .heading else {
          return false
        }
        return DeadlineLook.labels.contains { above.text.units.position(of: $0) != nil }
      }.map {
        WrongPlace(
          year: own - 1, meant: own, digits: $0.digits, text: document.runningText(ofBlock: seen.block, cell: $0.cell),
          severity: .warning, isSure: false)
      }
    }
    // As many are a table of that year.
    return wrong.count > 6 ? [] : wrong
  }
}
