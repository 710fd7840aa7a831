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
  let other: OtherDocument
  let text: FigureText
  /// What the document says of the other one's figures, and what became of it.
  private let claims: [JudgedClaim]
  private let cells: [JudgedCell]
  private let verdicts: ClaimVerdicts

  init(_ document: DisclosureDocument, _ rule: any ComparisonRule, drift: RuleInfo, _ published: FigureSummary) {
    self.document = document
    self.rule = rule
    self.drift = drift
    info = type(of: rule).info
    other = type(of: rule).other
    text = FigureText(document: document)
    let other = self.other
    let judge = ClaimJudge(document, published)
    claims = document.earlierClaims().filter { $0.document == other }.compactMap { judge.judged($0) }
    cells = document.columnClaims().filter { $0.document == other }.compactMap { judge.judged($0) }
    verdicts = ClaimVerdicts(claims, cells)
  }

  /// The cells that the other document refutes.
  var refuted: [CellIndex] {
    cells.filter { $0.outcome == .broken && verdicts.severity(of: $0, in: info) == info.severity }.map(\.claim.cell)
  }

  /// States what the published figures say of this document's: they accuse nobody, and count for a figure or against
  /// its repair as any other witness.
  ///
  /// What does not agree counts only where it is a mistake, and no matter of scope.
  func state(in sheet: inout RelationSheet) {
    for cell in cells where cell.outcome != .broken {
      guard let own = sheet.cell(cell.claim.cell) else { continue }
      sheet.equal(sheet.published(cell.published.quantity), own, evidence: .matched)
    }
    for claim in claims where claim.outcome != .broken || verdicts.severity(of: claim, in: info) == info.severity {
      state(claim, in: &sheet)
    }
  }

  private func state(_ claim: JudgedClaim, in sheet: inout RelationSheet) {
    guard let figure = claim.own ?? (claim.claim.isUnchanged ? nil : claim.claim.statement),
      let own = sheet.figure(figure)
    else { return }
    let base = sheet.published(claim.published.quantity)
    let minus = Operand(base, coefficient: -1)
    switch claim.claim.form {
    case .figure, .unchanged: sheet.equal(base, own, evidence: .matched)
    case .change(let index, _):
      guard let change = sheet.figure(index), let word = sheet.word(index) else { return }
      sheet.balance(
        [Operand(own), minus, Operand(change, coefficient: -1, direction: word)], derived: change, evidence: .matched)
    case .rate(let index, _):
      guard let rate = sheet.figure(index), let word = sheet.word(index), sheet.value(base) != 0 else { return }
      sheet.state(
        .quotient(
          rate: Operand(rate, direction: word), numerator: [Operand(own), minus], denominator: [Operand(base)]),
        derived: rate, .matched)
    }
  }

  /// What does not agree with the other document, but for what rests on the statements `known` or stands in the
  /// cells `knownCells`.
  func findings(
    apartFrom known: Set<StatementIndex>, _ knownCells: Set<CellIndex>
  ) -> [Finding] {
    let inCells = cells.compactMap { cell -> Finding? in
      guard cell.outcome == .broken, !knownCells.contains(cell.claim.cell) else { return nil }
      return verdicts.severity(of: cell, in: info).map { finding(cell, severity: $0) }
    }
    return inCells
      + claims.compactMap { claim -> Finding? in
        if known.contains(claim.claim.statement) || claim.own.map({ known.contains($0) }) ?? false { return nil }
        if claim.outcome == .broken {
          return verdicts.severity(of: claim, in: info).map { finding(claim, severity: $0) }
        }
        return claim.isRounded ? driftFinding(claim) : nil
      }
  }

  private func finding(_ claim: JudgedClaim, severity: Severity) -> Finding {
    let computation = computation(claim)
    return info.finding(
      range(of: claim), message(computation.text, severity), severity: severity,
      related: related(claim, claim.published), fixes: fixes(claim, computation.value))
  }

  func message(_ computation: LocalizedText, _ severity: Severity) -> LocalizedText {
    let message = rule.complaint + LocalizedText("：", ": ") + computation
    return severity == .hint
      ? message + LocalizedText("；如口径有调整，宜作说明", "; if the scope has changed, say so") : message
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
        message: rule.published + LocalizedText("：\(amount)", ": \(amount)"), document: ReferredDisclosure(other)))
    return places
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
