/// What is known about a table that stands in a generated disclosure.
package struct PrintedTable: Sendable {
  /// The standard tables of departmental budgets and final accounts.
  package enum Kind: String, Sendable, CaseIterable {
    /// 部门收支总表.
    case totals
    /// 部门收入总表.
    case revenue
    /// 部门支出总表.
    case expenditure
    /// 财政拨款收支总表.
    case appropriation
    /// 一般公共预算支出表.
    case generalBudget
    /// 一般公共预算基本支出表, by economic classification.
    case basicExpenditure
    /// 支出经济分类汇总表.
    case economicSummary
    /// “三公”经费表.
    case threePublic
    /// 政府性基金预算支出表.
    case governmentFund
    /// 国有资本经营预算支出表.
    case stateCapital
    /// 项目支出表.
    case projects
    /// 机构运行经费表.
    case agency
    /// 政府采购预算表.
    case procurement
    /// 部门整体绩效目标表.
    case wholeTargets
    /// 项目绩效目标表.
    case projectTargets
    /// 部门整体绩效自评表.
    case wholeEvaluation
    /// 项目绩效自评表.
    case projectEvaluation
  }

  /// The tables that score what was done.
  package static let evaluations: [Kind] = [.wholeEvaluation, .projectEvaluation]
  /// The tables of money.
  package static let accounts = Kind.allCases.filter { !evaluations.contains($0) }

  /// A printed amount, rate or score in its true place.
  package struct Cell: Sendable {
    /// The index of the figure among those of the document.
    package let figure: Int
    /// The code that stands at the head of the row, empty where none does.
    package let code: String
    /// The words at the head of the row as they are without line breaks, before any are cut off.
    package let label: String
    /// The names over the column, the widest first.
    package let column: [String]
    /// The ordinal of the column in its table, from the left.
    package let columnIndex: Int
    /// The ordinal of the row in its table, from the top, header not counted.
    package let row: Int
    /// Which of the lists it stands in, from the left, where several stand side by side.
    package let list: Int
    /// Whether the row is the table's total.
    package let isTotal: Bool
  }

  /// What the table is.
  package let kind: Kind
  /// The title above it.
  package let title: String
  /// The unit of its amounts, 万元 or 元.
  package let unit: String
  /// The names over each column.
  package let columns: [[String]]
  /// Its figures in the order of the rows.
  package internal(set) var cells: [Cell] = []
  /// The bytes it stands in, from its first caption to its last note.
  package internal(set) var range = 0..<0
}
