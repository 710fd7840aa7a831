import Disclosure
import DisclosureSyntax
import DisclosureText
import Testing

/// Rows side by side whose words are wrapped around one line of amounts, and others that stand so.
@Suite("Lines of amounts between words")
struct SharedLineTests {
  /// What stands on each side: the words of each row with amounts, and its digits.
  private static func rows(_ text: String) -> [TableSide: [String]] {
    let bytes = Array(text.utf8)
    let model = DisclosureDocument(SourceText(bytes)).tables
    var result: [TableSide: [String]] = [:]
    for table in model.tables {
      for entry in table.entries where !entry.cells.isEmpty {
        let words = String(decoding: table.words(of: entry).prefix(4), as: UTF16.self)
        let amounts = entry.cells.map { cell in
          let range = model.cells[cell].piece.range
          return String(decoding: bytes[range.lower..<range.upper], as: UTF8.self)
        }
        result[entry.side, default: []].append(([words] + amounts).joined(separator: " "))
      }
    }
    return result
  }

  /// The head of a summary whose lines are numbered.
  private static let finalAccounts = """
    某馆2024年度部门决算公开
    收入支出决算总表
    单位：万元
    收入 支出
    项目 行次 决算数 项目 行次 决算数
    栏次 1 栏次 2
    """

  @Test("belong to the rows of both sides")
  func bothSides() {
    let rows = Self.rows(
      """
      某馆2024年度部门预算公开
      财政拨款收支总表
      单位：万元
      收入 支出
      项目 预算数 项目 合计 一般公共预算 政府性基金预算
      一、一般公共
      一、一般公共
      98.83 25.05 25.05
      预算资金
      服务支出
      二、政府性基
      二、教育支出
      11.71 11.71
      金
      三、国有资本经营预算 三、卫生健康支出 68.15 68.15
      四、上年结转 6.08
      收 入 总 计 104.91 支 出 总 计 104.91 104.91
      """)
    #expect(rows[.revenue]?.first == "一般公共 98.83" && rows[.revenue]?.last == "收入总计 104.91")
    #expect(rows[.expenditure]?.prefix(3) == ["一般公共 25.05 25.05", "教育支出 11.71 11.71", "卫生健康 68.15 68.15"])
  }

  @Test("are divided where the numbers of lines are")
  func lineNumbers() {
    let rows = Self.rows(
      """
      \(Self.finalAccounts)
      一、一般公共预算财
      一、一般公共服务支
      1 20.95 33 14.20
      政拨款收入
      出
      二、事业收入 2 1.25 二、外交支出 34
      八、社会保障和就
      三、其他收入 3 0.50 35 8.50
      业支出
      本年收入合计 27 22.70 本年支出合计 58 22.70
      总计 30 22.70 总计 60 22.70
      """)
    #expect(rows[.revenue]?.prefix(3) == ["一般公共 20.95", "事业收入 1.25", "其他收入 0.50"])
    #expect(rows[.expenditure]?.prefix(2) == ["一般公共 14.20", "社会保障 8.50"])
  }

  @Test("are no page numbers, and begin with a unit's code")
  func bareNumbers() {
    let rows = Self.rows(
      """
      某馆2024年度部门预算公开
      2024年部门收入预算表
      单位：万元
      单位代码 单位名称 总计 本年收入 上年结转
      合计 19.94 15.94 4.00
      685 某馆 19.94 15.94 4.00
      某馆综合服务中
      685002 17.94 13.94 4.00
      心
      685003 某馆信息中
      心
      2 2
      """)
    #expect(rows[.whole]?.contains { $0.hasSuffix("17.94 13.94 4.00") && !$0.contains("685002") } == true)
    #expect(rows[.whole]?.last == "某馆信息 2 2")
  }

  @Test("know an amount of few digits from the number of a line")
  func fewDigits() {
    let rows = Self.rows(
      """
      \(Self.finalAccounts)
      一、一般公共预算财政拨款收入 1 20.95 一、一般公共服务支出 31 14.20
      二、事业收入 2 1.25 二、外交支出 32
      三、其他收入 3 0.50 三、国防支出 33 2
      - 2 -
      4 四、公共安全支出 34
      4 四、公共安全支出 34
      5 五、教育支出 35 6.50
      本年收入合计 27 22.70 本年支出合计 57 22.70
      总计 30 22.70 总计 60 22.70
      """)
    #expect(rows[.expenditure] == ["一般公共 14.20", "国防支出 2", "教育支出 6.50", "本年支出 22.70", "总计 22.70"])
  }
}
