import DisclosureText

/// Numbers that are no amounts of a measure: differences whose words say more or less than a direction, and names.
extension StatementParser {
  /// Whether the word at `index` says again what moved, right behind the direction and the comparison:
  /// `“三公”经费支出 75 万元，比上年减少支出 25 万元`.
  ///
  /// `增加支出 25 万元` behind no amount, or behind one of the other side, is an amount of its own.
  mutating func namesSide(_ index: Int) -> Bool {
    guard index > segment, index - 1 == referenceTokens?.upperBound, case .term(let side) = tokens[index].kind,
      side == .revenue || side == .expenditure, tokens[index].range.count == 2,
      tokens[index - 1].kind == .term(.increase) || tokens[index - 1].kind == .term(.decrease),
      let last = statements.last, last.role == .level || last.role == .share || last.role == .completion,
      last.sentence == sentence,
      let level = statements.last(where: { $0.role == .level })?.subject.measure
    else { return false }
    return side == (level.isRevenue ? .revenue : .expenditure)
  }

  /// Whether the number stands in quotes as a name does: `“9.16”泥石流灾害`, `“5·12”地震`, `“120”指挥中心`.
  mutating func isInName(_ numeral: Numeral) -> Bool {
    guard numeral.unit == .none, at > 0 else { return false }
    let before = tokens[max(0, at - 3)..<at].last { $0.kind == .quote }
    let behind = tokens[(at + 1)...].prefix(3).first { $0.kind == .quote }
    guard let before, let behind, behind.range.lowerBound - before.range.lowerBound <= 8 else { return false }
    return units[before.range.lowerBound] == 0x201C && units[behind.range.lowerBound] == 0x201D
  }

  /// Whether the amount is by how much a completed budget was missed: `完成年初预算的 111.11%，超出 10 万元`.
  var isMarginOfCompletion: Bool {
    mutating get {
      guard segment < at, let last = statements.last, last.role == .completion, last.sentence == sentence,
        last.clause + 1 == clause
      else { return false }
      let words = units[tokens[segment].range.lowerBound..<tokens[at].range.lowerBound]
      return Self.margins.contains { words.starts(with: $0) } && words.count <= 6
    }
  }

  /// Whether nothing but the comparison stands before the amount, so that it can only be a difference whose direction
  /// was forgotten: `与 2021 年相比 21.79 万元，增加 14.01%`.
  mutating func lacksDirection(_ subject: Subject) -> Bool {
    guard let referenceTokens, referenceTokens.upperBound == at, subject.isEmpty,
      case .term(.comparison) = tokens[at - 1].kind, let reference, !reference.isPlan
    else { return false }
    return true
  }

  private static let margins = ["超出", "超支", "超过", "超额", "超收", "短收", "结余", "节余", "剩余", "节支", "差额", "未支出", "未完成"].map {
    Array($0.utf16)
  }
}

extension Term {
  /// Whether the term names revenue or a source of it.
  fileprivate var isRevenue: Bool {
    switch self {
    case .revenue, .revenueGrandTotal, .businessRevenue, .operatingRevenue, .superiorSubsidy, .affiliatedTurnover,
      .otherRevenue, .unitFunds:
      true
    default: false
    }
  }
}
