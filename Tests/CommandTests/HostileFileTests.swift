import Foundation
import JSONText
import Testing

/// Files that nobody would write on purpose: a clear error or a right result, and nothing else.
///
/// What takes very large files is tested by `.ci/hostile`.
@Suite("Hostile files")
struct HostileFileTests {
  /// A text with the one mistake of `wrongText` and something hostile behind it.
  struct Case: Sendable, CustomStringConvertible {
    let name: String
    let bytes: Data
    /// The rules of the findings.
    var rules: [String] = ["wrong-share"]
    var description: String { name }

    init(_ name: String, _ text: String, rules: [String] = ["wrong-share"]) {
      self.init(name, Data((wrongText + "\n" + text).utf8), rules: rules)
    }

    init(_ name: String, _ bytes: Data, rules: [String]) {
      self.name = name
      self.bytes = bytes
      self.rules = rules
    }
  }

  static let table = "一般公共预算支出表\n单位：万元\n"
  static let utf16 = Data([0xFF, 0xFE]) + Data(wrongText.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] })

  static let highFirst = Data(wrongText.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] })

  static let cases = [
    Case("nothing", Data(), rules: []),
    Case("a byte order mark alone", Data([0xEF, 0xBB, 0xBF]), rules: []),
    Case("zeros", Data(count: 10_000), rules: []),
    Case("every byte", Data((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 >> 3) }), rules: ["unreadable-text"]),
    Case("zeros in a text", Data(wrongText.utf8) + Data(count: 100), rules: ["wrong-share"]),
    Case(
      "broken sequences", Data(wrongText.utf8) + Data([0xC0, 0x80, 0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE4]),
      rules: ["wrong-share", "unreadable-text"]),
    Case("UTF-16", utf16, rules: ["wrong-share"]),
    Case("UTF-16 without a mark", utf16.dropFirst(2), rules: ["wrong-share"]),
    Case("UTF-16 without a mark, the high byte first", highFirst, rules: ["wrong-share"]),
    Case("UTF-16 with half a character", utf16 + Data([0x00]), rules: ["wrong-share", "unreadable-text"]),
    Case(
      "UTF-16 with a lone surrogate", utf16 + Data([0x00, 0xD8, 0x41, 0x00]), rules: ["wrong-share", "unreadable-text"]),
    Case("columns", table + String(repeating: "12.50\t", count: 40_000) + "\n"),
    Case("columns in bars", table + String(repeating: "|12.50", count: 40_000) + "|\n"),
    Case("columns by blanks", table + String(repeating: "12.50 ", count: 40_000) + "\n"),
    Case("brackets", "支出" + String(repeating: "（", count: 20_000) + "1万元" + String(repeating: "）", count: 20_000)),
    Case("open brackets", String(repeating: "《【“（[{<", count: 5000)),
    Case("digits", "收入合计" + String(repeating: "9", count: 200_000) + "万元。\n"),
    Case("grouped digits", "收入合计" + String(repeating: "9,999.", count: 30_000) + "万元。\n"),
    Case("digits in a table", table + "合计 " + String(repeating: "9", count: 100_000) + "\n"),
    Case("returns alone", Data(wrongText.replacingOccurrences(of: "\n", with: "\r").utf8), rules: ["wrong-share"]),
  ]

  @Test("give a clear error or a right result", arguments: cases)
  func content(_ hostile: Case) throws {
    let place = try Workplace()
    try place.write(hostile.bytes, to: "a.txt")
    let result = try place.run("lint", "--format", "json", "a.txt")
    #expect(result.status == (hostile.rules.isEmpty ? 0 : 1))
    let report = try JSONReader.read(Array(result.output.utf8))
    #expect(Set((report["diagnostics"]?.elements ?? []).compactMap { $0["rule"]?.string }) == Set(hostile.rules))
    try place.run("fix", "a.txt")
    let rest = try Data(contentsOf: place.url("a.txt"))
    #expect(rest.count == hostile.bytes.count)
  }

  @Test("amounts beyond every type are not judged, and never wrongly")
  func amounts() throws {
    let huge = "99999999999999999999999999999999999999999999"
    let text = """
      某局2025年度部门预算公开

      收入合计\(huge)万元，其中：甲收入9223372036854775807.99亿元，占\(huge)%；乙收入170141183460469231731687303715884105727亿元，占0.\(huge)%。

      支出合计9223372036854775807亿元，比2024年增加9223372036854775807亿元，增长\(huge)%。

      部门支出总体情况表
      单位：亿元
      科目编码 科目名称 合计 基本支出 项目支出
      2010101 行政运行 9223372036854775807 9223372036854775807 9223372036854775807
      2010102 一般行政管理事务 999999999999999999.9999 888888888888888888.88 1.00

      """
    let place = try Workplace()
    try place.write(text, to: "a.txt")
    let result = try place.run("lint", "--format", "json", "a.txt")
    #expect(result.status == 0 || result.status == 1)
    #expect(try JSONReader.read(Array(result.output.utf8))["summary"]?["files"]?.integer == 1)
  }

  @Test("characters without width or with a direction of their own hide no mistake and cause none")
  func invisibleCharacters() throws {
    for mark in ["\u{200B}", "\u{200D}", "\u{202E}", "\u{2066}", "\u{FEFF}", "\u{00AD}"] {
      let place = try Workplace()
      for (name, figure) in [("wrong.txt", "6\(mark)1.\(mark)00"), ("right.txt", "6\(mark)0.\(mark)00")] {
        try place.write(wrongText.replacingOccurrences(of: "61.00", with: figure), to: name)
      }
      #expect(
        try place.run("lint", "right.txt").status == 0, "U+\(String(mark.unicodeScalars.first?.value ?? 0, radix: 16))")
      #expect(try place.run("lint", "--format", "concise", "wrong.txt").output.contains("[wrong-share]"))
      try place.run("fix", "wrong.txt")
      #expect(try place.run("lint", "wrong.txt").status == 0)
    }
  }

  @Test("folders that contain themselves end, and each file counts once")
  func linkLoops() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "d/e/a.txt")
    for (link, target) in [("d/e/up", "../.."), ("d/self", "self"), ("d/x", "y"), ("d/y", "x"), ("d/b.txt", "b.txt")] {
      try FileManager.default.createSymbolicLink(atPath: place.url(link).path, withDestinationPath: target)
    }
    #expect(try place.run("lint", "--format", "concise", ".").lines.count == 1)
    let named = try place.run("lint", "d/self")
    #expect(named.status == 2)
    #expect(named.errors.contains("d/self"))
  }

  @Test("what may not be read is said, and the rest is checked")
  func forbidden() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    try place.write(wrongText, to: "closed.txt")
    try place.write(wrongText, to: "closed/b.txt")
    for name in ["closed.txt", "closed"] {
      try FileManager.default.setAttributes([.posixPermissions: 0], ofItemAtPath: place.url(name).path)
    }
    defer { try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: place.url("closed").path) }
    let result = try place.runWithoutPrivileges(["lint", "--format", "concise", "."])
    #expect(result.status == 2)
    #expect(result.lines.count == 1)
    #expect(result.errors.components(separatedBy: "closed").count > 2, "\(result.errors)")
  }
}
