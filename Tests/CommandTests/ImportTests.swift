import Foundation
import JSONText
import Testing

/// What is read by poppler and pandoc; LibreOffice has tests of its own.
@Suite("Files of other programs", .enabled(if: Workplace.canImport, "pdftotext or pandoc is not installed"))
struct ImportTests {
  @Test("a PDF is read, and places are pages and lines")
  func portable() throws {
    let place = try Workplace()
    try place.copy("imports/单位预算.pdf")
    let result = try place.run("lint", "--format", "concise", "单位预算.pdf")
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("单位预算.pdf: page 1, line 26: error [row-sum] "))
    #expect(result.output.contains("\n单位预算.pdf: page 2, line 3: error [wrong-share] "))
    #expect(result.lines.count == 2)
    #expect(try place.leftovers() == [])
  }

  @Test("cells stay cells, and places are paragraphs or cells", arguments: ["docx", "odt", "html"])
  func word(form: String) throws {
    let place = try Workplace()
    try place.copy("imports/单位预算.\(form)")
    let result = try place.run("lint", "--format", "concise", ".")
    #expect(result.status == 1)
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.hasPrefix("单位预算.\(form): table 2, row 2, column 3: error [") == true)
    #expect(result.lines.last?.hasPrefix("单位预算.\(form): paragraph 14: error [wrong-share] ") == true)
  }

  @Test("a page in GB18030 is read")
  func encodedPage() throws {
    let place = try Workplace()
    let page =
      "<html><body><h1>某局2025年度部门预算公开</h1><p>支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。</p></body></html>"
    try place.write(page, to: "utf8.html")
    let iconv = try #require(Workplace.find("iconv"))
    let converted = try place.run(iconv, ["-f", "UTF-8", "-t", "GB18030", "-o", "gb.html", "utf8.html"])
    #expect(converted.status == 0)
    #expect(try place.run("lint", "--format", "concise", "gb.html").lines.count == 1)
    #expect(try place.leftovers() == [])
  }

  @Test("the JSON report has the place in words and in numbers")
  func json() throws {
    let place = try Workplace()
    try place.copy("imports/单位预算.docx")
    let output = try place.run("lint", "--format", "json", "单位预算.docx").output
    let diagnostics = try JSONReader.read(Array(output.utf8))["diagnostics"]?.elements ?? []
    #expect(diagnostics.first?["place"]?["table"]?.integer == 2)
    #expect(diagnostics.first?["place"]?["column"]?.integer == 3)
    #expect(diagnostics.last?["place"]?["text"]?.string == "paragraph 14")
  }

  @Test(
    "what cannot be read has its own message, and holds nothing up",
    arguments: [
      ("有密码.pdf", "有密码.pdf is protected by a password"), ("有密码.docx", "有密码.docx is protected by a password"),
      ("有密码.xlsx", "有密码.xlsx is protected by a password"),
      ("有密码.odt", "有密码.odt is protected by a password"),
      ("扫描件.pdf", "扫描件.pdf is scanned"),
      ("损坏.pdf", "损坏.pdf is damaged"), ("损坏.docx", "损坏.docx is damaged"),
    ])
  func unreadable(file: String, message: String) throws {
    let place = try Workplace()
    try place.copy("imports/\(file)")
    try place.write(wrongText, to: "z.txt")
    let result = try place.run("lint", ".")
    #expect(result.status == 2)
    #expect(result.errors.contains(message), "\(result.errors)")
    #expect(result.output.contains("z.txt:3:"))
    #expect(result.output.contains("1 file checked (1 more could not be read)"))
    #expect(try place.leftovers() == [])
  }

  @Test(
    "an empty file is said to be, whatever would read it", arguments: ["xlsx", "xls", "doc", "docx", "odt", "pdf"])
  func nothing(form: String) throws {
    let place = try Workplace()
    try place.write("", to: "a.\(form)")
    let result = try place.run("lint", "a.\(form)")
    #expect(result.status == 2)
    #expect(result.errors.contains("a.\(form) is empty"), "\(result.errors)")
  }

  @Test("a page without words is empty, and one with pictures only is scanned")
  func emptyPages() throws {
    let place = try Workplace()
    try place.write("\n", to: "a.html")
    try place.write("<html><body><img alt=\"\" src=\"1.png\"></body></html>", to: "b.html")
    let result = try place.run("lint", ".")
    #expect(result.errors.contains("a.html is empty"), "\(result.errors)")
    #expect(result.errors.contains("b.html is scanned"))
  }

  @Test("a page of a PDF that shows a picture and holds no text keeps the document from passing")
  func scannedPage() throws {
    let place = try Workplace()
    try place.write(try PageWriter.document([.text, .picture, .blank]), to: "a.pdf")
    try place.write(try PageWriter.document([.text, .blank]), to: "b.pdf")
    let result = try place.run("lint", ".")
    #expect(result.errors.contains("a.pdf: page 2 holds no text"), "\(result.errors)")
    #expect(!result.errors.contains("b.pdf: page"))
    let check = try place.run("check", "--submission", "a.pdf")
    #expect(check.output.contains("page 2 holds no text"), "\(check.output)")
    #expect(check.status == 1)
  }

  @Test("a PDF on the standard input is read by the name it is given")
  func named() throws {
    let place = try Workplace()
    try place.copy("imports/单位预算.pdf", to: "a.pdf")
    let result = try place.shell(#"cat a.pdf | "$0" lint --format concise --stdin-filename b.pdf -"#)
    #expect(result.status == 1)
    #expect(result.output.hasPrefix("b.pdf: page 1, line 26: error [row-sum] "), "\(result.output)\(result.errors)")
    #expect(try place.leftovers() == [])
  }

  @Test("a file too large to convert is said to be, without being read")
  func oversized() throws {
    let place = try Workplace()
    try place.write("", to: "大.pdf")
    let handle = try FileHandle(forWritingTo: place.url("大.pdf"))
    try handle.truncate(atOffset: 65 << 20)
    try handle.close()
    let result = try place.run("lint", "大.pdf")
    #expect(result.status == 2)
    #expect(result.errors.contains("is larger than 64 MB"))
  }

  @Test("a program that is not installed is named with its package", arguments: ["pdf", "docx", "xlsx"])
  func missing(form: String) throws {
    let place = try Workplace()
    try place.copy(form == "xlsx" ? "imports/支出预算表.xlsx" : "imports/单位预算.\(form)", to: "a.\(form)")
    let result = try place.run("lint", "a.\(form)", variables: ["PATH": "/nowhere"])
    #expect(result.status == 2)
    let package = ["pdf": "poppler-utils", "docx": "pandoc", "xlsx": "libreoffice-calc"][form] ?? ""
    #expect(result.errors.contains("install \(package)"))
    let chinese = try place.run("lint", "--lang", "zh", "a.\(form)", variables: ["PATH": "/nowhere"])
    #expect(chinese.errors.contains("请安装 \(package)"))
  }

  @Test("a program that takes too long is ended with all it started", .timeLimit(.minutes(1)))
  func tooSlow() throws {
    let place = try Workplace()
    try place.write("#!/bin/sh\nsleep 3600 &\necho $! > child\nwait\n", to: "bin/pdftotext")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("bin/pdftotext").path)
    try place.copy("imports/单位预算.pdf", to: "a.pdf")
    let path = "\(place.url("bin").path):/usr/bin:/bin"
    let result = try place.run("lint", "--time-limit", "1", "a.pdf", variables: ["PATH": path])
    #expect(result.status == 2)
    #expect(result.errors.contains("pdftotext did not finish a.pdf within 1 s"))
    let child = try #require(Int32(try place.text("child").trimmingCharacters(in: .whitespacesAndNewlines)))
    // The system takes its time to end it; it would not end by itself.
    while !Self.hasEnded(child) { usleep(5000) }
  }

  /// Whether a process is gone, or dead and not yet buried.
  private static func hasEnded(_ process: Int32) -> Bool {
    guard let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return true }
    return status.contains(") Z ")
  }

  @Test("a name that a shell or a program would take for something else is a name")
  func names() throws {
    let place = try Workplace()
    for name in ["-layout.pdf", "$(touch broken).pdf", "a b;c.pdf"] { try place.copy("imports/单位预算.pdf", to: name) }
    let result = try place.run("lint", "--format", "concise", ".")
    #expect(result.lines.count == 6)
    #expect(try place.names().count == 3)
  }

  @Test(
    "a file that another program reads is read once, however often it is looked at",
    arguments: ["fix", "jsonl", "json"])
  func readOnce(run: String) throws {
    let place = try Workplace()
    let program = try #require(Workplace.find("pdftotext"))
    try place.write("#!/bin/sh\necho >> reads\nexec \(program.path) \"$@\"\n", to: "bin/pdftotext")
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("bin/pdftotext").path)
    for name in ["a.pdf", "b.pdf"] { try place.copy("imports/单位预算.pdf", to: name) }
    let arguments = run == "fix" ? ["fix"] : ["lint", "--format", run]
    let result = try place.run(
      Workplace.command, arguments + ["a.pdf", "b.pdf"], variables: ["PATH": "\(place.url("bin").path):/usr/bin:/bin"])
    #expect(result.status == 1)
    #expect(result.output.contains("b.pdf"))
    #expect(try place.text("reads") == "\n\n")
    #expect(try place.leftovers() == [])
  }
}
