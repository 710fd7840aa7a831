/// The words that a statement is made of.
///
/// Several words may be one term: 增加, 增长 and 上升 all say that a figure rose. The order
/// matters: funds, bases, measures and general measures are ranges of it. Measures that no code
/// names tell amounts apart all the same.
@usableFromInline package enum Term: UInt8, Hashable, Sendable {
  // Direction
  case increase
  case decrease
  /// 持平, 无差异: no change.
  case unchanged
  /// 增加（减少）: a choice the template left to the writer.
  case undecided
  case greater
  case less
  /// 等于.
  case equal

  // Relations
  case share
  case completion
  /// 执行率: actual over full-year budget.
  case executionRate
  /// 预决算差异率: how far the final figure is from the budget.
  case differenceRate
  /// 其中.
  case amongThem
  /// 以下方面, 主要内容如下.
  case following
  /// …中，
  case within
  /// 包括, 包含.
  case including
  /// 与, 比, 较, 同 before what is compared with.
  case comparedWith
  /// 相比.
  case comparison
  /// 各.
  case each
  /// 分别.
  case respectively

  // Reason and purpose
  case reason
  case purpose
  /// 是指, 指, 反映: a definition.
  case definition

  // Bases and roles
  case initialBudget
  case fullYearBudget
  case adjustedBudget
  /// 预算, 预算数.
  case budget
  /// 预算执行数.
  case execution
  /// 预算安排.
  case allocation
  /// 决算, 支出决算, 决算数.
  case final
  /// 无, 没有, 未安排.
  case none
  /// 单价, 单位价值: what follows is a threshold.
  case unitPrice

  // Funds
  case appropriation
  case generalBudget
  case governmentFund
  case stateCapital
  case specialAccount

  // Measures
  case revenueExpenditureGrandTotal
  case revenueGrandTotal
  case expenditureGrandTotal
  case revenueExpenditure
  case revenue
  case expenditure
  case basicExpenditure
  case projectExpenditure
  case personnelFunds
  case operatingFunds
  case businessRevenue
  case operatingRevenue
  case superiorSubsidy
  case affiliatedTurnover
  case otherRevenue
  case carryOver
  case carryForward
  case unitFunds
  case turnoverToSuperior
  case operatingExpenditure
  case subsidyToAffiliated
  case threePublic
  case abroad
  case vehicles
  case vehiclePurchase
  case vehicleOperation
  case reception
  case conference
  case training
  case agencyOperation
  case procurement
  case goods
  case works
  case services
  case smallAndMediumEnterprises
  case smallEnterprises
  case fixedAssets
  case performance

  /// A name that contains the name of a measure without being it: 商品和服务支出.
  case namedItem

  // Small words
  /// 为, 均为, 共, 合计, 约 …: stands before an amount and says nothing of it.
  case filler
  /// 至, 到: the amount behind a direction word is where it arrived.
  case to
  /// 的.
  case of
  /// 截至, 期末, 年末.
  case asOf
}
