import Disclosure
import DisclosureSyntax
import DisclosureText

/// The place a year stands in, which decides what year can stand there.
///
/// Only places where nothing else makes sense are judged: the document's own year before its
/// measures and in its titles, the year before it behind 与, 比 and 较, the end of the period
/// with the state of assets. Years in titles, document numbers, project names and reasons are
/// any.
struct YearPlace {
  /// The years that can stand here, the likeliest first; empty where any can.
  private(set) var expected = Years()
  /// Whether it stands in a sentence where a neighbouring year may be told of, too.
  private(set) var isInSentence = false

  /// None, one or two years, which take no memory as a list would.
  struct Years {
    /// The first of them.
    let first: Int?
    private let second: Int?

    init(_ first: Int? = nil, _ second: Int? = nil) {
      self.first = first
      self.second = second
    }

    /// Whether `year` is one of them.
    func contains(_ year: Int) -> Bool { year == first || year == second }
  }

  /// How many words around the year are looked at.
  static let reach = 120

  let tokens: [Token]
  let units: [UInt16]
  let index: Int

  /// Looks at the year that is token `index` of `block`, in a document of that kind and year.
  init(_ index: Int, in block: ReadBlock, of kind: Profile.Kind, _ year: Int?) {
    tokens = block.tokens
    units = block.block.text.units
    self.index = index
    guard let year, kind != .unknown else { return }
    // What follows the year may still be being written.
    if index + 1 == tokens.count, block.block.kind == .paragraph, !block.block.isClosed { return }
    let isTitle = block.block.kind == .heading || block.block.kind == .tableTitle
    expected = years(year, isFinal: kind == .final, isTitle: isTitle)
  }

  /// The end of the digits of a year token, without 年.
  static func digitsEnd(of token: Token, in text: RunningText) -> Int {
    var end = token.range.lowerBound
    while end < token.range.upperBound, Mark.isDigit(text.units[end]) { end += 1 }
    return end
  }

  /// Where the document's own year belongs, and where the sentence gives the year before beside it, that one too.
  private mutating func own(_ year: Int) -> Years {
    isInSentence = true
    // 2023年度项目尾款列入2025年预算: what is left over may be of any year before.
    if isOfRest, sentenceCompares(year) { return Years() }
    guard sentenceCompares(year), !isAmongProjects(of: year), !isSetAgainstPlan(of: year) else { return Years(year) }
    return isBeside(year) ? Years(year - 1, year) : Years(year, year - 1)
  }

  private mutating func years(_ year: Int, isFinal: Bool, isTitle: Bool) -> Years {
    if isInQuotes || isFollowed(by: Self.foreign) || isInReason { return Years() }
    if isSeries || isListed || standsBesideOwn(year) { return Years() }
    // What a budget carries over is left from the year before: 2023年财政拨款结转.
    if !isFinal, !isCompared, isOfRest { return Years() }
    if let other = yearBefore, other != year { return Years() }
    if isCompared {
      if isWithoutChange || isNamedBefore(own: year) { return Years() }
      // 比 2022 年 …，比 2019 年 …: a second base is any, and so is a year long past.
      if isSecondBase(of: year) || isLongPast(year) && namesComparedAmount { return Years() }
      if isExplained || isOfSamePeriod && isPast(year, by: 3) || isFinal && isBaseOfPlan(own: year) { return Years() }
      if !isFinal, nextBasis == .final { return Years(year - 1, year - 2) }
      // Final accounts are compared with what was executed of the same year before they were closed, too.
      if isFinal, nextBasis.map({ $0 != .final }) ?? isFlash { return Years(year - 1, year) }
      return Years(year - 1)
    }
    if nextBasis == .execution { return isFinal ? Years() : Years(year - 1) }
    if isDate {
      guard isAsOf, countsHoldings else { return Years() }
      // A budget made at the beginning of its year may count what there was then: 截至 2023 年 1 月底.
      return isFinal ? Years(year) : isFirstHalf ? Years(year - 1, year) : Years(year - 1)
    }
    if !isTitle, tellsOfEvent(before: year) { return Years() }
    if isFollowed(by: [0x672B, 0x5E95]) || next == .term(.asOf) {
      return neighbours.isEmpty && (!isAsOf || countsHoldings) ? Years(isFinal ? year : year - 1) : Years()
    }
    if case .term(.asOf) = previous { return Years() }
    if isTitle { return nextIsOwn && (isFinal || !titleIsOfAccounts) ? Years(year) : Years() }
    if index == 0, sentenceStatesMeasure { return own(year) }
    if let basis = nextBasis, basis != .final || isFinal, follows(of: basis) { return own(year) }
    guard startsClause || followsName,
      nextIsOwn || (isFinal ? countsFleet : setsAims)
    else { return Years() }
    return own(year)
  }
}
