import Ledger
import Testing

@Suite("Computing figures")
struct FigureComputationTests {
  @Test("a figure follows the others, rounded to its step, and negative where its sign would turn")
  func values() {
    var ledger = FigureLedger()
    let total = ledger.add(Quantity(value: 1000, halfWidth: 5, step: 10))
    let part = ledger.add(Quantity(value: 600, halfWidth: 5, step: 10))
    let rest = ledger.add(Quantity(value: 400, halfWidth: 5, step: 10))
    let share = ledger.add(Quantity(value: 6_000_000_000, halfWidth: 500_000, step: 1_000_000))
    let sum = Relation(
      form: .linear([Operand(total), Operand(part, coefficient: -1), Operand(rest, coefficient: -1)]),
      evidence: .stated, derived: total, origin: 0)
    let ratio = Relation(
      form: .quotient(rate: Operand(share), numerator: [Operand(part)], denominator: [Operand(total)]),
      evidence: .stated, derived: share, origin: 0)
    var computation = FigureComputation(ledger)
    #expect(computation.outcome(of: sum) == .holds && computation.value(of: share, by: ratio) == 6_000_000_000)
    computation.set(part, to: 710)
    #expect(computation[part] == 710)
    #expect(computation.outcome(of: sum) == .broken && computation.value(of: total, by: sum) == 1110)
    #expect(computation.value(of: share, by: ratio) == 7_100_000_000)
    computation.set(part, to: 1200)
    #expect(computation.value(of: rest, by: sum) == -200)
  }

  @Test("a share of nothing is no figure, and no figure follows from it")
  func shareOfNothing() {
    var ledger = FigureLedger()
    let total = ledger.add(Quantity(value: 0, halfWidth: 5, step: 10))
    let part = ledger.add(Quantity(value: 0, halfWidth: 5, step: 10))
    let share = ledger.add(Quantity(value: 0, halfWidth: 500_000, step: 1_000_000))
    let ratio = Relation(
      form: .quotient(rate: Operand(share), numerator: [Operand(part)], denominator: [Operand(total)]),
      evidence: .stated, derived: share, origin: 0)
    let computation = FigureComputation(ledger)
    for unknown in [share, part, total] { #expect(computation.value(of: unknown, by: ratio) ?? 0 == 0) }
    #expect(computation.value(of: share, by: ratio) == nil)
    #expect(computation.outcome(of: ratio) == .notCheckable)
  }
}
