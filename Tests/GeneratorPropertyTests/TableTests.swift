import DisclosureGenerator
import DisclosureText
import Lint
import Testing

/// Disclosures with all their tables.
@Suite("Tables of generated disclosures")
struct TableTests {
  static let documents: UInt64 = 120

  /// The disclosures with tables whose pages do not end in a bare number.
  static func disclosures(from first: UInt64) -> [(seed: UInt64, disclosure: GeneratedDisclosure)] {
    (first..<first + documents).map { ($0, GeneratedDisclosure(seed: $0, tables: .all)) }
      .filter { !$0.1.dialect.hasBareNumbers }
  }

  @Test("raise no alarm where all agrees")
  func silence() {
    var rate = Rate()
    var first: [String] = []
    for (seed, disclosure) in Self.disclosures(from: 60_000) {
      let alarms = Trial.alarms(in: disclosure.bytes)
      rate.count(!alarms.isEmpty)
      if let alarm = alarms.first { first.append("seed \(seed): \(alarm.rule), \(alarm.message.chinese)") }
    }
    // FIXME: 10 in a thousand are wanted. Whole amounts without decimals among projects whose names are wrapped.
    #expect(rate.good * 1000 <= 30 * rate.all, "\(rate) alarmed; \(first.prefix(20).joined(separator: "\n"))")
  }

  @Test("raise no alarm where every cell stands on a line of its own, and are read where their sums prove the rows")
  func scattered() {
    var alarmed: [String] = []
    var placed = Rate()
    var detected = Rate()
    for seed in (70_000 as UInt64)..<70_120 {
      let disclosure = GeneratedDisclosure(seed: seed, tables: .all, scatters: true)
      let alarms = Trial.alarms(in: disclosure.bytes)
      if let alarm = alarms.first { alarmed.append("seed \(seed): \(alarm.rule), \(alarm.message.chinese)") }
      for (_, rate) in Placement(disclosure).rates {
        placed.good += rate.good
        placed.all += rate.all
      }
      guard let slip = disclosure.tableSlip(.mistypedDigit, seed: seed, in: PrintedTable.accounts) else { continue }
      detected.count(Trial(disclosure, slip).isDetected)
    }
    #expect(alarmed.count <= 1, "\(alarmed.joined(separator: "\n"))")
    // FIXME: 950 are wanted; most of these tables are not read, as their sums leave open where cells are blank.
    #expect(placed.all > 10_000 && placed.reaches(280), "\(placed) amounts in their places")
    #expect(detected.all > 80 && detected.reaches(270), "\(detected) slips found")
  }

  /// Tables and how many slips in their cells are found today, in thousandths; 950 are wanted.
  struct Bar {
    let name: String
    let kinds: [PrintedTable.Kind]
    let detected: Int
  }

  static let bars = [
    // FIXME: the three public expenses in one row, whole targets, procurement.
    Bar(name: "money", kinds: PrintedTable.accounts, detected: 905)
  ]

  @Test("find a slip in a cell that another figure contradicts", arguments: bars)
  func slips(bar: Bar) {
    var detected = Rate()
    var missed: [UInt64] = []
    let kinds: [Slip.Kind] = [.mistypedDigit, .swappedDigits, .droppedDigit, .doubledDigit]
    for (seed, disclosure) in Self.disclosures(from: 61_000) {
      guard let slip = disclosure.tableSlip(kinds[Int(seed % 4)], seed: seed, in: bar.kinds) else { continue }
      let trial = Trial(disclosure, slip)
      detected.count(trial.isDetected)
      if !trial.isDetected { missed.append(seed) }
    }
    #expect(detected.all > 80)
    #expect(detected.reaches(bar.detected), "\(bar.name): \(detected) found; missed \(missed.prefix(20))")
  }
}
