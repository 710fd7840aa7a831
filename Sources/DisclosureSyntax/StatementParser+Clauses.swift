import DisclosureText

/// What a comparison is of where a clause of its own says so.
extension StatementParser {
  /// Keeps what a clause without a figure names, for the comparison behind it:
  /// `公务接待费因厉行节约，比上年减少 5 万元`, `其中，教育支出受增人影响，较上年增加 5 万元`.
  mutating func keepClauseSubject() {
    guard segment < at, !isReason, statements.last.map({ $0.clause != clause }) ?? true else { return }
    // `基本支出主要用于保障机构运转，比上年增加 5 万元`
    let purpose = isPurpose ? lastIndex(of: .purpose) : at
    guard let end = purpose, segment < end else { return }
    let isListed = opening != nil || segment > 0 && isColon(segment - 1)
    let subject = subjects.subject(segment..<end, without: referenceTokens)
    if let measure = subject.measure, !measure.isGeneralMeasure, isListed || beginsClause(with: measure) {
      clauseSubject = subject
    } else if isListed, !subject.isEmpty {
      clauseSubject = Subject()
    }
  }

  /// Begins the clause anew behind the heading that stands on the line of its text:
  /// `六、基本支出决算情况说明 2024 年度财政拨款基本支出 90 万元`.
  mutating func beginBehindHeading() {
    guard sentence == 0, statements.isEmpty, at > segment, case .text = tokens[at - 1].kind,
      units[tokens[at - 1].range].suffix(2).elementsEqual(Self.headingEnd)
    else { return }
    endClause()
    segment = at
  }

  private static let headingEnd = Array("说明".utf16)

  private mutating func isColon(_ index: Int) -> Bool {
    if case .colon = tokens[index].kind { true } else { false }
  }

  private mutating func beginsClause(with measure: Term) -> Bool {
    if case .term(measure) = tokens[segment].kind { true } else { false }
  }

  /// Gives a comparison that names nothing what the clause before it names.
  mutating func adoptClauseSubject(_ statement: inout Statement) {
    guard let subject = clauseSubject, statement.depth == 0 else { return }
    clauseSubject = nil
    guard statement.subject.isEmpty, !statement.isAside else { return }
    switch statement.role {
    case .change, .rate, .unchanged, .completion:
      if subject.isEmpty { statement.isOfUnread = true } else { statement.subject = subject }
    default: break
    }
  }
}
