import DisclosureGenerator
import Foundation
import Testing

/// Every printed amount of a table is read in its true row and column.
@Suite("Placed amounts")
struct PlacementTests {
  /// What is reached today, in thousandths; 990 is what is wanted.
  // FIXME: rows of text of a PDF whose empty cells are gone, labels on several lines, summaries.
  static let bars: [Dialect.Form: Int] = [.wrapped: 800, .tabbed: 960, .columns: 940, .markdown: 960]

  @Test("stand in their true row and column", arguments: Dialect.Form.allCases)
  func placement(form: Dialect.Form) {
    var whole = Rate()
    var kinds: [PrintedTable.Kind: Rate] = [:]
    var mistakes: [String] = []
    for seed in (62_000 as UInt64)..<62_120 {
      let disclosure = GeneratedDisclosure(seed: seed, tables: .all)
      guard disclosure.dialect.form == form, !disclosure.dialect.hasBareNumbers else { continue }
      let placement = Placement(disclosure)
      for (kind, rate) in placement.rates {
        whole.good += rate.good
        whole.all += rate.all
        kinds[kind, default: Rate()].good += rate.good
        kinds[kind, default: Rate()].all += rate.all
      }
      if let mistake = placement.mistakes.first { mistakes.append("seed \(seed): \(mistake)") }
    }
    let table = kinds.sorted { $0.key.rawValue < $1.key.rawValue }.map { "\($0.key): \($0.value)" }
    #expect(
      whole.reaches(Self.bars[form] ?? 990),
      "\(form): \(whole)\n\(table.joined(separator: "\n"))\n\(mistakes.prefix(12).joined(separator: "\n"))")
  }
}
