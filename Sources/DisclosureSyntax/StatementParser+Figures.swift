import DisclosureText

extension StatementParser {
  mutating func read(_ numeral: Numeral, _ index: Int) {
    if isInName(numeral) { return }
    defer {
      segment = at + 1
      referenceTokens = nil
    }
    var statement = make(.unclear, subject: Subject())
    statement.numeral = index
    classify(&statement, numeral)
    append(statement)
  }

  mutating func classify(_ statement: inout Statement, _ numeral: Numeral) {
    var before = at - 1
    var arrives = false
    while before >= segment, case .term(let term) = tokens[before].kind {
      if term == .to { arrives = true }
      guard term == .filler || term == .each || term == .to || term == .of else { break }
      before -= 1
    }
    let isPercent = numeral.unit == .percent
    if numeral.unit == .score {
      // Points are compared with a table's, with nothing in the sentence.
      statement.role = .level
      statement.isAside = true
      return
    }
    if let plan = completedPlan {
      completedPlan = nil
      if isPercent, segment < at, case .term(.of) = tokens[segment].kind {
        statement.reference = Statement.Reference(basis: plan, range: tokens[at].range)
        statement.role = .completion
        return
      }
    }
    if sharesPrinted {
      sharesPrinted = false
      if isPercent, segment < at, case .term(.of) = tokens[segment].kind {
        statement.role = .share
        statement.isOfPrinted = true
        return
      }
    }
    if isRespective { return }
    if before < segment, let last = statements.last, last.role == .planComparison, last.clause == clause,
      last.direction != .same, numeral.unit.isMoney, at - segment < 2
    {
      // `决算数大于预算数 55.93 万元`
      statement.role = .change
      statement.direction = last.direction
      statement.word = last.word
      statement.reference = last.reference
      return
    }
    if namesSide(before) { before -= 1 }
    if let direction = direction(at: before) {
      guard !arrives else { return }
      statement.direction = direction
      statement.word = tokens[before].range
      statement.isEach = contains(.each)
      statement.subject = subjects.subject(segment..<before, without: referenceTokens)
      if statement.subject.isEmpty, referenceTokens == nil, let comparedSubject, !isPercent {
        statement.subject = comparedSubject
      }
      if isPercent {
        statement.role = .rate
      } else if numeral.unit == .none {
        let isBehindChange = statements.last.map { $0.role == .change && $0.sentence == sentence } ?? false
        let isRateWord =
          isBehindChange || (statement.reference?.basis == .execution && numeral.decimals > 0)
          || tokens[before].range.count > 1 && Self.isRateWord(units[tokens[before].range.lowerBound + 1])
        statement.role = isRateWord && endsFigure() ? .rate : .unclear
        statement.lacksPercentSign = statement.role == .rate
      } else {
        statement.role = .change
      }
      return
    }
    if isPercent, let last = statements.last, last.role == .change, last.sentence == sentence,
      isInBracket(isNegative: numeral.isNegative && last.direction == .down)
    {
      // `减少 0.50 万元（7.14%）`, `减少 0.50 万元（-7.14%）`
      statement.direction = last.direction
      statement.word = last.word
      statement.role = .rate
      return
    }
    if let share = lastIndex(of: .share) {
      if numeral.unit.isMoney || numeral.unit.isCount, at + 1 < tokens.count, case .term(.of) = tokens[at + 1].kind {
        statement.subject = subjects.subject((share + 1)..<at)
        statement.role = .level
        statement.reference = Statement.Reference(range: tokens[share].range)
        sharesPrinted = true
        return
      }
      statement.subject = subjects.subject(segment..<share, without: referenceTokens)
      let whole = subjects.subject((share + 1)..<at)
      statement.whole = whole.isEmpty ? nil : whole
      statement.role = isPercent || numeral.unit == .none && endsFigure() ? .share : .unclear
      statement.lacksPercentSign = numeral.unit == .none && statement.role == .share
      return
    }
    if let done = lastIndex(of: .completion) {
      let goal = subjects.subject((done + 1)..<at)
      if let basis = goal.basis, numeral.unit.isMoney {
        statement.subject = goal
        statement.role = .level
        statement.reference = Statement.Reference(basis: basis, range: tokens[done].range)
        completedPlan = basis
        return
      }
      guard goal.basis != nil, isPercent || numeral.unit == .none && endsFigure() else { return }
      statement.subject = subjects.subject(segment..<done)
      statement.reference = Statement.Reference(
        basis: goal.basis, range: tokens[done].range.lowerBound..<tokens[at].range.lowerBound)
      statement.role = .completion
      statement.lacksPercentSign = !isPercent
      return
    }
    if isPercent {
      if lastIndex(of: .differenceRate) != nil {
        statement.role = .difference
      } else if lastIndex(of: .executionRate) != nil {
        statement.reference = Statement.Reference(basis: .executionRate, range: tokens[at].range)
        statement.role = .completion
      }
      return
    }
    // `增加项目经费 20 万元` names what changed, not how much there is.
    if contains(.increase) || contains(.decrease) { return }
    if numeral.unit == .none, numeral.value != 0 {
      unreadableSentences.insert(sentence)
      return
    }
    statement.subject = subjects.subject(segment..<at, without: referenceTokens)
    statement.role = .level
    if isMarginOfCompletion || lacksDirection(statement.subject) {
      statement.isAside = true
      statement.reference = nil
      return
    }
    if isPurpose, endsPurpose(statement.subject) {
      isPurpose = false
      statement.isAside = isReason
    }
    if referenceTokens == nil { statement.reference = nil }
    adoptTitle(&statement)
  }

  /// Whether a clause of its own names nothing but a budget or account, as behind what an item is used for:
  /// `…（项），主要用于污水治理，年初预算为 60 万元`.
  private mutating func endsPurpose(_ subject: Subject) -> Bool {
    guard subject.isEmpty, subject.basis != nil, segment > 0, case .comma = tokens[segment - 1].kind else {
      return false
    }
    return true
  }

  /// Whether the figure stands right behind an opening bracket, but for its sign.
  private mutating func isInBracket(isNegative: Bool) -> Bool {
    if segment == at { return at > 0 && tokens[at - 1].kind == .openBracket }
    return isNegative && at > 1 && segment == at - 1 && tokens[at - 1].range.count == 1
      && tokens[at - 1].kind == .text && tokens[at - 2].kind == .openBracket
  }

  mutating func contains(_ term: Term) -> Bool { lastIndex(of: term) != nil }

  mutating func lastIndex(of term: Term) -> Int? {
    var index = at - 1
    while index >= segment {
      if case .term(let other) = tokens[index].kind, other == term { return index }
      index -= 1
    }
    return nil
  }

  /// 增长, 下降, 上升 go with rates; 增加, 减少 with both.
  static func isRateWord(_ second: UInt16) -> Bool {
    second == 0x957F || second == 0x964D || second == 0x5347  // 长 降 升
  }

  /// Whether the figure is followed by a mark, so that nothing is being written behind it.
  mutating func endsFigure() -> Bool {
    guard at + 1 < tokens.count else { return false }
    switch tokens[at + 1].kind {
    case .stop, .comma, .semicolon, .closeBracket: return true
    default: return false
    }
  }
}
