import Foundation
import JSONText
import Testing

/// Lines of JSON that go out while the run goes on.
@Suite("Reports that are written as they are made")
struct StreamTests {
  /// The findings of a run by file, in the order of the files.
  private func findings(_ place: Workplace, _ arguments: String...) throws -> [String] {
    let result = try place.run(Workplace.command, ["lint"] + arguments + ["."])
    #expect(result.status == 1, "\(result.errors)")
    let values = try arguments.contains("jsonl") ? result.lines.map { try JSONReader.read(Array($0.utf8)) } : []
    let whole = values.isEmpty ? try JSONReader.read(Array(result.output.utf8))["diagnostics"]?.elements ?? [] : []
    let all = values.flatMap { $0["diagnostics"]?.elements ?? [] } + whole
    return all.map { finding in
      let others = (finding["related"]?.elements ?? []).compactMap { $0["file"]?.string }
      let line = finding["start"]?["line"]?.integer ?? 0
      return "\(finding["file"]?.string ?? "") \(line) \(finding["rule"]?.string ?? "") \(others)"
    }
  }

  @Test(
    "what is found across documents is the same as in a report at the end, however they lie", arguments: ["1", "3"])
  func asInOne(jobs: String) throws {
    let place = try Workplace()
    func other(_ text: String, _ name: String) -> String {
      text.replacingOccurrences(of: "青禾区档案局", with: name)
    }
    try place.write(RelatedDocumentTests.wrong, to: "a/2025.txt")
    try place.write(RelatedDocumentTests.last, to: "z/2024.txt")
    try place.write(RelatedDocumentTests.final, to: "m/final.txt")
    // Of one entity, kind and year: equal texts, other texts with the same figures, and others.
    try place.write(other(RelatedDocumentTests.wrong, "青禾区教育局"), to: "b/2025.txt")
    for name in ["c/2024", "y/2024"] { try place.write(other(RelatedDocumentTests.last, "青禾区教育局"), to: "\(name).txt") }
    try place.write(other(RelatedDocumentTests.last, "青禾区教育局") + "\n\n", to: "d/2024.txt")
    try place.write(other(RelatedDocumentTests.wrong, "青禾区民政局"), to: "e/2025.txt")
    try place.write(other(RelatedDocumentTests.last, "青禾区民政局"), to: "f/2024.txt")
    try place.write(
      other(RelatedDocumentTests.budget(2024, "44.00", ""), "青禾区民政局"), to: "g/2024.txt")
    // Two files that hold what the other is checked against.
    for (name, years) in [("h", (2025, 2024)), ("i", (2024, 2025))] {
      let water = SeveralDisclosuresTests.budget("青禾区水利局", years.0, change: "减少7.00万元")
      let forest = SeveralDisclosuresTests.budget("青禾区林业局", years.1, change: "减少7.00万元")
      try place.write(water + forest, to: "\(name).txt")
    }
    for index in 0..<40 { try place.write(other(wrongText, "某局"), to: "n/\(index).txt") }
    let whole = try findings(place, "--jobs", jobs, "--format", "json")
    #expect(whole.contains("a/2025.txt 5 prior-year [\"z/2024.txt\"]"), "\(whole)")
    #expect(whole.contains("b/2025.txt 5 prior-year [\"c/2024.txt\"]"))
    #expect(whole.contains { $0.hasPrefix("m/final.txt 5 budget-against-final ") })
    #expect(whole.contains { $0.hasPrefix("h.txt ") && $0.hasSuffix(" prior-year [\"i.txt\"]") })
    #expect(whole.contains { $0.hasPrefix("i.txt ") && $0.hasSuffix(" prior-year [\"h.txt\"]") })
    #expect(!whole.contains { $0.hasPrefix("e/") })
    #expect(try findings(place, "--jobs", jobs, "--format", "jsonl") == whole)
  }

  @Test("a document that is another than its first pages say is not compared, and that is said")
  func strayed() throws {
    let place = try Workplace()
    try place.write(RelatedDocumentTests.last, to: "2024.txt")
    let filler = String(repeating: "本部门承担档案管理职责。\n\n", count: 400)
    let rest = (1...9).map { "\($0)、2026年工作情况说明\n\n承办交办的事项。\n\n" }.joined()
    try place.write(RelatedDocumentTests.wrong + filler + rest, to: "2025.txt")
    let result = try place.run("lint", "--rule", "wrong-year=off", "--format", "jsonl", ".")
    #expect(result.errors.contains("1 file turned out to be of another department, kind or year"), "\(result.errors)")
    #expect(!result.output.contains("prior-year"))
    try place.write(RelatedDocumentTests.wrong + filler, to: "2025.txt")
    let same = try place.run("lint", "--format", "jsonl", ".")
    #expect(!same.errors.contains("turned out"))
    #expect(same.output.contains("prior-year"))
  }

  @Test(
    "what can be read once is compared, and named where another document contradicts it", arguments: ["json", "jsonl"])
  func once(format: String) throws {
    let place = try Workplace()
    try place.write(RelatedDocumentTests.wrong, to: "2025.txt")
    try place.write(RelatedDocumentTests.last, to: "2024.txt")
    let result = try place.shell(#"cat 2024.txt | "$0" lint --format \#(format) 2025.txt -"#)
    #expect(result.status == 1)
    let lines = format == "json" ? [result.output[...]] : result.lines
    let values = try lines.map { try JSONReader.read(Array($0.utf8)) }
    let related = values.first?["diagnostics"]?.elements?.first?["related"]?.elements ?? []
    #expect(related.map { $0["file"]?.string } == [nil, "<stdin>"], "\(result.output)")
  }
}
