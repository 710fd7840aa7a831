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
