import DisclosureSyntax
import DisclosureText

/// Numbers of projects by the grade that their evaluation gave them.
extension NarrativeReader {
  /// `实际自评项目 6 个，2 个项目自评等级为优，3 个为良，1 个为中`: the grades, said behind their numbers, add to the
  /// number of projects that were evaluated.
  mutating func tieGrades() {
    var head: StatementIndex?
    var parts: [StatementIndex] = []
    for index in narrative.statements.indices {
      let placed = narrative.statements[index]
      guard placed.statement.role == .level, unit(index) == .piece || unit(index) == .project else { continue }
      if let last = parts.last ?? head, narrative.statements[last].block != placed.block {
        settleGrades(head, parts)
        (head, parts) = (nil, [])
      }
      if grade(behind: index) != nil {
        parts.append(index)
      } else if speaksOfEvaluation(index) {
        settleGrades(head, parts)
        (head, parts) = (index, [])
      }
    }
    settleGrades(head, parts)
  }

  /// States the sum of two grades or more, each given once.
  private mutating func settleGrades(_ head: StatementIndex?, _ parts: [StatementIndex]) {
    guard let head, parts.count >= 3 || parts.count == 2 && self[parts[0]].opening == .amongThem else { return }
    let grades = parts.compactMap { grade(behind: $0) }
    guard Set(grades).count == parts.count, parts.allSatisfy({ self[$0].isFinished }), self[head].isFinished else {
      return
    }
    narrative.breakdowns.removeAll { $0.parts.contains(where: parts.contains) }
    narrative.breakdowns.append(Breakdown(head: head, parts: parts, isFull: true))
  }

  /// The grade that the words behind a number end with: `2 个项目自评等级为优`.
  private func grade(behind index: StatementIndex) -> [UInt16]? {
    var words = words(behind: index)
    for suffix in Self.gradeSuffixes where words.count > suffix.count && words.ends(with: suffix) {
      words.removeLast(suffix.count)
      break
    }
    guard let grade = Self.grades.first(where: { words.ends(with: $0) }) else { return nil }
    let before = words.dropLast(grade.count)
    // 为优, 评为“良”, 等级中, but not 质量较差 or 绩效良好 without a word of grading.
    let isGraded =
      before.isEmpty || before.last == 0x4E3A || before.last == 0x7EA7 || before.last == 0x6B21 || before.last == 0x83B7
    return isGraded ? grade : nil
  }

  /// The words behind a number up to the next mark, without quotes and blanks.
  private func words(behind index: StatementIndex) -> [UInt16] {
    guard let numeral = numeral(index) else { return [] }
    let units = tree.blocks[narrative.statements[index].block].block.text.units
    var end = numeral.range.upperBound
    while end < units.count, end - numeral.range.upperBound < 24, !Self.endsWords(units[end]) { end += 1 }
    return units[numeral.range.upperBound..<end].filter { !Mark.isQuote($0) && $0 != Mark.space }
  }

  private static func endsWords(_ unit: UInt16) -> Bool {
    Mark.isStop(unit) || Mark.isSemicolon(unit) || unit == 0xFF0C || unit == 0x2C || unit == Mark.pause
      || Mark.isDigit(unit) || Mark.isOpeningBracket(unit) || Mark.isClosingBracket(unit)
  }

  /// The longest first.
  private static let grades = ["基本合格", "不合格", "不及格", "优秀", "良好", "合格", "一般", "较差", "及格", "优", "良", "中", "差"]
    .map { Array($0.utf16) }
  private static let gradeSuffixes = ["等级", "等次", "等", "级", "档"].map { Array($0.utf16) }

  /// Whether the number is one of projects that were evaluated: `实际自评 6 个`, `对 6 个项目开展了绩效自评`.
  private func speaksOfEvaluation(_ index: StatementIndex) -> Bool {
    let (before, behind) = (name(of: index), words(behind: index))
    return Self.evaluation.contains { word in
      RowWords.contains(before, word) || behind.starts(with: Self.project) && RowWords.contains(behind, word)
    }
  }

  private static let project = Array("项目".utf16)

  private static let evaluation = ["自评", "评价"].map { Array($0.utf16) }
}
