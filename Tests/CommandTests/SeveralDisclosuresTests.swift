import Foundation
import JSONText
import Testing

@Suite("A file of several disclosures")
struct SeveralDisclosuresTests {
  /// A budget whose changes are those against `former`, with as many amounts as any has.
  static func budget(_ entity: String, _ year: Int, change: String = "减少9.00万元") -> String {
    func later(_ words: String) -> String { year == 2025 ? "，比2024年预算\(words)" : "" }
    let items = (1...6).map { "（\($0)）其他支出合计1\($0).00万元，其中：基本支出1\($0).00万元；项目支出0.00万元。\n" }.joined()
    return """
      \(entity)\(year)年度部门预算公开

      第一部分 \(entity)概况

      一、主要职责

      承办交办的事项。

      第二部分 \(year)年部门预算情况说明

      一、“三公”经费情况说明

      \(year)年“三公”经费预算数为\(year == 2025 ? "36.00" : "45.00")万元\(later(change))。

      机关运行经费预算\(year == 2025 ? "43.00" : "40.00")万元\(later("增加3.00万元"))。

      会议费预算\(year == 2025 ? "6.00" : "5.00")万元\(later("增加1.00万元"))。

      培训费预算\(year == 2025 ? "8.00" : "10.00")万元\(later("减少2.00万元"))。

      二、其他情况说明

      \(items)
      """
  }

  static func findings(_ place: Workplace, _ paths: String...) throws -> [JSONValue] {
    let result = try place.run(Workplace.command, ["lint", "--format", "json"] + paths)
    return try JSONReader.read(Array(result.output.utf8))["diagnostics"]?.elements ?? []
  }

  @Test("each of them is checked against what other files say of its own department")
  func priorYears() throws {
    let place = try Workplace()
    let first = Self.budget("青禾区水利局", 2025)
    let wrong = Self.budget("青禾区档案局", 2025, change: "减少7.00万元")
    let former = Self.budget("青禾区水利局", 2024)
    try place.write(first + wrong, to: "2025.txt")
    try place.write(former + Self.budget("青禾区档案局", 2024), to: "2024.txt")
    let found = try Self.findings(place, "2025.txt", "2024.txt")
    #expect(found.map { $0["rule"]?.string } == ["prior-year"])
    let lines = first.count { $0 == "\n" }
    #expect(found.first?["start"]?["line"]?.integer == lines + 13)
    let related = found.first?["related"]?.elements?.last
    #expect(related?["file"]?.string == "2024.txt")
    #expect(related?["start"]?["line"]?.integer == former.count { $0 == "\n" } + 13)
    try place.write(Self.budget("青禾区水利局", 2025, change: "减少8.00万元") + wrong, to: "2025.txt")
    #expect(try Self.findings(place, "2025.txt", "2024.txt").count == 2)
  }

  @Test("two of one department in one file are checked against each other")
  func ownYears() throws {
    let place = try Workplace()
    let last = Self.budget("青禾区档案局", 2024)
    try place.write(last + Self.budget("青禾区档案局", 2025, change: "减少7.00万元"), to: "a.txt")
    let found = try Self.findings(place, "a.txt")
    #expect(found.map { $0["rule"]?.string } == ["prior-year"])
    let related = found.first?["related"]?.elements?.last
    #expect(related?["file"] == nil && related?["start"]?["line"]?.integer == 13)
    try place.write(last + Self.budget("青禾区档案局", 2025), to: "a.txt")
    #expect(try Self.findings(place, "a.txt").isEmpty)
  }

  @Test("its report says whose each of them is and where it begins, and figures lists what was read in each")
  func summary() throws {
    let place = try Workplace()
    let (first, second) = (Self.budget("青禾区水利局", 2025), Self.budget("青禾区档案局", 2024))
    try place.write(first + second, to: "a.txt")
    try place.write(first, to: "b.txt")
    try place.write(second, to: "c.txt")
    let result = try place.run("lint", "--format", "json", "a.txt")
    let report = try JSONReader.read(Array(result.output.utf8))["files"]?.elements?.first
    let entries = report?["disclosures"]?.elements ?? []
    #expect(entries.map { $0["entity"]?.string } == ["青禾区水利局", "青禾区档案局"])
    #expect(entries.map { $0["fiscalYear"]?.integer } == [2025, 2024])
    #expect(entries.map { $0["start"]?["line"]?.integer } == [1, first.count { $0 == "\n" } + 1])
    func figures(_ name: String) throws -> JSONValue {
      try JSONReader.read(Array(try place.run("figures", name).output.utf8))
    }
    let (both, one, other) = (try figures("a.txt"), try figures("b.txt"), try figures("c.txt"))
    #expect(one["disclosures"] == nil)
    #expect(both["disclosures"]?.elements?.compactMap { $0["start"]?["offset"]?.integer } == [0, first.utf8.count])
    func printed(_ value: JSONValue) -> [String?] {
      (value["statements"]?.elements ?? []).map { $0["figure"]?.string }
    }
    #expect(!printed(other).isEmpty && printed(both) == printed(one) + printed(other))
    // Relations name the statements of the whole file, and their places in it.
    let last = both["relations"]?.elements?.last?["figures"]?.elements?.last
    let alone = other["relations"]?.elements?.last?["figures"]?.elements?.last
    #expect(last?["statement"]?.integer == alone?["statement"]?.integer.map { $0 + printed(one).count })
    #expect(last?["start"]?["offset"]?.integer == alone?["start"]?["offset"]?.integer.map { $0 + first.utf8.count })
    let page = try place.run("lint", "--format", "html", "a.txt").output
    #expect(page.contains("<ol class=\"disclosures\">") && page.contains("青禾区档案局"))
  }

  @Test("a byte that is no text divides it no less")
  func badByte() throws {
    let place = try Workplace()
    let first = Array(Self.budget("青禾区水利局", 2025).replacing("减少9.00万元", with: "").utf8)
    let wrong = Self.budget("青禾区档案局", 2024).replacing("1.00万元，其中：基本支出11.00", with: "1.00万元，其中：基本支出12.00")
    try place.write(Data(first + [0xFF, 0x0A] + Array(wrong.utf8)), to: "a.txt")
    let found = try Self.findings(place, "a.txt")
    #expect(found.compactMap { $0["rule"]?.string }.sorted() == ["part-exceeds-whole", "unreadable-text"])
  }
}
