import Ledger
import Testing

/// Figures and words that are wrong together.
@Suite("Wrong together")
struct TogetherTests {
  /// 比上年减少200.00万元，下降20.00%, where the amount is 1,200.00: with both words turned the rate comes out.
  private struct Sentence {
    let amount: QuantityIndex
    let change: QuantityIndex
    let words: [QuantityIndex]

    init(_ sheet: inout Sheet) {
      amount = sheet.amount(120_000)
      change = sheet.amount(20_000)
      words = [sheet.word(-1), sheet.word(-1)]
      let rate = sheet.rate(2000)
      sheet.ledger.state(
        Relation(
          form: .quotient(
            rate: Operand(rate, direction: words[1]), numerator: [Operand(change, direction: words[0])],
            denominator: [Operand(amount), Operand(change, coefficient: -1, direction: words[0])]),
          evidence: .stated, derived: rate, origin: 0))
      sheet.ledger.state(
        Relation(form: .agreement(words[0], words[1]), evidence: .stated, derived: words[1], origin: 1))
    }
  }

  @Test("both words of a sentence are turned where the rate then comes out")
  func words() {
    var sheet = Sheet()
    let sentence = Sentence(&sheet)
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == sentence.words)
    #expect(found.allSatisfy { $0.isCertain && $0.repairs.first?.value == 1 })
  }

  @Test("the words of two sentences that say the same are turned together, not their amounts")
  func sentences() {
    var sheet = Sheet()
    let (one, other) = (Sentence(&sheet), Sentence(&sheet))
    sheet.sum(one.amount, [other.amount])
    sheet.ledger.state(
      Relation(
        form: .linear([
          Operand(one.change, direction: one.words[0]),
          Operand(other.change, coefficient: -1, direction: other.words[0]),
        ]),
        evidence: .stated, derived: other.change, origin: 2))
    let found = sheet.diagnoses
    #expect(Set(found.map(\.figure)) == Set(one.words + other.words))
    #expect(found.allSatisfy { $0.isCertain && $0.repairs.first?.value == 1 })
  }

  @Test("an alarm is named by what its repair mends, not by a sum that needs another repair too")
  func named() {
    var sheet = Sheet()
    let (revenue, expenditure) = (sheet.amount(280_000), sheet.amount(285_000))
    sheet.sum(revenue, [sheet.amount(248_000), sheet.amount(32_000)])
    sheet.sum(expenditure, [sheet.amount(21_050), sheet.amount(262_950)])
    sheet.sum(expenditure, [revenue])
    let found = sheet.diagnoses.first { $0.figure == expenditure }
    #expect(found?.relations.first == 2)
    #expect(found?.repairs.first?.value == 28_000_000)
  }
}
