import DisclosureText

extension StatementParser {
  mutating func read(_ term: Term) {
    switch term {
    case .amongThem: opening = .amongThem
    case .following: opening = .following
    case .including: if opening == nil { opening = oneSide ?? .including } else { opening = oneSide ?? opening }
    case .reason:
      readLabel()
      isReason = true
      reasonSentence = sentence
    case .purpose: isPurpose = true
    case .definition: isReason = true
    case .comparedWith: readReference()
    case .comparison:
      closeComparedAmount()
      compareWithYearBefore()
    case .unchanged: readUnchanged()
    case .greater, .less, .equal: readPlanComparison(term)
    case .respectively: isRespective = true
    case .undecided: unreadableSentences.insert(sentence)
    case .none: readAbsence()
    default: break
    }
  }

  /// The words of a subject at most; more are no name of anything.
  static let subjectReach = 24

  /// Reads `与 2023 年度相比`, `比 2024 年预算执行数`, `较上年`, `与年初预算数`.
  mutating func readReference() {
    var end = at + 1
    var found = Statement.Reference(range: tokens[at].range)
    var isReference = false
    loop: while end < tokens.count, end - at < 12 {
      switch tokens[end].kind {
      case .year(let year):
        found.year = Int(year)
        isReference = true
      case .relativeYear(let offset):
        found.relativeYear = Int(offset)
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
      case .text:
        if !isReference, end == at + 1, namesBeginning(tokens[end]) {
          found.relativeYear = -1
          isReference = true
        } else if isReference ? bareDirection(at: end) != nil : tokens[end].range.count > 4 {
          break loop
        }
      case .quote: break
      default: break loop
      }
      end += 1
    }
    guard isReference else { return }
    found.range = tokens[at].range.lowerBound..<tokens[end - 1].range.upperBound
    if at == segment, units[tokens[at].range.lowerBound] == 0x4E0E, case .term(.comparison) = tokens[end - 1].kind {
      // `主要原因是厉行节约，与上年相比减少 …`: the reason has ended.
      isReason = false
      reasonSentence = -1
    } else if at == segment, at > 0, tokens[at - 1].kind == .semicolon {
      // `比预算减少 …，主要原因是厉行节约；比上年减少 …`
      reasonSentence = -1
    }
    let subject = subjects.subject(max(segment, at - Self.subjectReach)..<at)
    comparedSubject = subject.isEmpty ? nil : subject
    reference = found
    referenceTokens = at..<end
    isPurpose = false
    at = end - 1
  }

  /// Whether words name the beginning of the year, which the one before ended with: 较年初, 比期初.
  private mutating func namesBeginning(_ token: Token) -> Bool {
    let words = units[token.range]
    return words.first == 0x5E74 && words.dropFirst().first == 0x521D
      || words.first == 0x671F && words.dropFirst().first == 0x521D
  }

  /// 同比 compares with the year before where nothing else was named.
  private mutating func compareWithYearBefore() {
    let word = tokens[at].range
    guard reference == nil, word.count == 2, units[word.lowerBound] == 0x540C else { return }
    reference = Statement.Reference(relativeYear: -1, range: word)
    referenceTokens = at..<(at + 1)
  }

  mutating func readUnchanged() {
    guard let reference, !isApproximate else { return }
    var statement = make(.unchanged, subject: subjects.subject(segment..<at, without: referenceTokens))
    statement.direction = .same
    statement.word = tokens[at].range
    if reference.isPlan { statement.role = .planComparison }
    append(statement)
    segment = at + 1
  }

  /// Whether 基本 stands before the word: 基本持平 says nothing exact.
  private var isApproximate: Bool {
    mutating get {
      let start = tokens[at].range.lowerBound
      return start > 1 && units[start - 1] == 0x672C && units[start - 2] == 0x57FA || units[start] == 0x57FA
    }
  }

  /// Reads `决算数大于预算数`, with what stands on both sides.
  mutating func readPlanComparison(_ term: Term) {
    let before = subjects.subject(max(segment, at - Self.subjectReach)..<at)
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

  /// Reads the direction in `增长的原因是`, said again with nothing but that before it, or in
  /// `财政拨款支出增加的原因是`, with what moved.
  private mutating func readLabel() {
    guard !isReason, !isPurpose, segment < at else { return }
    var last = at - 1
    if case .term(.of) = tokens[last].kind { last -= 1 }
    guard last >= segment, case .term(let term) = tokens[last].kind, term == .increase || term == .decrease else {
      return
    }
    let subject = subjects.subject(segment..<last)
    guard last == segment || subject.measure != nil && startsSentence(segment) else { return }
    var statement = make(.label, subject: subject)
    statement.direction = term == .increase ? .up : .down
    statement.word = tokens[last].range
    append(statement)
  }

  /// Whether nothing of the sentence stands before the token.
  private mutating func startsSentence(_ index: Int) -> Bool {
    guard index > 0 else { return true }
    switch tokens[index - 1].kind {
    case .stop, .enumerator: return true
    default: return false
    }
  }

  /// Reads `财政拨款支出预算中，`.
  mutating func reopenIfWithin() {
    guard at > segment, case .text = tokens[at - 1].kind, units[tokens[at - 1].range.upperBound - 1] == 0x4E2D else {
      return
    }
    let subject = subjects.subject(segment..<at)
    guard subject.measure != nil else { return }
    append(make(.reopening, subject: subject))
    opening = .reopening
  }
}
