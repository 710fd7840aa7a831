import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// What is said of a claim, and what it should say.
extension Comparison {
  /// What follows from the published figure, beside what the text has, and the amount or rate the
  /// text should have; nil where that is no matter of a number.
  func computation(_ claim: JudgedClaim, isExact: Bool = false) -> (text: LocalizedText, value: Int128?) {
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
    if difference == 0, !claim.claim.isUnchanged { return (same(own.value, shown, word, printed, statement), nil) }
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

  /// That nothing changed, beside a change or a rate.
  private func same(
    _ own: Int128, _ shown: String, _ word: String, _ printed: String, _ index: StatementIndex
  ) -> LocalizedText {
    let ownText = amount(own, like: index, or: nil)
    return rule.published
      + LocalizedText(
        "为 \(shown)，本年为 \(ownText)，应为持平，文中为\(word) \(printed)",
        " is \(shown), now it is \(ownText): unchanged, but the text has \(word) \(printed)")
  }

  private func rounded(_ dividend: Int128, by divisor: Int128, like index: StatementIndex) -> Int128 {
    let step = max(1, document.quantity(index)?.step ?? 1)
    return (dividend / divisor + step / 2) / step * step
  }

  /// What the text would say if it followed the published figure: offered, never preferred, for the
  /// evidence stands in another document.
  func fixes(_ claim: JudgedClaim, _ value: Int128?) -> [Fix] {
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
  func amount(_ value: Int128, like index: StatementIndex, or other: StatementIndex?) -> String {
    let own = document.numeral(index)
    guard let numeral = own?.unit.isMoney == true ? own : other.flatMap({ document.numeral($0) }) else {
      return String(value)
    }
    var decimals = numeral.decimals
    while decimals < 6, value % FigureText.step(unit: numeral.unit, decimals: decimals) != 0 { decimals += 1 }
    let step = FigureText.step(unit: numeral.unit, decimals: decimals)
    return FigureText.decimal(value / step, decimals: decimals, separated: numeral.hasSeparators)
      + (numeral.unit.moneyWord ?? "")
  }
}

extension UInt128 {
  /// The same number, which a figure's magnitude always fits.
  fileprivate var signed: Int128 { Int128(truncatingIfNeeded: self) }
}
