/// The words that tell how a table is to be read.
@usableFromInline package enum HeadWords {
  package static let amongThem = Array("其中".utf16)
  package static let departmentEconomic = Array("部门预算支出经济分类".utf16)
  package static let functional = Array("功能".utf16)
  static let lineNumber = Array("行次".utf16)
  static let indicator = Array("指标".utf16)
  static let serial = Array("序号".utf16)
  static let item = Array("项目".utf16)
  /// With one of these behind it 项目 is the beginning of another word.
  static let itemFollowers = Array("名单类支编金分代概".utf16)
  static let revenue = Array("收入".utf16)
  static let expenditure = Array("支出".utf16)
  static let amount = Array("金额".utf16)
  package static let budget = Array("预算数".utf16)
  package static let final = Array("决算数".utf16)
  static let total = Array("合计".utf16)
  static let score = Array("得分".utf16)
  static let accountName = Array("科目名称".utf16)
}
