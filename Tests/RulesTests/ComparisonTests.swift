import Disclosure
import DisclosureText
import Foundation
import Lint
import Rules
import Testing

/// Two documents of one department, the second checked against the first.
@Suite("Documents against each other")
struct ComparisonTests {
  /// What is found across the two documents in `later`: `rule severity “marked text”`.
  func found(_ later: String, against earlier: String, as document: OtherDocument) -> [String] {
    let linter = Linter()
    var related = RelatedFigures()
    related[document] = FigureSummary(linter.read(SourceText(earlier)))
    let text = SourceText(later)
    return linter.report(on: linter.read(text), against: related).findings.filter { finding in
      finding.related.contains { $0.document?.relation == document }
    }.map { "\($0.rule) \($0.severity.name) “\(text.string(in: $0.range))”" }
  }

  func budget(_ year: Int, _ sentences: String...) -> String {
    "某局\(year)年度部门预算公开\n\n一、预算情况说明\n\n" + sentences.joined(separator: "\n\n") + "\n"
  }

  func final(_ year: Int, _ sentences: String...) -> String {
    "某局\(year)年度部门决算公开\n\n一、决算情况说明\n\n" + sentences.joined(separator: "\n\n") + "\n"
  }

  var earlier: String {
    budget(
      2024, "2024年收入预算1000.00万元。", "2024年“三公”经费预算数为36.00万元。其中：", "（一）公务用车运行维护费30.00万元。", "（二）公务接待费6.00万元。",
      "机关运行经费预算80.00万元。", "政府采购预算200.00万元。")
  }

  @Test("one change that does not fit among several that do is an error")
  func change() {
    let later = budget(
      2025, "2025年收入预算1100.00万元，比2024年预算增加100.00万元。", "2025年“三公”经费预算数为35.00万元，比2024年预算减少1.00万元。其中：",
      "（一）公务用车运行维护费30.00万元，与2024年预算持平。", "（二）公务接待费5.00万元，比2024年预算减少1.00万元。",
      "机关运行经费预算82.00万元，比上年预算增长2.50%。", "政府采购预算150.00万元，比2024年预算减少60.00万元。")
    #expect(found(later, against: earlier, as: .priorYear) == ["prior-year error “60.00”"])
  }

  @Test("a repair that would contradict what was published is not preferred")
  func published() {
    func preferred(_ related: RelatedFigures) -> [String] {
      let text = SourceText(
        budget(
          2025, "2025年收入预算1100.00万元，比2024年预算增加100.00万元。", "机关运行经费预算146.57万元，比2024年预算增加66.57万元，增长74.49%。",
          "政府采购预算150.00万元，比2024年预算减少50.00万元。", "2025年“三公”经费预算数为35.00万元，比2024年预算减少1.00万元。"))
      let linter = Linter()
      return linter.report(on: linter.read(text), against: related).findings.flatMap(\.fixes).filter(\.isPreferred).map
      {
        $0.edits.map(\.text).joined()
      }
    }
    #expect(preferred(RelatedFigures()) == ["62.57"])
    var related = RelatedFigures()
    related[.priorYear] = FigureSummary(Linter().read(SourceText(earlier)))
    #expect(preferred(related) == ["83.21"])
  }

  @Test("a rate, and that nothing changed")
  func rates() {
    let later = budget(
      2025, "2025年收入预算1100.00万元，比2024年预算增长10.00%。", "2025年“三公”经费预算数为35.00万元，比2024年预算减少1.00万元。其中：",
      "（一）公务用车运行维护费30.00万元，与2024年预算持平。", "（二）公务接待费5.00万元，与2024年预算持平。",
      "机关运行经费预算82.00万元，比上年预算增长5.20%。", "政府采购预算200.00万元，与2024年预算持平。")
    #expect(
      found(later, against: earlier, as: .priorYear) == ["prior-year error “持平”", "prior-year error “5.20%”"])
  }

  @Test("where much differs the scope has changed, and nothing is found")
  func scope() {
    let later = budget(
      2025, "2025年收入预算1100.00万元，比2024年预算增加300.00万元。", "2025年“三公”经费预算数为35.00万元，比2024年预算减少2.00万元。其中：",
      "（一）公务用车运行维护费30.00万元，与2024年预算持平。", "（二）公务接待费5.00万元，比2024年预算减少2.00万元。",
      "机关运行经费预算82.00万元，比2024年预算增加9.00万元。", "政府采购预算150.00万元，比2024年预算减少80.00万元。")
    #expect(found(later, against: earlier, as: .priorYear).isEmpty)
  }

  @Test("what was executed, and roughly the same, are no published budget")
  func otherBases() {
    let later = budget(
      2025, "2025年收入预算1100.00万元，比2024年执行数增加300.00万元。", "2025年“三公”经费预算数为35.00万元，比2024年预算减少1.00万元。其中：",
      "（一）公务用车运行维护费29.80万元，与2024年预算基本持平。", "（二）公务接待费5.20万元，比2024年决算数增加1.00万元。",
      "机关运行经费预算82.00万元，比2024年执行数增加9.00万元。", "政府采购预算150.00万元，比2024年预算减少50.00万元。")
    #expect(found(later, against: earlier, as: .priorYear).isEmpty)
  }

  @Test("a total that differs alone is a hint where nothing else tells of the scope")
  func alone() {
    let later = budget(2025, "2025年收入预算1100.00万元，比2024年预算增加120.00万元。", "2025年政府采购预算200.00万元，与2024年预算持平。")
    #expect(found(later, against: earlier, as: .priorYear) == ["prior-year hint “120.00”"])
  }

  @Test("two measures that agree are enough where one differs alone; a change of nothing is said to be none")
  func two() {
    let later = budget(
      2025, "2025年收入预算1100.00万元，比2024年预算增加100.00万元。", "机关运行经费预算82.00万元，比2024年预算增加2.00万元。",
      "政府采购预算200.00万元，比2024年预算减少60.00万元。")
    #expect(found(later, against: earlier, as: .priorYear) == ["prior-year error “60.00”"])
    let linter = Linter()
    var related = RelatedFigures()
    related[.priorYear] = FigureSummary(linter.read(SourceText(earlier)))
    let message = linter.report(on: linter.read(SourceText(later)), against: related).findings.map(\.message.chinese)
    #expect(message.contains { $0.hasSuffix("上年公布的数为 200.00万元，本年为 200.00万元，应为持平，文中为减少 60.00万元") })
  }

  /// A budget whose table shows the three public expenses of two years.
  func table(_ year: Int, _ rows: (String, String, String)..., prose: String) -> String {
    let lines = rows.map { "\($0.0)\t\($0.1)\t\($0.2)" }.joined(separator: "\n")
    return """
      某局\(year)年部门预算公开

      第一部分 部门预算表

      一般公共预算“三公”经费支出表
      单位：万元
      项目\t\(year - 1)年预算数\t\(year)年预算数
      \(lines)

      第二部分 部门预算情况说明

      一、“三公”经费情况说明

      \(prose)

      """
  }

  var earlierTable: String {
    table(
      2024, ("合计", "38.00", "36.00"), ("因公出国（境）费", "0.00", "0.00"), ("公务接待费", "7.00", "6.00"),
      ("公务用车购置及运行维护费", "31.00", "30.00"), prose: "2024年公务接待费预算6.00万元。")
  }

  @Test("last year's column is last year's budget, and says of a measure that its scope has not changed")
  func columns() {
    let agrees = table(
      2025, ("合计", "36.00", "35.00"), ("因公出国（境）费", "0.00", "0.00"), ("公务接待费", "6.00", "5.00"),
      ("公务用车购置及运行维护费", "30.00", "30.00"), prose: "2025年公务接待费预算5.00万元，比2024年预算减少1.00万元。")
    #expect(found(agrees, against: earlierTable, as: .priorYear).isEmpty)
    let differs = agrees.replacingOccurrences(of: "6.00\t5.00", with: "9.00\t5.00").replacingOccurrences(
      of: "36.00\t", with: "39.00\t")
    #expect(
      found(differs, against: earlierTable, as: .priorYear) == ["prior-year error “39.00”", "prior-year error “9.00”"])
    // Where nothing says of the same measure what was published, all may have changed its scope.
    let restated = differs.replacingOccurrences(of: "，比2024年预算减少1.00万元", with: "")
    #expect(found(restated, against: earlierTable, as: .priorYear).isEmpty)
  }

  @Test("the column of this year's budget is published, wherever it stands")
  func ownColumns() {
    let later = budget(
      2025, "2025年公务接待费预算5.00万元，比2024年预算减少2.00万元。", "公务用车购置及运行维护费预算30.00万元，与2024年预算持平。",
      "2025年“三公”经费预算数为35.00万元，比2024年预算减少1.00万元。")
    #expect(found(later, against: earlierTable, as: .priorYear) == ["prior-year error “2.00”"])
  }

  @Test("the budget's column of final accounts tells of the scope, and is no mistake where a later budget is meant")
  func budgetColumns() {
    let budget = budget(
      2024, "2024年“三公”经费预算数为36.00万元。", "公务用车购置及运行维护费预算30.00万元。", "公务接待费预算6.00万元。", "机关运行经费预算80.00万元。")
    func final(_ reception: String, _ agency: String) -> String {
      """
      某局2024年度部门决算公开

      第一部分 部门决算表

      财政拨款“三公”经费支出决算表
      单位：万元
      项目\t预算数\t决算数
      合计\t36.00\t30.00
      公务用车购置及运行维护费\t30.00\t26.00
      公务接待费\t\(reception)\t4.00

      第二部分 部门决算情况说明

      一、机关运行经费情况说明

      机关运行经费年初预算为\(agency)万元，支出决算为70.00万元。

      """
    }
    #expect(found(final("6.00", "80.00"), against: budget, as: .budget).isEmpty)
    #expect(found(final("6.00", "88.00"), against: budget, as: .budget) == ["budget-against-final error “88.00”"])
    #expect(found(final("8.00", "80.00"), against: budget, as: .budget).isEmpty)
  }

  @Test("an initial budget in final accounts is the published one")
  func initialBudgets() {
    let budget = budget(
      2024, "2024年一般公共预算支出1000.00万元，主要用于以下方面：", "1.教育支出（类）普通教育（款）小学教育（项）600.00万元，主要用于学校运转。",
      "2.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）150.00万元，主要用于医疗保险。",
      "3.住房保障支出（类）住房改革支出（款）住房公积金（项）250.00万元，主要用于住房公积金。", "2024年公务接待费预算6.00万元。")
    func final(_ health: String) -> String {
      self.final(
        2024, "二、一般公共预算财政拨款支出决算具体情况", "1.教育支出（类）普通教育（款）小学教育（项）。年初预算为600.00万元，支出决算为600.00万元，完成年初预算的100.00%。",
        "2.卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。年初预算为\(health)万元，支出决算为150.00万元。",
        "3.住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为250.00万元，支出决算为250.00万元，完成年初预算的100.00%。",
        "公务接待费年初预算为6.00万元，支出决算为5.00万元。")
    }
    #expect(found(final("150.00"), against: budget, as: .budget).isEmpty)
    #expect(found(final("105.00"), against: budget, as: .budget) == ["budget-against-final error “105.00”"])
  }

  @Test("a figure that the other document gives twice, each time another, is compared with nothing")
  func ambiguous() {
    let earlier = budget(
      2024, "2024年收入预算1000.00万元。", "2024年公务接待费预算6.00万元。", "会议费预算3.00万元。", "培训费预算2.00万元。", "机关运行经费预算80.00万元。",
      "某中心机关运行经费预算30.00万元。")
    let later = budget(
      2025, "2025年收入预算1000.00万元，与2024年预算持平。", "2025年公务接待费预算6.00万元，与2024年预算持平。", "会议费预算3.00万元，与2024年预算持平。",
      "培训费预算2.00万元，与2024年预算持平。", "机关运行经费预算82.00万元，比2024年预算增加9.00万元。")
    #expect(found(later, against: earlier, as: .priorYear).isEmpty)
  }
}
