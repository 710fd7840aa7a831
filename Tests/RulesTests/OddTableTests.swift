import Testing

/// Tables in units, with cells and with columns that few others have.
@Suite("Odd tables")
struct OddTableTests {
  @Test("raise no alarm where they are right, and one where a digit is wrong", arguments: samples)
  func judged(_ sample: SlippedText) throws { try sample.judge() }

  private static let samples = [
    SlippedText(
      testDescription: "amounts in thousands of yuan",
      text: """
        青禾县司法局2024年部门预算公开
        单位：千元
        一般公共预算支出表
        科目编码 科目名称 合计 基本支出 项目支出
        合计 9,450 7,450 2,000
        204 公共安全支出 8,800 6,800 2,000
        208 社会保障和就业支出 650 650
        2024年一般公共预算支出945.00万元，其中：公共安全支出880.00万元，社会保障和就业支出65.00万元。机关运行经费1200千元，与上年持平。
        """,
      slips: [("支出945.00万元", "支出954.00万元")]),
    SlippedText(
      testDescription: "line ends within cells",
      text: """
        青禾县司法局2024年部门预算公开
        一般公共预算基本支出表
        单位：万元
        部门经济科目编码\t部门经济科目名称\t政府经济科目编码\t政府经济科目名称\t金额
        \t合计\t\t\t520.86
        301\t工资福利支出\t\t\t400.86
        30101\t基本工资\t50101\t工资奖金津补贴\t150.00
        30102\t津贴补贴\t50101\t工资奖金津补贴\t30.00
        30113\t住房公积金\t50103\t住房公积金\t0.00
        30199\t其他工资
        福利支出\t50199\t其他工资福利支出\t220.86
        302\t商品和服务支出\t\t\t70.00
        30201\t办公费\t50201\t办公经费\t40.00
        30211\t差旅费\t50201\t办公经费\t30.00
        303\t对个人和家庭的补助\t\t\t50.00
        30302\t退休费\t50905\t离退休费\t42.50
        30399\t其他对个人
        和家庭的补助\t50999\t其他对个人
        和家庭补助\t7.50
        """,
      slips: [("补贴\t150.00", "补贴\t105.00"), ("和家庭补助\t7.50", "和家庭补助\t1.50")]),
  ]
}
