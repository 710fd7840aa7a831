import DisclosureSyntax
import DisclosureText
import Testing

/// The words, figures and marks of a paragraph as `kind:text`, text tokens left out.
func tokens(_ text: String) -> [String] {
  let source = SourceText(text)
  return SyntaxTree(source, lines: LineIndex(source.bytes)).blocks.flatMap { block in
    block.tokens.compactMap { token -> String? in
      let words = block.block.text.string(in: token.range)
      switch token.kind {
      case .numeral(let index):
        let numeral = block.numerals[Int(index)]
        return "\(numeral.value)/\(numeral.decimals) \(numeral.unit)"
      case .year(let year): return "year \(year)"
      case .relativeYear(let offset): return "year \(offset)"
      case .brokenYear: return "broken \(words)"
      case .opaque: return "opaque \(words)"
      case .account: return "account \(words)"
      case .unfinishedNumeral: return "unfinished \(words)"
      default: return nil
      }
    }
  }
}

@Suite("Words and figures")
struct LexerTests {
  @Test(
    "amounts keep their digits, decimals and unit",
    arguments: [
      ("共1,593.84万元。", "159384/2 tenThousandYuan"), ("共１２.５０元。", "1250/2 yuan"), ("共3亿元。", "3/0 hundredMillionYuan"),
      ("占25.96％。", "2596/2 percent"), ("共7辆。", "7/0 vehicle"), ("设备2台（套）。", "2/0 device"), ("来宾5人次。", "5/0 visit"),
      ("面积13459平方米。", "13459/0 squareMetre"), ("支出70.00万。", "7000/2 tenThousandYuan"), ("为0；", "0/0 none"),
      ("共9,499.58 万元。", "949958/2 tenThousandYuan"), ("共3，714.25万元。", "371425/2 tenThousandYuan"),
    ])
  func amounts(text: String, expected: String) {
    #expect(tokens(text) == [expected])
  }

  @Test(
    "what states no measure is no amount",
    arguments: [
      "单价100万元（含）以上设备。", "单位价值50万元以上通用设备。", "满意度≥95%。", "成本不超过10万元。", "2000万元及以下。", "按120元/天安排。",
      "《关于2023年100万元资金的通知》。", "财预〔2016〕143号。", "根据【2024】12号文件。", "科目编码2080505。", "增加2个百分点。", "第3季度。",
      "2025.1.1-2025.12.31。",
      "设计使用年限50年。", "（完成数÷应完成数）×100%。", "建于W060701单元。", "按1:1配套。", "按3：7分担。", "发布于19:39:45。",
    ])
  func noMeasure(text: String) {
    #expect(tokens(text).allSatisfy { $0.hasPrefix("opaque") })
  }

  @Test("a colon behind a number may introduce an amount")
  func numbered() {
    #expect(tokens("项目1：12万元。").last == "12/0 tenThousandYuan")
    #expect(tokens("附件1：2023年收支表。").last == "year 2023")
  }

  @Test("full-width commas separate thousands only in one amount of money with decimals")
  func wideSeparators() {
    #expect(tokens("2024年度，300.50万元。") == ["year 2024", "30050/2 tenThousandYuan"])
    #expect(tokens("其中12，345万元。") == ["12/0 none", "345/0 tenThousandYuan"])
    #expect(tokens("其中1，714.25平方米。").first == "1/0 none")
  }

  @Test("the number of an item may lack its point before a quotation")
  func pointlessNumber() {
    let found = tokens("18“教育支出（类）普通教育（款）小学教育（项）”5.18万元。")
    #expect(found == ["account “教育支出（类）普通教育（款）小学教育（项）”", "518/2 tenThousandYuan"])
  }

  @Test(
    "a year may lack its word in a comparison, and is none in a title",
    arguments: [
      ("比2024预算执行数减少。", ["year 2024"]), ("2025预算安排增加。", ["year 2025"]), ("较2024决算数持平。", ["year 2024"]),
      ("2025预算公开说明。", ["opaque 2025预"]), ("编号12024预算数。", ["opaque 12024预"]),
    ])
  func wordlessYears(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(
    "years are told from durations, broken ones from both",
    arguments: [
      ("2025年度预算。", ["year 2025"]), ("与上年度相比。", ["year -1"]), ("本年收入合计。", []), ("202年度决算。", ["broken 202年"]),
      ("２０２５年部门预算。", ["year 2025"]), ("20245年度决算。", ["broken 20245年"]),
      ("2024年8月31日。", ["year 2024", "opaque 8月", "opaque 31日"]),
    ])
  func years(text: String, expected: [String]) {
    #expect(tokens(text) == expected)
  }

  @Test(
    "account chains are one token in every form",
    arguments: [
      "“教育支出（类）普通教育（款）小学教育（项）”", "“教育支出-普通教育-小学教育”", "教育支出（类）普通教育（款）小学教育（项）", "教育支出（205类）普通教育（02款）小学教育（02项）",
      "教育支出(类）普通教育（款)小学教育(项)",
    ])
  func accounts(chain: String) {
    #expect(tokens("；\(chain)，共二十万元。").contains("account \(chain)"))
  }

  @Test("a figure that ends in a point is being written")
  func unfinished() {
    #expect(tokens("增加6.万元。") == ["unfinished 6."])
    #expect(tokens("共有12.") == ["unfinished 12."])
  }

  @Test("a number beyond every type is no amount")
  func enormous() {
    #expect(tokens("共\(String(repeating: "9", count: 400))万元。").allSatisfy { $0.hasPrefix("opaque") })
  }
}
