import Foundation
import JSONText
import Testing

@Suite("Reports and the files they go to")
struct OutputFileTests {
  @Test("all are written in one run, beside the one on the standard output")
  func together() throws {
    let (place, result, _) = try FormatTests.reports()
    #expect(result.status == 2)
    for format in FormatTests.formats { #expect(try !place.text("r.\(format)").isEmpty, "\(format)") }
    #expect(try place.text("r.concise") == result.output)
    #expect(try place.names().count == FormatTests.formats.count + 2)
    // Each is what it is alone.
    for format in FormatTests.formats {
      let alone = try place.run("lint", "--format", format, "某 局,\"甲\".txt", "right.txt", "gone.txt")
      #expect(try place.text("r.\(format)") == alone.output, "\(format)")
    }
  }

  @Test("a file without FORMAT= takes the report from the standard output")
  func oneFile() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    let result = try place.run("lint", "--format", "json", "--output-file", "r.json", "a.txt")
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(try place.text("r.json").hasPrefix("{\"tool\""))
    #expect(try place.run("lint", "--output-file", "x=y.txt", "a.txt").status == 1)
    #expect(try place.names() == ["a.txt", "r.json", "x=y.txt"])
  }

  @Test("a report that cannot be written is said, and no document is read for it")
  func refusedFile() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    let result = try place.run("lint", "--output-file", "nowhere/r.txt", "a.txt")
    #expect(result.status == 2)
    #expect(result.errors == "budgetlint: nowhere/r.txt cannot be written: there is no such folder\n")
    #expect(
      try place.run("lint", "--output-file=json=r", "--output-file=csv=r", "a.txt").errors.contains("same file r"))
    #expect(try place.names() == ["a.txt"])
  }

  @Test("nothing is written in the place of what is checked, nor a baseline in that of a document")
  func outputOverInput() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    try place.write(wrongText, to: "b.txt")
    for arguments in [
      ["lint", "--output-file", "a.txt", "./a.txt"], ["check", "--submission", "--protocol", "./a.txt", "a.txt"],
      ["lint", "--write-baseline", "a.txt", "b.txt"],
    ] {
      #expect(try place.run(Workplace.command, arguments).status == 2)
      #expect(try place.text("a.txt") == wrongText)
    }
  }

  @Test("cells separated by commas are cells, those with commas in quotes too, and are repaired where they are typed")
  func commas() throws {
    let place = try Workplace()
    let table = """
      某局2025年部门预算
      2025年一般公共预算支出表
      单位：万元
      科目编码,科目名称,合计,基本支出,项目支出
      208,社会保障和就业支出,210.50,210.50,0.00
      213,农林水支出,"2,036.30","1,296.30",700.00
      ,合计,"2,246.80","1,506.80",740.00

      """
    try place.write(table, to: "a.csv")
    let result = try place.run("lint", "--lang", "en", "--format", "concise", "a.csv")
    #expect(result.output.hasPrefix("a.csv:6:33: error [row-sum]"), "\(result.output)")
    #expect(result.output.contains("“700.00” should be “740.00”"))
    _ = try place.run("fix", "a.csv")
    #expect(try place.text("a.csv") == table)
  }

  @Test("a dash is the standard output, which then has no other report")
  func dash() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    let json = try place.run("lint", "--output-file", "json=-", "a.txt")
    #expect(json.status == 1)
    #expect(json.output == (try place.run("lint", "--format", "json", "a.txt").output))
    #expect(try place.run("lint", "--output-file", "-", "--format", "concise", "a.txt").lines.count == 1)
    #expect(try place.run("lint", "--output-file", "json=-", "--output-file", "csv=-", "a.txt").status == 2)
    #expect(try place.names() == ["a.txt"])
  }
}
