import DisclosureGenerator
import Testing

/// Every printed amount of a table is read in its true row and column.
@Suite("Placed amounts")
struct PlacementTests {
  /// What is reached today, in thousandths; 990 is what is wanted.
  // FIXME: self-evaluation tables in text of a PDF and with columns kept by blanks, whose scores and
  // dashes are not told apart; projects with names on several lines.
  static let bars: [Dialect.Form: Int] = [.wrapped: 960, .tabbed: 990, .columns: 985, .markdown: 990]

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
