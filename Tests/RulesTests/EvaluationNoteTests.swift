import DisclosureText
import Lint
import Rules
import Testing

/// Forms of self-evaluation that say themselves how their scores are given, and numbers of two kinds of things.
@Suite("Rules that a form states")
struct EvaluationNoteTests {
  private func alarms(_ text: String) -> [String] {
    Linter().lint(SourceText(Array("某馆2024年度部门决算公开\n\(text)\n".utf8))).findings.filter { $0.severity.isAlarm }
      .map(\.rule)
  }

  private func form(_ note: String) -> String {
    """
    项目支出绩效自评表
    项目资金（万元） 年初预算数 全年预算数 全年执行数 分值 执行率 得分
    年度资金总额 300.00 300.00 252.00 10 84.00% 7.4
    三级指标 年度指标值 实际完成值 分值 得分
    展览场次 ≥6场 6场 40 40
    观众人次 ≥8万人次 8万人次 30 30
    观众满意度 ≥90% 96% 20 20
    总分 100 97.4
    \(note)
    """
  }

  @Test("a score is the weight times the rate unless a note says otherwise")
  func note() {
    #expect(!alarms(form("")).isEmpty)
    #expect(alarms(form("注：预算执行率达到90%及以上的得满分，每低5个百分点扣1.3分。")).isEmpty)
    // The head of a column is no rule.
    #expect(!alarms(form("").replacing("得分\n展览", with: "得分 扣分原因\n展览")).isEmpty)
    #expect(!alarms(form("注：得分一档最高不能超过该指标分值上限。")).isEmpty)
  }

  @Test("two kinds that leave nothing out make the whole")
  func counts() {
    let right = "八、其他重要事项\n2024年纳入绩效评价的项目5个，其中本级项目2个、下属单位项目3个。"
    #expect(alarms(right).isEmpty)
    #expect(alarms(right.replacing("项目5个", with: "项目6个")) == ["wrong-count"])
  }
}
