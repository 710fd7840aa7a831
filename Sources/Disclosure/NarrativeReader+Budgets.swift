import DisclosureSyntax

/// Budgets that final accounts name beside what came of them.
extension NarrativeReader {
  /// `一般公共预算财政拨款支出预算 90 万元，支出决算 80 万元`: in final accounts the first is the budget, though its name is
  /// that of a measure.
  mutating func nameBudget(_ index: StatementIndex) {
    let subject = self[index].subject
    guard profile.kind == .final, subject.basis == nil, subject.measure?.isGeneralMeasure ?? false,
      case let name = name(of: index), Self.budgetNames.contains(where: { name.suffix($0.count).elementsEqual($0) })
    else { return }
    narrative.statements[index].statement.subject.basis = .budget
  }

  private static let budgetNames = ["收入预算", "支出预算", "收支预算"].map { Array($0.utf16) }

  /// The amount right before a budget that names nothing, of which it is the budget.
  func actual(beside plan: StatementIndex) -> StatementIndex? {
    guard self[plan].subject.measure == nil, self[plan].subject.year == nil, plan > paragraphStart,
      case let before = self[plan - 1], before.part == self[plan].part,
      before.role == .level, before.sentence == self[plan].sentence, before.depth == self[plan].depth,
      before.subject.measure != nil, !isPlan(plan - 1), !isBase(plan - 1), sameKind(plan - 1, plan)
    else { return nil }
    return plan - 1
  }

  /// Whether the amount was compared with the same year before, in another sentence: a second change is of another.
  func isComparedElsewhere(_ level: StatementIndex, with index: StatementIndex) -> Bool {
    guard moved.contains(level), let reference = self[index].reference, !reference.isPlan else { return false }
    return narrative.movements.contains { movement in
      guard movement.current == level, let word = movement.change ?? movement.unchanged,
        self[word].sentence != self[index].sentence, let other = self[word].reference
      else { return false }
      return other.year == reference.year && other.relativeYear == reference.relativeYear
        && other.basis == reference.basis
    }
  }

  /// Whether an amount that a list behind the reason begins with stands between, of which the change is.
  func passesListedAside(_ level: StatementIndex, to index: StatementIndex) -> Bool {
    ((level + 1)..<index).contains { at in
      self[at].role == .level && self[at].isAside && self[at].opening != nil && unit(at).isMoney
        && self[at].part == self[index].part && narrative.statements[at].block == narrative.statements[index].block
    }
  }

  /// The first statement of the item or paragraph that `index` belongs to.
  func itemStart(_ index: StatementIndex) -> StatementIndex {
    guard let list = lists.open.last(where: { $0.itemLevel != nil }), let item = list.items.last,
      let first = item.first
    else { return paragraphStart }
    return min(first, paragraphStart)
  }
}
