/// One item of the economic classification of a department, with the item of the
/// government's classification that it is reported under.
package struct EconomicAccount: Hashable, Sendable {
  /// The five digits: three of the class, two of the item.
  package let code: String
  /// The name of the item.
  package let name: String
  /// The five digits of the government's item.
  package let governmentCode: String
  /// The name of the government's item.
  package let governmentName: String

  /// The three digits of the class.
  var classCode: String { String(code.prefix(3)) }
  /// Whether it is paid to persons, 人员经费, and not for operating, 公用经费.
  var isPersonnel: Bool { classCode == "301" || classCode == "303" }
}

extension EconomicAccount {
  /// The names of the classes, by code.
  static let classes = [
    ("301", "工资福利支出"), ("302", "商品和服务支出"), ("303", "对个人和家庭的补助"), ("310", "资本性支出"),
  ]

  private static func list(_ government: (code: String, name: String), _ items: [(String, String)])
    -> [EconomicAccount]
  {
    items.map {
      EconomicAccount(code: $0.0, name: $0.1, governmentCode: government.code, governmentName: government.name)
    }
  }

  /// The items that the generated departments spend on, by code. Those of the three public
  /// expenses are not among them: they are facts of their own.
  static let all =
    (list(("50101", "工资奖金津补贴"), [("30101", "基本工资"), ("30102", "津贴补贴"), ("30103", "奖金")])
    + list(("50501", "工资福利支出"), [("30107", "绩效工资")])
    + list(
      ("50102", "社会保障缴费"),
      [
        ("30108", "机关事业单位基本养老保险缴费"), ("30109", "职业年金缴费"), ("30110", "职工基本医疗保险缴费"),
        ("30111", "公务员医疗补助缴费"), ("30112", "其他社会保障缴费"),
      ])
    + list(("50103", "住房公积金"), [("30113", "住房公积金")])
    + list(("50199", "其他工资福利支出"), [("30199", "其他工资福利支出")])
    + list(
      ("50201", "办公经费"),
      [
        ("30201", "办公费"), ("30202", "印刷费"), ("30205", "水费"), ("30206", "电费"), ("30207", "邮电费"),
        ("30211", "差旅费"), ("30228", "工会经费"), ("30229", "福利费"), ("30239", "其他交通费用"),
      ])
    + list(("50209", "维修（护）费"), [("30213", "维修（护）费")])
    + list(("50202", "会议费"), [("30215", "会议费")]) + list(("50203", "培训费"), [("30216", "培训费")])
    + list(("50205", "委托业务费"), [("30226", "劳务费"), ("30227", "委托业务费")])
    + list(("50299", "其他商品和服务支出"), [("30299", "其他商品和服务支出")])
    + list(("50905", "离退休费"), [("30301", "离休费"), ("30302", "退休费")])
    + list(("50901", "社会福利和救助"), [("30304", "抚恤金"), ("30305", "生活补助"), ("30307", "医疗费补助"), ("30309", "奖励金")])
    + list(("50306", "设备购置"), [("31002", "办公设备购置"), ("31003", "专用设备购置")])).sorted { $0.code < $1.code }

  /// The item of `code`, which must be among `all`.
  static func of(_ code: String) -> EconomicAccount { all.first { $0.code == code } ?? all[0] }

  /// What the social insurance and housing accounts pay for, by functional code.
  static let fixed = [
    "2080501": "30302", "2080505": "30108", "2080506": "30109", "2101101": "30110", "2101102": "30110",
    "2101103": "30111", "2210201": "30113", "2210203": "30102",
  ]
}
