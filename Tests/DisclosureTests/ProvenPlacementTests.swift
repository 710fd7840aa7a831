import Disclosure
import DisclosureSyntax
import DisclosureText
import Testing

/// Rows that only the sums of many others place.
@Suite("Rows that sums place")
struct ProvenPlacementTests {
  @Test("are ruled out by sums only where all their sums were looked at")
  func manyRows() {
    let columns = TablePlacementTests.columns(
      """
      某馆2024年度部门预算公开
      一般公共预算基本支出表
      单位：万元
      科目编码 科目名称 合计 人员经费 公用经费
      合计 944.18 811.99 132.19
      301 工资福利支出 747.04 747.04
      30101 基本工资 93.44 93.44
      30102 津贴补贴 115.57 115.57
      30103 奖金 95.10 95.10
      30107 绩效工资 116.20 116.20
      30108 养老保险缴费 75.56 75.56
      30109 职业年金缴费 12.33 12.33
      30110 职工基本医疗保险缴费 60.99 60.99
      30112 其他社会保障缴费 42.39 42.39
      30113 住房公积金 110.01 110.01
      30199 其他工资福利支出 25.45 25.45
      302 商品和服务支出 132.19 132.19
      30201 办公费 18.89 18.89
      30202 印刷费 1.83 1.83
      30205 水费 10.87 10.87
      30206 电费 5.20 5.20
      30207 邮电费 12.03 12.03
      30211 差旅费 14.33 14.33
      30213 维修（护）费 5.88 5.88
      30216 培训费 5.22 5.22
      30217 公务接待费 8.25 8.25
      30226 劳务费 13.24 13.24
      30228 工会经费 9.47 9.47
      30231 公务用车运行维护费 20.36 20.36
      30239 其他交通费用 4.99 4.99
      30299 其他商品和服务支出 1.63 1.63
      303 对个人和家庭的补助 64.95 64.95
      30302 退休费 49.91 49.91
      30305 生活补助 6.46 6.46
      30307 医疗费补助 8.58 8.58
      """)
    #expect(columns[30201] == [0, 2] && columns[30202] == [0, 2] && columns[30299] == [0, 2])
    #expect(columns[30302] == [0, 1] && columns[30101] == [0, 1])
  }

  @Test("are put together of cells on a line each where their sums prove them")
  func cellsOnLines() {
    let rows = [
      "合计 1462.47 1257.72 204.75", "205 教育支出 957.47 857.72 99.75", "20502 普通教育 957.47 857.72 99.75",
      "2050202 小学教育 400.10 400.10", "2050203 初中教育 557.37 457.62 99.75", "208 社会保障和就业支出 505.00 400.00 105.00",
      "20805 行政事业单位养老支出 400.00 400.00", "20899 其他社会保障和就业支出 105.00 105.00",
    ]
    let cells = rows.joined(separator: " ").split(separator: " ").joined(separator: "\n")
    let columns = TablePlacementTests.columns("某馆2024年度部门预算公开\n部门支出总表\n单位：万元\n科目编码\n科目名称\n合计\n基本支出\n项目支出\n\(cells)\n")
    #expect(columns[205] == [0, 1, 2] && columns[2_050_203] == [0, 1, 2])
    #expect(columns[2_050_202] == [0, 1] && columns[20899] == [0, 2])
    let mixed = cells.replacing("857.72", with: "758.72").replacing("400.00", with: "500.00").replacing(
      "557.37", with: "1.1")
    #expect(TablePlacementTests.columns("某馆2024年度部门预算公开\n部门支出总表\n单位：万元\n科目编码\n\(mixed)\n").isEmpty)
  }

  @Test("are read where whole amounts look like codes of accounts")
  func codes() {
    let columns = TablePlacementTests.columns(
      """
      某馆2024年度部门预算公开
      2024年部门支出总体情况表
      单位：万元
      科目编码 科目名称 合计 基本支出 项目支出
      合计 1797 946 851
      208 社会保障和就业支出 327 148 179
      20805 行政事业单位养老支出 148 148 0
      20899 其他社会保障和就业支出 179 0 179
      212 城乡社区支出 1252 798 454
      21201 城乡社区管理事务 1031 798 233
      21208 国有土地使用权出让收入安排的支出 221 0 221
      229 其他支出 218 0 218
      22960 彩票公益金安排的支出 218 0 218
      """)
    #expect(columns[229] == [0, 1, 2] && columns[22960] == [0, 1, 2])
    #expect(columns[21208] == [0, 1, 2] && columns[20805] == [0, 1, 2])
  }
}
