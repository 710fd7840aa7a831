import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Words what a relation computes, in both languages.
struct VerdictText {
  let sheet: RelationSheet
  let figures: FigureText
  /// Amounts that other findings put in the place of printed ones, with which rates are computed.
  var mended: [QuantityIndex: Int128] = [:]

  init(_ sheet: RelationSheet) {
    self.sheet = sheet
    figures = FigureText(document: sheet.document)
  }

  func mark(_ quantity: QuantityIndex) -> RelationSheet.Mark { sheet.marks[quantity] }

  /// The computation that `relation` stands for, beside what the text has.
  ///
  /// - Parameter figure: the figure that is spoken of as this one; the derived one where nothing is said.
  func computation(_ relation: Relation, at figure: QuantityIndex? = nil) -> LocalizedText {
    switch relation.form {
    case .linear(let operands):
      return listing(operands) ?? repetition(operands, derived: relation.derived, at: figure)
        ?? linear(operands, derived: relation.derived)
    case .quotient(let rate, let numerator, let denominator):
      if numerator.count == 1, denominator.count == 1, numerator[0].quantity == relation.derived {
        return product(rate.quantity, numerator[0].quantity, denominator[0].quantity)
      }
      return quotient(rate, numerator, denominator)
    case .comparison(let word, let left, let right):
      let sign = sheet.value(left) == sheet.value(right) ? "=" : sheet.value(left) > sheet.value(right) ? ">" : "<"
      let fact = "\(figures.printed(mark(left))) \(sign) \(figures.printed(mark(right)))"
      let said = figures.printed(mark(word))
      return LocalizedText("\(fact)，文中为“\(said)”", "\(fact), the text says “\(said)”")
    case .bound(let part, let whole, _):
      let (a, b) = (figures.printed(mark(part)), figures.printed(mark(whole)))
      return LocalizedText("\(a) 大于 \(b)", "\(a) is more than \(b)")
    case .undefinedRate(let rate, let base):
      let (a, b) = (figures.printed(mark(rate)), figures.printed(mark(base)))
      return LocalizedText(
        "预算数为 \(b)，谈不上完成百分之几，文中为 \(a)", "the budget is \(b), of which nothing is a percentage; the text has \(a)")
    case .agreement(let one, let other):
      let (a, b) = (figures.printed(mark(one)), figures.printed(mark(other)))
      return LocalizedText("“\(a)”与“\(b)”方向相反", "“\(a)” and “\(b)” point in opposite directions")
    }
  }

  /// The computation alone, with its result and without what the text has: `413.84 ÷ 1593.84 = 25.96%`;
  /// nil for what computes nothing.
  func result(_ relation: Relation) -> String? {
    switch relation.form {
    case .linear(let operands):
      return sum(operands, derived: relation.derived).map { "\($0.terms) = \($0.computed)" }
    case .quotient(let rate, let numerator, let denominator):
      let parts = division(rate, numerator, denominator)
      return parts.computed.map { "\(parts.above) ÷ \(parts.below) = \($0)" }
    case .comparison, .bound, .undefinedRate, .agreement: return nil
    }
  }

  private func linear(_ operands: Operands, derived: QuantityIndex) -> LocalizedText {
    guard let (terms, computed) = sum(operands, derived: derived) else { return LocalizedText("", "") }
    let printed = figures.printed(mark(derived))
    return LocalizedText(
      parts: "\(terms) = \(computed)，文中为 \(printed)", "\(terms) = \(computed), the text has \(printed)")
  }

  /// Two figures of one measure, the one that is spoken of as this one and the other, of which is said where it stands;
  /// nil for what computes something.
  private func repetition(_ operands: Operands, derived: QuantityIndex, at figure: QuantityIndex?) -> LocalizedText? {
    guard operands.count == 2, let own = operands.first(where: { $0.quantity == derived }),
      let other = operands.first(where: { $0.quantity != derived }), (signed(own) < 0) != (signed(other) < 0)
    else { return nil }
    let isOther = figure == other.quantity
    let (here, there) = (mark(isOther ? other.quantity : derived), mark(isOther ? derived : other.quantity))
    let isAbove = sheet.range(of: there).lower < sheet.range(of: here).lower
    let (a, b) = (figures.printed(there), figures.printed(here))
    return LocalizedText(parts: "\(isAbove ? "前文" : "后文")为 \(a)，此处为 \(b)", "\(a) there, \(b) here")
  }

  /// How many terms of a sum are shown.
  private static let mostTerms = 12

  /// The terms of a sum; what is taken away stands behind what it is taken from.
  static func joined(_ terms: [(isNegative: Bool, text: String)]) -> String {
    var text = ""
    for term in terms where !term.isNegative {
      if !text.isEmpty { text += " + " }
      text += term.text
    }
    for term in terms where term.isNegative {
      text += text.isEmpty ? "−" : " − "
      text += term.text
    }
    return text
  }

  /// The sign of an operand, which a word may turn.
  private func signed(_ operand: Operand) -> Int128 {
    operand.coefficient * (operand.direction.map { sheet.value($0) } ?? 1)
  }

  /// What `derived` is the sum of, and the sum.
  private func sum(_ operands: Operands, derived: QuantityIndex) -> (terms: String, computed: String)? {
    guard let own = operands.first(where: { $0.quantity == derived }) else { return nil }
    let ownSign = signed(own)
    var total: Int128 = 0
    var shown: [(isNegative: Bool, text: String)] = []
    var others = 0
    for operand in operands where operand.quantity != derived {
      others += 1
      let sign = ownSign >= 0 ? -signed(operand) : signed(operand)
      total += sign * sheet.value(operand.quantity)
      if shown.count < Self.mostTerms { shown.append((sign < 0, figures.bare(mark(operand.quantity)))) }
    }
    var terms = Self.joined(shown)
    if others > Self.mostTerms { terms += " + …" }
    return (terms, written(total, like: derived))
  }

  /// A computed amount with at least the decimals of the figure beside it.
  private func written(_ value: Int128, like quantity: QuantityIndex) -> String {
    let sign = value < 0 ? "−" : ""
    return sign + figures.written(value < 0 ? -value : value, like: mark(quantity))
  }

  private func quotient(_ rate: Operand, _ numerator: Operands, _ denominator: Operands) -> LocalizedText {
    let (above, below, computed, isCutOff, _) = division(rate, numerator, denominator)
    let printed = figures.printed(mark(rate.quantity))
    guard let computed else {
      return LocalizedText(
        "\(above) ÷ 0 无意义，文中为 \(printed)", "\(above) / 0 has no value, the text has \(printed)")
    }
    let (cutChinese, cutEnglish) = isCutOff ? ("（未四舍五入，只舍去了尾数）", " (cut off instead of rounded)") : ("", "")
    return LocalizedText(
      parts: "\(above) ÷ \(below) = \(computed)，文中为 \(printed)\(cutChinese)",
      "\(above) / \(below) = \(computed), the text has \(printed)\(cutEnglish)")
  }

  /// A part that is computed from its whole and the rate: `10 × 83.05% = 8.31`.
  private func product(_ rate: QuantityIndex, _ part: QuantityIndex, _ whole: QuantityIndex) -> LocalizedText {
    let step = sheet.ledger.quantities[part].step
    let exact = sheet.value(whole) * sheet.value(rate) / FigureLedger.rateScale
    let computed = figures.written((exact + step / 2) / step * step, like: mark(part))
    let percent = figures.printed(mark(rate))
    let sign = percent.hasSuffix("%") ? "" : "%"
    let terms = "\(figures.bare(mark(whole))) × \(percent)\(sign) = \(computed)"
    let printed = figures.printed(mark(part))
    return LocalizedText(parts: "\(terms)，文中为 \(printed)", "\(terms), the text has \(printed)")
  }

  /// What is divided by what, the rate that gives, nil where the divisor is zero, and whether the
  /// text has it cut off instead of rounded.
  func division(
    _ rate: Operand, _ numerator: Operands, _ denominator: Operands
  ) -> (above: String, below: String, computed: String?, isCutOff: Bool, value: Int128?) {
    let sign = rate.coefficient * (rate.direction.map { sheet.value($0) } ?? 1)
    func sum(_ operands: Operands, flipped: Bool = false) -> (text: String, value: Int128) {
      var total: Int128 = 0
      var terms: [(isNegative: Bool, text: String)] = []
      for operand in operands {
        let sign = operand.coefficient * (operand.direction.map { sheet.value($0) } ?? 1)
        total += sign * value(operand.quantity)
        terms.append(((sign < 0) != flipped, bare(operand.quantity)))
      }
      let text = Self.joined(terms)
      return (operands.count > 1 ? "(\(text))" : text, total)
    }
    let (above, below) = (sum(numerator, flipped: sign < 0), sum(denominator))
    guard below.value != 0 else { return (above.text, below.text, nil, false, nil) }
    let step = sheet.ledger.quantities[rate.quantity].step
    let exact = above.value * FigureLedger.rateScale / below.value
    let magnitude = sign < 0 ? -exact : exact
    let rounded = ((magnitude.magnitude.asSigned + step / 2) / step) * step
    let computed = (magnitude < 0 ? "−" : "") + figures.written(rounded, like: mark(rate.quantity))
    // Cutting the last digits off instead of rounding them is still wrong, and worth saying.
    let isCutOff = rounded != sheet.value(rate.quantity) && (magnitude / step) * step == sheet.value(rate.quantity)
    return (above.text, below.text, computed, isCutOff, rounded)
  }

  /// What a figure is in a relation, for related places: part of the computation that the
  /// message shows, or of another relation that points to the same mistake.
  func role(_ quantity: QuantityIndex, isShown: Bool) -> LocalizedText {
    let text = figures.printed(mark(quantity))
    if let statement = mark(quantity).statement, sheet.document.statement(statement).role == .absence {
      return LocalizedText(parts: "文中另称：“\(text)”", "the text also says “\(text)”")
    }
    if case .word = mark(quantity) { return LocalizedText(parts: "方向：“\(text)”", "direction: “\(text)”") }
    if isShown { return LocalizedText("参与计算：", "part of the computation: ", then: text) }
    return LocalizedText("另一处相关：", "related elsewhere: ", then: text)
  }
}

extension UInt128 {
  /// The same number, which a figure's magnitude always fits.
  fileprivate var asSigned: Int128 { Int128(truncatingIfNeeded: self) }
}
