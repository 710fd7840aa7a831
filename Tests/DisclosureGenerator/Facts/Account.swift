/// One item of the functional classification of expenditure, with the class and the section
/// it belongs to.
package struct Account: Hashable, Sendable {
  /// The seven digits of the item: three of the class, two of the section, two of its own.
  package let code: String
  /// The name of the class, 类.
  package let className: String
  /// The name of the section, 款.
  package let section: String
  /// The name of the item, 项.
  package let item: String

  /// The three digits of the class.
  var classCode: String { String(code.prefix(3)) }
  /// The five digits of the class and the section.
  var sectionCode: String { String(code.prefix(5)) }
}

extension Account {
  private static func list(_ code: String, _ className: String, _ sections: [(String, String, [(String, String)])])
    -> [Account]
  {
    sections.flatMap { section, name, items in
      items.map { Account(code: code + section + $0.0, className: className, section: name, item: $0.1) }
    }
  }

  /// The items that the generated departments spend on, by code.
  static let all: [Account] =
    list(
      "201", "一般公共服务支出",
      [
        ("03", "政府办公厅（室）及相关机构事务", [("01", "行政运行"), ("02", "一般行政管理事务"), ("50", "事业运行")]),
        ("05", "统计信息事务", [("07", "专项普查活动")]),
      ])
    + list("205", "教育支出", [("08", "进修及培训", [("03", "培训支出")])])
    + list("206", "科学技术支出", [("07", "科学技术普及", [("02", "科普活动")])])
    + list(
      "208", "社会保障和就业支出",
      [
        (
          "05", "行政事业单位养老支出",
          [
            ("01", "行政单位离退休"), ("05", "机关事业单位基本养老保险缴费支出"), ("06", "机关事业单位职业年金缴费支出"),
          ]
        ),
        ("07", "就业补助", [("05", "公益性岗位补贴")]),
      ])
    + list(
      "210", "卫生健康支出",
      [
        ("11", "行政事业单位医疗", [("01", "行政单位医疗"), ("02", "事业单位医疗"), ("03", "公务员医疗补助")]),
        ("15", "医疗保障管理事务", [("01", "行政运行"), ("02", "一般行政管理事务")]),
      ])
    + list("212", "城乡社区支出", [("05", "城乡社区环境卫生", [("01", "城乡社区环境卫生")])])
    + list("213", "农林水支出", [("01", "农业农村", [("01", "行政运行"), ("22", "农业生产发展")])])
    + list("221", "住房保障支出", [("02", "住房改革支出", [("01", "住房公积金"), ("03", "购房补贴")])])

  /// What the funds other than the general public budget are spent on.
  static let governmentFund =
    list("212", "城乡社区支出", [("08", "国有土地使用权出让收入安排的支出", [("01", "征地和拆迁补偿支出"), ("03", "城市建设支出")])])
    + list("229", "其他支出", [("60", "彩票公益金安排的支出", [("02", "用于社会福利的彩票公益金支出")])])
  static let stateCapital = Account(
    code: "2230105", className: "国有资本经营预算支出", section: "解决历史遗留问题及改革成本支出", item: "国有企业退休人员社会化管理补助支出")

  /// Names of the economic classification for the lists of 主要包括.
  static let personnelNames = ["基本工资", "津贴补贴", "奖金", "绩效工资", "职业年金缴费", "其他社会保障缴费", "住房公积金"]
  static let operatingNames = ["办公费", "印刷费", "邮电费", "差旅费", "维修（护）费", "会议费", "工会经费", "福利费"]
}
