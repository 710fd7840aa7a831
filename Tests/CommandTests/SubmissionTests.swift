import Foundation
import JSONText
import Testing

@Suite("check --submission")
struct SubmissionTests {
  /// What is prescribed and the fixture does not have.
  private static let rest = """
    六、国有资产占有使用情况
    截至2024年12月31日，本单位共有车辆0辆。
    七、预算绩效情况
    2025年本单位对全部项目支出设定了绩效目标。
    第四部分 名词解释
    一、基本支出：指为保障单位正常运转发生的支出。

    """

  @Test("a document without mistakes passes, with a protocol that says what was checked")
  func passing() throws {
    let place = try Workplace()
    try place.copy("documents/tab-separated.txt", to: "a.txt")
    try place.write(try place.text("a.txt") + Self.rest, to: "a.txt")
    let result = try place.run("check", "--submission", "--protocol", "p.json", "--protocol", "p.html", "a.txt")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.lines.last == "verdict: pass")
    let value = try JSONReader.read(Array(try place.text("p.json").utf8))
    #expect(value["verdict"]?.string == "pass")
    #expect(value["versions"]?["budgetlint"]?.string == value["tool"]?["version"]?.string)
    #expect(value["checkedAt"]?.string?.hasSuffix("Z") == true)
    let document = value["documents"]?.elements?.first
    let sum = try place.run(try #require(Workplace.find("sha256sum")), ["a.txt"])
    #expect(document?["digest"]?["value"]?.string == sum.output.split(separator: " ").first.map { String($0) })
    #expect((document?["rules"]?.elements?.count ?? 0) > 10)
    #expect((document?["relations"]?["hold"]?.integer ?? 0) > 20)
    let coverage = document?["coverage"]?.elements ?? []
    let total = coverage.compactMap { $0["total"]?.integer }.reduce(0, +)
    let verified = coverage.compactMap { $0["verified"]?.integer }.reduce(0, +)
    #expect(total == document?["figures"]?["total"]?.integer)
    #expect(verified == document?["figures"]?["verified"]?.integer)
    #expect(document?["unverified"]?.elements?.count == total - verified)
    #expect(coverage.contains { $0["table"]?.bool == true })
    #expect(try place.text("p.html").contains("may be published"))
  }

  @Test("an error fails, and the verdict says so in both protocols")
  func failing() throws {
    let place = try Workplace()
    try place.copy("documents/tab-separated-wrong.txt", to: "a.txt")
    let result = try place.run(
      "check", "--submission", "--lang", "zh", "--protocol", "p.json", "--protocol", "p.html", "a.txt")
    #expect(result.status == 1)
    #expect(result.lines.last == "结论：不得公开")
    let document = try JSONReader.read(Array(try place.text("p.json").utf8))["documents"]?.elements?.first
    #expect(document?["verdict"]?.string == "fail")
    #expect(document?["reasons"]?.elements?.first?.string?.contains("个错误") == true)
    #expect((document?["diagnostics"]?.elements?.count ?? 0) >= 4)
    #expect(try place.text("p.html").contains("不得公开"))
  }

  @Test("known findings do not let a document pass, and a rule that is off is named")
  func strictness() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    try place.run("lint", "--write-baseline", "b.json", "a.txt")
    try place.write(#"{"baseline": "b.json"}"#, to: ".budgetlint.json")
    #expect(try place.run("lint", "a.txt").status == 0)
    #expect(try place.run("check", "--submission", "a.txt").status == 1)
    let off = try place.run("check", "--submission", "--rule", "wrong-share=off", "a.txt")
    #expect(off.status == 0)
    #expect(off.output.contains("rule wrong-share is configured as off instead of error"))
  }

  @Test("what is broken and raises no alarm is listed, and fails nothing")
  func doubtful() throws {
    let place = try Workplace()
    try place.write(
      """
      某局2025年度部门预算公开

      一、“三公”经费情况

      2025年“三公”经费预算36.45万元，与2024年持平。

      二、一般公共预算“三公”经费情况

      2025年“三公”经费预算36.54万元，与2024年持平。

      """, to: "a.txt")
    let result = try place.run("check", "--submission", "--protocol", "p.json", "--protocol", "p.html", "a.txt")
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("1 broken relation on evidence too weak for an alarm"), "\(result.output)")
    #expect(result.output.contains("36.45万元 there, 36.54万元 here"))
    let document = try JSONReader.read(Array(try place.text("p.json").utf8))["documents"]?.elements?.first
    #expect(document?["relations"]?["broken"]?.integer == 1)
    #expect(document?["doubtful"]?.elements?.count == 1)
    #expect(document?["doubtful"]?.elements?.first?["message"]?.string == "36.45万元 there, 36.54万元 here")
    #expect(try place.text("p.html").contains("36.45万元 there, 36.54万元 here"))
  }

  @Test("a warning fails, rounding does not unless it is strict")
  func warnings() throws {
    let place = try Workplace()
    let drift = "某局2025年度部门预算公开\n\n基本支出105.58万元。其中：人员经费95.36万元，公用经费10.23万元。\n"
    try place.write(drift, to: "a.txt")
    #expect(try place.run("check", "--submission", "--rule", "rounding-drift=info", "a.txt").status == 0)
    #expect(try place.run("check", "--submission", "--rounding", "strict", "a.txt").status == 1)
    #expect(try place.run("check", "--submission", "--rule", "rounding-drift=warning", "a.txt").status == 1)
  }

  @Test("a text that is no disclosure, or that cannot be read, does not pass")
  func unreadable() throws {
    let place = try Workplace()
    try place.write("购物清单\n", to: "a.txt")
    let other = try place.run("check", "--submission", "a.txt")
    #expect(other.status == 1)
    #expect(other.output.contains("this is no disclosure"))
    #expect(try place.run("check", "--submission", "gone.txt").status == 2)
    #expect(try place.run("check", "a.txt").errors.contains("--submission"))
  }

  @Test("the converter and its version are in the protocol", .enabled(if: Workplace.canImport))
  func versions() throws {
    let place = try Workplace()
    try place.copy("imports/单位预算.pdf", to: "a.pdf")
    #expect(try place.run("check", "--submission", "--protocol", "p.json", "a.pdf").status == 1)
    let value = try JSONReader.read(Array(try place.text("p.json").utf8))
    #expect(value["versions"]?["pdftotext"]?.string?.contains("version") == true)
    let unverified = value["documents"]?.elements?.first?["unverified"]?.elements ?? []
    #expect(unverified.allSatisfy { $0["place"]?["page"]?.integer != nil })
  }

  @Test("the digest of the standard input is that of its bytes, whatever their encoding")
  func digest() throws {
    let place = try Workplace()
    try place.write(Data([0xFF, 0xFE] + rightText.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }), to: "a.txt")
    let result = try place.shell(
      #"cat a.txt | "$0" check --submission --protocol p.json -; "$0" check --submission --protocol q.json a.txt"#)
    let digests = try ["p.json", "q.json"].map { name in
      let document = try JSONReader.read(Array(try place.text(name).utf8))["documents"]?.elements?.first
      return document?["digest"]?["value"]?.string
    }
    #expect(digests.first == digests.last && digests.first??.count == 64, "\(result.errors)")
  }

  @Test("check has no option for known findings, which it never leaves out")
  func noBaseline() throws {
    let place = try Workplace()
    try place.write(rightText, to: "a.txt")
    #expect(!(try place.run("help", "check").output.contains("--baseline")))
    #expect(try place.run("check", "--submission", "--baseline", "k.json", "a.txt").status == 2)
  }
}
