import Foundation
import JSONText
import Testing

@Suite("Tables with commas between their cells")
struct SeparatedTableTests {
  /// A table with a line end inside a cell above the mistake, `1,486.15` in the first field of line 6.
  private static let table = """
    \u{FEFF}某市文化馆2025年度单位预算公开,,,,
    表2 支出预算表,,,,
    ,,,,单位：万元
    科目编码,科目名称,合计,基本支出,项目支出
    2070307,"体育
    场馆","1,486.15","1,286.75",181.40
    2080505,"机关事业单位""基本""养老保险缴费支出",38.25,38.25,
    合计,,"1,506.40","1,325.00",181.40

    """

  @Test("positions are those of the file, where a cell goes on behind a line end")
  func positions() throws {
    let place = try Workplace()
    try place.write(Self.table, to: "a.csv")
    let output = try place.run("lint", "--format", "json", "a.csv").output
    let findings = try JSONReader.read(Array(output.utf8))["diagnostics"]?.elements ?? []
    let lines = Self.table.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    try #require(!findings.isEmpty)
    for finding in findings {
      guard let start = finding["start"], let end = finding["end"] else { continue }
      let line = Array(lines[(start["line"]?.integer ?? 1) - 1].unicodeScalars)
      let range = (start["column"]?.integer ?? 1) - 1..<((end["column"]?.integer ?? 1) - 1)
      let words = String(String.UnicodeScalarView(line[range]))
      #expect(words == "1,486.15" || words == "1,506.40", "\(words)")
      #expect(start["line"]?.integer == (words == "1,486.15" ? 6 : 8))
    }
    #expect(try place.run("lint", "--format", "concise", "a.csv").output.contains("a.csv:6:6: "))
  }

  @Test("fix says that tables are not repaired, and what to change in them")
  func notRepaired() throws {
    let place = try Workplace()
    try place.write(Self.table, to: "a.csv")
    let result = try place.run("fix", "a.csv")
    #expect(result.status == 1)
    #expect(result.errors.contains("a.csv is a table, and tables are not repaired"), "\(result.errors)")
    #expect(result.output.contains("a.csv:6:6: "), "\(result.output)")
    #expect(try place.text("a.csv") == Self.table)
  }
}
