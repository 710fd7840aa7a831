import DisclosureText

extension StatementParser {
  /// Keeps what a clause without a figure names, for the amount behind it that names nothing:
  /// `（一）收入预算：2024 年年初预算数 100 万元`, `3.公务接待费。2024 年预算数 1.2 万元`.
  mutating func readTitle() {
    titleSubject = nil
    guard segment < at, at - segment <= Self.titleReach, statements.last?.sentence != sentence, !isPurpose, !isReason
    else { return }
    var named = 0
    for token in tokens[segment..<at] {
      switch token.kind {
      case .year, .relativeYear, .quote: break
      case .term(let term):
        if term.isMeasure { named += 1 }
        guard term.isMeasure || term.isFund || term.isBasis || term == .filler || term == .of else { return }
      case .text:
        if named > 0, !units[token.range].allSatisfy({ Self.titleTails.contains($0) }) { return }
      default: return
      }
    }
    guard named == 1 else { return }
    var subject = subjects.subject(segment..<at)
    guard subject.measure != nil, subject.measure != .performance else { return }
    subject.isQualified = false
    subject.basis = nil
    titleSubject = subject
  }

  /// The words of a title at most.
  private static let titleReach = 12

  /// What may follow the measure in a title: 情况, 安排情况说明.
  private static let titleTails = Set("情况说明安排总体具体支出".utf16)

  /// Gives an amount without a name what the title before it names.
  mutating func adoptTitle(_ statement: inout Statement) {
    defer { titleSubject = nil }
    guard let title = titleSubject, statement.subject.isEmpty, statement.reference == nil else { return }
    let own = statement.subject
    statement.subject = title
    statement.subject.basis = own.basis
    statement.subject.year = own.year ?? title.year
    statement.subject.relativeYear = own.relativeYear ?? title.relativeYear
  }

  /// `政府采购预算总额 144 万元：货物 46 万元、…`: a colon right behind an amount opens its list.
  mutating func openBehindFigure() {
    guard opening == nil, at > 0, case .numeral = tokens[at - 1].kind, statements.last?.role == .level else { return }
    opening = .including
  }

  /// Reads `本年收入的具体构成为：`, behind which the parts of the measure follow.
  mutating func reopenIfComposed() {
    var last = at - 1
    while last > segment, case .term(.filler) = tokens[last].kind { last -= 1 }
    guard last > segment, case .text = tokens[last].kind, tokens[last].range.count >= 2, !isReason, !isPurpose,
      units[tokens[last].range].suffix(2).elementsEqual(Self.composition)
    else { return }
    let subject = subjects.subject(segment..<last)
    guard subject.measure != nil, !subject.isQualified else { return }
    append(make(.reopening, subject: subject))
    opening = .reopening
  }

  private static let composition = Array("构成".utf16)

  /// The side of the budget whose parts follow: `收入包括：…；支出包括：…`.
  var oneSide: Statement.ListOpening? {
    mutating get {
      guard at == segment + 1, case .term(let term) = tokens[segment].kind else { return nil }
      return term == .revenue ? .revenues : term == .expenditure ? .expenditures : nil
    }
  }

  /// `与 2021 年度 90 万元相比，`: the amount belongs to the comparison, whose change follows.
  mutating func closeComparedAmount() {
    guard segment == at, let last = statements.last, last.role == .level, last.reference != nil,
      last.sentence == sentence
    else { return }
    statements[statements.count - 1].isComparedAmount = true
  }

  /// Which way the word at `index`, right before a figure, says that it went.
  mutating func direction(at index: Int) -> Statement.Direction? {
    guard index >= segment else { return nil }
    switch tokens[index].kind {
    case .term(.increase): return .up
    case .term(.decrease): return .down
    case .text:
      // 较上年增 17.1 万元，增 9.2%; 比上年 3.01 万元少 0.07 万元.
      let isBehind = index == referenceTokens?.upperBound || follows(.change, at: index) || followsBase(at: index)
      return isBehind ? bareDirection(at: index) : nil
    default: return nil
    }
  }

  /// Which way 增, 升, 涨, 多, 减, 降, 少 or 节约, standing alone, says that a figure went.
  mutating func bareDirection(at index: Int) -> Statement.Direction? {
    let word = tokens[index].range
    guard word.count <= 2 else { return nil }
    let unit = units[word.lowerBound]
    if unit == 0x8282, word.lowerBound + 1 < units.count {  // 节约 节省, of which 约 is a word by itself
      let next = units[word.lowerBound + 1]
      return next == 0x7EA6 || next == 0x7701 ? .down : nil
    }
    guard word.count == 1 else { return nil }
    switch unit {
    case 0x589E, 0x591A, 0x5347, 0x6DA8: return .up
    case 0x51CF, 0x5C11, 0x964D: return .down
    default: return nil
    }
  }

  /// Whether the word at `index` stands right behind the amount that another is compared with.
  private mutating func followsBase(at index: Int) -> Bool {
    guard index == segment, let last = statements.last else { return false }
    return last.role == .level && last.reference != nil && last.sentence == sentence && last.clause == clause
  }

  /// Whether the word at `index` begins the clause behind a statement of `role`.
  private mutating func follows(_ role: Statement.Role, at index: Int) -> Bool {
    guard index == segment, let last = statements.last else { return false }
    return last.role == role && last.sentence == sentence
  }
}
