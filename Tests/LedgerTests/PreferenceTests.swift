import Ledger
import Testing

/// What decides between figures that explain the same broken relations, one test for each.
@Suite("Preferences of the diagnosis")
struct PreferenceTests {
  @Test("one figure before two, even where the two would be likelier slips")
  func fewerFigures() {
    var sheet = Sheet()
    // Both totals are wrong in the same way only if their common part is.
    let common = sheet.amount(5555)
    for other in [1000, 2000] as [Int128] { sheet.sum(sheet.amount(other + 4321), [sheet.amount(other), common]) }
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [common])
    #expect(found.first?.isCertain == true)
    #expect(found.first?.repairs.first?.value == 432_100)
  }

  @Test("a figure that a holding relation speaks for is not blamed")
  func spokenFor() {
    var sheet = Sheet()
    let (total, one, other) = (sheet.amount(90000), sheet.amount(12345), sheet.amount(57655))
    sheet.sum(total, [one, other])
    // The total and one part stand elsewhere too.
    sheet.sum(total, [sheet.amount(90000)])
    sheet.sum(one, [sheet.amount(12345)])
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [other])
    #expect(found.first?.isCertain == true)
    #expect(found.first?.repairs.first?.value == 7_765_500)
  }

  @Test("two relations of the same figures are one witness")
  func sameWitness() {
    var sheet = Sheet()
    let (total, one, other) = (sheet.amount(90000), sheet.amount(12345), sheet.amount(23456))
    for _ in 0..<3 { sheet.sum(total, [one, other]) }
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [total])
    #expect(found.first?.isCertain == false)
  }

  @Test("an amount that is printed elsewhere, where the present one is not")
  func echo() {
    var sheet = Sheet()
    let (total, one, other) = (sheet.amount(480_000), sheet.amount(123_456), sheet.amount(234_567))
    sheet.sum(total, [one, other])
    // Nothing ties the other mention to the relation.
    _ = sheet.amount(245_433)
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [one])
    #expect(found.first?.repairs.first?.value == 24_543_300)
  }

  @Test("an amount that a table prints in yuan, where the prose has it in 万元")
  func echoInYuan() {
    func tenThousands(_ hundredths: Int128) -> Quantity {
      Quantity(value: hundredths * 100_000_000, halfWidth: 50_000_000, step: 100_000_000)
    }
    var ledger = FigureLedger()
    let (total, one) = (ledger.add(tenThousands(480_000)), ledger.add(tenThousands(123_456)))
    let other = ledger.add(tenThousands(234_567))
    _ = ledger.add(Quantity(value: 24_543_312_000_000, halfWidth: 0, step: 1_000_000))
    let operands = [Operand(total), Operand(one, coefficient: -1), Operand(other, coefficient: -1)]
    ledger.state(Relation(form: .linear(Operands(operands)), evidence: .stated, derived: total, origin: 0))
    let found = ledger.diagnose(ledger.evaluate()).slips
    #expect(found.map(\.figure) == [one])
    #expect(found.first?.repairs.first?.value == 24_543_300_000_000)
  }

  @Test("the one figure whose repair is a slip of the pen: a digit, a swap, a digit lost or too many")
  func pen() {
    for (wrong, right) in [(12945, 12345), (21345, 12345), (1245, 12345), (122345, 12345)] as [(Int128, Int128)] {
      var sheet = Sheet()
      // Neither the total nor the other part comes right by one slip.
      let (total, one, other) = (sheet.amount(right + 56_210), sheet.amount(wrong), sheet.amount(56_210))
      sheet.sum(total, [one, other])
      let found = sheet.diagnoses
      #expect(found.map(\.figure) == [one], "\(wrong)")
      #expect(found.first?.isCertain == true, "\(wrong)")
      #expect(found.first?.repairs.first?.value == right * 100, "\(wrong)")
    }
  }

  @Test("where two figures have such a repair nothing is preferred, and the derived one has the alarm")
  func twoPens() {
    var sheet = Sheet()
    let (total, one, other) = (sheet.amount(35401), sheet.amount(12845), sheet.amount(23056))
    sheet.sum(total, [one, other])
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [total])
    #expect(found.first?.isCertain == false)
    let offered = Set(found.first?.repairs.map(\.figure) ?? [])
    #expect(offered.isSuperset(of: [total, one]))
  }

  @Test("a last digit is no mark of the pen, a mistyped digit of the rate beside it is")
  func lastDigit() {
    var sheet = Sheet()
    // 6.26 would have to be 6.23 for 22.96%; 22.36% is what the printed amounts give.
    let (rate, base, current) = (sheet.rate(2296), sheet.amount(626), sheet.amount(766))
    sheet.growth(rate, from: base, to: current)
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [rate])
    #expect(found.first?.isCertain == true)
    #expect(found.first?.repairs.first?.value == 2236 * (FigureLedger.rateScale / 10_000))
  }

  @Test("a base that stands once is named by the slip that mends its rate")
  func base() {
    var sheet = Sheet()
    let (rate, base, current) = (sheet.rate(3233), sheet.amount(950), sheet.amount(1191))
    sheet.growth(rate, from: base, to: current)
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [base])
    #expect(found.first?.repairs.first?.value == 90_000)
  }

  @Test("the smallest edit of the printed digits where it is unique, else the computed value")
  func smallestEdit() {
    for (printed, expected) in [(9237, 9297), (9000, 9300)] as [(Int128, Int128)] {
      var sheet = Sheet()
      // Allowed is 92.91% to 93.09%; two mentions vouch for each amount.
      let (part, whole, rate) = (sheet.amount(997), sheet.amount(1072), sheet.rate(printed))
      sheet.sum(part, [sheet.amount(997)])
      sheet.sum(whole, [sheet.amount(1072)])
      sheet.share(rate, part, whole)
      let found = sheet.diagnoses
      #expect(found.map(\.figure) == [rate])
      #expect(found.first?.repairs.first?.value == expected * (FigureLedger.rateScale / 10_000), "\(printed)")
    }
  }

  @Test("a new unit: all of the amount is growth of 100%")
  func newUnit() {
    var sheet = Sheet()
    let (current, change, rate, word) = (sheet.amount(30782), sheet.amount(30382), sheet.rate(10000), sheet.word(1))
    _ = sheet.amount(30782)
    sheet.ledger.state(
      Relation(
        form: .quotient(
          rate: Operand(rate, direction: word), numerator: [Operand(change, direction: word)],
          denominator: [Operand(current), Operand(change, coefficient: -1, direction: word)]),
        evidence: .stated, derived: rate, origin: 0))
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [change])
    #expect(found.first?.repairs.first?.value == 3_078_200)
  }

  @Test("a word that says nothing changed is not turned")
  func unchanged() {
    var sheet = Sheet()
    let (word, current, base) = (sheet.word(0), sheet.amount(3000), sheet.amount(3700))
    sheet.ledger.state(
      Relation(form: .comparison(direction: word, current, base), evidence: .stated, derived: word, origin: 0))
    sheet.sum(current, [sheet.amount(3000)])
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [base])
    #expect(found.first?.repairs.first?.value == 300_000)
  }
}
