import Disclosure
import DisclosureSyntax
import Ledger
import Lint

/// Finds changes that do not follow from the two amounts, or from the changes of the parts.
struct WrongChange: RelationRule {
  static let info = RuleInfo(
    name: "wrong-change", category: .arithmetic, severity: .error,
    summary: LocalizedText(
      "增减额不等于本年数减上年数，或各部分的增减额之和不等于总额的增减额。",
      "A change is not the current amount less the prior one, or the parts' changes do not add to the total's."),
    rationale: LocalizedText(
      "增减额要由两年的数相减得出，沿用上年的数必然出错。",
      "A change left over from last year's text is always wrong."),
    fixSafety: .whereSingledOut,
    examples: [
      .section(
        wrong:
          "2025年“三公”经费预算数为36.00万元，比2024年预算减少⟦8.00⟧万元。其中：\n（一）因公出国（境）费0万元，与2024年预算持平。\n（二）公务用车购置及运行费35.00万元，比2024年预算减少9.00万元。\n（三）公务接待费1.00万元，与2024年预算持平。",
        correction: "9.00"
      )
    ])

  let complaint = LocalizedText("增减额有误", "wrong change")

  func state(_ document: DisclosureDocument, in sheet: inout RelationSheet) {
    for movement in document.narrative.movements {
      guard let statement = movement.change, let change = sheet.figure(statement), let word = sheet.word(statement),
        let currentStatement = movement.current, let current = sheet.figure(currentStatement)
      else { continue }
      if let baseStatement = movement.base, let base = sheet.figure(baseStatement) {
        sheet.balance(
          [Operand(current), Operand(base, coefficient: -1), Operand(change, coefficient: -1, direction: word)],
          derived: change)
      } else if sheet.value(word) > 0, movement.rate.flatMap({ sheet.figure($0) }) == nil {
        // What an amount grew by is at most the amount; where the rate is said, it tells as much, and
        // whether the word is the slip.
        sheet.state(.bound(change, atMost: current, onIncrease: word), derived: change, .stated)
      }
    }
    for gap in document.narrative.gaps {
      guard let one = sheet.figure(gap.one), let other = sheet.figure(gap.other), let amount = sheet.figure(gap.amount)
      else { continue }
      let sign: Int128 = sheet.value(one) < sheet.value(other) ? -1 : 1
      sheet.balance(
        [Operand(one, coefficient: sign), Operand(other, coefficient: -sign), Operand(amount, coefficient: -1)],
        derived: amount)
    }
    for moved in document.columnBases() where !sheet.refuted.contains(moved.base) {
      // The base stands in a table only: one cell against one sentence.
      guard let statement = moved.movement.change, let change = sheet.figure(statement),
        let word = sheet.word(statement), let current = sheet.figure(moved.current), let base = sheet.cell(moved.base)
      else { continue }
      sheet.balance(
        [Operand(current), Operand(base, coefficient: -1), Operand(change, coefficient: -1, direction: word)],
        derived: change, isLoose: true)
    }
    for breakdown in document.narrative.changeBreakdowns {
      let operands = ([breakdown.head] + breakdown.parts).compactMap { index -> Operand? in
        guard let amount = sheet.figure(index), let word = sheet.word(index) else { return nil }
        return Operand(amount, coefficient: index == breakdown.head ? 1 : -1, direction: word)
      }
      if operands.count == breakdown.parts.count + 1 { sheet.balance(operands, derived: operands[0].quantity) }
    }
    let movements = Dictionary(
      document.narrative.movements.compactMap { movement -> (StatementIndex, Movement)? in
        guard let current = movement.current, let word = movement.words.first,
          document.statement(word).reference != nil
        else { return nil }
        return (current, movement)
      }, uniquingKeysWith: { first, _ in first })
    for breakdown in document.narrative.breakdowns where breakdown.isFull && breakdown.isClosed {
      stateChanges(of: breakdown, movements, document, in: &sheet)
    }
  }

  /// The changes of all parts add to the change of the total, where all are compared with the same.
  private func stateChanges(
    of breakdown: Breakdown, _ movements: [StatementIndex: Movement], _ document: DisclosureDocument,
    in sheet: inout RelationSheet
  ) {
    func reference(_ movement: Movement) -> Statement.Reference? {
      movement.words.first.flatMap { document.statement($0).reference }
    }
    // 上年 and the year before by its number are one, and 比 2023 年 in a budget is its budget, too.
    func isSame(_ one: Statement.Reference, _ other: Statement.Reference) -> Bool {
      func year(_ reference: Statement.Reference) -> Int? {
        reference.year
          ?? reference.relativeYear.flatMap { distance in document.profile.fiscalYear.map { $0 + distance } }
      }
      let hasSameYear =
        year(one) == year(other) && (year(one) != nil || one.relativeYear == other.relativeYear)
      return hasSameYear
        && (one.basis == other.basis || document.profile.kind == .budget && basis(one) == basis(other))
    }
    func basis(_ reference: Statement.Reference) -> Term { reference.basis ?? .budget }
    guard let whole = movements[breakdown.head], let change = whole.change, let total = sheet.figure(change),
      let word = sheet.word(change), let base = reference(whole)
    else { return }
    var operands = [Operand(total, direction: word)]
    for part in breakdown.parts {
      guard let moved = movements[part], let other = reference(moved), isSame(base, other) else { return }
      if moved.unchanged != nil { continue }
      guard let statement = moved.change, let amount = sheet.figure(statement), let sign = sheet.word(statement) else {
        return
      }
      operands.append(Operand(amount, coefficient: -1, direction: sign))
    }
    sheet.balance(operands, derived: total)
  }
}
