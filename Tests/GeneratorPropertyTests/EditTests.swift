import Disclosure
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
    // What rules look for in one block or table.
    "XX", "附属部门上缴", "，，", "增加（减少）6.00万元", "二、", "202年", "30 11 差旅费", "（请填写", ",", "主要包括：办公费、差旅费。",
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
      var earlier = (scalars, document, memory)
      for step in 0..<15 {
        // Now and then the edits are taken back, and others made.
        if step % 5 == 4 { (scalars, document, memory) = earlier }
        earlier = (scalars, document, memory)
        Self.edit(&scalars, &generator)
        let text = Self.text(scalars)
        document = linter.read(text, after: document, isEdited: true)
        let followed = linter.report(on: document, recalling: &memory)
        let fresh = linter.lint(text)
        #expect(document.signals == linter.read(text).signals, "seed \(seed), step \(step)")
        #expect(linter.report(on: document).findings == fresh.findings, "seed \(seed), step \(step)")
        #expect(followed.findings == fresh.findings, "seed \(seed), step \(step)")
        #expect(followed.relations == fresh.relations, "seed \(seed), step \(step)")
        #expect(followed.figures == fresh.figures, "seed \(seed), step \(step)")
      }
    }
  }

  @Test("are judged as if nothing was seen before where what was seen is of another text")
  func otherMemory() {
    let linter = Linter()
    var memory = LintMemory(isKept: true)
    for seed in (90_010 as UInt64)..<90_014 {
      let bytes = GeneratedDisclosure(seed: seed, tables: .all).bytes
      let document = linter.read(SourceText(bytes), isEdited: true)
      let report = linter.report(on: document, recalling: &memory)
      #expect(report.findings == linter.lint(SourceText(bytes)).findings, "seed \(seed)")
      // The same text once more.
      #expect(linter.report(on: document, recalling: &memory).findings == report.findings, "seed \(seed)")
    }
  }

  static func text(_ scalars: [Unicode.Scalar]) -> SourceText {
    var string = String.UnicodeScalarView()
    string.append(contentsOf: scalars)
    return SourceText(String(string))
  }

  /// Replaces a few characters, now and then many, most often at a figure.
  static func edit(_ scalars: inout [Unicode.Scalar], _ generator: inout SplitMix64) {
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
