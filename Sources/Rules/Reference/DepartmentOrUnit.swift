import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds 部门 in fixed names that have 单位, and the reverse, as a global replacement leaves them.
struct DepartmentOrUnit: RecallingRule {
  static let info = RuleInfo(
    name: "department-or-unit", category: .reference, severity: .warning,
    summary: LocalizedText(
      "固定名称中的“单位”写成了“部门”，或反之，如“行政事业部门养老支出”。",
      "部门 stands in a fixed name for 单位, or the reverse, as in 行政事业部门养老支出."),
    rationale: LocalizedText(
      "全文替换“单位”为“部门”时会连科目和收入的名称一起改掉，名称从此查不到。",
      "Replacing 单位 by 部门 throughout also changes the names of accounts and revenues, which then no longer exist."),
    fixSafety: LocalizedText(
      "只改固定名称中的这一个词，可直接采用。", "Safe: it changes the one word inside a fixed name."),
    source: LocalizedText(
      "《政府收支分类科目》的科目名称和预决算报表的栏目名称",
      "the names of the charts of accounts (政府收支分类科目) and of the columns of the official tables"),
    examples: [
      .section(
        title: "某局2025年度部门决算公开",
        wrong: "收入合计100.00万元，其中：财政拨款收入100.00万元；附属⟦部门⟧上缴收入0.00万元。", correction: "单位"),
      .section(
        wrong: "1.卫生健康支出（类）行政事业单位医疗（款）行政⟦部门⟧医疗（项）10.00万元。", correction: "单位"),
      .section(wrong: "本表经财政⟦单位⟧批复后公开。", correction: "部门"),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(TurnedNames(), in: document).flatMap { seen in
      seen.sight.map { turned in
        finding(
          turned.range, in: document.runningText(ofBlock: seen.block, cell: turned.cell),
          turned.isUnit ? Self.department : Self.unit)
      }
    }
  }

  /// Whether the two names differ only by the one word for the other.
  static func explains(_ printed: String, _ name: String) -> Bool {
    let (units, other) = (Array(printed.utf16), Array(name.utf16))
    return turned(units, departmentUnits, unitUnits) == other || turned(units, unitUnits, departmentUnits) == other
  }

  /// The characters with `other` in the place of `word`, where both stand between others.
  private static func turned(_ units: [UInt16], _ word: [UInt16], _ other: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    var from = 0
    while from < units.count {
      let at = units.position(of: word, from: from) ?? units.count
      if at > from {
        if !result.isEmpty { result += other }
        result += units[from..<at]
      }
      from = at + word.count
    }
    return result
  }

  private func finding(_ range: Range<Int>, in text: RunningText, _ right: String) -> Finding {
    let wrong = text.string(in: range)
    var around = range
    while around.lowerBound > max(0, range.lowerBound - 4), Mark.isIdeograph(text.units[around.lowerBound - 1]) {
      around = (around.lowerBound - 1)..<around.upperBound
    }
    while around.upperBound < min(text.count, range.upperBound + 4), Mark.isIdeograph(text.units[around.upperBound]) {
      around = around.lowerBound..<(around.upperBound + 1)
    }
    let name = text.string(in: around)
    return Self.info.finding(
      text.sourceRange(of: range),
      LocalizedText(
        parts: "名称有误：“\(name)”中的“\(wrong)”应为“\(right)”", "wrong name: “\(wrong)” in “\(name)” should be “\(right)”"),
      fixes: [.replacing(range, in: text, by: right, isPreferred: true, isSafe: true)])
  }

  fileprivate static let department = "部门"
  fileprivate static let unit = "单位"
  private static let departmentUnits = Array(department.utf16)
  private static let unitUnits = Array(unit.utf16)
}

/// Names in one block with 部门 for 单位, or the reverse.
private struct TurnedNames: BlockLook {
  static var signals: BlockSignals { .all }

  struct Turned {
    /// The cell it stands in.
    var cell: Int?
    /// Where the wrong word stands.
    var range: Range<Int>
    /// Whether 单位 stands there.
    var isUnit: Bool
  }

  func sight(in text: BlockText) -> [Turned]? {
    var found: [Turned] = []
    if text.block.block.kind != .table {
      Self.addAll(in: text.units, to: &found)
    } else {
      Self.addAll(Self.department, isUnit: false, inCellsOf: text, to: &found)
      Self.addAll(Self.unit, isUnit: true, inCellsOf: text, to: &found)
    }
    return found.isEmpty ? nil : found
  }

  private static func addAll(_ word: SearchedWord, isUnit: Bool, inCellsOf text: BlockText, to found: inout [Turned]) {
    text.forEachStretch(holding: word) { units, cell in
      var from = 0
      while let at = units.position(of: word.units, from: from) {
        add(at, isUnit: isUnit, cell, in: units, to: &found)
        from = at + 2
      }
    }
  }

  /// Adds the wrong words of a text: where 部门 is, its second character is looked for, where 单位 is, its first.
  private static func addAll(in units: [UInt16], to found: inout [Turned]) {
    var from = 0
    while true {
      let at = units.indexOfAny(0x95E8, 0x5355, from: from)  // 门 单
      guard at < units.count else { return }
      from = at + 1
      if units[at] == 0x5355 {
        if from < units.count, units[from] == 0x4F4D { add(at, isUnit: true, in: units, to: &found) }  // 位
      } else if at > 0, units[at - 1] == 0x90E8 {  // 部
        add(at - 1, isUnit: false, in: units, to: &found)
      }
    }
  }

  /// Adds the word at a place if it stands between the two halves of a name.
  private static func add(
    _ at: Int, isUnit: Bool, _ cell: Int? = nil, in units: [UInt16], to found: inout [Turned]
  ) {
    if isUnit ? departmentNames.stand(in: units, at..<at + 2) : unitNames.stand(in: units, at..<at + 2) {
      found.append(Turned(cell: cell, range: at..<at + 2, isUnit: isUnit))
    }
  }

  /// Names of which one word is looked for.
  private struct Names {
    private let all: [Name]
    /// What stands before their gaps, and behind the gaps of those that have nothing there.
    private let lasts: CharacterFilter
    private let firsts: CharacterFilter

    init(_ all: [Name]) {
      self.all = all
      lasts = CharacterFilter(all.compactMap(\.before.last))
      firsts = CharacterFilter(all.filter(\.before.isEmpty).compactMap(\.after.first))
    }

    /// Whether one of them stands around a gap.
    func stand(in units: [UInt16], _ gap: Range<Int>) -> Bool {
      let (last, first) = (gap.lowerBound - 1, gap.upperBound)
      // Nearly always the characters beside the word tell that no name goes on there.
      guard last >= 0 && lasts.mayHold(units[last]) || first < units.count && firsts.mayHold(units[first]) else {
        return false
      }
      return all.contains { $0.stands(in: units, gap) }
    }
  }

  /// A name with a gap where the word stands.
  private struct Name {
    let before: [UInt16]
    let after: [UInt16]

    init(_ before: String, _ after: String) {
      self.before = Array(before.utf16)
      self.after = Array(after.utf16)
    }

    func stands(in units: [UInt16], _ gap: Range<Int>) -> Bool {
      units.holds(after, at: gap.upperBound) && units.holds(before, at: gap.lowerBound - before.count)
    }
  }

  private static let department = SearchedWord(DepartmentOrUnit.department)
  private static let unit = SearchedWord(DepartmentOrUnit.unit)

  private static let unitNames = Names([
    Name("行政事业", "养老"), Name("行政事业", "医疗"), Name("行政事业", "离退休"), Name("行政事业", "资产"),
    Name("行政事业", "国有资产"), Name("机关事业", "基本养老"), Name("机关事业", "职业年金"), Name("机关事业", "养老"),
    Name("行政", "医疗"), Name("事业", "医疗"), Name("行政", "离退休"), Name("事业", "离退休"), Name("事业", "经营"),
    Name("附属", "上缴"), Name("附属", "缴款"), Name("对附属", "补助"), Name("公务员法管理的事业", ""), Name("参公管理的事业", ""),
    Name("参公事业", ""), Name("行政", "和参照公务员法"), Name("行政", "（含参照公务员法"), Name("", "：万元"), Name("", ":万元"), Name("", "：元"),
    Name("", ":元"),
  ])

  private static let departmentNames = Names([
    Name("财政", "批复"), Name("财政", "核拨"), Name("财政", "核定"), Name("财政", "规定"), Name("财政", "集中安排"), Name("级财政", ""),
    Name("预算主管", ""), Name("政府工作", ""), Name("政府组成", ""), Name("社会保障", "规定"), Name("社会保障", "批准"), Name("社会保障", "、财政"),
    Name("社会保障", "和财政"),
  ])
}
