import DisclosureText

/// Reads the statements of one block from its tokens.
struct StatementParser {
  let units: [UInt16]
  let tokens: [Token]
  let numerals: [Numeral]
  let subjects: SubjectReader

  private(set) var statements: [Statement] = []
  /// The first token behind the last figure or mark.
  private var segment = 0
  private var sentence = 0
  private var part = 0
  private var clause = 0
  private var depth = 0
  private var isReason = false
  private var isPurpose = false
  private var reasonSentence = -1
  /// The list that the next statement opens; at the end, the one that the next block opens.
  private(set) var opening: Statement.ListOpening?
  /// The comparison that still holds, and its tokens if they stand in this segment.
  private var reference: Statement.Reference?
  private var referenceTokens: Range<Int>?
  private var unreadableSentences: Set<Int> = []
  private var startsItem = false
  private var at = 0

  init(units: [UInt16], tokens: [Token], numerals: [Numeral]) {
    self.units = units
    self.tokens = tokens
    self.numerals = numerals
    subjects = SubjectReader(units: units, tokens: tokens)
  }

  /// The statements, in the order of the text.
  ///
  /// - Parameter isClosed: whether the block's last sentence has its stop.
  /// - Complexity: O(number of tokens).
  mutating func read(isClosed: Bool) -> [Statement] {
    while at < tokens.count {
      step(tokens[at])
      at += 1
    }
    if !isClosed { unreadableSentences.insert(sentence) }
    if !unreadableSentences.isEmpty {
      for index in statements.indices where unreadableSentences.contains(statements[index].sentence) {
        statements[index].isFinished = false
      }
    }
    return statements
  }

  private mutating func step(_ token: Token) {
    switch token.kind {
    case .stop:
      sentence += 1
      part += 1
      endClause()
      isReason = false
      isPurpose = false
      reference = nil
    case .semicolon:
      part += 1
      endClause()
      isReason = false
      isPurpose = false
    case .comma:
      reopenIfWithin()
      endClause()
    case .pause:
      if segment == at { endClause() }
    case .colon:
      endClause()
    case .openBracket:
      depth += 1
      endClause()
      if opening == nil { opening = .bracket }
    case .closeBracket:
      depth = max(0, depth - 1)
      endClause()
      if opening == .bracket { opening = nil }
    case .enumerator:
      endClause()
      part += 1
      startsItem = true
      isReason = false
      isPurpose = false
    case .unfinishedNumeral:
      unreadableSentences.insert(sentence)
      segment = at + 1
    case .opaque:
      // What stands before a threshold or a date does not name the next amount, but what
      // stands before a document number does.
      break
    case .term(let term): read(term)
    case .numeral(let index): read(numerals[index], index)
    default: break
    }
  }

  private mutating func endClause() {
    clause += 1
    segment = at + 1
    referenceTokens = nil
  }

  // MARK: Words

  private mutating func read(_ term: Term) {
    switch term {
    case .amongThem: opening = .amongThem
    case .following: opening = .following
    case .including: if opening == nil { opening = .including }
    case .reason:
      isReason = true
      reasonSentence = sentence
    case .purpose: isPurpose = true
    case .definition: isReason = true
    case .comparedWith: readReference()
    case .unchanged: readUnchanged()
    case .greater, .less, .equal: readPlanComparison(term)
    case .undecided: unreadableSentences.insert(sentence)
    case .none: break
    default: break
    }
  }

  /// Reads `与 2023 年度相比`, `比 2024 年预算执行数`, `较上年`, `与年初预算数`.
  private mutating func readReference() {
    var end = at + 1
    var found = Statement.Reference(range: tokens[at].range)
    var isReference = false
    loop: while end < tokens.count, end - at < 12 {
      switch tokens[end].kind {
      case .year(let year):
        found.year = year
        isReference = true
      case .relativeYear(let offset):
        found.relativeYear = offset
        isReference = true
      case .brokenYear: isReference = true
      case .term(let term):
        if term.isBasis {
          found.basis = term
          isReference = true
        } else if term == .comparison {
          end += 1
          break loop
        } else if term.isMeasure || term.isFund || term == .filler || term == .of {
          if !isReference { break loop }
        } else {
          break loop
        }
      case .text: if !isReference, tokens[end].range.count > 4 { break loop }
      case .quote: break
      default: break loop
      }
      end += 1
    }
    guard isReference else { return }
    found.range = tokens[at].range.lowerBound..<tokens[end - 1].range.upperBound
    reference = found
    referenceTokens = at..<end
    isPurpose = false
    at = end - 1
  }

  private mutating func readUnchanged() {
    guard let reference else { return }
    var statement = make(.unchanged, subject: subjects.subject(segment..<at, without: referenceTokens))
    statement.direction = .same
    statement.word = tokens[at].range
    if reference.isPlan { statement.role = .planComparison }
    append(statement)
    segment = at + 1
  }

  /// Reads `决算数大于预算数`, with what stands on both sides.
  private mutating func readPlanComparison(_ term: Term) {
    let before = subjects.subject(segment..<at)
    guard before.basis == .final, at + 1 < tokens.count, case .term(let basis) = tokens[at + 1].kind, basis.isBasis
    else { return }
    var statement = make(.planComparison, subject: before)
    statement.direction = term == .greater ? .up : term == .less ? .down : .same
    statement.word = tokens[at].range
    statement.reference = Statement.Reference(basis: basis, range: tokens[at + 1].range)
    append(statement)
    at += 1
    segment = at + 1
  }

  /// Reads `财政拨款支出预算中，`.
  private mutating func reopenIfWithin() {
    guard at > segment, case .text = tokens[at - 1].kind, units[tokens[at - 1].range.upperBound - 1] == 0x4E2D else {
      return
    }
    let subject = subjects.subject(segment..<at)
    guard subject.measure != nil else { return }
    append(make(.reopening, subject: subject))
    opening = .amongThem
  }

  // MARK: Figures

  private mutating func read(_ numeral: Numeral, _ index: Int) {
    defer {
      segment = at + 1
      referenceTokens = nil
    }
    var statement = make(.unclear, subject: Subject())
    statement.numeral = index
    classify(&statement, numeral)
    append(statement)
  }

  private mutating func classify(_ statement: inout Statement, _ numeral: Numeral) {
    var before = at - 1
    var arrives = false
    while before >= segment, case .term(let term) = tokens[before].kind {
      if term == .to { arrives = true }
      guard term == .filler || term == .each || term == .to || term == .of else { break }
      before -= 1
    }
    let isPercent = numeral.unit == .percent
    if contains(.respectively) { return }
    if before >= segment, case .term(let term) = tokens[before].kind, term == .increase || term == .decrease {
      guard !arrives else { return }
      statement.direction = term == .increase ? .up : .down
      statement.word = tokens[before].range
      statement.isEach = contains(.each)
      statement.subject = subjects.subject(segment..<before, without: referenceTokens)
      if isPercent {
        statement.role = .rate
      } else if numeral.unit == .none {
        let isRateWord = Self.isRateWord(units[tokens[before].range.lowerBound + 1])
        statement.role = isRateWord && endsFigure() ? .rate : .unclear
        statement.lacksPercentSign = statement.role == .rate
      } else {
        statement.role = .change
      }
      return
    }
    if let share = lastIndex(of: .share) {
      statement.subject = subjects.subject(segment..<share, without: referenceTokens)
      let whole = subjects.subject((share + 1)..<at)
      statement.whole = whole.isEmpty ? nil : whole
      statement.role = isPercent || numeral.unit == .none && endsFigure() ? .share : .unclear
      statement.lacksPercentSign = numeral.unit == .none && statement.role == .share
      return
    }
    if let done = lastIndex(of: .completion) {
      let goal = subjects.subject((done + 1)..<at)
      guard goal.basis != nil, isPercent || numeral.unit == .none && endsFigure() else { return }
      statement.subject = subjects.subject(segment..<done)
      statement.reference = Statement.Reference(
        basis: goal.basis, range: tokens[done].range.lowerBound..<tokens[at].range.lowerBound)
      statement.role = .completion
      statement.lacksPercentSign = !isPercent
      return
    }
    if isPercent {
      guard lastIndex(of: .executionRate) != nil else { return }
      statement.reference = Statement.Reference(basis: .fullYearBudget, range: tokens[at].range)
      statement.role = .completion
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
    if referenceTokens == nil { statement.reference = nil }
  }

  private func contains(_ term: Term) -> Bool { lastIndex(of: term) != nil }

  private func lastIndex(of term: Term) -> Int? {
    var index = at - 1
    while index >= segment {
      if case .term(let other) = tokens[index].kind, other == term { return index }
      index -= 1
    }
    return nil
  }

  /// 增长, 下降, 上升 go with rates; 增加, 减少 with both.
  private static func isRateWord(_ second: UInt16) -> Bool {
    second == 0x957F || second == 0x964D || second == 0x5347  // 长 降 升
  }

  /// Whether the figure is followed by a mark, so that nothing is being written behind it.
  private func endsFigure() -> Bool {
    guard at + 1 < tokens.count else { return false }
    switch tokens[at + 1].kind {
    case .stop, .comma, .semicolon, .closeBracket: return true
    default: return false
    }
  }

  // MARK: Building

  private func make(_ role: Statement.Role, subject: Subject) -> Statement {
    Statement(
      role: role, subject: subject, reference: reference, sentence: sentence, part: part, clause: clause, depth: depth,
      isAside: isReason || isPurpose)
  }

  private mutating func append(_ statement: Statement) {
    var statement = statement
    statement.opening = opening
    statement.isItem = startsItem
    statement.isBehindReason = reasonSentence == sentence
    opening = nil
    startsItem = false
    statements.append(statement)
  }
}
