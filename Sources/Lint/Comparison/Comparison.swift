import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Checks a document against another one of the same department or unit.
///
/// The other one is published and never blamed: a finding stands on what this document says of it,
/// and refers to the figure there.
struct Comparison {
  let document: DisclosureDocument
  let rule: any ComparisonRule
  let info: RuleInfo
  let drift: RuleInfo
  private let other: OtherDocument
  private let text: FigureText

  init(_ document: DisclosureDocument, _ rule: any ComparisonRule, drift: RuleInfo) {
    self.document = document
    self.rule = rule
    self.drift = drift
    info = type(of: rule).info
    other = type(of: rule).other
    text = FigureText(document: document)
  }

  /// What does not agree with `published`, but for what rests on the statements `known`.
  func findings(_ published: FigureSummary, apartFrom known: Set<StatementIndex>) -> [Finding] {
    let judge = ClaimJudge(document, published)
    let claims = document.earlierClaims().filter { $0.document == other }.compactMap { judge.judged($0) }
    let verdicts = ClaimVerdicts(claims)
    return claims.compactMap { claim -> Finding? in
      if known.contains(claim.claim.statement) || claim.own.map({ known.contains($0) }) ?? false { return nil }
      if claim.outcome == .broken {
        return verdicts.severity(of: claim, in: info).map { finding(claim, severity: $0) }
      }
      return claim.isRounded ? driftFinding(claim) : nil
    }
  }

  private func finding(_ claim: JudgedClaim, severity: Severity) -> Finding {
    let computation = computation(claim)
    var message = rule.complaint + LocalizedText("：", ": ") + computation.text
    if severity == .hint {
      message =
        message
        + LocalizedText("；如口径有调整，宜作说明", "; if the scope has changed, say so")
    }
    return info.finding(
      range(of: claim), message, severity: severity, related: related(claim, claim.published),
      fixes: fixes(claim, computation.value))
  }

  private func driftFinding(_ claim: JudgedClaim) -> Finding {
    drift.finding(
      range(of: claim),
      LocalizedText("尾差：", "rounding: ") + computation(claim, isExact: true).text
        + LocalizedText("；相差在四舍五入范围之内", "; the difference is within rounding"),
      related: related(claim, claim.exactly.published))
  }

  /// The figure that was not computed from the published one; the word where there is none.
  private func range(of claim: JudgedClaim) -> TextRange {
    let index = claim.claim.statement
    if case .unchanged = claim.claim.form, let word = document.statement(index).word {
      return document.runningText(index).sourceRange(of: word)
    }
    guard let numeral = document.numeral(index) else { return TextRange(0, 0) }
    let isRate = numeral.unit == .percent
    return document.runningText(index).sourceRange(of: isRate ? numeral.range : numeral.digits)
  }

  private func related(_ claim: JudgedClaim, _ published: FigureSummary.Figure) -> [RelatedPlace] {
    var places: [RelatedPlace] = []
    if let own = claim.own, let numeral = document.numeral(own) {
      let printed = text.printed(.figure(own))
      places.append(
        RelatedPlace(
          range: document.runningText(own).sourceRange(of: numeral.digits),
          message: LocalizedText("参与计算：\(printed)", "part of the computation: \(printed)")))
    }
    let amount = amount(published.quantity.value, like: claim.claim.statement, or: claim.own)
    places.append(
      RelatedPlace(
        range: published.range,
        message: rule.published + LocalizedText("：\(amount)", ": \(amount)"), document: other))
    return places
  }

  /// What follows from the published figure, beside what the text has, and the amount or rate the
  /// text should have; nil where that is no matter of a number.
  private func computation(_ claim: JudgedClaim, isExact: Bool = false) -> (text: LocalizedText, value: Int128?) {
    let index = claim.claim.statement
    let base = (isExact ? claim.exactly.published : claim.published).quantity.value
    let shown = amount(base, like: index, or: claim.own)
    let printed = text.printed(.figure(index))
    let word = text.printed(.word(index))
    guard let statement = claim.own, let own = isExact ? claim.exactly.own : document.quantity(statement) else {
      return (
        rule.published
          + LocalizedText("为 \(shown)，文中为 \(printed)", " is \(shown), the text has \(printed)"), base
      )
    }
    let difference = own.value - base
    switch claim.claim.form {
    case .unchanged, .figure:
      let current = text.printed(.figure(statement))
      return (
        rule.published
          + LocalizedText(
            "为 \(shown)，本年为 \(current)，文中为“\(word)”", " is \(shown), now it is \(current), the text says “\(word)”"),
        nil
      )
    case .change:
      let fits = difference.signum() == Int128(document.statement(index).direction?.rawValue ?? 0)
      let should = "\(fits ? "" : "−")\(amount(difference.magnitude.signed, like: index, or: nil))"
      let ownText = amount(own.value, like: index, or: nil)
      return (
        LocalizedText(
          "\(ownText) − \(shown)（\(rule.published.chinese)），应\(word) \(should)，文中为\(word) \(printed)",
          "\(ownText) − \(shown) (\(rule.published.english)) makes \(word) \(should), the text has \(word) \(printed)"),
        fits ? difference.magnitude.signed : nil
      )
    case .rate:
      let fits = difference.signum() == Int128(document.statement(index).direction?.rawValue ?? 0)
      let rate = base == 0 ? 0 : rounded(difference.magnitude.signed * FigureLedger.rateScale, by: base, like: index)
      let should = "\(fits ? "" : "−")\(text.written(rate, like: .figure(index)))"
      let ownText = amount(own.value, like: statement, or: nil)
      return (
        LocalizedText(
          "(\(ownText) − \(shown)) ÷ \(shown)（\(rule.published.chinese)），应\(word) \(should)，文中为\(word) \(printed)",
          "(\(ownText) − \(shown)) / \(shown) (\(rule.published.english)) makes \(word) \(should), the text has \(word) \(printed)"
        ), fits && base != 0 ? rate : nil
      )
    }
  }

  private func rounded(_ dividend: Int128, by divisor: Int128, like index: StatementIndex) -> Int128 {
    let step = max(1, document.quantity(index)?.step ?? 1)
    return (dividend / divisor + step / 2) / step * step
  }

  /// What the text would say if it followed the published figure: offered, never preferred, for the
  /// evidence stands in another document.
  private func fixes(_ claim: JudgedClaim, _ value: Int128?) -> [Fix] {
    let index = claim.claim.statement
    guard let value, value > 0, let numeral = document.numeral(index) else { return [] }
    let old = text.printed(.figure(index))
    let digits = text.digits(value, like: numeral, isRate: numeral.unit == .percent)
    let edits = FigureFix.edits(numeral.digits, in: document.runningText(index), to: digits)
    if edits.isEmpty { return [] }
    let new = text.written(value, like: .figure(index))
    return [
      Fix(
        title: LocalizedText("将“\(old)”改为“\(new)”", "change “\(old)” to “\(new)”"), isPreferred: false, isSafe: false,
        edits: edits)
    ]
  }

  /// An amount in the unit of the figure of a statement, with as many decimals as it needs.
  private func amount(_ value: Int128, like index: StatementIndex, or other: StatementIndex?) -> String {
    let own = document.numeral(index)
    guard let numeral = own?.unit.isMoney == true ? own : other.flatMap({ document.numeral($0) }) else {
      return String(value)
    }
    var decimals = numeral.decimals
    while decimals < 6, value % FigureText.step(unit: numeral.unit, decimals: decimals) != 0 { decimals += 1 }
    let step = FigureText.step(unit: numeral.unit, decimals: decimals)
    let unit = numeral.unit == .yuan ? "元" : numeral.unit == .hundredMillionYuan ? "亿元" : "万元"
    return FigureText.decimal(value / step, decimals: decimals, separated: numeral.hasSeparators) + unit
  }
}

extension JudgedClaim {
  /// The amount of the own year that is compared with the published one.
  var own: StatementIndex? {
    switch claim.form {
    case .figure: nil
    case .change(_, let current), .rate(_, let current), .unchanged(_, let current): current
    }
  }
}

extension UInt128 {
  /// The same number, which a figure's magnitude always fits.
  fileprivate var signed: Int128 { Int128(truncatingIfNeeded: self) }
}
