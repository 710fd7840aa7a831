import DisclosureText
import Lint
import Rules
import Testing

/// Figures of tables that a narrow cell breaks over two lines, in other digits than usual, or not to be read.
@Suite("Broken figures")
struct BrokenFigureTests {
  private func alarms(_ rows: String) -> (found: [Finding], text: SourceText) {
    let text = SourceText(Array("某局2025年度部门预算公开\n2025年部门支出预算总表\n单位：万元\n\(rows)\n".utf8))
    return (Linter().lint(text).findings.filter { $0.severity.isAlarm }, text)
  }

  /// The rows of a table as they are printed where cells are wide enough.
  private static func rows(_ breakAt: (String) -> String) -> String {
    let lines = [
      ["205     教育支出                 ", "2,936.42", "1,200.42", "1,736.00"],
      ["20502   普通教育                 ", "2,936.42", "1,200.42", "1,736.00"],
      ["2050202 小学教育                 ", "2,500.00", "1,000.00", "1,500.00"],
      ["2050203 初中教育                 ", "436.42", "200.42", "236.00"],
      ["221     住房保障支出             ", "345.60", "345.60", "0.00"],
      ["22102   住房改革支出             ", "345.60", "345.60", "0.00"],
      ["2210201 住房公积金               ", "345.60", "345.60", "0.00"],
      ["        合计                     ", "3,282.02", "1,546.02", "1,736.00"],
    ]
    return "科目编码 科目名称                     合计       基本支出       项目支出\n"
      + lines.map { cells in
        let parts = cells.dropFirst().map { breakAt($0).split(separator: "|").map(String.init) }
        let padded = { (text: String) in String(repeating: " ", count: 14 - text.count) + text }
        let first = cells[0] + parts.map { padded($0[0]) }.joined()
        guard parts.contains(where: { $0.count > 1 }) else { return first }
        let blank = String(repeating: " ", count: 33)
        return first + "\n" + blank + parts.map { padded($0.count > 1 ? $0[1] : "") }.joined()
      }.joined(separator: "\n")
  }

  private static let breaks: [@Sendable (String) -> String] = [
    { $0.count > 6 ? $0.replacing(".", with: "|.") : $0 }, { $0.count > 6 ? $0.replacing(".", with: ".|") : $0 },
    { $0.count > 6 ? $0.dropLast() + "|" + $0.suffix(1) : $0 }, { $0.replacing(",", with: ",|") },
  ]

  @Test("are put together where their parts stand below each other", arguments: breaks.indices)
  func joined(_ number: Int) {
    #expect(alarms(Self.rows(Self.breaks[number])).found.isEmpty)
  }

  @Test("are found wrong and repaired in both of their parts", arguments: breaks.indices)
  func repaired(_ number: Int) throws {
    let right = Self.rows(Self.breaks[number])
    let wrong = Self.rows { Self.breaks[number]($0 == "2,500.00" ? "2,590.00" : $0) }
    let (found, text) = alarms(wrong)
    #expect(found.count == 1)
    let edits = try #require(found.first?.fixes.first { $0.isPreferred }).edits
    #expect(TextEdit.apply(edits, to: text.bytes) == alarms(right).text.bytes)
  }

  @Test("are left unread where nothing tells which parts belong together")
  func unread() {
    let found = alarms(
      """
      科目编码 科目名称 合计 基本支出 项目支出
      205 教育支出 2,936.42 1,200.42 1,736.00
      20502 普通教育 2,936.4 1,200.4 1,736.0
      2
      2050202 小学教育 2,500.00 1,000.00 1,500.00
      2050203 初中教育 436.42 200.42 236.00
      合计 2,936.42 1,200.42 1,736.00
      """
    ).found
    #expect(found.isEmpty)
  }

  @Test("an amount that cannot be read is no zero", arguments: ["1O0.00", "12.30.4", "1,2,00.00", "2..50"])
  func unreadable(_ amount: String) {
    for separator in ["\t", " "] {
      let rows = [
        "科目|合计|基本支出|项目支出", "一般公共服务|\(amount)|60.00|40.00", "教育|30.00|18.00|12.00", "文体|340.00|210.00|130.00",
        "合计|470.00|288.00|182.00",
      ]
      #expect(alarms(rows.joined(separator: "\n").replacing("|", with: separator)).found.isEmpty)
    }
  }

  @Test("full-width digits are read, and stay so")
  func wide() throws {
    let right =
      "名称\t合计\t基本支出\t项目支出\n教育\t１，０６０．００\t１，０４０．００\t２０．００\n科技\t３０．００\t１８．００\t１２．００\n文体\t３４０．００\t２１０．００\t１３０．００\n合计\t１，４３０．００\t１，２６８．００\t１６２．００"
    #expect(alarms(right).found.isEmpty)
    let (found, text) = alarms(right.replacing("１，０６０．００", with: "１，０９０．００"))
    let edits = try #require(found.first?.fixes.first { $0.isPreferred }).edits
    #expect(found.count == 1 && TextEdit.apply(edits, to: text.bytes) == alarms(right).text.bytes)
  }

  @Test("are left unread where they have more decimals than amounts have, as spreadsheets write them")
  func longDecimals() {
    let rows = [
      "|301|工资福利支出|5982968.8499999996|302|商品和服务支出|1388201.9299999999|307|债务利息及费用支出|0|",
      "|30101|基本工资|0|30201|办公费|8001.1899999999996|30701|国内债务付息|0|",
      "|30111|公务员医疗补助缴费|427354.90999999997|30239|其他交通费用|268038.97999999998||||",
      "|30112|其他社会保障缴费|575285.45999999996|30299|其他商品和服务支出|148021.53||||",
    ]
    let text = "某局2024年度部门决算公开\n一般公共预算财政拨款基本支出决算表\n单位：元\n\(rows.joined(separator: "\n"))\n"
    #expect(Linter().lint(SourceText(Array(text.utf8))).findings.filter(\.severity.isAlarm).isEmpty)
  }
}
