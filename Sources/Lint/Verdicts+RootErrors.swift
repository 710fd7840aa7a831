import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// One root error is one finding: rates of a paragraph that were all computed from another base.
extension Verdicts {
  /// The findings for the slips of a document, in the order of the slips.
  ///
  /// Where last year's base or total was left standing, every rate computed from it is wrong, and each
  /// shows the same amount it was computed from. They are one finding, on the first, with a repair
  /// for all.
  func findings(_ slips: [Diagnosis]) -> [Finding] {
    var result: [Finding] = []
    var roots: [RootError] = []
    let mended = slips.count > 1 ? mended(slips) : [:]
    for slip in slips {
      let own = finding(slip, beside: mended)
      guard let base = usedBase(slip) else {
        result.append(own)
        continue
      }
      let known = roots.firstIndex { $0.base.joins(base) }
      if let known, let used = roots[known].base.used.intersection(base.used) {
        roots[known].base.used = used
        roots[known].others.append(own)
      } else {
        roots.append(RootError(place: result.count, base: base))
        result.append(own)
      }
    }
    for root in roots where !root.others.isEmpty {
      result[root.place] = joined(result[root.place], root.others)
    }
    return result
  }

  /// A rate that was computed from another base than the text has.
  private struct UsedBase {
    var block: Int
    var sentence: Int
    /// The figures that the base is computed from.
    var figures: [QuantityIndex]
    /// The base that the text has.
    var printed: Int128
    /// The bases that give the printed rate.
    var used: Interval

    /// Whether both are of one base: the same figure, or equal ones in one sentence.
    func joins(_ other: UsedBase) -> Bool {
      block == other.block && (figures == other.figures || sentence == other.sentence && printed == other.printed)
        && used.meets(other.used)
    }
  }

  private struct RootError {
    /// The place of the first among the findings.
    var place: Int
    var base: UsedBase
    var others: [Finding] = []
  }

  /// The base that the wrong rate of a slip was computed from, where it is clearly another one: cutting
  /// off a digit instead of rounding does not show that.
  private func usedBase(_ slip: Diagnosis) -> UsedBase? {
    guard slip.isCertain, case .figure(let statement) = sheet.marks[slip.figure] else { return nil }
    for index in slip.relations {
      guard case .quotient(let rate, let numerator, let denominator) = sheet.ledger.relations[index].form,
        rate.quantity == slip.figure
      else { continue }
      let interval = sheet.ledger.quantities[slip.figure].interval
      let (part, whole) = (sum(numerator).magnitude, sum(denominator))
      guard interval.lower > 0, whole > 0, part > 0 else { return nil }
      let scaled = Int128(part) * FigureLedger.rateScale
      let used = Interval(scaled / interval.upper, scaled / interval.lower)
      guard abs(used.middle - whole) * 200 > whole else { return nil }
      let placed = sheet.document.narrative.statements[statement]
      return UsedBase(
        block: placed.block, sentence: placed.statement.sentence, figures: denominator.map(\.quantity), printed: whole,
        used: used)
    }
    return nil
  }

  private func sum(_ operands: Operands) -> Int128 {
    operands.reduce(0) { sum, operand in
      sum + operand.coefficient * (operand.direction.map { sheet.value($0) } ?? 1) * sheet.value(operand.quantity)
    }
  }

  /// The first finding with the places and the repairs of the others.
  private func joined(_ first: Finding, _ others: [Finding]) -> Finding {
    var result = first
    let count = others.count
    result.message = LocalizedText(
      "\(first.message.chinese)；同段另有 \(count) 处按同一错误基数计算",
      "\(first.message.english); \(count) more in this paragraph were computed from the same wrong base")
    for other in others {
      result.related.append(RelatedPlace(range: other.range, message: other.message))
      result.related += other.related.filter { !result.related.contains($0) }
    }
    result.related.sort { $0.range < $1.range }
    let fixes = ([first] + others).compactMap { $0.fixes.first(where: \.isPreferred) }
    guard fixes.count == others.count + 1 else { return result }
    let edits = fixes.flatMap(\.edits).sorted { $0.range < $1.range }
    let title = LocalizedText("将这 \(fixes.count) 处按正确基数改正", "correct all \(fixes.count) from the right base")
    result.fixes = [Fix(title: title, isPreferred: true, isSafe: fixes.allSatisfy(\.isSafe), edits: edits)]
    return result
  }
}
