import Ledger
import Testing

@Suite("One wrong base behind many rates")
struct RootErrorTests {
  /// A total of 1,000.00 with its parts of 200.00, 300.00 and 500.00, and the share of each as given.
  private func shares(
    _ rates: [Int128], isProven: Bool
  ) -> (sheet: Sheet, total: QuantityIndex, rates: [QuantityIndex]) {
    var sheet = Sheet()
    let total = sheet.amount(100_000)
    let parts = [20_000, 30_000, 50_000].map { sheet.amount($0) }
    let shares = rates.map { sheet.rate($0) }
    if isProven { sheet.sum(total, parts) }
    for (share, part) in zip(shares, parts) { sheet.share(share, part, total) }
    return (sheet, total, shares)
  }

  @Test("shares of a total that stands nowhere: each is wrong, where a sum proves the printed total")
  func hiddenBase() {
    let (sheet, _, rates) = shares([2222, 3333, 5556], isProven: true)
    let found = sheet.diagnoses
    #expect(found.map(\.figure) == rates)
    #expect(found.allSatisfy { $0.isCertain })
    let step = FigureLedger.rateScale / 10_000
    #expect(found.map { $0.repairs.map(\.value) } == [[2000 * step], [3000 * step], [5000 * step]])
  }

  @Test("where nothing proves the total it is the one wrong figure")
  func unprovenBase() {
    let (sheet, total, _) = shares([2222, 3333, 5556], isProven: false)
    #expect(sheet.diagnoses.map(\.figure) == [total])
  }

  @Test("a part that is a rate of its whole comes out when it is rounded as it is printed")
  func product() {
    for (score, expected) in [(Int128(802), Outcome.holds), (803, .explained), (820, .broken)] {
      var sheet = Sheet()
      let (part, whole, rate) = (sheet.amount(score), sheet.amount(1000), sheet.rate(8024))
      sheet.ledger.state(
        Relation(
          form: .quotient(rate: Operand(rate), numerator: [Operand(part)], denominator: [Operand(whole)]),
          evidence: .stated, derived: part, origin: 0))
      #expect(sheet.outcomes == [expected])
    }
  }
}

@Suite("Bounds on the work of a diagnosis")
struct WorkBoundTests {
  /// States `count` shares of one total, none of which comes out.
  private func contradict(_ sheet: inout Sheet, _ count: Int) {
    let total = sheet.amount(100_000)
    for number in 0..<Int128(count) {
      sheet.share(sheet.rate(1000 + 7 * number * number), sheet.amount(777 * (number + 3)), total)
    }
  }

  @Test("more broken relations in one component than slips of the pen make: every derived figure has an alarm")
  func tooManyTogether() {
    var sheet = Sheet()
    contradict(&sheet, 80)
    let broken = sheet.outcomes.count { $0 == .broken }
    let found = sheet.ledger.diagnose(sheet.outcomes)
    #expect(broken > 60)
    #expect(found.isLimited)
    #expect(found.slips.count == broken)
  }

  @Test("a text made of contradictions: the bound is said, and no contradiction goes without an alarm")
  func tooManyApart() {
    var sheet = Sheet()
    for _ in 0..<4 { contradict(&sheet, 12) }
    let found = sheet.ledger.diagnose(sheet.outcomes)
    #expect(found.isLimited)
    let blamed = Set(found.slips.flatMap(\.relations))
    #expect(sheet.outcomes.indices.filter { sheet.outcomes[$0] == .broken }.allSatisfy { blamed.contains($0) })
  }

  @Test("ten slips in one table are within the bound, each at its place")
  func tenSlips() {
    func amount(_ row: Int, _ column: Int) -> Int128 { Int128(12_345 + 977 * row + 3_317 * row * column) }
    let slips = (0..<10).map { (row: 2 * $0, column: $0, error: Int128(1000 * ($0 + 1))) }
    var sheet = Sheet()
    let cells = (0..<20).map { row in
      (0..<10).map { column in
        sheet.amount(amount(row, column) + (slips.first { ($0.row, $0.column) == (row, column) }?.error ?? 0))
      }
    }
    for row in 0..<20 { sheet.sum(sheet.amount((0..<10).reduce(0) { $0 + amount(row, $1) }), cells[row]) }
    for column in 0..<10 {
      sheet.sum(sheet.amount((0..<20).reduce(0) { $0 + amount($1, column) }), cells.map { $0[column] })
    }
    let found = sheet.ledger.diagnose(sheet.outcomes)
    #expect(!found.isLimited)
    #expect(Set(found.slips.map(\.figure)) == Set(slips.map { cells[$0.row][$0.column] }))
  }
}
