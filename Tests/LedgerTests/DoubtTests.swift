import Ledger
import Testing

/// Where the evidence singles out a figure but no amount, or seems to single one out and does not.
@Suite("Doubts of the diagnosis")
struct DoubtTests {
  /// A rate with one decimal, given in tenths of a percent.
  private func rate(_ tenths: Int128, _ sheet: inout Sheet) -> QuantityIndex {
    let step = FigureLedger.rateScale / 1000
    return sheet.ledger.add(Quantity(value: tenths * step, halfWidth: step / 2, step: step))
  }

  @Test("a rate of one digit is not preferred where several slips of an amount would do")
  func severalSlips() {
    var sheet = Sheet()
    let (percent, base, change) = (rate(4, &sheet), sheet.amount(456_980), sheet.amount(2660))
    sheet.sum(base, [sheet.amount(456_980)])
    // 0.4% of it is between 15.99 and 20.56: 16.60, 20.60 less its last digit, and others.
    sheet.share(percent, change, base)
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [percent])
    #expect(found.first?.isCertain == false)
    let offered = Set(found.flatMap { $0.repairs.map(\.figure) })
    #expect(offered.contains(percent) && offered.contains(change))
  }

  @Test("nothing is preferred where the rate and an amount of it are one slip of the pen away each")
  func rateAndAmount() {
    var sheet = Sheet()
    // 256.06 for 256.60, or 96.57% for 96.77%.
    let (percent, planned, spent) = (sheet.rate(9657), sheet.amount(25_606), sheet.amount(24_781))
    sheet.share(percent, spent, planned)
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [percent])
    #expect(found.first?.isCertain == false)
    let offered = Set(found.flatMap { $0.repairs.map(\.figure) })
    #expect(offered.isSuperset(of: [percent, planned]))
  }

  @Test("a rate off by one was cut off where it is a neighbour of what the amounts give, or an amount is the slip")
  func lastPlace() {
    // 29.42 / 307.82 is 9.5575%, 7.77 / 300.20 is 2.5883%; 839.41 / 871.34 is 96.3355% and stands where 871.24 makes it
    // 96.35%.
    for (rate, part, whole, isCut) in [
      (955, 2942, 30_782, true), (260, 777, 30_020, true), (9635, 83_941, 87_134, false),
    ]
      as [(Int128, Int128, Int128, Bool)]
    {
      var sheet = Sheet()
      let (percent, amount, total) = (sheet.rate(rate), sheet.amount(part), sheet.amount(whole))
      sheet.share(percent, amount, total)
      let found = sheet.diagnoses
      #expect(found.map(\.figure) == [percent])
      #expect(found.first?.isCertain == isCut, "\(rate)")
    }
  }

  @Test("an identity that only other rows show is in doubt where one slip explains what it lacks")
  func doubtful() {
    func doubtful(_ total: Int128) -> [Int] {
      var sheet = Sheet()
      sheet.sum(sheet.amount(2000), [sheet.amount(2000)])
      let parts = [sheet.amount(80_500), sheet.amount(4300)]
      sheet.sum(sheet.amount(total), parts, .discovered)
      return sheet.ledger.doubtful(sheet.outcomes)
    }
    #expect(doubtful(84_800).isEmpty)
    #expect(doubtful(48_800) == [1])
    #expect(doubtful(31_700).isEmpty)
  }

  @Test("a broken relation that a slip tells is in no doubt")
  func told() {
    var sheet = Sheet()
    let (total, parts) = (sheet.amount(48_800), [sheet.amount(80_500), sheet.amount(4300)])
    sheet.sum(total, parts)
    #expect(sheet.diagnoses.count == 1 && sheet.ledger.doubtful(sheet.outcomes).isEmpty)
  }

  @Test("of 100% it is the amounts that are equal, not the rate, which is a slip away from another")
  func whole() {
    var sheet = Sheet()
    let (percent, planned, spent) = (rate(1000, &sheet), sheet.amount(50_785), sheet.amount(51_785))
    sheet.share(percent, spent, planned)
    let found = sheet.diagnoses
    #expect(!found.contains { $0.figure == percent && $0.isCertain })
  }

  @Test("where many amounts printed are as large, one that is printed says little")
  func density() {
    func diagnoses(_ others: [Int128]) -> [Diagnosis] {
      var sheet = Sheet()
      let (total, one, other) = (sheet.amount(25_207), sheet.amount(2017), sheet.amount(23_120))
      sheet.sum(total, [one, other])
      // 20.87 is what the first part would have to be.
      for amount in [2087] + others { _ = sheet.amount(amount) }
      return sheet.diagnoses
    }
    #expect(diagnoses([]).first?.isCertain == true)
    #expect(diagnoses([]).first?.repairs.first?.value == 208_700)
    #expect(diagnoses((0..<120).map { 1640 + 11 * $0 }).first?.isCertain == false)
  }

  @Test("an amount typed where nothing was, though rounding leaves a cent open")
  func nothing() {
    var sheet = Sheet()
    let amounts: [Int128] = [10_516, 3202, 2209, 5104]
    let figures = amounts.map { sheet.amount($0) }
    let typed = sheet.amount(20)
    sheet.sum(figures[0], figures[1...] + [typed])
    // Each of the others stands elsewhere too.
    for (figure, amount) in zip(figures, amounts) { sheet.sum(figure, [sheet.amount(amount)]) }
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [typed])
    #expect(found.first?.repairs.first?.value == 0)
  }

  @Test("what is more than its whole is not simply set to it")
  func bound() {
    var sheet = Sheet()
    let (part, whole) = (sheet.amount(5100), sheet.amount(3500))
    sheet.sum(whole, [sheet.amount(3500)])
    sheet.ledger.state(Relation(form: .bound(part, atMost: whole), evidence: .stated, derived: part, origin: 0))
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [part])
    #expect(found.first?.isCertain == false)
  }

  @Test("an increase that is more than the amount is turned where the changes then add up")
  func turned() {
    var sheet = Sheet()
    let (total, one, other) = (sheet.amount(3000), sheet.amount(3384), sheet.amount(6384))
    let (up, wrong, second) = (sheet.word(1), sheet.word(1), sheet.word(1))
    let amount = sheet.amount(2655)
    sheet.ledger.state(
      Relation(
        form: .bound(one, atMost: amount, onIncrease: wrong), evidence: .stated, derived: one, origin: 0))
    sheet.ledger.state(
      Relation(
        form: .linear([
          Operand(total, direction: up), Operand(one, coefficient: -1, direction: wrong),
          Operand(other, coefficient: -1, direction: second),
        ]), evidence: .stated, derived: total, origin: 0))
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == [wrong])
    #expect(found.first?.isCertain == true)
    #expect(found.first?.repairs.first?.value == -1)
  }

  @Test("three words that agree are not all wrong where one digit would be")
  func threeWords() {
    var sheet = Sheet()
    let (amount, change, percent) = (sheet.amount(281_466), sheet.amount(3274), rate(12, &sheet))
    let words = (0..<3).map { _ in sheet.word(-1) }
    sheet.ledger.state(
      Relation(
        form: .quotient(
          rate: Operand(percent, direction: words[1]), numerator: [Operand(change, direction: words[0])],
          denominator: [Operand(amount), Operand(change, coefficient: -1, direction: words[0])]),
        evidence: .stated, derived: percent, origin: 0))
    for word in words.dropFirst() {
      sheet.ledger.state(
        Relation(form: .agreement(words[0], word), evidence: .stated, derived: word, origin: 1))
    }
    #expect(sheet.diagnoses.allSatisfy { !words.contains($0.figure) })
  }

  @Test("a figure that stands twice and is wrong twice is repaired in both places together")
  func together() {
    var sheet = Sheet()
    // 合计 and 基本支出 of one row, beside 项目支出, which is nothing; both are in columns that add up.
    let (row, basic, nothing) = (
      sheet.amount(12_845), sheet.amount(12_845), sheet.ledger.add(Quantity(value: 0, halfWidth: 0, step: 100))
    )
    sheet.sum(row, [basic, nothing])
    sheet.sum(sheet.amount(90_000), [row, sheet.amount(77_655)])
    sheet.sum(sheet.amount(70_000), [basic, sheet.amount(57_655)])
    let found = sheet.diagnoses
    #expect(Set(found.map(\.figure)) == [row, basic])
    #expect(found.allSatisfy { $0.isCertain && $0.repairs.first?.value == 1_234_500 })
    #expect(Set(found.map(\.group)).count == 1 && found.first?.group != nil)
  }
}
