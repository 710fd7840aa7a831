import Foundation
import Testing

@Suite("fix")
struct FixTests {
  @Test("safe repairs are made in place, said, and nothing is left to repair")
  func inPlace() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    try place.write(rightText, to: "b.txt")
    let result = try place.run("fix", ".")
    #expect(result.status == 0)
    #expect(result.output == "a.txt:3:30: [wrong-share] change “61.00%” to “60.00%”\n")
    #expect(result.errors.contains("1 repair made in 1 file; 0 alarms left"))
    #expect(try place.text("a.txt") == rightText)
    #expect(try place.run("fix", ".").output == "")
    #expect(try place.names() == ["a.txt", "b.txt"])
  }

  @Test("every fixture with mistakes converges and keeps its line ends, byte order mark and missing final line end")
  func converging() throws {
    for form in ["lf", "crlf", "bom", "open"] {
      let place = try Workplace()
      for name in ["henan-budget", "shanghai-budget", "final-accounts", "tab-separated"] {
        try place.copy("documents/\(name)-wrong.txt", to: "\(name).txt")
        var text = try place.text("\(name).txt")
        if form == "crlf" { text = text.replacingOccurrences(of: "\n", with: "\r\n") }
        if form == "bom" { text = "\u{FEFF}" + text }
        if form == "open" { text.removeLast() }
        try place.write(text, to: "\(name).txt")
      }
      let before = try place.text("henan-budget.txt")
      try place.run("fix", ".")
      let after = try place.text("henan-budget.txt")
      #expect(after != before)
      #expect(after.components(separatedBy: "\r\n").count == before.components(separatedBy: "\r\n").count)
      #expect(after.hasPrefix("\u{FEFF}") == before.hasPrefix("\u{FEFF}"))
      #expect(after.hasSuffix("\n") == before.hasSuffix("\n"))
      #expect(try place.run("fix", "--diff", ".").output == "")
    }
  }

  @Test("what --diff shows is what git would apply, and changes nothing")
  func difference() throws {
    let git = try #require(Workplace.find("git"))
    for ending in ["\n", "\r\n"] {
      let place = try Workplace()
      try place.copy("documents/draft-wrong.md", to: "预算/草稿.md")
      var text = try place.text("预算/草稿.md").replacingOccurrences(of: "\n", with: ending)
      text.removeLast()
      try place.write(text, to: "预算/草稿.md")
      let difference = try place.run("fix", "--diff", ".")
      #expect(difference.status == 1)
      #expect(try place.text("预算/草稿.md") == text)
      try place.write(difference.output, to: "a.patch")
      let applied = try place.run(git, ["apply", "--whitespace=nowarn", "a.patch"])
      #expect(applied.status == 0, "\(applied.errors)")
      let patched = try place.text("预算/草稿.md")
      try place.write(text, to: "预算/草稿.md")
      try place.run("fix", ".")
      #expect(try place.text("预算/草稿.md") == patched)
      #expect(patched != text)
    }
  }

  @Test("permissions and links are kept, and a file that may not be written is left alone")
  func permissions() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "d/a.txt")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: place.url("d/a.txt").path)
    try FileManager.default.createSymbolicLink(atPath: place.url("link.txt").path, withDestinationPath: "d/a.txt")
    #expect(try place.run("fix", "link.txt").status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: place.url("d/a.txt").path)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: place.url("link.txt").path) == "d/a.txt")
    #expect(try place.text("d/a.txt") == rightText)
    #expect(try FileManager.default.contentsOfDirectory(atPath: place.url("d").path) == ["a.txt"])
  }

  @Test("a text in GB18030 stays in it")
  func encoded() throws {
    let place = try Workplace()
    try place.copy("imports/国标编码.txt")
    let iconv = try #require(Workplace.find("iconv"))
    #expect(try place.run("fix", "国标编码.txt").status == 0)
    let decoded = try place.run(iconv, ["-f", "GB18030", "-t", "UTF-8", "国标编码.txt"])
    #expect(decoded.status == 0)
    #expect(decoded.output.contains("占61.66%"))
    #expect(try place.run("lint", "国标编码.txt").status == 0)
  }

  @Test("bytes that are no UTF-8 are kept")
  func brokenBytes() throws {
    let place = try Workplace()
    try place.write(Data(wrongText.utf8) + Data([0xFF, 0x0A]), to: "a.txt")
    #expect(try place.run("fix", "a.txt").status == 1)
    #expect(try Data(contentsOf: place.url("a.txt")) == Data(rightText.utf8) + Data([0xFF, 0x0A]))
  }

  @Test("as a filter it writes the repaired text and speaks on the error output")
  func filter() throws {
    let result = try Workplace().run("fix", "-", input: wrongText)
    #expect(result.output == rightText)
    #expect(result.errors.contains("<stdin>:3:30: [wrong-share] change “61.00%” to “60.00%”"))
  }

  @Test("candidates that nothing prefers are not made, --unsafe or not")
  func candidates() throws {
    let place = try Workplace()
    let text = "某局2025年度部门预算公开\n\n支出合计100.00万元，其中：基本支出60.00万元，项目支出47.00万元。\n"
    try place.write(text, to: "a.txt")
    for option in ["--unsafe", "--jobs=1"] {
      #expect(try place.run("fix", option, "a.txt").status == 1)
      #expect(try place.text("a.txt") == text)
    }
  }

  @Test("what is left to choose from is said with the place of each choice, in texts on the error output")
  func choices() throws {
    let place = try Workplace()
    let text = "某局2025年度部门预算公开\n\n支出合计100.00万元，其中：\n基本支出60.00万元，项目支出47.00万元。\n"
    try place.write(text, to: "a.txt")
    let result = try place.run("fix", "a.txt")
    #expect(result.output == "")
    #expect(
      result.errors.hasPrefix(
        """
        a.txt:3:5: [sum-mismatch] wrong total: 60.00 + 47.00 = 107.00万元, the text has 100.00万元; choose one:
          a.txt:4:17: change “47.00万元” to “40.00万元” (项目支出)
          a.txt:3:5: change “100.00万元” to “107.00万元” (支出合计)
          a.txt:4:5: change “60.00万元” to “53.00万元” (基本支出)
        """), "\(result.errors)")
  }

  @Test("places are those of the repaired text, and a repair in several places names each")
  func places() throws {
    let place = try Workplace()
    let text =
      "某局2025年度部门预算公开\n\n支出合计100.00万元，其中：基本支出60.00万元，占6.00%；项目支出40.00万元，占4.00%。本部门按规定公开预算。。\n"
    try place.write(text, to: "a.txt")
    #expect(
      try place.run("fix", "a.txt").output == """
        a.txt:3:30: [wrong-share] correct all 2 from the right base
        a.txt:3:68: [doubled-text] remove “。”

        """)
    #expect(
      try place.text("a.txt").hasSuffix("占60.00%；项目支出40.00万元，占40.00%。本部门按规定公开预算。\n"))
  }

  @Test("a file with several names keeps them, and a full disk leaves it as it was", arguments: ["", "ulimit -f 2; "])
  func hardLinks(limit: String) throws {
    let place = try Workplace()
    let rest = limit.isEmpty ? "" : String(repeating: "\n本部门承担档案管理职责。\n", count: 200)
    try place.write(wrongText + rest, to: "a.txt")
    try FileManager.default.linkItem(at: place.url("a.txt"), to: place.url("b.txt"))
    let result = try place.shell(#"\#(limit)"$0" fix a.txt"#)
    #expect(result.status == (limit.isEmpty ? 0 : 2))
    #expect(try place.text("a.txt") == (limit.isEmpty ? rightText : wrongText) + rest)
    #expect(try place.text("b.txt") == place.text("a.txt"))
    let identities = try ["a.txt", "b.txt"].map {
      try FileManager.default.attributesOfItem(atPath: place.url($0).path)[.systemFileNumber] as? Int
    }
    #expect(identities[0] == identities[1])
    #expect(try place.names() == ["a.txt", "b.txt"])
  }

  @Test("of a file that is no text it says what to change where", .enabled(if: Workplace.canImport))
  func imported() throws {
    let place = try Workplace()
    try place.copy("imports/单位预算.docx")
    let before = try Data(contentsOf: place.url("单位预算.docx"))
    let result = try place.run("fix", "单位预算.docx")
    #expect(result.status == 1)
    #expect(result.lines.count == 3)
    #expect(result.lines.first?.hasPrefix("单位预算.docx: table 2, row 2, column 3: [") == true)
    #expect(result.lines.first?.hasSuffix("] change “486.15” to “468.15”") == true)
    #expect(result.lines[1] == "单位预算.docx: paragraph 14: [wrong-share] change “21.28%” to “22.18%”")
    #expect(result.lines.last?.contains("事业收入120.00万元，占【21.28】%；其他") == true)
    #expect(result.errors.contains("is no text"))
    #expect(try Data(contentsOf: place.url("单位预算.docx")) == before)
  }
}
