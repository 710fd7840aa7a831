import DisclosureSyntax
import DisclosureText
import Testing

/// Reads a text and gives the running text of its blocks of the given kinds.
func runningTexts(_ text: String, _ kinds: Set<Block.Kind> = [.paragraph]) -> [String] {
  let source = SourceText(text)
  return SyntaxTree(source, lines: LineIndex(source.bytes)).blocks
    .filter { kinds.contains($0.block.kind) }
    .map { $0.block.text.string(in: 0..<$0.block.text.count) }
}

@Suite("Blocks and running text")
struct BlockReaderTests {
  @Test(
    "lines are joined to sentences, whatever stands between them",
    arguments: [
      ("某局收入合计 138.\n\n68万元，其中：甲。", "某局收入合计138.68万元，其中：甲。"),
      ("完成年初预算的 73.3\n\n4%，存在差异。", "完成年初预算的73.34%，存在差异。"),
      ("完成预算的 0.0\n\n- 6 -\n\n 0%，占比为零。", "完成预算的0.00%，占比为零。"),
      ("人员经费支出增加 6.9\n\n1万元，增长。", "人员经费支出增加6.91万元，增长。"),
      ("某局收入总计 1593.84 万\n\n元，支出总计。", "某局收入总计1593.84万元，支出总计。"),
      ("机关事\n\n业单位缴费，按规定执行。", "机关事业单位缴费，按规定执行。"),
      ("本 年 收 入 合 计 2946.25 万 元 ， 其 中 甲 。", "本年收入合计2946.25万元，其中甲。"),
      ("某局\u{A0}2025\u{3000}年收入，\u{C}按规定。", "某局2025年收入，按规定。"),
      ("共有车辆\n7\n辆，按规定使用。", "共有车辆7辆，按规定使用。"),
    ])
  func joined(lines: String, expected: String) {
    #expect(runningTexts(lines) == [expected])
  }

  @Test("page furniture is left out")
  func furniture() {
    for footer in ["- 6 -", "— 12 —", "6", "第 6 页", "第3页 共20页"] {
      #expect(runningTexts("支出合计一百万元，\n\n\(footer)\n\n其中基本支出六十万元。") == ["支出合计一百万元，其中基本支出六十万元。"])
    }
  }

  @Test("the time a page was put on the web is no part of its text")
  func timeOfPage() {
    for line in ["发布时间：2024-08-28 10:11", "2024年8月28日 10:11    来源：财政局", "日期:2024/08/28 10:11:45 浏览次数:"] {
      #expect(runningTexts("\(line)\n\n2023年支出合计一百万元。").last == "2023年支出合计一百万元。")
    }
    #expect(runningTexts("会议于2024年8月28日10:11召开，\n按规定列支。") == ["会议于2024年8月28日10:11召开，按规定列支。"])
  }

  @Test("what a page end printed twice is read once")
  func repeated() {
    let line = "1.社会保障和就业支出年初预算为10.72万元，支出决算为9.97万元。"
    #expect(runningTexts("\(line)\n\n- 3 -\n\n\(line)\n2.卫生健康支出年初预算为1.00万元，支出决算为1.00万元。").count == 2)
  }

  @Test(
    "headings are told from items and paragraphs",
    arguments: [
      ("二、收入决算情况说明", true), ("（一）因公出国（境）费支出0.00万元，与上年持平。", false), ("第三部分", true),
      ("1.社会保障和就业支出（类）行政事业单位养老支出（款）", false), ("一、财政拨款收入：指单位从财政部门取得的", false),
    ])
  func headings(line: String, isHeading: Bool) {
    let texts = runningTexts("某局2025年度部门预算公开\n\n\(line)\n本年收入合计一百万元，支出合计一百万元。", [.heading])
    #expect(texts.contains(line) == isHeading)
  }

  @Test("prose in a frame of one cell, or behind a table, is prose")
  func framedProse() {
    let prose = "2023年“三公”经费支出74.60万元，其中公务接待费12.80万元，公务用车购置及运行维护费61.80万元，比上年减少16.50万元。"
    #expect(runningTexts("| \(prose) |") == [prose])
    #expect(runningTexts("单位：万元\n项目 | 决算数 |\n合计 | 74.60 |\n公务接待费 | 12.80 |\n\(prose)") == [prose])
    let cell = "| 目标 | 完成培训，发放资料，开展宣传，走访居民，整理档案，回访群众，形成报告，提出建议，落实整改。 | 完成 |"
    #expect(runningTexts("单位：万元\n项目 | 决算数 |\n合计 | 74.60 |\n\(cell)").isEmpty)
  }

  @Test("tables are recognised and left alone")
  func tables() {
    let text = """
      预算 03 表

      单位：万元

      合计 1593.84 413.84 385.71

      208 05 01 行政单位离退休 1.71 1.71 1.71

      201\t03\t01\t行政运行\t1.00\t2.00

      | 项目 | 金额 |
      | 合计 | 1.00 |
      """
    #expect(runningTexts(text) == [])
    #expect(runningTexts(text, [.table]).count >= 1)
  }

  @Test("every character is traced back to its bytes")
  func traced() {
    let text = "𠮷局收入合计 138.\r\n\r\n６８万元，\u{C}其中😀：甲。"
    let source = SourceText(text)
    for block in SyntaxTree(source, lines: LineIndex(source.bytes)).blocks {
      let running = block.block.text
      for index in 0..<running.count {
        if running.units[index] & 0xFC00 == 0xDC00 { continue }
        let isPair = running.units[index] & 0xFC00 == 0xD800
        let range = running.sourceRange(of: index..<(index + (isPair ? 2 : 1)))
        #expect(source.string(in: range) == running.string(in: index..<(index + (isPair ? 2 : 1))))
      }
      let pieces = running.pieces(of: 0..<running.count)
      #expect(pieces.map { source.string(in: $0) }.joined() == running.string(in: 0..<running.count))
    }
  }

  @Test("characters of long lines are traced back, by themselves and together")
  func tracedInLongLines() {
    let line = String(repeating: "收入合计 138.68 万元，其 中：😀甲\u{FEFF}乙A1，", count: 40)
    let source = SourceText(line + "\n　　" + line + "。")
    let blocks = SyntaxTree(source, lines: LineIndex(source.bytes)).blocks
    #expect(blocks.count == 1)
    for running in blocks.map(\.block.text) {
      // Where characters begin that are one or two units.
      let starts = running.units.indices.filter { running.units[$0] & 0xFC00 != 0xDC00 } + [running.count]
      let ranges = zip(starts, starts.dropFirst()).map { running.sourceRange(of: $0..<$1) }
      for (place, range) in ranges.enumerated() {
        #expect(source.string(in: range) == running.string(in: starts[place]..<starts[place + 1]))
        for last in [place + 1, place + 20, place + 100, ranges.count - 1] where last > place && last < ranges.count {
          let both = running.sourceRange(of: starts[place]..<starts[last + 1])
          #expect(both == TextRange(range.lower, ranges[last].upper))
        }
      }
      let pieces = running.pieces(of: 0..<running.count)
      #expect(pieces.map { source.string(in: $0) }.joined() == running.string(in: 0..<running.count))
    }
  }
}
