import DisclosureSyntax

/// Changes that name nothing but the final figure, or what is bought.
extension NarrativeReader {
  /// The amount of all that is bought, where a change names it by half its name:
  /// `政府采购预算 90 万元，其中：…。采购预算比上年增加 9 万元`.
  func procurement(_ index: StatementIndex) -> StatementIndex? {
    guard self[index].subject.measure == nil, words(of: index).elementsEqual(Self.buying) else { return nil }
    return lastLevel(before: index, from: sectionStart) { level in
      let subject = self[level].subject
      return subject.measure == .procurement && !subject.isQualified && unit(level).isMoney && !isBase(level)
        && !isPlan(level)
    }
  }

  private static let buying = Array("采购".utf16)

  /// The only final figure of the sentence, where a change behind a semicolon or a reason names nothing more:
  /// `全年预算为 9 万元，支出决算为 7 万元，完成全年预算的 77.78%；决算数较上年减少 1 万元`.
  func finalFigure(_ index: StatementIndex) -> StatementIndex? {
    let statement = self[index]
    guard statement.subject.basis == .final, statement.subject.isEmpty, statement.subject.year == nil else {
      return nil
    }
    var found: StatementIndex?
    var at = index - 1
    while at >= paragraphStart, self[at].sentence == statement.sentence {
      let level = self[at]
      if level.role == .level, level.depth == statement.depth, unit(at).isMoney {
        if level.subject.basis == .final, !isBase(at) {
          if found != nil { return nil }
          found = at
        } else if !isPlan(at) {
          return nil
        }
      }
      at -= 1
    }
    return found.flatMap { statement.isBehindReason && self[$0].part == statement.part ? nil : $0 }
  }
}
