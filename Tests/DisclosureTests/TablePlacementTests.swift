import Disclosure
import DisclosureSyntax
import DisclosureText
import Testing

/// Amounts of rows whose blank cells have vanished, and the columns they are read to stand in.
@Suite("Placed rows")
struct TablePlacementTests {
  /// The columns of the amounts of every row, -1 where one is not certain, under the row's code
  /// or, where it has none, under 0.
  static func columns(_ text: String) -> [Int64: [Int]] {
    let model = DisclosureDocument(SourceText(Array(text.utf8))).tables
    var result: [Int64: [Int]] = [:]
    for entry in model.tables.flatMap(\.entries) where !entry.cells.isEmpty {
      result[entry.row.code?.value ?? 0] = entry.cells.map { model.cells[$0].column ?? -1 }
    }
    return result
  }

  @Test("stand where each column adds to its total, level by level")
  func settled() {
    let columns = Self.columns(
      """
      某馆2024年度部门预算公开
      2024年部门支出总体情况表
      单位：万元
      科目编码 科目名称 合计 基本支出 项目支出
      合计 111.98 104.96 7.02
      201 一般公共服务支出 15.79 15.79
      20105 统计信息事务 15.79 15.79
      2010507 专项普查活动 15.79 15.79
      210 卫生健康支出 34.24 27.22 7.02
      21011 行政事业单位医疗 27.22 27.22
      2101103 公务员医疗补助 27.22 27.22
      21015 医疗保障管理事务 7.02 7.02
      2101502 一般行政管理事务 7.02 7.02
      221 住房保障支出 61.95 61.95
      22102 住房改革支出 61.95 61.95
      2210201 住房公积金 61.95 61.95
      """)
    #expect(columns[201] == [0, 1] && columns[20105] == [0, 1] && columns[2_010_507] == [0, 1])
    #expect(columns[21011] == [0, 1] && columns[2_101_103] == [0, 1])
    #expect(columns[21015] == [0, 2] && columns[2_101_502] == [0, 2])
    #expect(columns[22102] == [0, 1])
  }

  @Test("take the columns of their amounts, wherever zeros of other columns are printed")
  func printedZeros() {
    let columns = Self.columns(
      """
      某馆2024年度部门决算公开
      支出决算表
      单位：万元
      科目编码 科目名称 本年支出合计 基本支出 项目支出 上缴上级支出 经营支出
      合计 49.94 34.39 15.55 0
      212 城乡社区支出 15.55 15.55 0
      21208 国有土地使用权出让收入安排的支出 15.55 0 15.55 0
      2120803 城市建设支出 15.55 15.55 0
      221 住房保障支出 34.39 34.39 0 0 0
      22102 住房改革支出 34.39 34.39 0 0 0
      2210201 住房公积金 34.39 34.39 0
      """)
    #expect(columns[0] == [0, 1, 2, -1])
    #expect(columns[212] == [0, 2, -1] && columns[21208] == [0, -1, 2, -1] && columns[2_120_803] == [0, 2, -1])
    #expect(columns[221]?.prefix(2) == [0, 1] && columns[2_210_201]?.prefix(2) == [0, 1])
  }

  @Test("the money of a form has other columns than the weights and scores of its indicators")
  func form() {
    let model = DisclosureDocument(
      SourceText(
        Array(
          """
          某馆2024年度部门决算公开
          部门整体绩效自评表
          部门整体支出情况 年初预算数 全年预算数 全年执行数 分值 执行率 得分
          栏次 1 2 3 4 5 6
          部门预算总额（万元） 284.76 363.78 315.94 10 86.85 8.69
          资金来源：（1）政府预算资金 269.45 351.63 305.63 - 86.92 -
          （2）财政专户管理资金 0 0 0 - -
          （3）单位资金 15.31 12.15 10.31 - 84.88 -
          一级
          指标
          三级指标
          年度指
          标值
          实际完成值 分值 得分
          投入管理指标 预算编制完整性 完整 完整 10 9
          投入管理指标 预算执行率 ≥90% 93.2% 5 5
          产出指标 重点任务完成度 ≥95% 100% 75 71.31
          总分 100 93.00
          """.utf8))
    ).tables
    #expect(model.tables.count == 2)
    let rows = model.tables.map { table in table.entries.map { $0.cells.map { model.cells[$0].column ?? -1 } } }
    #expect(rows[0][0] == [0, 1, 2, 3, 4, 5])
    #expect(rows[0][3].prefix(3) == [0, 1, 2])
    #expect(rows[1].prefix(4).allSatisfy { $0 == [0, 1] })
  }

  @Test("a part that is blank in some rows is none of the sums, wherever it stands")
  func memo() {
    let columns = Self.columns(
      """
      某馆2024年度部门预算公开
      2024年部门支出经济分类汇总表
      单位：万元
      科目编码 科目名称 总计 一般公共预算 政府性基金
      小计 其中：财政拨款
      合计 24.43 22.43 19.32 2.00
      30101 基本工资 18.33 18.33 18.33
      30201 办公费 3.11 3.11
      30202 印刷费 0.99 0.99 0.99
      30216 培训费 2.00 2.00
      """)
    #expect(columns[0] == [0, 1, 2, 3])
    #expect(columns[30101] == [0, 1, 2] && columns[30202] == [0, 1, 2])
    #expect(columns[30201] == [0, 1] && columns[30216] == [0, 3])
  }

  @Test("stay open where two of them may change places")
  func open() {
    let columns = Self.columns(
      """
      某馆2024年度部门预算公开
      2024年部门支出总体情况表
      单位：万元
      科目编码 科目名称 合计 基本支出 项目支出
      合计 40.00 25.00 15.00
      201 一般公共服务支出 15.00 15.00
      208 社会保障和就业支出 15.00 15.00
      221 住房保障支出 10.00 10.00
      """)
    #expect(columns[0] == [0, 1, 2])
    #expect(columns[201] == [0, -1] && columns[208] == [0, -1])
    #expect(columns[221] == [0, 1])
  }

  @Test("know what changed between two columns, and at what rate")
  func changes() {
    let columns = Self.columns(
      """
      某馆2024年度部门预算公开
      2024年一般公共预算支出表
      单位：万元
      科目编码 科目名称 2023年执行数 2024年预算数 2024年预算数比2023年执行数
      小计 基本支出 项目支出 增减额 增减%
      合计 62.47 77.83 61.61 16.22 15.36 24.59
      206 科学技术支出 16.03 16.03 16.03
      20607 科学技术普及 16.03 16.03 16.03
      208 社会保障和就业支出 20.65 18.55 18.55 -2.10 -10.17
      20805 行政事业单位养老支出 20.65 18.55 18.55 -2.10 -10.17
      213 农林水支出 16.22 16.22 16.22
      21301 农业农村 16.22 16.22 16.22
      221 住房保障支出 25.79 27.03 27.03 1.24 4.81
      22102 住房改革支出 25.79 27.03 27.03 1.24 4.81
      """)
    #expect(columns[206] == [0, 1, 2] && columns[20607] == [0, 1, 2])
    #expect(columns[20805] == [0, 1, 2, 4, 5])
    #expect(columns[213] == [1, 3, 4] && columns[21301] == [1, 3, 4])
    #expect(columns[22102] == [0, 1, 2, 4, 5])
  }

  @Test("are read where the only amounts of a row are ones")
  func ones() {
    let columns = Self.columns(
      """
      某馆2024年度部门预算公开
      2024年部门支出总体情况表
      单位：万元
      科目编码 科目名称 合计 基本支出 项目支出
      201 一般公共服务支出 15.79 10.79 5.00
      2010501 行政运行 15.79 10.79 5.00
      223 国有资本经营预算支
      出 1 1
      合计 16.79 10.79 6.00
      """)
    #expect(columns[223] == [0, 2])
  }
}
