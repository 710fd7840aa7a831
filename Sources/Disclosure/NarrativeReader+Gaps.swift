import DisclosureSyntax

extension NarrativeReader {
  /// Takes how far apart the two amounts before it are: `支出 2.05 万元，年初预算为 2.95 万元，差值为 0.90 万元`. It is no
  /// amount that anything behind it is said of.
  mutating func takeGap(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    // What the statement says of itself comes first: a reader that is asked is copied.
    guard statement.subject.measure == nil, statement.subject.basis == nil, !statement.subject.isEmpty,
      index - 2 >= paragraphStart, unit(index).isMoney, case let words = words(of: index),
      let name = Self.gapNames.first(where: { $0.units.elementsEqual(words) })
    else { return false }
    let (one, other) = (index - 2, index - 1)
    guard stands(one, beside: index), stands(other, beside: index), areOfOneMeasure(one, other) else { return false }
    // Of three amounts any two may be meant, and what is left over may have come from the year before.
    if name.isOfOthers || index - 3 >= paragraphStart && stands(index - 3, beside: index) {
      guard isDifference(index, one, other) else { return false }
    }
    openMovement = nil
    narrative.statements[index].statement.isAside = true
    narrative.gaps.append(Gap(one: one, other: other, amount: index))
    return true
  }

  /// Whether an amount stands in the same part of the sentence.
  private func stands(_ level: StatementIndex, beside index: StatementIndex) -> Bool {
    let (own, other) = (self[index], self[level])
    return other.role == .level && !other.isAside && unit(level).isMoney && other.sentence == own.sentence
      && other.part == own.part && other.depth == own.depth
  }

  /// Whether one is the budget of what the other is the final figure of, or the same of another year.
  private func areOfOneMeasure(_ one: StatementIndex, _ other: StatementIndex) -> Bool {
    let (first, second) = (self[one].subject, self[other].subject)
    guard isPlan(one) != isPlan(other) ? isBase(one) == isBase(other) : isBase(one) != isBase(other) else {
      return false
    }
    if second.isEmpty { return true }
    return first.measure == second.measure && first.fund == second.fund && first.isQualified == second.isQualified
  }

  /// Whether the figures show that the amount is the difference of the two, or would be but for one slip.
  private func isDifference(_ index: StatementIndex, _ one: StatementIndex, _ other: StatementIndex) -> Bool {
    guard let amount = numeral(index), let first = numeral(one), let second = numeral(other) else { return false }
    return [(first, second), (second, first)].contains { larger, smaller in
      SumEvidence(total: (larger, 1), parts: [(smaller, 1), (amount, 1)], leastSlip: 100)?.isMeant ?? false
    }
  }

  /// What the difference of two amounts is called, and whether other amounts may be called so.
  private static let gapNames: [(units: [UInt16], isOfOthers: Bool)] = [
    ("差值", false), ("差额", false), ("相差", false), ("差异额", false), ("差异", false), ("差距", false), ("两者相差", false),
    ("二者相差", false), ("预决算差额", false), ("预决算差异", false), ("预决算差异额", false), ("结余", true), ("节余", true), ("节约", true),
  ].map { (Array($0.0.utf16), $0.1) }
}
