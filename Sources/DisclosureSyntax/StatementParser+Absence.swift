import DisclosureText

extension StatementParser {
  /// The words between 无 and the fund, and between the fund and 支出, at most: 无使用…安排的支出.
  private static let absenceReach = 6

  /// Reads `无使用政府性基金预算拨款安排的支出`: the fund has no expenditure.
  ///
  /// In a reason it may speak of another year.
  mutating func readAbsence() {
    guard !isReason, !isPurpose, depth == 0 else { return }
    var end = at + 1
    var fund: Int?
    var noun: Int?
    loop: while end < tokens.count, end - at <= Self.absenceReach {
      switch tokens[end].kind {
      case .term(let term) where term.isFund:
        if fund != nil { break loop }
        fund = end
      case .term(.expenditure), .term(.revenueExpenditure), .term(.revenue):
        noun = end
      case .term(let term):
        guard term == .filler || term == .of || term == .allocation || term == .budget else { break loop }
      case .text:
        // 无使用, 没有通过
        guard tokens[end].range.count <= (fund == nil ? 4 : 2) else { break loop }
      case .relativeYear, .year: break
      default: break loop
      }
      end += 1
    }
    guard let fund, let noun, noun > fund, end >= tokens.count || isMark(tokens[end].kind),
      units[tokens[noun].range.lowerBound] == 0x652F
    else { return }
    var statement = make(.absence, subject: subjects.subject((at + 1)..<(noun + 1)))
    let before = subjects.subject(max(segment, at - Self.subjectReach)..<at)
    statement.subject.year = before.year ?? statement.subject.year
    statement.subject.relativeYear = before.relativeYear ?? statement.subject.relativeYear
    statement.word = tokens[at].range.lowerBound..<tokens[noun].range.upperBound
    append(statement)
    at = end - 1
    segment = end
  }

  private mutating func isMark(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .stop, .semicolon, .comma: true
    default: false
    }
  }
}
