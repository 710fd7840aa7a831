import DisclosureGenerator
import Foundation
import Testing

/// Every printed amount of a table is read in its true row and column.
@Suite("Placed amounts")
struct PlacementTests {
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
      whole.reaches(990), "\(form): \(whole)\n\(table.joined(separator: "\n"))\n\(mistakes.prefix(12).joined(separator: "\n"))")
  }
}
