import DisclosureGenerator
import DisclosureText
import Lint
import Rules
import Testing

/// What is taken over from a text before it was edited changes nothing in what is found.
@Suite("Edited texts")
struct EditTests {
  static let pieces = [
    "1", "61.00", "%", "。", "，其中：", "万元", "\n", "\r\n", "\n\n", "  ", "\t", "|", "\u{0C}", "𠮷", "……", "3", "（一）", "表",
    "合计",
    "2023年", "单位：万元",
  ]

  @Test("are judged as if they were read anew", arguments: [nil, TableChoice.all])
  func edits(tables: TableChoice?) {
    let linter = Linter()
    var generator = SplitMix64(state: 11)
    for seed in (90_000 as UInt64)..<90_006 {
      var scalars = Array(
        String(decoding: GeneratedDisclosure(seed: seed, tables: tables).bytes, as: UTF8.self).unicodeScalars)
      var document = linter.read(Self.text(scalars), isEdited: true)
      var memory = LintMemory(isKept: true)
      _ = linter.report(on: document, recalling: &memory)
      for step in 0..<15 {
        Self.edit(&scalars, &generator)
        let text = Self.text(scalars)
        document = linter.read(text, after: document, isEdited: true)
        let followed = linter.report(on: document, recalling: &memory)
        let fresh = linter.lint(text)
        #expect(linter.report(on: document).findings == fresh.findings, "seed \(seed), step \(step)")
        #expect(followed.findings == fresh.findings, "seed \(seed), step \(step)")
        #expect(followed.relations == fresh.relations, "seed \(seed), step \(step)")
        #expect(followed.figures == fresh.figures, "seed \(seed), step \(step)")
      }
    }
  }

  private static func text(_ scalars: [Unicode.Scalar]) -> SourceText {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return SourceText(String(string))
  }

  /// Replaces a few characters, now and then many, most often at a figure.
  private static func edit(_ scalars: inout [Unicode.Scalar], _ generator: inout SplitMix64) {
    guard !scalars.isEmpty else { return }
    for _ in 0..<Int.random(in: 1...3, using: &generator) {
      var lower = Int.random(in: 0...scalars.count, using: &generator)
      if Bool.random(using: &generator), let digit = scalars[lower...].firstIndex(where: { ("0"..."9").contains($0) }) {
        lower = digit
      }
      let length = [0, 0, 1, 1, 2, 6, 40, 400].randomElement(using: &generator) ?? 0
      var new = Array((pieces.randomElement(using: &generator) ?? "").unicodeScalars)
      if Int.random(in: 0..<20, using: &generator) == 0 {
        // A piece of the text itself, as where a paragraph is copied.
        let start = Int.random(in: 0..<max(1, scalars.count), using: &generator)
        new = Array(scalars[start..<min(scalars.count, start + 300)])
      }
      scalars.replaceSubrange(lower..<min(scalars.count, lower + length), with: new)
    }
  }
}
