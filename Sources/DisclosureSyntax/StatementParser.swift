import DisclosureText

/// Reads the statements of one block from its tokens.
///
/// What only looks at tokens is mutating too: a method that changes nothing would be given a copy of this structure.
struct StatementParser {
  let units: [UInt16]
  let tokens: [Token]
  let numerals: [Numeral]
  let subjects: SubjectReader

  var statements: [Statement] = []
  /// The first token behind the last figure or mark.
  var segment = 0
  var sentence = 0
  var part = 0
  var clause = 0
  var depth = 0
  var isReason = false
  var isPurpose = false
  var reasonSentence = -1
  /// The list that the next statement opens; at the end, the one that the next block opens.
  var opening: Statement.ListOpening?
  /// The comparison that still holds, and its tokens if they stand in this segment.
  var reference: Statement.Reference?
  var referenceTokens: Range<Int>?
  /// What stands before 与…相比 in its clause: the subject of the change behind the comma.
  var comparedSubject: Subject?
  var unreadableSentences: Set<Int> = []
  var startsItem = false
  /// The budget whose amount stands between 完成 and its rate: `完成全年预算 27.43 万元的 97.7%`.
  var completedPlan: Term?
  /// Whether an amount stands between 占 and its share: `占支出合计 90 万元的 40%`.
  var sharesPrinted = false
  /// Whether 分别 was read in this part, so that figures belong to names that stand apart.
  var isRespective = false
  /// What a title before its amounts names: `收入预算：2024 年年初预算数 100 万元`.
  var titleSubject: Subject?
  /// What a clause without a figure says the comparison behind it of; empty where its words are no measure.
  var clauseSubject: Subject?
  var at = 0

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

  mutating func step(_ token: Token) {
    switch token.kind {
    case .stop:
      if sentence == 0, statements.isEmpty, titleSubject == nil { readTitle() } else { titleSubject = nil }
      sentence += 1
      part += 1
      endClause()
      clauseSubject = nil
      isReason = false
      isPurpose = false
      isRespective = false
      // 其中 and names without figures: no list of amounts has begun.
      opening = nil
      reference = nil
      comparedSubject = nil
    case .semicolon:
      part += 1
      endClause()
      clauseSubject = nil
      isReason = false
      isPurpose = false
      isRespective = false
      comparedSubject = nil
    case .comma:
      reopenIfWithin()
      keepClauseSubject()
      endClause()
    case .pause:
      if segment == at { endClause() }
    case .colon:
      readTitle()
      openBehindFigure()
      reopenIfComposed()
      endClause()
    case .openBracket:
      if depth == 0 { keepClauseSubject() }
      depth += 1
      endClause()
      // （含上年结转 5 万元）names a part; other brackets add what is no part.
      if opening == nil, units[token.range.upperBound...].first == 0x542B { opening = .bracket }
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
    case .year: beginBehindHeading()
    case .term(let term): read(term)
    case .numeral(let index): read(numerals[Int(index)], Int(index))
    default: break
    }
  }

  mutating func endClause() {
    clause += 1
    segment = at + 1
    referenceTokens = nil
  }

  mutating func make(_ role: Statement.Role, subject: Subject) -> Statement {
    Statement(
      role: role, isAside: isReason || isPurpose,
      place: Statement.Place(sentence: sentence, part: part, clause: clause, depth: depth), subject: subject,
      reference: reference)
  }

  mutating func append(_ statement: Statement) {
    var statement = statement
    adoptClauseSubject(&statement)
    statement.opening = opening
    statement.isItem = startsItem
    statement.isBehindReason = reasonSentence == sentence
    opening = nil
    startsItem = false
    if statements.isEmpty { statements.reserveCapacity(numerals.count + 2) }
    statements.append(statement)
  }
}
