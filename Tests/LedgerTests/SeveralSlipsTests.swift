import Ledger
import Testing

/// Several slips whose relations hang together.
@Suite("Several slips in one component")
struct SeveralSlipsTests {
  /// A table of rows and columns in which everything adds up.
  private func table() -> (sheet: Sheet, cells: [[QuantityIndex]]) {
    var sheet = Sheet()
    let values: [[Int128]] = [[24_680, 11_111, 13_569], [35_791, 21_357, 14_434], [48_260, 33_147, 15_113]]
    var cells = values.map { row in row.map { sheet.amount($0) } }
    cells.append((0..<3).map { column in sheet.amount(values.reduce(0) { $0 + $1[column] }) })
    for row in cells { sheet.sum(row[0], [row[1], row[2]]) }
    for column in 0..<3 { sheet.sum(cells[3][column], (0..<3).map { cells[$0][column] }) }
    return (sheet, cells)
  }

  /// The table with other amounts in some cells.
  private func diagnoses(_ slips: [(row: Int, column: Int, value: Int128)]) -> [Diagnosis] {
    let (right, cells) = table()
    var ledger = FigureLedger()
    for (index, quantity) in right.ledger.quantities.enumerated() {
      let slip = slips.first { cells[$0.row][$0.column] == index }
      _ = ledger.add(slip.map { Quantity(value: $0.value * 100, halfWidth: 50, step: 100) } ?? quantity)
    }
    for relation in right.ledger.relations { ledger.state(relation) }
    return ledger.diagnose(ledger.evaluate()).slips
  }

  @Test("two cells of one row, each in its own column")
  func twoInARow() {
    let found = diagnoses([(0, 1, 17_111), (0, 2, 13_969)])
    #expect(found.map(\.isCertain) == [true, true])
    #expect(Set(found.map { $0.repairs[0].value }) == [1_111_100, 1_356_900])
  }

  @Test("two cells of one column")
  func twoInAColumn() {
    let found = diagnoses([(0, 1, 17_111), (2, 1, 35_147)])
    #expect(found.map(\.isCertain) == [true, true])
    #expect(Set(found.map { $0.repairs[0].value }) == [1_111_100, 3_314_700])
  }

  @Test("three cells anywhere")
  func three() {
    let found = diagnoses([(0, 1, 17_111), (1, 2, 14_934), (2, 0, 42_860)])
    #expect(found.count == 3)
    #expect(Set(found.map { $0.repairs[0].value }) == [1_111_100, 1_443_400, 4_826_000])
  }

  @Test("what was wrong before keeps its alarm when something else becomes wrong")
  func oldAndNew() {
    let old = diagnoses([(1, 1, 23_157)])
    let both = diagnoses([(1, 1, 23_157), (0, 2, 13_969)])
    #expect(old.count == 1)
    #expect(both.count == 2)
    #expect(both.contains(old[0]))
  }

  @Test("a slip that was copied is one alarm at each place, and the repairs agree")
  func copied() {
    var sheet = Sheet()
    let (total, one, other) = (sheet.amount(90_123), sheet.amount(12_845), sheet.amount(77_778))
    sheet.sum(total, [one, other])
    let (copy, again) = (sheet.amount(12_845), sheet.amount(90_123))
    sheet.sum(one, [copy])
    sheet.sum(total, [again])
    sheet.sum(other, [sheet.amount(77_778)])
    sheet.share(sheet.rate(1370), copy, again)
    let found = sheet.diagnoses
    #expect(Set(found.map(\.figure)) == [one, copy])
    #expect(found.allSatisfy { $0.isCertain && $0.repairs.first?.value == 1_234_500 })
  }

  @Test(
    "a slip that was copied from one place to the next is found in all of them, however many", arguments: [6, 12, 40])
  func copiedOften(count: Int) {
    var sheet = Sheet()
    let copies = (0..<count).map { _ in sheet.amount(12_845) }
    for (one, next) in zip(copies, copies.dropFirst()) { sheet.sum(one, [next]) }
    // Both ends and every fourth place are parts of sums that come out with 123.45.
    for place in copies.indices where place % 4 == 0 || place == count - 1 {
      let other = Int128(77_778 + 1_111 * place)
      sheet.sum(sheet.amount(12_345 + other), [copies[place], sheet.amount(other)])
    }
    let found = sheet.ledger.diagnose(sheet.outcomes)
    #expect(!found.isLimited)
    #expect(Set(found.slips.map(\.figure)) == Set(copies))
    #expect(found.slips.allSatisfy { $0.isCertain && $0.repairs.first?.value == 1_234_500 })
  }

  @Test("an old error and a turned word in one growth are two alarms")
  func wordAndAmount() {
    var sheet = Sheet()
    let (head, allocation, base) = (sheet.amount(35_035), sheet.amount(35_267), sheet.amount(34_852))
    let (word, rate) = (sheet.word(-1), sheet.rate(53))
    sheet.sum(head, [sheet.amount(35_035)])
    sheet.sum(head, [allocation])
    sheet.ledger.state(
      Relation(
        form: .quotient(
          rate: Operand(rate, direction: word), numerator: [Operand(allocation), Operand(base, coefficient: -1)],
          denominator: [Operand(base)]),
        evidence: .stated, derived: rate, origin: 1))
    sheet.ledger.state(
      Relation(form: .comparison(direction: word, allocation, base), evidence: .stated, derived: word, origin: 2))
    let found = sheet.diagnoses
    #expect(Set(found.map(\.figure)) == [allocation, word])
    #expect(found.map(\.isCertain) == [true, true])
  }

  @Test("too many contradictions that hang together are said to be")
  func limit() {
    var sheet = Sheet()
    let total = sheet.amount(100_000)
    for part in 0..<70 as Range<Int128> { sheet.sum(total, [sheet.amount(part), sheet.amount(7 * part * part + 11)]) }
    let found = sheet.ledger.diagnose(sheet.outcomes)
    #expect(found.isLimited)
    #expect(!found.slips.isEmpty)
  }
}
