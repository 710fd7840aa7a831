import DisclosureGenerator
import Testing

/// Every printed amount of a table is read in its true row and column.
@Suite("Placed amounts")
struct PlacementTests {
  /// What must be reached, in thousandths.
  static let bars: [Dialect.Form: Int] = [.wrapped: 992, .tabbed: 998, .columns: 997, .markdown: 998]

  @Test("stand in their true row and column")
  func placement() {
    var rates: [Dialect.Form: [PrintedTable.Kind: Rate]] = [:]
    var mistakes: [Dialect.Form: [String]] = [:]
    for seed in (62_000 as UInt64)..<62_120 {
      let disclosure = GeneratedDisclosure(seed: seed, tables: .all)
      guard !disclosure.dialect.hasBareNumbers else { continue }
      let form = disclosure.dialect.form
      let placement = Placement(disclosure)
      for (kind, rate) in placement.rates {
        rates[form, default: [:]][kind, default: Rate()].good += rate.good
        rates[form, default: [:]][kind, default: Rate()].all += rate.all
      }
      if let mistake = placement.mistakes.first { mistakes[form, default: []].append("seed \(seed): \(mistake)") }
    }
    for form in Dialect.Form.allCases {
      let kinds = rates[form] ?? [:]
      let whole = Rate(
        good: kinds.values.reduce(0) { $0 + $1.good }, all: kinds.values.reduce(0) { $0 + $1.all })
      let table = kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key): \($0.value)" }
      let lines = ["\(form): \(whole)"] + table + (mistakes[form] ?? []).prefix(12)
      #expect(whole.all > 1000 && whole.reaches(Self.bars[form] ?? 990), "\(lines.joined(separator: "\n"))")
    }
  }
}
