import DisclosureGenerator
import DisclosureText
import Lint
import Testing

/// A repair is the smallest edit of the printed digits among all values that round correctly, if there is only one
/// such; else the computed value.
@Suite("Repairs of one digit")
struct RestorationTests {
  static let kinds: [Slip.Kind] = [.mistypedDigit, .mistypedDigit, .swappedDigits, .droppedDigit, .doubledDigit]

  @Test(
    "are the only smallest edit that rounds correctly, else the computed value",
    arguments: GeneratedDisclosure.Place.allCases)
  func values(place: GeneratedDisclosure.Place) {
    var unique = Rate()
    var several = Rate()
    var repaired = Rate()
    var wrong: [String] = []
    for seed in (80_000 as UInt64)..<80_600 {
      let disclosure = GeneratedDisclosure(seed: seed, tables: .omitted)
      guard !disclosure.dialect.hasBareNumbers,
        let slip = disclosure.slip(Self.kinds[Int(seed % 5)], at: place, seed: seed)
      else { continue }
      let restoration = disclosure.restoration(of: slip)
      guard !restoration.right.isEmpty else { continue }
      let trial = Trial(disclosure, slip)
      let fixes = trial.alarms.flatMap(\.fixes).filter { fix in fix.edits.contains { $0.range.touches(trial.place) } }
      repaired.count(fixes.contains(where: \.isPreferred))
      for fix in fixes {
        let value = Self.value(of: fix, disclosure.figures[slip.figure])
        let isRight = value.map(restoration.right.contains) ?? false
        if restoration.nearest.count == 1 { unique.count(isRight) } else { several.count(isRight) }
        if !isRight {
          let printed = disclosure.figures[slip.figure].printed
          wrong.append("seed \(seed): \(printed) as \(slip.printed); \(fix.title.chinese); \(restoration)")
        }
      }
    }
    let shown = wrong.prefix(10).joined(separator: "\n")
    #expect(repaired.all > 250)
    #expect(repaired.reaches(place == .derivedAmount ? 750 : 940), "\(place): \(repaired) repaired")
    // The other value may be printed somewhere by chance.
    #expect(unique.reaches(990), "\(place): \(unique)\n\(shown)")
    #expect(several.good + 1 >= several.all, "\(place): \(several)\n\(shown)")
  }

  private static let digits = "0123456789.,０１２３４５６７８９．，"

  /// The value that a repair writes, from its title.
  static func value(of fix: Fix, _ figure: Figure) -> Int? {
    // 将“26.96%”改为“25.96%”
    guard let written = fix.title.chinese.split(separator: "改为“").last else { return nil }
    return figure.value(of: String(written.prefix { Self.digits.contains($0) }))
  }
}
