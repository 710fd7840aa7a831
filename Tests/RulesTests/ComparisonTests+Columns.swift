import Disclosure
import Foundation
import Rules
import Testing

/// Columns of tables that show figures of the other document.
extension ComparisonTests {
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
}
