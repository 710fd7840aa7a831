import DisclosureSyntax
import DisclosureText

/// The amounts that changes are taken from.
extension NarrativeReader {
  /// The printed amount that `reference` names, in the same paragraph or item.
  func base(_ reference: Statement.Reference, before index: StatementIndex) -> StatementIndex? {
    if !reference.isPlan, let printed = printedBase(reference, before: index) { return printed }
    guard let basis = reference.basis else { return nil }
    // `与 2024 年度预算相比`, in the final accounts of that year.
    if reference.isPlan || profile.kind == .final && reference.year == profile.fiscalYear && column(of: basis).isPlan {
      let start = itemStart(index)
      guard let plan = plan(basis, before: index, from: start),
        let actual = lastLevel(before: index, from: start, where: { !isPlan($0) && !isBase($0) && unit($0).isMoney }),
        belong(plan, actual)
      else { return nil }
      return plan
    }
    return lastLevel(before: index, from: itemStart(index)) { level in
      let subject = self[level].subject
      guard unit(level).isMoney, subject.basis == basis else { return false }
      if basis == .execution { return reference.year == nil || subject.year == nil || subject.year == reference.year }
      return false
    }
  }

  /// The amount right before the change: `比 2023 年 90 万元增加 10 万元`.
  func printedBase(before index: StatementIndex) -> StatementIndex? {
    guard index > paragraphStart else { return nil }
    let before = self[index - 1]
    guard before.role == .level, before.sentence == self[index].sentence else { return nil }
    guard before.reference != nil else {
      // `财政拨款收入 90 万元，上年同期为 80 万元，同比增加 10 万元`
      let names = before.subject.measure == nil && before.subject.fund == nil && !before.subject.isAccount
      if names, before.subject.relativeYear == -1, before.clause + 1 == self[index].clause, self[index].subject.isEmpty,
        unit(index - 1).isMoney, !before.isAside
      {
        return index - 1
      }
      return besideOwn(before: index)
    }
    let isAdjacent = before.clause == self[index].clause
    // `比 2023 年的 80 万元，增加 10 万元`
    let isClosed =
      (before.isComparedAmount
        || self[index].subject.isEmpty && before.reference?.isPlan == false
          && before.subject.isEmpty)
      && before.clause + 1 == self[index].clause
    return isAdjacent || isClosed ? index - 1 : nil
  }

  /// The amount of the year before that stands beside the document's own, right before the change of the two:
  /// `2022 年预算 8 万元，2021 年预算 12.50 万元，减少 4.50 万元`, whichever of them is printed first.
  private func besideOwn(before index: StatementIndex) -> StatementIndex? {
    guard index - 2 >= paragraphStart, let own = profile.fiscalYear, case let statement = self[index],
      statement.reference.map({ !$0.isPlan && ($0.year ?? own + ($0.relativeYear ?? 0)) == own - 1 }) ?? true,
      case let (first, last) = (index - 2, index - 1), isLevel(first, beside: index), isLevel(last, beside: index),
      self[first].clause + 1 == self[last].clause, self[last].clause + 1 == statement.clause
    else { return nil }
    let (base, current) = yearOf(self[first].subject) == own - 1 ? (first, last) : (last, first)
    let (before, now) = (self[base].subject, self[current].subject)
    guard yearOf(before) == own - 1, yearOf(now) == own || yearOf(now) == nil && current == first,
      before.basis == now.basis || now.basis == nil || current == first && before.basis == nil,
      before.measure == now.measure || current == first && before.measure == nil,
      before.fund == now.fund || before.fund == nil, before.isQualified == now.isQualified || before.isEmpty,
      statement.subject.isEmpty
        || !statement.subject.isQualified && statement.subject.measure != nil
          && statement.subject.measure == now.measure && statement.subject.fund == nil
    else { return nil }
    // What is compared on the same scope is another amount than the printed one.
    return text(between: last, and: index).position(of: Self.scope) == nil ? base : nil
  }

  private static let scope = Array("口径".utf16)

  private func isLevel(_ level: StatementIndex, beside index: StatementIndex) -> Bool {
    let (own, other) = (self[index], self[level])
    return other.role == .level && !other.isAside && other.reference == nil && unit(level).isMoney
      && other.sentence == own.sentence && other.part == own.part && other.depth == own.depth
  }

  /// An amount of the year that is compared with: `2023 年预算数为 A，2024 年预算数为 B，比 2023 年…`.
  func printedBase(_ reference: Statement.Reference, before index: StatementIndex) -> StatementIndex? {
    guard let year = reference.year ?? ownYear(reference.relativeYear) else { return nil }
    let named = self[index].subject
    return lastLevel(before: index, from: itemStart(index)) { level in
      let subject = self[level].subject
      return unit(level).isMoney && subject.year == year && self[level].reference == nil
        && year != profile.fiscalYear && (subject.basis == reference.basis || subject.basis == .budget)
        // `2023 年“三公”经费 80 万元，其中：公务接待费 8 万元。2024 年“三公”经费比上年增加 20 万元`
        && (named.measure == nil || subject.measure == nil || named.measure == subject.measure)
        && !otherYearItems.contains(level) && !isFirstOfSeveral(level)
    }
  }

  /// Whether the amount is one of several that another year's is made of, under names of their own:
  /// `2018 年为原工商局 6 万元、原质监局 3 万元，合计 9 万元`.
  private func isFirstOfSeveral(_ level: StatementIndex) -> Bool {
    let next = level + 1
    guard next < narrative.statements.endIndex, case let (one, other) = (self[level], self[next]),
      other.role == .level, other.sentence == one.sentence, other.depth == one.depth, other.reference == nil
    else { return false }
    func isOnlyNamed(_ subject: Subject) -> Bool {
      subject.name != 0 && subject.measure == nil && subject.fund == nil && !subject.isAccount && subject.basis == nil
    }
    return isOnlyNamed(one.subject) && isOnlyNamed(other.subject) && other.subject.year == nil
      && other.subject.relativeYear == nil && narrative.statements[level].block == narrative.statements[next].block
  }

  /// The year that 上年 stands for.
  private func ownYear(_ relative: Int?) -> Int? {
    guard let relative, let year = profile.fiscalYear else { return nil }
    return year + relative
  }
}
