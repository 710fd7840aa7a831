import DisclosureText
import Lint
import Rules
import Testing

/// Amounts of the narrative beside the table that gives them.
@Suite("Narrative beside tables")
struct NarrativeTieTests {
  private func alarms(_ text: String) -> [Finding] {
    Linter().lint(SourceText(text)).findings.filter(\.severity.isAlarm)
  }

  /// What the preferred repairs of the alarms make of a text.
  private func repaired(_ text: String) -> String {
    let source = SourceText(text)
    let edits = alarms(text).flatMap { $0.fixes.first(where: \.isPreferred)?.edits ?? [] }
    return String(decoding: TextEdit.apply(edits, to: source.bytes), as: UTF8.self)
  }

  /// Final accounts with a table of five items and the paragraphs `items` on them.
  private func final(_ items: [String]) -> String {
    """
    某局2023年度部门决算公开

    第二部分 2023年度部门决算表

    一般公共预算财政拨款支出决算表
    单位：万元
    科目编码\t科目名称\t合计\t基本支出\t项目支出
    合计\t\t1871.53\t1522.60\t348.93
    205\t教育支出\t1609.11\t1260.18\t348.93
    20502\t普通教育\t1519.95\t1260.18\t259.77
    2050202\t小学教育\t1077.36\t817.59\t259.77
    2050203\t初中教育\t442.59\t442.59\t
    20508\t进修及培训\t89.16\t\t89.16
    2050803\t培训支出\t89.16\t\t89.16
    208\t社会保障和就业支出\t153.88\t153.88\t
    20805\t行政事业单位养老支出\t153.88\t153.88\t
    2080505\t机关事业单位基本养老保险缴费支出\t153.88\t153.88\t
    221\t住房保障支出\t108.54\t108.54\t
    22102\t住房改革支出\t108.54\t108.54\t
    2210201\t住房公积金\t108.54\t108.54\t

    第三部分 2023年度部门决算情况说明

    五、一般公共预算财政拨款支出决算情况说明

    （三）一般公共预算财政拨款支出决算具体情况

    \(items.joined(separator: "\n\n"))

    """
  }

  private let whole = [
    "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为1077.36万元，支出决算为1077.36万元，完成年初预算的100.0%。",
    "2.教育支出（类）普通教育（款）初中教育（项）。年初预算为407.15万元，支出决算为442.59万元，完成年初预算的108.7%。",
    "3.教育支出（类）进修及培训（款）培训支出（项）。年初预算为92.40万元，支出决算为89.16万元，完成年初预算的96.5%。",
    "4.社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算为153.88万元，支出决算为153.88万元。",
    "5.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为112.07万元，支出决算为108.54万元，完成年初预算的96.8%。",
  ]
  private let divided = [
    "1.教育支出（类）", "（1）普通教育（款）小学教育（项）。年初预算为1077.36万元，支出决算为1077.36万元，完成年初预算的100.0%。",
    "（2）普通教育（款）初中教育（项）。年初预算为407.15万元，支出决算为442.59万元，完成年初预算的108.7%。",
    "（3）进修及培训（款）培训支出（项）。年初预算为92.40万元，支出决算为89.16万元，完成年初预算的96.5%。", "2.社会保障和就业支出（类）",
    "（1）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算为153.88万元，支出决算为153.88万元。", "3.住房保障支出（类）",
    "（1）住房改革支出（款）住房公积金（项）。年初预算为112.07万元，支出决算为108.54万元，完成年初预算的96.8%。",
  ]

  @Test("items whose account has a sentence of its own are those of the table, also below the line of their class")
  func items() {
    for items in [whole, divided] {
      let right = final(items)
      #expect(alarms(right).isEmpty, "\(alarms(right).map(\.message.chinese))")
      // The rate, which is as near to a slip, holds with the table's amount.
      for (amount, slip) in [("1077.36", "1097.36"), ("442.59", "446.59"), ("89.16", "86.19")] {
        let wrong = right.replacing("支出决算为\(amount)", with: "支出决算为\(slip)")
        #expect(alarms(wrong).count == 1, "\(slip): \(alarms(wrong).map(\.message.chinese))")
        #expect(repaired(wrong) == right, "\(slip)")
      }
    }
  }

  @Test("one cell against one sentence: which of them is wrong is left to a person")
  func loose() {
    func text(_ rate: String) -> String {
      """
      某局2025年度部门预算公开

      一般公共预算“三公”经费支出表
      单位：万元
      项目\t2024年预算数\t2025年预算数
      合计\t36.00\t33.00
      因公出国（境）费\t0.00\t0.00
      公务接待费\t6.00\t6.00
      公务用车购置及运行维护费\t30.00\t27.00

      一、“三公”经费情况说明

      （一）公务用车购置及运行维护费预算27.00万元，比2024年预算下降\(rate)。

      """
    }
    #expect(alarms(text("10%")).isEmpty)
    let found = alarms(text("40%"))
    #expect(found.map(\.rule) == ["wrong-growth"])
    #expect(found.flatMap(\.fixes).contains { $0.edits.map(\.text) == ["10"] })
    #expect(found.flatMap(\.fixes).allSatisfy { !$0.isPreferred && !$0.isSafe })
  }

  @Test("a total that is wrong twice in the narrative is put right in both places, for all tables say so")
  func copied() {
    let right = """
      某局2025年度部门预算公开

      第一部分 部门预算表

      部门收支总表
      单位：万元
      收入\t\t支出\t
      项目\t预算数\t项目\t预算数
      一、一般公共预算拨款收入\t3864.17\t一、教育支出\t4103.52
      二、事业收入\t400.49\t二、住房保障支出\t161.14
      收入总计\t4264.66\t支出总计\t4264.66

      部门支出总表
      单位：万元
      科目编码\t科目名称\t合计\t基本支出\t项目支出
      \t合计\t4264.66\t3104.25\t1160.41
      205\t教育支出\t4103.52\t2943.11\t1160.41
      221\t住房保障支出\t161.14\t161.14\t

      第二部分 部门预算情况说明

      一、收支总体情况

      2025年收入总计4264.66万元，支出总计4264.66万元，与2024年预算相比，收支总计各增加2295.86万元，增长116.61%。

      """
    #expect(alarms(right).isEmpty, "\(alarms(right).map(\.message.chinese))")
    for wrong in [
      right.replacing("收入总计4264.66万元", with: "收入总计4624.66万元"),
      right.replacing("总计4264.66万元，", with: "总计4624.66万元，"),
    ] {
      #expect(repaired(wrong) == right, "\(alarms(wrong).map(\.message.chinese))")
    }
  }

  @Test("a row that names a fund is that fund's revenue")
  func funds() {
    let right = """
      某局2023年度部门决算公开

      第二部分 2023年度部门决算表

      收入支出决算总表
      单位：万元
      项目\t行次\t金额\t项目\t行次\t金额
      一、一般公共预算财政拨款收入\t1\t1948.37\t一、教育支出\t32\t1897.21
      二、政府性基金预算财政拨款收入\t2\t297.86\t二、城乡社区支出\t33\t297.86
      三、其他收入\t8\t60.56\t三、住房保障支出\t34\t111.72
      本年收入合计\t27\t2306.79\t本年支出合计\t59\t2306.79
      总计\t31\t2306.79\t总计\t62\t2306.79

      第三部分 2023年度部门决算情况说明

      二、收入决算情况说明

      2023年度一般公共预算财政拨款收入1948.37万元，较上年决算数减少35.14万元，下降1.8%。

      """
    #expect(alarms(right).isEmpty, "\(alarms(right).map(\.message.chinese))")
    let wrong = right.replacing("拨款收入1948.37万元", with: "拨款收入1988.37万元")
    #expect(repaired(wrong) == right, "\(alarms(wrong).map(\.message.chinese))")
  }
}
