import Foundation
import JSONText
import Testing

@Suite("Documents of one department in one run")
struct RelatedDocumentTests {
  static func budget(_ year: Int, _ total: String, _ change: String, form: String = "部门") -> String {
    func later(_ words: String) -> String { year == 2025 ? "，比2024年预算\(words)" : "" }
    return """
      青禾区档案局\(year)年度\(form)预算公开

      一、“三公”经费情况说明

      \(year)年“三公”经费预算数为\(total)万元\(change.isEmpty ? "" : "，比2024年预算\(change)")。

      机关运行经费预算\(year == 2025 ? "43.00" : "40.00")万元\(later("增加3.00万元"))。

      会议费预算\(year == 2025 ? "6.00" : "5.00")万元\(later("增加1.00万元"))。

      培训费预算\(year == 2025 ? "8.00" : "10.00")万元\(later("减少2.00万元"))。

      """
  }

  static let last = budget(2024, "45.00", "")
  static let wrong = budget(2025, "36.00", "减少7.00万元")
  static let right = budget(2025, "36.00", "减少9.00万元")

  static let final = """
    青禾区档案局2024年度部门决算公开

    一、决算情况说明

    “三公”经费年初预算为54.00万元，支出决算为30.00万元。

    机关运行经费年初预算为40.00万元，支出决算为39.00万元。

    会议费年初预算为5.00万元，支出决算为4.00万元。

    培训费年初预算为10.00万元，支出决算为9.00万元。

    """

  @Test("this year's document is checked against last year's, wherever both lie and however many threads run")
  func priorYear() throws {
    let place = try Workplace()
    try place.write(Self.wrong, to: "a/2025.txt")
    try place.write(Self.last, to: "z/2024.txt")
    for jobs in ["1", "4"] {
      let result = try place.run("lint", "--jobs", jobs, "--format", "json", ".")
      #expect(result.status == 1)
      let findings = try JSONReader.read(Array(result.output.utf8))["diagnostics"]?.elements ?? []
      #expect(findings.map { $0["rule"]?.string } == ["prior-year"])
      #expect(findings.first?["file"]?.string == "a/2025.txt")
      let related = findings.first?["related"]?.elements ?? []
      #expect(related.map { $0["file"]?.string } == [nil, "z/2024.txt"])
      #expect(related.last?["start"]?["line"]?.integer == 5)
    }
    let named = try place.run("lint", "--format", "concise", "a/2025.txt", "z/2024.txt")
    #expect(named.lines.count == 1)
    // Alone it is checked by itself.
    #expect(try place.run("lint", "a/2025.txt").status == 0)
    try place.write(Self.right, to: "a/2025.txt")
    #expect(try place.run("lint", ".").status == 0)
  }

  @Test("an initial budget in final accounts is checked against the budget")
  func budgetAgainstFinal() throws {
    let place = try Workplace()
    try place.write(Self.final, to: "final.txt")
    try place.write(Self.last, to: "budget.txt")
    let result = try place.run("lint", "--format", "concise", "--lang", "zh", ".")
    #expect(result.status == 1)
    #expect(result.output.contains("final.txt:5:12: error [budget-against-final] 与公布的年初预算不符"))
    #expect(result.output.contains("45.00万元，文中为 54.00万元"))
  }

  @Test("a unit's document, another department's, and one of two that differ are not compared")
  func others() throws {
    let place = try Workplace()
    try place.write(Self.wrong, to: "2025.txt")
    try place.write(Self.budget(2024, "45.00", "", form: "单位"), to: "unit.txt")
    try place.write(Self.last.replacingOccurrences(of: "青禾区档案局", with: "青禾区教育局"), to: "other.txt")
    #expect(try place.run("lint", "--fail-on", "error", ".").status == 0)
    try place.write(Self.last, to: "2024.txt")
    #expect(try place.run("lint", ".").status == 1)
    try place.write(Self.last, to: "copy.txt")
    #expect(try place.run("lint", ".").status == 1)
    try place.write(Self.budget(2024, "44.00", ""), to: "second.txt")
    #expect(try place.run("lint", ".").status == 0)
  }

  @Test("every form of report names the other file")
  func formats() throws {
    let place = try Workplace()
    try place.write(Self.wrong, to: "2025.txt")
    try place.write(Self.last, to: "2024.txt")
    #expect(try place.run("lint", ".").output.contains("\n2024.txt:5:16: note "))
    let sarif = try JSONReader.read(Array(try place.run("lint", "--format", "sarif", ".").output.utf8))
    let locations = sarif["runs"]?.elements?.first?["results"]?.elements?.first?["relatedLocations"]?.elements ?? []
    #expect(
      locations.map { $0["physicalLocation"]?["artifactLocation"]?["uri"]?.string } == ["2025.txt", "2024.txt"])
    let review = try JSONReader.read(Array(try place.run("lint", "--format", "rdjson", ".").output.utf8))
    let places = review["diagnostics"]?.elements?.first?["related_locations"]?.elements ?? []
    #expect(places.map { $0["location"]?["path"]?.string } == ["2025.txt", "2024.txt"])
  }

  @Test("what is found across documents is counted once, can be known, and fails the gate")
  func counted() throws {
    let place = try Workplace()
    // The later document comes first, and is checked once more when the earlier one is known.
    try place.write(Self.wrong, to: "a.txt")
    try place.write(Self.last, to: "b.txt")
    let counted = try place.run("lint", "--jobs", "1", "--statistics", "--format", "concise", ".")
    #expect(counted.errors.hasSuffix("Findings by rule:\n  1  prior-year\nFindings by file:\n  1  a.txt\n"))
    #expect(
      try place.run("lint", "--jobs", "1", "--write-baseline", "k.json", ".").errors.contains("1 finding written"))
    #expect(try place.run("lint", "--baseline", "k.json", ".").status == 0)
    let gate = try place.run("check", "--submission", "--protocol", "p.json", "a.txt", "b.txt")
    #expect(gate.status == 1)
    let documents = try JSONReader.read(Array(try place.text("p.json").utf8))["documents"]?.elements ?? []
    let rules = documents.map { ($0["diagnostics"]?.elements ?? []).compactMap { $0["rule"]?.string } }
    #expect(rules.map { $0.contains("prior-year") } == [true, false])
  }

  @Test("fix says what is left between documents, as many as lint finds, where one cannot be written too")
  func left() throws {
    let place = try Workplace()
    try place.write(Self.wrong, to: "d/2025.txt")
    try place.write(Self.last, to: "d/2024.txt")
    try place.write(wrongText, to: "d/a.txt")
    let result = try place.run("fix", "d")
    #expect(result.status == 1)
    #expect(result.errors.contains("1 repair made in 1 file; 1 alarm left"), "\(result.errors)")
    #expect(result.errors.contains("d/2025.txt:5:"), "\(result.errors)")
    #expect(result.errors.contains("  d/2024.txt:5:"))
    #expect(try place.run("lint", "--format", "concise", "d").lines.count == 1)
  }

  @Test("a file that cannot be written counts with what is wrong with it")
  func unwritten() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "d/a.txt")
    try place.write(rightText, to: "b.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: place.url("d").path)
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("d").path) }
    let result = try place.runWithoutPrivileges(["fix", "d/a.txt", "b.txt"])
    #expect(result.status == 2)
    #expect(result.errors.contains("0 repairs made in 0 files; 1 alarm left"), "\(result.errors)")
  }
}
