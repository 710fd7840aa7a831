import Ledger
import Testing

/// A ledger of amounts with two decimals: `100.00` is 10000 steps of one hundredth.
struct Sheet {
  var ledger = FigureLedger()

  /// Adds an amount given in hundredths.
  mutating func amount(_ hundredths: Int128) -> QuantityIndex {
    ledger.add(Quantity(value: hundredths * 100, halfWidth: 50, step: 100))
  }

  /// Adds a rate given in hundredths of a percent.
  mutating func rate(_ hundredths: Int128) -> QuantityIndex {
    let step = FigureLedger.rateScale / 10_000
    return ledger.add(Quantity(value: hundredths * step, halfWidth: step / 2, step: step))
  }

  mutating func word(_ direction: Int) -> QuantityIndex { ledger.add(Quantity(direction: direction)) }

  mutating func sum(_ total: QuantityIndex, _ parts: [QuantityIndex], _ evidence: Relation.Evidence = .stated) {
    let operands = [Operand(total)] + parts.map { Operand($0, coefficient: -1) }
    ledger.state(Relation(form: .linear(Operands(operands)), evidence: evidence, derived: total, origin: 0))
  }

  mutating func share(_ rate: QuantityIndex, _ part: QuantityIndex, _ whole: QuantityIndex) {
    ledger.state(
      Relation(
        form: .quotient(rate: Operand(rate), numerator: [Operand(part)], denominator: [Operand(whole)]),
        evidence: .stated, derived: rate, origin: 0))
  }

  /// States that `rate` is the growth from `base` to `current`.
  mutating func growth(_ rate: QuantityIndex, from base: QuantityIndex, to current: QuantityIndex) {
    ledger.state(
      Relation(
        form: .quotient(
          rate: Operand(rate), numerator: [Operand(current), Operand(base, coefficient: -1)],
          denominator: [Operand(base)]),
        evidence: .stated, derived: rate, origin: 0))
  }

  var outcomes: [Outcome] { ledger.evaluate() }
  var diagnoses: [Diagnosis] { ledger.diagnose(ledger.evaluate()).slips }
}

@Suite("Outcomes")
struct OutcomeTests {
  @Test("9.97 is 92.97% of 10.72 within rounding; 29.42 cannot be 9.55% of 307.82")
  func shares() {
    var sheet = Sheet()
    sheet.share(sheet.rate(9297), sheet.amount(997), sheet.amount(1072))
    sheet.share(sheet.rate(955), sheet.amount(2942), sheet.amount(30782))
    sheet.share(sheet.rate(956), sheet.amount(2942), sheet.amount(30782))
    #expect(sheet.outcomes == [.explained, .broken, .holds])
  }

  @Test("half-widths of a sum add")
  func sums() {
    var sheet = Sheet()
    let parts = (0..<10).map { _ in sheet.amount(1000) }
    for total: Int128 in [10000, 10005, 10006] { sheet.sum(sheet.amount(total), parts) }
    #expect(sheet.outcomes == [.holds, .explained, .broken])
  }

  @Test("growth follows from the change, its direction and the amount afterwards")
  func growth() {
    for (sign, rate, expected) in [(1, Int128(4509), Outcome.holds), (-1, 2371, .holds), (1, 2371, .broken)] {
      var sheet = Sheet()
      let (change, current) = (sheet.amount(4310), sheet.amount(13868))
      let (word, percent) = (sheet.word(sign), sheet.rate(rate))
      let moved = Operand(change, direction: word)
      let minus = Operand(change, coefficient: -1, direction: word)
      sheet.ledger.state(
        Relation(
          form: .quotient(
            rate: Operand(percent, direction: word), numerator: [moved], denominator: [Operand(current), minus]),
          evidence: .stated, derived: percent, origin: 0))
      #expect(sheet.outcomes == [expected])
    }
  }

  @Test("a part may equal its whole, and a rounded one may seem to exceed it")
  func bounds() {
    var sheet = Sheet()
    let whole = sheet.amount(1000)
    for part: Int128 in [1000, 1001, 1002] {
      let small = sheet.amount(part)
      sheet.ledger.state(
        Relation(form: .bound(small, atMost: whole), evidence: .stated, derived: small, origin: 0))
    }
    #expect(sheet.outcomes == [.holds, .explained, .broken])
  }

  @Test("a ratio to nothing is not checkable")
  func zero() {
    var sheet = Sheet()
    let nothing = sheet.ledger.add(Quantity(value: 0, halfWidth: 0, step: 100))
    sheet.share(sheet.rate(10000), sheet.amount(500), nothing)
    #expect(sheet.outcomes == [.notCheckable])
  }
}

@Suite("Diagnosis")
struct DiagnosisTests {
  @Test("the figure that explains every broken relation is blamed, with its right amount")
  func explainsAll() {
    var sheet = Sheet()
    let (total, basic, project) = (sheet.amount(159384), sheet.amount(41984), sheet.amount(118000))
    sheet.sum(total, [basic, project])
    sheet.share(sheet.rate(2597), basic, total)
    sheet.share(sheet.rate(7404), project, total)
    let found = sheet.diagnoses
    #expect(found.count == 1)
    #expect(found.first?.figure == basic)
    #expect(found.first?.isCertain == true)
    #expect(found.first?.repairs.first?.value == 4_138_400)
  }

  @Test("a lone total against its lone parts: the total carries the alarm, every repair is offered")
  func ambiguous() {
    var sheet = Sheet()
    let (total, one, other) = (sheet.amount(90000), sheet.amount(12345), sheet.amount(23456))
    sheet.sum(total, [one, other])
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [total])
    #expect(found.first?.isCertain == false)
    #expect(Set(found.first?.repairs.map(\.figure) ?? []) == [total, one, other])
  }

  @Test("two independent slips are two diagnoses")
  func two() {
    var sheet = Sheet()
    for _ in 0..<2 {
      let (total, one, other) = (sheet.amount(10000), sheet.amount(6000), sheet.amount(4500))
      sheet.sum(total, [one, other])
    }
    #expect(sheet.diagnoses.count == 2)
  }

  @Test("a matched relation supports a diagnosis and starts none")
  func matched() {
    var sheet = Sheet()
    sheet.sum(sheet.amount(10000), [sheet.amount(9000)], .matched)
    #expect(sheet.outcomes == [.broken])
    #expect(sheet.diagnoses.isEmpty)
  }

  @Test("a word of direction is turned where that mends its relations")
  func direction() {
    var sheet = Sheet()
    let (change, current, percent) = (sheet.amount(4310), sheet.amount(13868), sheet.rate(4509))
    let (up, down) = (sheet.word(1), sheet.word(-1))
    sheet.ledger.state(
      Relation(
        form: .quotient(
          rate: Operand(percent, direction: up), numerator: [Operand(change, direction: down)],
          denominator: [Operand(current), Operand(change, coefficient: -1, direction: down)]),
        evidence: .stated, derived: percent, origin: 0))
    sheet.ledger.state(Relation(form: .agreement(down, up), evidence: .stated, derived: up, origin: 1))
    #expect(sheet.diagnoses.map(\.figure) == [down])
  }
}
