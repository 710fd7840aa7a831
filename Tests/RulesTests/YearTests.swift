import DisclosureText
import Lint
import Rules
import Testing

/// Years that cannot stand where they stand, and those that can.
@Suite("Years")
struct YearTests {
  private func alarms(_ text: String, title: String, rule: String = "wrong-year") -> [Finding] {
    Linter().lint(SourceText("\(title)\n\n\(text)\n")).findings.filter { $0.rule == rule && $0.severity.isAlarm }
  }

  private static let budget = "青禾市档案局2025年度部门预算公开"
  private static let final = "青禾市档案局2024年度部门决算公开"

  @Test(
    "a budget may tell of the year before, of its accounts and of how it was evaluated",
    arguments: [
      "公务接待费0.90万元，2024年预算数1.30万元，减少0.40万元，下降30.77%。",
      "2025年收入总计300.00万元，支出总计300.00万元。2024年预算280.00万元，增加20.00万元。",
      "2025年收入总计300.00万元（2024年预算280.00万元）。", "2025年收入总计300.00万元。2024年度预算为280.00万元。",
      "2025年机关运行经费预算30.00万元，比上年增加1.00万元。2024年部门决算反映支出合计275.00万元。",
      "2025年机关运行经费预算30.00万元，比上年增加1.00万元。2024年机关运行经费支出决算27.00万元。",
      "2025年收入总计300.00万元。2024年绩效评价结果：优秀2个，良好1个。", "2024年项目支出绩效自评得分96分。2025年收入总计300.00万元。",
      "2025年收入总计300.00万元。2024年收入预算完成率97%。", "2025年收入总计300.00万元。2024年绩效目标完成情况良好。",
      "2025年收入总计300.00万元。2025年比2024年增加20.00万元，2024年比2023年增加10.00万元。",
      "根据预算管理要求，2024年绩效结果与2025年预算挂钩。", "2025年会议费预算2.00万元，比上年（2024年）预算增加1.00万元，增长100.00%。",
      "2025年收入总计300.00万元。\n2024年财政拨款结转",
    ])
  func yearBefore(_ text: String) {
    #expect(alarms(text, title: Self.budget) == [])
  }

  @Test(
    "final accounts may tell of the year before and of the year behind",
    arguments: [
      "2023年决算数为85.00万元，增长4.35%。", "2023年支出数90.00万元。", "2023年度机关运行经费为85.00万元，本年度增加3.00万元。", "2025年预算安排同类项目经费41.00万元。",
      "2023年度部门决算公开后，按照审计意见整改。", "公务接待费支出0.90万元，2023年支出1.30万元，减少0.40万元。", "2024年绩效结果与2025年预算挂钩。",
    ])
  func neighbours(_ text: String) {
    #expect(alarms("2024年度收入总计90.00万元，支出总计90.00万元。\n\n\(text)", title: Self.final) == [])
  }

  @Test(
    "what happened in a year gone by may be told",
    arguments: [
      "2005年挂牌成立方志馆，服务全市。", "2005年底建成档案大楼，总投资500.00万元。", "2006年在城东设立分馆，支出20.00万元。", "2012年迁入新馆，机关运行经费10.00万元。",
      "2022年实施绩效工资改革，增加支出10.00万元。", "2022年组织开展普查，2023年完成成果汇总，支出10.00万元。", "2023年承接下放的职能，支出增加10.00万元。",
      "2016年名列全省前茅，收入20.00万元。",
    ])
  func history(_ text: String) {
    #expect(alarms(text, title: Self.budget) == [])
    #expect(alarms(text, title: Self.final) == [])
  }

  @Test(
    "what is done every year is told of the document's own",
    arguments: [
      "2022年收入总计100.00万元，支出总计100.00万元。", "2022年机关运行经费100.00万元，比上年减少1.00万元，下降0.99%。",
      "2023年收入总计100.00万元，其中：财政拨款收入100.00万元。",
    ])
  func everyYear(_ text: String) {
    #expect(alarms(text, title: Self.budget).count == 1)
    #expect(alarms(text, title: Self.final).count == 1)
  }

  @Test("both years may be told side by side with their parts")
  func sideBySide() {
    let text = "2024年收入合计100.00万元，其中：财政拨款收入90.00万元，其他收入10.00万元。"
    let former = "2023年收入合计80.00万元，其中：财政拨款收入72.00万元，其他收入8.00万元。"
    #expect(alarms(text + former, title: Self.final) == [])
    // Revenue beside expenditure are not two years' revenue.
    #expect(alarms(text + "2023年支出合计80.00万元，其中：基本支出80.00万元。", title: Self.final).count == 1)
    let own = "公务接待费支出2.00万元，其中：国内接待1.50万元，外事接待0.50万元；"
    #expect(alarms(own + "2023年公务接待费支出3.00万元，其中：国内接待3.00万元。", title: Self.final) == [])
  }

  @Test(
    "a sentence that compares with the year before is about the document's own",
    arguments: [
      "⟦2024⟧年会议费预算2.00万元，比上年增加1.00万元，增长100.00%。", "公务接待费。⟦2024⟧年预算数2.00万元，比2024年预算数减少1.00万元，下降33.33%。",
      "会议费预算2.00万元，比上年（⟦2023⟧年）增加1.00万元，增长100.00%。", "⟦2024⟧年青禾市档案局项目全部实行绩效目标管理。",
    ])
  func ownSentences(_ text: String) {
    let found = alarms(text.filter { !"⟦⟧".contains($0) }, title: Self.budget)
    #expect(found.count == 1, "\(found)")
  }

  @Test("an amount of the document's own shows that its year is meant")
  func ownAmount() {
    let rows = "部门收支总表\n单位：万元\n项目\t预算数\n收入总计\t286.50\n支出总计\t286.50\n\n"
    #expect(alarms(rows + "2024年收入总计286.50万元。", title: Self.budget).count == 1)
    #expect(alarms(rows + "2024年收入总计271.30万元。", title: Self.budget) == [])
  }

  @Test(
    "a deadline in the year before the budget's is noticed, and not repaired by itself",
    arguments: [
      "项目计划⟦2024⟧年11月底前完成。", "绩效目标：⟦2024⟧年12月31日前完成修缮。", "项目完成时间⟦2024⟧年12月。", "实施期限：2024年1月—⟦2024⟧年12月。",
      "一、实施周期\n\n2024年1月1日至⟦2024⟧年12月31日。", "三级指标\t指标值\n项目完成时间\t⟦2024⟧年12月底前\n修缮数量\t≥3处",
    ])
  func deadlines(_ text: String) {
    let found = alarms(
      "2025年收入总计300.00万元，支出总计300.00万元。\n\n" + text.filter { !"⟦⟧".contains($0) }, title: Self.budget)
    #expect(found.map(\.severity) == [.warning], "\(found)")
    #expect(found.flatMap(\.fixes).allSatisfy { !$0.isSafe })
  }

  @Test(
    "what lasts longer, was done or is carried over may name the year before",
    arguments: [
      "项目建设周期2023年至2025年，计划2025年12月底前完成。", "实施期限：2024年1月—2026年12月。", "该项目已于2024年12月底前完成。",
      "结转项目按原计划2024年12月底前完成。", "本馆2024年12月31日前成立。", "三级指标\t指标值\n项目开始时间\t2024年12月\n修缮数量\t≥3处",
    ])
  func otherDeadlines(_ text: String) {
    #expect(alarms("2025年收入总计300.00万元，支出总计300.00万元。\n\n\(text)", title: Self.budget) == [])
  }

  @Test(
    "two columns show the year and the one before it",
    arguments: [
      ("2023", "2024", 2), ("2023", "2025", 1), ("2024", "2024", 1), ("2024", "2025", 0), ("2025", "2024", 0),
    ])
  func columns(first: String, second: String, count: Int) {
    let text = "“三公”经费预算表\n单位：万元\n项目\t\(first)年预算数\t\(second)年预算数\n合计\t3.00\t3.00\n公务接待费\t3.00\t3.00\n"
    #expect(alarms(text, title: Self.budget).count == count)
  }

  @Test(
    "years with a letter, with digits out of order, with one that is missing or without 年 are broken",
    arguments: ["⟦2O25⟧年机关运行经费30.00万元。", "⟦225⟧年机关运行经费30.00万元。", "⟦2205⟧年机关运行经费30.00万元。", "⟦2025⟧度机关运行经费30.00万元。"])
  func broken(_ text: String) {
    let found = alarms(text.filter { !"⟦⟧".contains($0) }, title: Self.budget, rule: "broken-year")
    #expect(found.count == 1, "\(found)")
    #expect(found.flatMap(\.fixes).map(\.isSafe) == [true])
  }

  @Test(
    "numbers that are no years are left alone",
    arguments: [
      "始建于清嘉庆202年的石桥维修10.00万元。", "唐贞观203年刻石一处。", "建于公元前205年的渠首维修10.00万元。", "嘉靖202年碑一通，修缮2.00万元。",
      "用电2025度，电费0.20万元。", "距今225年的古桥维修10.00万元。", "使用年限2205年。",
    ])
  func noYears(_ text: String) {
    #expect(alarms(text, title: Self.budget, rule: "broken-year") == [])
  }

  @Test(
    "部门 and 单位 in fixed names",
    arguments: [
      ("行政⟦部门⟧和参照公务员法管理的事业⟦部门⟧使用一般公共预算安排的基本支出。", 2), ("青禾市档案局是市政府工作⟦单位⟧。", 1), ("从同级财政⟦单位⟧取得的财政拨款。", 1),
      ("按照人力资源和社会保障⟦单位⟧、财政⟦单位⟧规定的基本工资。", 2), ("财政⟦单位⟧集中安排的医疗保险缴费经费。", 1), ("省级财政部门、各级财政部门，财政供养单位3个，财政单位编码203001。", 0),
      ("上级部门、附属部门、附属医院，行政部门职责，事业部门经理。", 0),
    ])
  func turnedNames(_ text: String, count: Int) {
    let found = alarms(text.filter { !"⟦⟧".contains($0) }, title: Self.budget, rule: "department-or-unit")
    #expect(found.count == count, "\(found)")
  }

  @Test("columns of one year beside each other are those of revenue and expenditure")
  func sides() {
    let head = "收入\t\t支出\t\n项目\t2025年预算数\t项目（按功能分类）\t2025年预算数\n"
    let rows = "一、财政拨款收入\t3.00\t一、教育支出\t3.00\n收入总计\t3.00\t支出总计\t3.00\n"
    #expect(alarms("部门收支总表\n单位：万元\n\(head)\(rows)", title: Self.budget) == [])
  }

  @Test(
    "the title says which year is meant, whatever a heading or the place it is published in names",
    arguments: [
      "部门预决算公开专栏\n首页 > 政务公开 > 部门预决算公开\n青禾县林业局2025年部门预算公开\n（三）国有资产占有使用情况\n截至2024年12月31日，",
      "青禾县林业局2025年部门预算公开\n三、2024年部门决算情况\n（三）国有资产占有使用情况\n截至2024年12月31日，",
      "青禾县林业局2024年度部门决算公开\n（四）预算绩效管理情况\n（五）机关运行经费预算执行情况\n截至2024年12月31日，",
    ])
  func kind(_ opening: String) {
    let text = SourceText(Array("\(opening)共有车辆7辆，其中：特种专业技术用车6辆，其他用车1辆。\n".utf8))
    #expect(Linter().lint(text).findings.filter(\.severity.isAlarm).map(\.rule) == [])
    let wrong = SourceText(Array("\(opening.replacing("2024年12", with: "2023年12"))共有车辆7辆。\n".utf8))
    #expect(Linter().lint(wrong).findings.filter(\.severity.isAlarm).map(\.rule) == ["wrong-year"])
  }
}
