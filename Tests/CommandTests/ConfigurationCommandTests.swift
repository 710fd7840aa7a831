import Foundation
import JSONText
import Testing

@Suite("Configuration and baseline")
struct ConfigurationCommandTests {
  @Test("rules are silenced and raised by the nearest file, and the command line counts before it")
  func levels() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "d/a.txt")
    try place.write(#"{"rules": {"wrong-share": "off"}}"#, to: ".budgetlint.json")
    #expect(try place.run("lint", "d").status == 0)
    #expect(try place.run("lint", "--no-config", "d").status == 1)
    let hint = try place.run("lint", "--rule", "wrong-share=hint", "--format", "concise", "d")
    #expect(hint.status == 0)
    #expect(hint.output.contains("a.txt:3:30: hint [wrong-share]"))
    try place.write(#"{"rules": {"wrong-share": "warning"}}"#, to: "other.json")
    let other = try place.run("lint", "--config", "other.json", "--format", "concise", "d")
    #expect(other.output.contains("warning [wrong-share]"))
    #expect(try place.run("lint", "--config", "other.json", "--fail-on", "error", "d").status == 0)
    #expect(try place.run("lint", "--rule", "wrong-shar=off", "d").errors.contains("did you mean wrong-share?"))
    #expect(try place.run("lint", "--rule", "wrong-share=of", "d").errors.contains("did you mean off?"))
  }

  @Test("rounding is silent, information or an error")
  func rounding() throws {
    let place = try Workplace()
    let text = "某局2025年度部门预算公开\n\n基本支出105.58万元。其中：人员经费95.36万元，公用经费10.23万元。\n"
    try place.write(text, to: "a.txt")
    #expect(try place.run("lint", "--format", "concise", "a.txt").output.contains("info [rounding-drift]"))
    #expect(try place.run("lint", "--format", "concise", "--rounding", "lenient", "a.txt").output == "")
    #expect(try place.run("lint", "--rounding", "strict", "a.txt").status == 1)
  }

  @Test("a wrong file is said once with file, line and key; other documents are checked")
  func wrongFile() throws {
    let place = try Workplace()
    try place.write("{\n  \"rulez\": {}\n}\n", to: "d/.budgetlint.json")
    try place.write(wrongText, to: "d/a.txt")
    try place.write(wrongText, to: "d/b.txt")
    try place.write(wrongText, to: "z.txt")
    let result = try place.run("lint", "--format", "concise", ".")
    #expect(result.status == 2)
    #expect(result.errors.split(separator: "\n").count == 1)
    #expect(try place.run("fix", "d").errors.contains("rulez"))
    #expect(try place.run("check", "--submission", "d").errors.contains("rulez"))
    #expect(result.errors.contains("/d/.budgetlint.json:2:3: rulez: there is no such key"))
    #expect(result.errors.contains("did you mean rules?"))
    #expect(result.output.hasPrefix("z.txt:3:30:"))
  }

  @Test("what is ignored is left out of folders, and checked where it is named")
  func ignoring() throws {
    let place = try Workplace()
    try place.write(#"{"ignore": ["存档/", "*.md"]}"#, to: ".budgetlint.json")
    for name in ["a.txt", "b.md", "存档/c.txt"] { try place.write(wrongText, to: name) }
    #expect(try place.run("lint", "--format", "concise", ".").lines.count == 1)
    #expect(try place.run("lint", "--format", "concise", "b.md").lines.count == 1)
    #expect(try place.run("lint", "--format", "concise", "--ignore", "*.txt", ".").output.hasPrefix("b.md:"))
  }

  @Test("config show says what counts and who said it")
  func show() throws {
    let place = try Workplace()
    try place.write(#"{"fiscalYear": 2025, "overrides": [{"files": "决算/*", "entity": "某局"}]}"#, to: ".budgetlint.json")
    let value = try JSONReader.read(Array(try place.run("config", "show", "决算/a.txt").output.utf8))
    let settings = value["settings"]
    #expect(settings?["fiscalYear"]?["value"]?.integer == 2025)
    #expect(settings?["entity"]?["value"]?.string == "某局")
    #expect(settings?["entity"]?["source"]?.string?.hasSuffix("/.budgetlint.json") == true)
    #expect(settings?["rounding"]?["source"]?.string == "default")
    #expect(settings?["rules"]?["wrong-share"]?["value"]?.string == "error")
    #expect(try place.run("config", "show", "a.txt").output.contains("\"value\": null"))
    #expect(try place.run("config").status == 2)
    #expect(try place.run("config", "shema").errors.contains("did you mean schema?"))
  }

  @Test("the schema has every key and every rule, and takes what the reader takes")
  func schema() throws {
    let value = try JSONReader.read(Array(try Workplace().run("config", "schema").output.utf8))
    let properties = value["properties"]?.members ?? []
    #expect(properties.map(\.key).contains("overrides"))
    #expect(properties.allSatisfy { $0.value["description"]?.string?.isEmpty == false })
    #expect(value["additionalProperties"]?.bool == false)
    let rules = try JSONReader.read(Array(try Workplace().run("rules", "--format", "json").output.utf8))
    let names = (rules["rules"]?.elements ?? []).compactMap { $0["name"]?.string }
    #expect(value["properties"]?["rules"]?["properties"]?.members?.map(\.key) == names)
  }

  @Test("known findings are not reported, wherever the text around them moves; gone ones are said")
  func baseline() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "d/a.txt")
    let written = try place.run("lint", "--write-baseline", "已知.json", "d")
    #expect(written.status == 0)
    #expect(written.errors.contains("1 finding written to"))
    let baseline = try place.text("已知.json")
    #expect(baseline.contains("61.00%"))
    #expect(!baseline.contains("60.00"), "a computed figure in \(baseline)")
    #expect(try place.run("lint", "--baseline", "已知.json", "d").status == 0)
    let moved = wrongText.replacingOccurrences(of: "公开\n", with: "公开\n\n一、说明\n\n本部门职责如下。\n")
      .replacingOccurrences(of: "占40.00%", with: "占 40.00%")
    try place.write(moved, to: "d/a.txt")
    #expect(try place.run("lint", "--baseline", "已知.json", "d").status == 0)
    try place.write(#"{"baseline": "已知.json"}"#, to: ".budgetlint.json")
    #expect(try place.run("lint", "d").status == 0)
    try place.write(wrongText.replacingOccurrences(of: "61.00%", with: "62.00%"), to: "d/a.txt")
    let other = try place.run("lint", "d")
    #expect(other.status == 1)
    #expect(
      other.errors.contains("1 known finding of the baseline are gone") || other.errors.contains("wrong-share “61.00%”")
    )
    try FileManager.default.removeItem(at: place.url("d/a.txt"))
    try place.write(rightText, to: "d/b.txt")
    #expect(try place.run("lint", "d").errors.contains("d/a.txt in the baseline"))
  }

  @Test("a folder of which all is ignored is said, and does not pass the gate without a reason")
  func allIgnored() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "存档/a.txt")
    try place.write(#"{"ignore": ["存档/"]}"#, to: ".budgetlint.json")
    let said = "存档: 1 document found, and all are left out by the configuration (ignore)"
    #expect(try place.run("lint", "存档").errors.contains(said))
    #expect(try place.run("fix", "存档").errors.contains(said))
    #expect(try place.run("lint", "--write-baseline", "k.json", "存档").errors.contains(said))
    let gate = try place.run("check", "--submission", "存档")
    #expect(gate.status == 2)
    #expect(gate.output.contains("fails: \(said)"))
    let none = try place.run("check", "--submission", "--files-from", "-", input: "")
    #expect(none.status == 2)
    #expect(none.output.contains("no document was given to check"))
  }

  @Test("a baseline that is configured and not there yet can be written, and until then is asked for")
  func firstBaseline() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "d/a.txt")
    try place.write(#"{"baseline": "已知.json"}"#, to: ".budgetlint.json")
    let before = try place.run("lint", "d")
    #expect(before.status == 2)
    #expect(before.errors.contains("write it by --write-baseline"))
    #expect(try place.run("lint", "--write-baseline", "已知.json", "d").errors.contains("1 finding written"))
    #expect(try place.run("lint", "d").status == 0)
  }

  @Test("a file that is no baseline, or not there, ends the run")
  func wrongBaseline() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    #expect(try place.run("lint", "--baseline", "gone.json", "a.txt").status == 2)
    #expect(try place.run("lint", "--baseline", "a.txt", "a.txt").errors.contains("a.txt is no baseline"))
  }
}
