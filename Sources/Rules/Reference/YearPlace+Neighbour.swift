import Disclosure
import DisclosureSyntax
import DisclosureText

/// What lets another year stand where the document's own does: a text may tell of the year before, and final accounts
/// of the year behind, beside their own.
extension YearPlace {
  /// What a sentence about a neighbouring year is worth.
  enum Standing: Hashable {
    /// Only the document's own year can be meant.
    case impossible
    /// The year may be meant.
    case possible
    /// The own year is meant if the amount, whose characters stand there, is one of the document's own.
    case stated(Range<Int>)
  }

  /// Whether the year can be meant that stands where the own one does.
  ///
  /// - Complexity: O(*n*) for *n* tokens of the sentence.
  func standing(own: Int, isFinal: Bool) -> Standing {
    guard case .year(let year) = tokens[index].kind, year == own - 1 || isFinal && year == own + 1 else {
      return .impossible
    }
    if year == own - 1, isToldBeside(own) { return .possible }
    let behind = tokens[(index + 1)...].prefix { $0.kind != .stop && $0.kind != .semicolon }
    // Of the year to come nothing but plans is known.
    if year == own + 1 { return isPlanned(behind) ? .possible : .impossible }
    if tellsOfResults(behind.prefix { $0.kind != .comma }, isFinal: isFinal) { return .possible }
    if !isFinal, behind.contains(where: { setsAims($0) }) { return .impossible }
    // How many there are of something says nothing.
    guard let number = behind.firstIndex(where: { $0.kind.isNumeral }), case let unit = unit(of: tokens[number]),
      Self.money.contains(unit) || Self.percent.contains(unit)
    else { return .impossible }
    let rest = behind[(number + 1)...]
    if rest.contains(where: { $0.kind == .relativeYear(0) }) { return .possible }
    // Of the year before nobody says what it was compared with, what was among it, nor what it was for.
    let behindStop = tokens[behind.endIndex...].prefix(2).last?.kind
    if behindStop == .term(.amongThem) || behindStop == .term(.comparedWith)
      || rest.contains(where: { Self.tellsOfOwn.contains($0.kind) })
      || rest.indices.contains(where: { isBase($0) })
    {
      return .impossible
    }
    let namesMeasure = behind[..<number].contains { token in
      if case .term(let term) = token.kind { return term.isMeasure || term.isFund }
      return token.kind == .account
    }
    if previous == .openBracket || startsClause && !namesMeasure && hasAmountBefore { return .possible }
    // What it is of was named before, as that of another year may be.
    if previous == nil || previous == .comma && hasAmountBefore,
      !behind[..<number].contains(where: { $0.kind == .comma || isSpecific($0) })
    {
      return .possible
    }
    return Self.percent.contains(unit) ? .possible : .stated(digits(of: tokens[number]))
  }

  private func digits(of token: Token) -> Range<Int> {
    var end = token.range.lowerBound
    while end < token.range.upperBound, Mark.isDigit(units[end]) || Mark.isPoint(units[end]) || units[end] == 0x2C {
      end += 1
    }
    return token.range.lowerBound..<end
  }

  /// The first character of the unit of a number.
  private func unit(of token: Token) -> UInt16 {
    var end = digits(of: token).upperBound
    if end < units.count, units[end] == Mark.space { end += 1 }
    return end < units.count ? units[end] : 0
  }

  /// Whether the clause tells how the year went: its accounts and its evaluation come later.
  private func tellsOfResults(_ clause: ArraySlice<Token>, isFinal: Bool) -> Bool {
    for token in clause {
      switch token.kind {
      case .numeral: return false
      case .term(let term):
        if term == .none { return false }
        if isFinal { continue }
        if term == .final || term == .execution || term == .completion || term == .executionRate { return true }
        let words = Array(units[token.range])
        if term == .performance, !Self.aims.contains(where: { words.ends(with: $0) }) { return true }
      case .text:
        let words = Array(units[token.range])
        // A title ends with 公开.
        if token.range.upperBound < units.count, Self.published.contains(where: { words.starts(with: $0) }) {
          return true
        }
        if !isFinal, Self.results.contains(where: { TitleWords.contains(words, $0) }) { return true }
      default: break
      }
    }
    return false
  }

  /// Whether the clause tells of a budget, or of what is going to be done.
  private func isPlanned(_ clause: ArraySlice<Token>) -> Bool {
    if nextBasis == .budget || nextBasis == .allocation { return true }
    if clause.prefix(while: { !$0.kind.isNumeral }).contains(where: { namesBudget($0) }) { return true }
    return clause.contains { token in
      guard token.kind == .text, case let words = Array(units[token.range]) else { return false }
      return Self.plans.contains { TitleWords.contains(words, $0) }
    }
  }

  /// Whether the token speaks of aims, which a budget sets for its own year.
  private func setsAims(_ token: Token) -> Bool {
    token.kind == .term(.performance) && Self.aims.contains { Array(units[token.range]).ends(with: $0) }
  }

  /// Whether the token at `at` is the year that something is compared with.
  private func isBase(_ at: Int) -> Bool {
    switch tokens[at].kind {
    case .year, .relativeYear: compared(at: at)
    default: false
    }
  }

  /// Whether the token names what is measured by more than 收入 or 支出.
  private func isSpecific(_ token: Token) -> Bool {
    guard case .term(let term) = token.kind else { return token.kind == .account }
    return term.isFund || term.isMeasure && term != .revenue && term != .expenditure
  }

  /// Whether an amount stands before it in the block: what it is of was named with that.
  private var hasAmountBefore: Bool { tokens[..<index].contains { $0.kind.isNumeral } }

  private static let tellsOfOwn: [Token.Kind] = [
    .term(.amongThem), .term(.purpose), .term(.following), .term(.including), .term(.completion),
  ]
  private static let percent = Set("%％".utf16)
  private static let money = Set("千万亿元".utf16)
  private static let plans = ["将", "拟", "计划", "预计"].map { Array($0.utf16) }
  private static let aims = ["目标", "管理"].map { Array($0.utf16) }
  private static let published = ["公开", "批复", "反映", "编制", "已"].map { Array($0.utf16) }
  private static let results = ["结果", "得分", "完成", "进度", "执行率", "评价"].map { Array($0.utf16) }
}

extension Token.Kind {
  fileprivate var isNumeral: Bool {
    if case .numeral = self { return true }
    return false
  }
}
