import DisclosureText
import Lint
import Rules
import Testing

/// Tables are told apart by their titles, however these are numbered and whatever stands around them.
@Suite("Titles of tables, and contents that name the department")
struct TableTitleTests {
  private func alarms(_ text: String) -> [Finding] {
    Linter().lint(SourceText(text)).findings.filter(\.severity.isAlarm)
  }

  /// The title of table `number`, 1, 2 or 3, in many manners.
  private static let titles: [@Sendable (Int, String) -> String] = [
    { "\($1)（2031年度）" }, { "\($1)（青禾县林业局）" }, { "附表\($0) \($1)" }, { "附表\($0)：\($1)" },
    { "附表1-\($0) \($1)" }, { "《\($1)》" }, { "\($0).\($1)" }, { "\($0).\($1)\n公开0\($0)表" },
    { "\(["一", "二", "三"][$0 - 1])、\($1)\n公开0\($0)表" }, { "（\(["一", "二", "三"][$0 - 1])）\($1)\n公开0\($0)表" },
    { "\($1)（按科目分类）" }, { "Z0\($0)\n\($1)" }, { "附表\($0)\n\($1)" }, { "\($1)\n表\($0)" },
  ]

  private static func disclosure(_ title: (Int, String) -> String, reception: String = "2.40") -> String {
    """
    青禾县林业局2031年部门预算公开

    \(title(1, "部门支出总表"))
    部门：青禾县林业局  单位：万元
    科目编码  科目名称  合计  基本支出  项目支出
    213  农林水支出  86.20  66.20  20.00
    21302  林业和草原  86.20  66.20  20.00
    2130201  行政运行  66.20  66.20  0.00
    2130207  森林资源管理  20.00  0.00  20.00
    合计  86.20  66.20  20.00
    \(title(2, "一般公共预算基本支出表"))
    部门：青禾县林业局  单位：万元
    科目编码  科目名称  合计  人员经费  公用经费
    301  工资福利支出  50.00  50.00  0.00
    30101  基本工资  50.00  50.00  0.00
    302  商品和服务支出  16.20  0.00  16.20
    30201  办公费  16.20  0.00  16.20
    合计  66.20  50.00  16.20
    \(title(3, "一般公共预算“三公”经费支出表"))
    部门：青禾县林业局  单位：万元
    项目  2030年预算数  2031年预算数
    合计  6.30  5.40
    1.因公出国（境）费用  0.00  0.00
    2.公务接待费  3.30  \(reception)
    3.公务用车费  3.00  3.00
    其中：（1）公务用车运行维护费  3.00  3.00
    （2）公务用车购置  0.00  0.00
    """
  }

  @Test("each title begins a table of its own kind", arguments: titles.indices)
  func kinds(_ form: Int) {
    let right = alarms(Self.disclosure(Self.titles[form]))
    #expect(right.isEmpty, "\(right)")
    let wrong = alarms(Self.disclosure(Self.titles[form], reception: "2.70"))
    #expect(wrong.map(\.rule) == ["column-sum"], "\(wrong)")
  }

  private static func contents(listed: String, mark: String = " ", inText: String) -> String {
    """
    青禾县林业局2031年部门预算公开

    目录

    第一部分\(mark)\(listed)
    一、主要职责
    二、机构设置
    第二部分\(mark)部门预算情况说明
    第三部分\(mark)名词解释

    第一部分 \(inText)

    一、主要职责

    负责全县林业工作。

    二、机构设置

    内设股室4个。

    第二部分 部门预算情况说明

    收入总计86.20万元，支出总计86.20万元。

    第三部分 名词解释

    一、基本支出：指保障机构运转的支出。
    """
  }

  @Test("a part may be named after the department in one place and not in the other")
  func ownName() {
    for (listed, inText) in [
      ("部门概况", "青禾县林业局概况"), ("青禾县林业局概况", "部门概况"), ("部门概况", "青禾县林业局2031年部门概况"),
    ] {
      let found = alarms(Self.contents(listed: listed, inText: inText))
      #expect(found.isEmpty, "\(listed) \(inText) \(found)")
    }
  }

  @Test("contents end where the first part begins, however its number is written")
  func colon() {
    let found = alarms(Self.contents(listed: "部门概况", mark: "：", inText: "部门概况"))
    #expect(found.isEmpty, "\(found)")
    let absent = alarms(
      Self.contents(listed: "部门概况", mark: "：", inText: "部门概况").replacing("\n\n第三部分 名词解释", with: ""))
    #expect(absent.map(\.rule) == ["contents-mismatch"], "\(absent)")
  }
}
