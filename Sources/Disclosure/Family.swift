import DisclosureSyntax

/// Measures that together make up a total, so that a list of them is known to be full.
enum Family: UInt8, Hashable {
  /// Sources of revenue.
  case sources
  /// 基本支出, 项目支出 and what else expenditure is made of.
  case nature
  /// 人员经费 and 公用经费.
  case basic
  /// The three public expenses.
  case threePublic
  /// Buying and running vehicles.
  case vehicles
  /// 货物, 工程, 服务.
  case procurement
  /// Expenditure by fund.
  case funds

  /// The family of what `subject` names, or nil.
  init?(_ subject: Subject) {
    guard let measure = subject.measure else {
      guard let fund = subject.fund else { return nil }
      self = fund == .specialAccount ? .sources : .funds
      return
    }
    switch measure {
    case .businessRevenue, .operatingRevenue, .superiorSubsidy, .affiliatedTurnover, .otherRevenue, .carryOver,
      .unitFunds:
      self = .sources
    case .revenue:
      guard subject.fund != nil else { return nil }
      self = .sources
    case .expenditure, .revenueExpenditure:
      guard let fund = subject.fund, fund != .appropriation else { return nil }
      self = .funds
    case .basicExpenditure, .projectExpenditure, .turnoverToSuperior, .operatingExpenditure, .subsidyToAffiliated,
      .carryForward:
      self = .nature
    case .personnelFunds, .operatingFunds: self = .basic
    case .abroad, .vehicles, .reception: self = .threePublic
    case .vehiclePurchase, .vehicleOperation: self = .vehicles
    case .goods, .works, .services: self = .procurement
    default: return nil
    }
  }

  /// The measures that the family makes up.
  var wholes: SmallSet<Term> {
    switch self {
    case .sources: [.revenue, .revenueGrandTotal, .revenueExpenditureGrandTotal]
    case .nature: [.expenditure, .expenditureGrandTotal, .revenueExpenditure, .revenueExpenditureGrandTotal]
    case .basic: [.basicExpenditure]
    case .threePublic: [.threePublic]
    case .vehicles: [.vehicles]
    case .procurement: [.procurement]
    case .funds:
      [
        .revenue, .expenditure, .revenueGrandTotal, .expenditureGrandTotal, .revenueExpenditure,
        .revenueExpenditureGrandTotal,
      ]
    }
  }

  /// 收入总计 = 本年收入 + 上年结转 + …, 支出总计 = 本年支出 + 结余分配 + 年末结转.
  private static func makeUpGrandTotal(_ subjects: [Subject], of head: Subject) -> Bool {
    let flow: Term
    let rest: SmallSet<Term>
    switch head.measure {
    case .revenueGrandTotal: (flow, rest) = (.revenue, [.carryOver])
    case .expenditureGrandTotal: (flow, rest) = (.expenditure, [.carryForward])
    case .revenueExpenditure, .revenueExpenditureGrandTotal: (flow, rest) = (.revenue, [.carryOver])
    default: return false
    }
    let flows = subjects.count { $0.measure == flow && ($0.fund == nil || $0.fund == head.fund) }
    let others = subjects.count { subject in subject.measure.map { rest.contains($0) } ?? false }
    return flows == 1 && others > 0 && flows + others == subjects.count
  }

  /// Whether no total of these ever has other parts.
  static func isClosed(_ subjects: [Subject]) -> Bool {
    let closed: SmallSet<Family> = [.nature, .basic, .threePublic, .vehicles, .procurement]
    return subjects.allSatisfy { Family($0).map { closed.contains($0) } ?? false }
  }

  /// Whether `subjects` are all there is of the total that `head` names.
  static func isFull(_ subjects: [Subject], of head: Subject) -> Bool {
    if makeUpGrandTotal(subjects, of: head) { return true }
    var (families, measures) = (SmallSet<Family>(), SmallSet<Term>())
    for subject in subjects {
      guard let family = Family(subject) else { return false }
      families.insert(family)
      if let measure = subject.measure { measures.insert(measure) }
    }
    // Whatever is paid from appropriations is paid from one of the three funds.
    if families == [.funds], subjects.count == 3,
      SmallSet(subjects.compactMap(\.fund)) == [.generalBudget, .governmentFund, .stateCapital]
    {
      return true
    }
    if families.isSubset(of: [.sources, .funds]) {
      // What was carried over is never all there is: 收入总计 90 万元（含使用非财政拨款结余 0 万元，年初结转和结余 5 万元）.
      guard subjects.count >= 2, subjects.contains(where: { $0.measure != .carryOver }) else { return false }
      switch head.measure {
      case .revenue, .revenueGrandTotal, .unitFunds: return families.contains(.sources) || subjects.count >= 3
      case .expenditure, .expenditureGrandTotal, .revenueExpenditure, .revenueExpenditureGrandTotal:
        return subjects.count >= 3 && families == [.funds]
      default: return false
      }
    }
    if head.measure == .threePublic, measures.isSuperset(of: [.abroad, .reception]), measures.count == subjects.count {
      return measures.contains(.vehicles)
        ? measures.count == 3 : measures.isSuperset(of: [.vehiclePurchase, .vehicleOperation]) && measures.count == 4
    }
    if families == [.basic, .nature], measures == [.personnelFunds, .operatingFunds, .projectExpenditure] {
      return subjects.count == 3 && head.measure.map { Family.nature.wholes.contains($0) } ?? true
    }
    guard families.count == 1, let family = Family(subjects[0]), let whole = head.measure, family.wholes.contains(whole)
    else { return false }
    switch family {
    case .nature: return measures.contains(.basicExpenditure) && measures.contains(.projectExpenditure)
    case .basic: return measures.count == 2
    case .threePublic: return measures.count == 3
    case .vehicles: return measures.count == 2
    case .procurement: return measures.count == 3
    default: return false
    }
  }
}
