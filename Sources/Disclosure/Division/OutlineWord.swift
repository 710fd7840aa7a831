/// The words by which the outline of a disclosure is known.
enum OutlineWord {
  static let firstPart = Array("第一部分".utf8)
  static let secondPart = Array("第二部分".utf8)
  static let thirdPart = Array("第三部分".utf8)
  static let firstSection = Array("一、".utf8)
  static let secondSection = Array("二、".utf8)
  static let overview = Array("概况".utf8)
  static let situation = Array("基本情况".utf8)
  /// What the first entry of its contents is about.
  static let openings = ["第一部分", "职能", "职责", "概况", "基本情况"].map { Array($0.utf8) }
  static let budget = Array("预算".utf8)
  static let final = Array("决算".utf8)
  static let tables = Array("表".utf8)
  static let about = Array("关于".utf8)
  /// What the name of a department or unit ends with.
  static let bodies = [
    "局", "委", "办", "厅", "院", "校", "馆", "站", "会", "府", "处", "所", "队", "部", "署", "社", "团", "园", "场", "庭", "室", "中心",
    "司", "台",
  ].map { Array($0.utf8) }
  static let publication = Array("公开".utf8)
  /// What stands in the title of a report, but not in that of a disclosure.
  static let reports = ["绩效", "评价", "自评", "报告", "项目"].map { Array($0.utf8) }
  /// The characters of 目录, which often stand apart.
  static let list = Array("目".utf8)
  static let entries = Array("录".utf8)
  static let note = Array("注".utf8)
  /// What a title without a name begins with.
  static let years = ["年", "度"].map { Array($0.utf8) }
  static let kinds = ["部门", "单位", "预算", "决算"].map { Array($0.utf8) }
}
