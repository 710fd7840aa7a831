import Foundation
import JSONText
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite("Formats")
struct FormatTests {
  static let formats = [
    "text", "concise", "json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "csv", "html",
  ]

  /// Runs every format at once over a file with mistakes, one without and one that is not there.
  /// Gives how many findings there are, too.
  static func reports() throws -> (place: Workplace, result: CommandResult, count: Int) {
    let place = try Workplace()
    try place.copy("documents/henan-budget-wrong.txt", to: "某 局,\"甲\".txt")
    try place.write(rightText, to: "right.txt")
    let files = formats.map { "--output-file=\($0)=r.\($0)" }
    let arguments = ["lint", "--format", "concise"] + files + ["某 局,\"甲\".txt", "right.txt", "gone.txt"]
    let result = try place.run(Workplace.command, arguments)
    try #require(result.lines.count >= 5)
    return (place, result, result.lines.count)
  }

  /// A report in JSON, and how many findings it must have.
  static func json(_ format: String) throws -> (value: JSONValue, count: Int) {
    let (place, _, count) = try reports()
    return (try JSONReader.read(Array(try place.text("r.\(format)").utf8)), count)
  }

  @Test("SARIF has what its schema wants, repairs, and fingerprints of their own")
  func sarif() throws {
    let (value, count) = try Self.json("sarif")
    #expect(SchemaRule.sarif.problems(of: value) == [])
    let run = value["runs"]?.elements?.first
    let results = run?["results"]?.elements ?? []
    #expect(results.count == count)
    let rules = Set((run?["tool"]?["driver"]?["rules"]?.elements ?? []).compactMap { $0["id"]?.string })
    #expect(results.allSatisfy { $0["ruleId"]?.string.map(rules.contains) == true })
    #expect(Set(results.compactMap { $0["partialFingerprints"]?["budgetlint/v1"]?.string }).count == count)
    let uri = results.first?["locations"]?.elements?.first?["physicalLocation"]?["artifactLocation"]?["uri"]?.string
    #expect(uri == "%E6%9F%90%20%E5%B1%80%2C%22%E7%94%B2%22.txt")
    #expect(results.contains { $0["fixes"]?.elements?.isEmpty == false })
    #expect(run?["invocations"]?.elements?.first?["executionSuccessful"]?.bool == false)
  }

  @Test("GitLab and Reviewdog have what their definitions want")
  func codeQuality() throws {
    let (gitLab, count) = try Self.json("gitlab")
    #expect(SchemaRule.gitLab.problems(of: gitLab) == [])
    #expect(Set((gitLab.elements ?? []).compactMap { $0["fingerprint"]?.string }).count == count)
    let (reviewdog, diagnostics) = try Self.json("rdjson")
    #expect(SchemaRule.reviewdog.problems(of: reviewdog) == [])
    #expect(reviewdog["diagnostics"]?.elements?.count == diagnostics)
  }

  @Test("Reviewdog's suggestions, in bytes, repair the text")
  func suggestions() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    let value = try JSONReader.read(Array(try place.run("lint", "--format", "rdjson", "a.txt").output.utf8))
    let suggestion = value["diagnostics"]?.elements?.first?["suggestions"]?.elements?.first
    let (start, end) = (suggestion?["range"]?["start"], suggestion?["range"]?["end"])
    var lines = wrongText.split(separator: "\n", omittingEmptySubsequences: false).map { Array($0.utf8) }
    let line = try #require(start?["line"]?.integer) - 1
    let range = try #require(start?["column"]?.integer) - 1..<(try #require(end?["column"]?.integer) - 1)
    lines[line].replaceSubrange(range, with: Array((suggestion?["text"]?.string ?? "").utf8))
    #expect(lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n") == rightText)
  }

  @Test("one line of JSON to each file, with the same diagnostics as the JSON report")
  func lines() throws {
    let (place, _, _) = try Self.reports()
    let lines = try place.text("r.jsonl").split(separator: "\n").map { try JSONReader.read(Array($0.utf8)) }
    #expect(lines.map { $0["file"]?.string } == ["某 局,\"甲\".txt", "right.txt", "gone.txt"])
    #expect(lines[2]["errors"]?.elements?.count == 1)
    let whole = try JSONReader.read(Array(try place.text("r.json").utf8))
    let messages = (whole["diagnostics"]?.elements ?? []).map { $0["message"]?.string }
    #expect((lines[0]["diagnostics"]?.elements ?? []).map { $0["message"]?.string } == messages)
    #expect(lines[1]["figures"]?["total"]?.integer == 5)
  }

  @Test("JUnit and Checkstyle are XML with what their readers look for")
  func xml() throws {
    let (place, _, count) = try Self.reports()
    let alarms = try place.text("r.concise").split(separator: "\n").count {
      $0.contains(": error [") || $0.contains(": warning [")
    }
    let unit = try XMLDocument(data: Data(contentsOf: place.url("r.junit")))
    let suites = try unit.nodes(forXPath: "/testsuites/testsuite").compactMap { $0 as? XMLElement }
    #expect(suites.map { $0.attribute(forName: "failures")?.stringValue } == [String(alarms), "0", "0"])
    #expect(suites.map { $0.attribute(forName: "errors")?.stringValue } == ["0", "0", "1"])
    #expect(suites.first?.attribute(forName: "name")?.stringValue == "某 局,\"甲\".txt")
    for suite in suites {
      let cases = suite.elements(forName: "testcase")
      #expect(suite.attribute(forName: "tests")?.stringValue == String(cases.count))
      #expect(cases.allSatisfy { $0.attribute(forName: "classname") != nil && $0.attribute(forName: "name") != nil })
    }
    #expect(try unit.nodes(forXPath: "//failure[@message and @type]").count == alarms)
    let style = try XMLDocument(data: Data(contentsOf: place.url("r.checkstyle")))
    let errors = try style.nodes(forXPath: "/checkstyle/file/error[@line and @severity and @message and @source]")
    #expect(errors.count == count + 1)
    #expect(try style.nodes(forXPath: "/checkstyle/file").count == 3)
  }

  @Test("GitHub's commands have their properties escaped")
  func commands() throws {
    let (place, _, count) = try Self.reports()
    let lines = try place.text("r.github").split(separator: "\n")
    #expect(lines.count == count + 1)
    #expect(
      lines[0].hasPrefix("::error file=某 局%2C\"甲\".txt,line=55,endLine=55,col=16,endColumn=20,title=wrong-year::"))
    #expect(lines.dropLast().contains { $0.contains("56.00%25") })
    #expect(lines[count].hasPrefix("::error file=gone.txt::"))
  }

  @Test("the table has as many fields in every row, quoted where they need it")
  func table() throws {
    let (place, _, count) = try Self.reports()
    let text = try place.text("r.csv")
    #expect(text.hasPrefix("\u{FEFF}file,line,column,place,severity,rule,message,fix\r\n"))
    let rows = CSVText.rows(of: String(text.unicodeScalars.dropFirst()))
    #expect(rows.count == count + 2)
    #expect(rows.allSatisfy { $0.count == 8 })
    #expect(rows[1][0] == "某 局,\"甲\".txt")
    #expect(rows[1][1] == "55")
  }

  @Test("a cell that a spreadsheet would compute is text")
  func formula() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "=1+1.txt")
    let output = try place.run("lint", "--format", "csv", "=1+1.txt").output
    #expect(output.contains("\n'=1+1.txt,3,"))
  }

  @Test("the page is well-formed, needs no other file and shows every finding in its place")
  func page() throws {
    let place = try Workplace()
    try place.write(wrongText + "<script>alert(1)</script>\n", to: "a<b>.txt")
    let page = try place.run("lint", "--format", "html", "a<b>.txt").output
    #expect(!page.contains("http://") && !page.contains("https://") && !page.contains("src="))
    #expect(!page.contains("<script>alert"))
    #expect(page.components(separatedBy: "<mark class=\"error\"").count == 2)
    #expect(page.contains(">61.00%</mark>"))
    #expect(page.contains("<table class=\"coverage\">"))
    let identifiers = page.components(separatedBy: " id=\"").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(Set(identifiers).count == identifiers.count)
    let links = page.components(separatedBy: "href=\"#").dropFirst().map { $0.prefix { $0 != "\"" } }
    #expect(links.count == 1)
    #expect(links.allSatisfy { identifiers.contains($0) })
  }
}
