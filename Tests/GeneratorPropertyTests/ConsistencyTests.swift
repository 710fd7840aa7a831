import DisclosureGenerator
import DisclosureText
import Lint
import Rules
import Testing

@Suite("Consistent disclosures")
struct ConsistencyTests {
  /// How many of `seeds` raise an alarm, and the first of them in words.
  static func alarmed(_ seeds: Range<UInt64>, where isWanted: (GeneratedDisclosure) -> Bool) -> (Rate, Comment) {
    var rate = Rate()
    var first = ""
    for seed in seeds {
      let disclosure = GeneratedDisclosure(seed: seed)
      guard isWanted(disclosure) else { continue }
      let alarms = Trial.alarms(in: disclosure.bytes)
      rate.count(!alarms.isEmpty)
      if first.utf8.count < 3000, let alarm = alarms.first {
        first += "\nseed \(seed): \(alarm.rule), \(alarm.message.chinese)"
      }
    }
    return (rate, "\(rate) alarmed; \(first)")
  }

  @Test("raise no alarm", arguments: [0, 1000, 2000, 3000] as [UInt64])
  func silence(first: UInt64) {
    // FIXME: a line of a list of vehicles, printed again behind a page break, is counted twice.
    let (rate, comment) = Self.alarmed(first..<first + 750) { !$0.dialect.hasBareNumbers }
    #expect(rate.good * 200 <= rate.all, comment)
  }

  @Test("with a bare page number on its own line, perhaps inside a figure, raise hardly any")
  func pageNumbers() {
    // FIXME: a number in the place of a page's is now and then read as a part of the figure it divides.
    let (rate, comment) = Self.alarmed(0..<3000) { $0.dialect.hasBareNumbers }
    #expect(rate.good * 25 <= rate.all, comment)
  }

  @Test("give the same report twice")
  func repeatable() {
    for seed in (5000 as UInt64)..<5150 {
      let text = SourceText(GeneratedDisclosure(seed: seed).bytes)
      let first = Linter().lint(text)
      let second = Linter().lint(text)
      #expect(first.findings == second.findings, "seed \(seed)")
      #expect(first.relations == second.relations && first.figures == second.figures, "seed \(seed)")
      #expect(first.profile == second.profile && first.notes == second.notes, "seed \(seed)")
    }
  }

  @Test("are understood: their kind, their year and most of their figures")
  func understanding() {
    var verified = Rate()
    for seed in (6000 as UInt64)..<6200 {
      let disclosure = GeneratedDisclosure(seed: seed, hasTables: false)
      let report = Linter().lint(SourceText(disclosure.bytes))
      #expect(report.profile.fiscalYear == disclosure.facts.year, "seed \(seed)")
      #expect(report.profile.kind == (disclosure.facts.kind == .budget ? "budget" : "final"), "seed \(seed)")
      verified.all += report.figures.total
      verified.good += report.figures.verified
    }
    #expect(verified.reaches(800), "\(verified)")
  }
}
