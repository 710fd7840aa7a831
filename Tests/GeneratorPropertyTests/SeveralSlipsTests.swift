import DisclosureGenerator
import DisclosureText
import Lint
import Testing

/// Slips in one document that have nothing to do with each other.
struct Trials {
  let disclosure: GeneratedDisclosure
  /// The slips in the order of the text.
  let slips: [Slip]
  /// The wrong text.
  let wrong: [UInt8]
  /// The findings of severity warning or error.
  let alarms: [Finding]

  init(_ disclosure: GeneratedDisclosure, _ slips: [Slip]) {
    self.disclosure = disclosure
    self.slips = slips
    wrong = Self.applied(slips, to: disclosure)
    alarms = Trial.alarms(in: wrong)
  }

  private static func applied(_ slips: [Slip], to disclosure: GeneratedDisclosure) -> [UInt8] {
    // From the last to the first, so that those before keep their place.
    slips.reversed().reduce(disclosure.bytes) { $1.applied(to: $0) }
  }

  /// The bytes of the wrong figure that slip `index` made.
  func place(_ index: Int) -> TextRange {
    let growth = slips[..<index].flatMap(\.edits).reduce(0) { $0 + $1.text.utf8.count - $1.range.count }
    let range = slips[index].range(in: disclosure.range(of: slips[index].figure))
    return TextRange(range.lowerBound + growth, range.upperBound + growth)
  }

  /// Whether an alarm stands on the wrong figure, a place that proves it or a repair.
  func isFound(_ index: Int) -> Bool {
    let place = place(index)
    return alarms.contains { alarm in
      alarm.range.touches(place) || alarm.related.contains { $0.range.touches(place) }
        || alarm.fixes.contains { $0.edits.contains { $0.range.touches(place) } }
    }
  }

  /// Whether an alarm stands on the wrong figure itself.
  func isLocalised(_ index: Int) -> Bool {
    let place = place(index)
    return alarms.contains { $0.range.touches(place) }
  }

  /// Whether a preferred repair undoes slip `index` and leaves the others.
  func isRepaired(_ index: Int) -> Bool {
    let others = slips.indices.filter { $0 != index }.map { slips[$0] }
    let right = Self.applied(others, to: disclosure)
    return alarms.flatMap(\.fixes).contains { $0.isPreferred && TextEdit.apply($0.edits, to: wrong) == right }
  }
}

@Suite("Several slips in one document")
struct SeveralSlipsTests {
  /// How many slips a document has and what is reached at least, in thousandths.
  struct Bar {
    let count: Int
    let tables: TableChoice
    let found: Int
    let localised: Int
    let repaired: Int
  }

  static let bars = [
    Bar(count: 2, tables: .omitted, found: 990, localised: 915, repaired: 890),
    Bar(count: 3, tables: .omitted, found: 990, localised: 900, repaired: 875),
    Bar(count: 2, tables: .all, found: 915, localised: 900, repaired: 885),
    Bar(count: 3, tables: .all, found: 920, localised: 900, repaired: 880),
  ]

  @Test("are each found and repaired", arguments: bars)
  func slips(bar: Bar) {
    var found = Rate()
    var localised = Rate()
    var repaired = Rate()
    for seed in (63_000 as UInt64)..<63_100 {
      let disclosure = GeneratedDisclosure(seed: seed, tables: bar.tables)
      guard !disclosure.dialect.hasBareNumbers else { continue }
      let slips = disclosure.slips(count: bar.count, seed: seed, in: PrintedTable.accounts)
      guard !slips.isEmpty else { continue }
      let trials = Trials(disclosure, slips)
      for index in slips.indices {
        found.count(trials.isFound(index))
        localised.count(trials.isLocalised(index))
        repaired.count(trials.isRepaired(index))
      }
    }
    #expect(found.all > 120)
    #expect(found.reaches(bar.found), "\(bar.count) slips, tables \(bar.tables): \(found) found")
    #expect(localised.reaches(bar.localised), "\(bar.count) slips, tables \(bar.tables): \(localised) localised")
    #expect(repaired.reaches(bar.repaired), "\(bar.count) slips, tables \(bar.tables): \(repaired) repaired")
  }
}
