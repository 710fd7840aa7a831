import Disclosure
import DisclosureGenerator
import DisclosureText
import Lint
import Rules
import Testing

/// Several disclosures in one file are read and judged one by one.
@Suite("Files of several disclosures")
struct FileTests {
  /// Disclosures with a first part and as many figures as real ones have, as many as `count`.
  static func disclosures(from seed: UInt64, _ count: Int) -> [[UInt8]] {
    (seed..<seed + 20 * UInt64(count)).lazy.map { GeneratedDisclosure(seed: $0, tables: .all).bytes }
      .filter { bytes in
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        let parts = lines.map { $0.drop { " #\u{3000}".contains($0) }.prefix(4) }
        return parts.contains("第一部分") && (parts.contains("第二部分") || parts.contains("第三部分"))
          && bytes.count { (0x30...0x39).contains($0) } >= 1500
      }.prefix(count).map { $0 }
  }

  /// Where each of several texts begins when they stand one behind the other.
  static func starts(of texts: [[UInt8]]) -> [Int] {
    texts.dropLast().reduce(into: [0]) { starts, text in starts.append((starts.last ?? 0) + text.count) }
  }

  @Test("are divided where one of them begins")
  func division() {
    for seed in stride(from: 70_000 as UInt64, to: 70_200, by: 20) {
      let texts = Self.disclosures(from: seed, 4)
      let found = DisclosureDivision.starts(of: texts.flatMap { $0 })
      #expect(texts.count == 4 && found == Self.starts(of: texts), "seed \(seed)")
    }
  }

  @Test("are whole where there is one")
  func single() {
    for seed in (71_000 as UInt64)..<71_300 {
      let bytes = GeneratedDisclosure(seed: seed, tables: .all).bytes
      #expect(DisclosureDivision.starts(of: bytes) == [0], "seed \(seed)")
    }
  }

  @Test("have each its own year, names and figures")
  func ownFigures() {
    let linter = Linter()
    for seed in stride(from: 72_000 as UInt64, to: 72_200, by: 20) {
      let texts = Self.disclosures(from: seed, 3)
      let report = linter.lint(SourceText(texts.flatMap { $0 }))
      var alarms: [Finding] = []
      for (start, text) in zip(Self.starts(of: texts), texts) {
        alarms += linter.lint(SourceText(text)).findings.filter(\.severity.isAlarm).map { $0.moved(by: start) }
      }
      let found = report.findings.filter(\.severity.isAlarm)
      #expect(found.map(\.range) == alarms.map(\.range), "seed \(seed)")
      #expect(found.map(\.message) == alarms.map(\.message), "seed \(seed)")
    }
  }

  @Test("are judged after an edit as if they were read anew")
  func edits() {
    let linter = Linter()
    var generator = SplitMix64(state: 12)
    for seed in stride(from: 73_000 as UInt64, to: 73_080, by: 20) {
      var scalars = Array(
        String(decoding: Self.disclosures(from: seed, 3).flatMap { $0 }, as: UTF8.self).unicodeScalars)
      var file = linter.read(file: EditTests.text(scalars), isEdited: true)
      _ = linter.report(on: &file)
      var earlier = (scalars, file)
      for step in 0..<15 {
        if step % 5 == 4 { (scalars, file) = earlier }
        earlier = (scalars, file)
        EditTests.edit(&scalars, &generator)
        // Now and then a disclosure begins where none did, or no longer where one did.
        if step % 4 == 3, let heading = Self.heading(in: scalars, &generator) {
          scalars.replaceSubrange(heading..<heading + 2, with: Bool.random(using: &generator) ? [] : ["第", "二"])
        }
        let text = EditTests.text(scalars)
        file = linter.read(file: text, after: file, isEdited: true)
        let followed = linter.report(on: &file)
        let fresh = linter.lint(text)
        #expect(followed.findings == fresh.findings, "seed \(seed), step \(step)")
        #expect(followed.relations == fresh.relations, "seed \(seed), step \(step)")
        #expect(followed.figures == fresh.figures, "seed \(seed), step \(step)")
        #expect(followed.profile == fresh.profile && followed.notes == fresh.notes, "seed \(seed), step \(step)")
      }
    }
  }

  /// The place of one of 第一部分.
  private static func heading(in scalars: [Unicode.Scalar], _ generator: inout SplitMix64) -> Int? {
    scalars.indices.dropLast(3).filter {
      scalars[$0] == "第" && scalars[$0 + 1] == "一" && scalars[$0 + 2] == "部" && scalars[$0 + 3] == "分"
    }.randomElement(using: &generator)
  }
}
