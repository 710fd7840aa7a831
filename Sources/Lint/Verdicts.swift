import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Turns what the ledger found into findings with their places, words and repairs.
struct Verdicts {
  let sheet: RelationSheet
  let rules: [any RelationRule]
  let drift: RuleInfo
  let wording: VerdictText

  init(sheet: RelationSheet, rules: [any RelationRule], drift: RuleInfo) {
    self.sheet = sheet
    self.rules = rules
    self.drift = drift
    wording = VerdictText(sheet)
  }

  /// The finding for one slip.
  ///
  /// - Parameter mended: the amounts that the findings for other slips put in the place of printed ones.
  func finding(_ diagnosis: Diagnosis, beside mended: [QuantityIndex: Int128] = [:]) -> Finding {
    let lead = lead(of: diagnosis)
    let rule = rule(naming: diagnosis, lead)
    let info = type(of: rule).info
    let wording = wording(of: diagnosis, lead, beside: mended)
    let computation = wording.computation(lead, at: diagnosis.figure)
    let isSettled = isSettled(diagnosis) && !exceedsWhole(diagnosis, lead, rule)
    let group = diagnosis.group.map { range(sheet.marks[$0]).lower }
    let fixes = diagnosis.repairs.compactMap { fix($0, isPreferred: isSettled, group) }
    var message = LocalizedText(
      parts: "\(rule.complaint, .chinese)：\(computation, .chinese)",
      "\(rule.complaint, .english): \(computation, .english)")
    if isSettled, let repair = diagnosis.repairs.first {
      let old = wording.figures.printed(sheet.marks[repair.figure])
      let new = written(repair)
      if !new.isEmpty {
        let (chinese, english) =
          isRounded(repair, lead, wording) ? ("（尾差在四舍五入范围之内）", " (the difference is within rounding)") : ("", "")
        message = LocalizedText(
          parts: "\(message, .chinese)；“\(old)”应为“\(new)”\(chinese)",
          "\(message, .english); “\(old)” should be “\(new)”\(english)")
      }
    }
    var related: [RelatedPlace] = []
    var seen: Set<QuantityIndex> = [diagnosis.figure]
    var (elsewhere, hidden) = (0, 0)
    let others = diagnosis.relations.map { sheet.ledger.relations[$0] }.filter { $0 != lead }
    for relation in ([lead] + others).prefix(6) {
      for quantity in relation.quantities.prefix(40) where seen.insert(quantity).inserted {
        if case .constant = sheet.marks[quantity] { continue }
        if relation != lead, elsewhere == Self.mostElsewhere {
          hidden += 1
          continue
        }
        if relation != lead { elsewhere += 1 }
        related.append(
          RelatedPlace(range: range(sheet.marks[quantity]), message: wording.role(quantity, isShown: relation == lead)))
      }
    }
    if hidden > 0, let last = related.indices.last {
      related[last].message = related[last].message + Self.more(hidden)
    }
    return Finding(
      rule: info.name, severity: info.severity, range: place(of: diagnosis, lead),
      message: message, related: related.sorted { $0.range < $1.range }, fixes: fixes)
  }

  /// How many figures of other relations than the one that the message shows are pointed to.
  private static let mostElsewhere = 6

  private static func more(_ count: Int) -> LocalizedText {
    LocalizedText("（另有 \(count) 处从略）", " (and \(count) more)")
  }

  /// Where the finding stands: on the wrong figure or word; on both words of a pair that contradict each
  /// other where nothing tells which one is wrong.
  private func place(of diagnosis: Diagnosis, _ lead: Relation) -> TextRange {
    let own = range(sheet.marks[diagnosis.figure])
    guard !diagnosis.isCertain, case .agreement(let one, let other) = lead.form,
      [one, other].allSatisfy({ word in diagnosis.repairs.contains { $0.figure == word } })
    else { return own }
    let (first, second) = (range(sheet.marks[one]), range(sheet.marks[other]))
    return first.lower < second.upper ? TextRange(first.lower, second.upper) : own
  }

  /// The relation that names the finding: for a word of direction one that is about words, else
  /// the strongest.
  private func lead(of diagnosis: Diagnosis) -> Relation {
    let broken = diagnosis.relations.map { sheet.ledger.relations[$0] }
    guard case .word = sheet.marks[diagnosis.figure] else { return broken[0] }
    return broken.first { relation in
      switch relation.form {
      case .agreement, .comparison: true
      default: false
      }
    } ?? broken[0]
  }

  /// The rule that names the finding: a turned word is a wrong direction, whatever shows it.
  private func rule(naming diagnosis: Diagnosis, _ lead: Relation) -> any RelationRule {
    if case .word = sheet.marks[diagnosis.figure], let rule = rules.first(where: { type(of: $0).judgesWords }) {
      return rule
    }
    return rules[lead.origin]
  }

  /// Information on relations that hold only for amounts that round to the printed ones.
  ///
  /// One with a figure that is wrong anyway is left out: it is computed anew once that is mended.
  func driftFindings(_ outcomes: [Outcome], apartFrom wrong: Set<QuantityIndex>) -> [Finding] {
    var findings: [Finding] = []
    var seen: Set<QuantityIndex> = []
    for index in outcomes.indices where outcomes[index] == .explained {
      guard sheet.ledger.relations.evidence(index) == .stated else { continue }
      let relation = sheet.ledger.relations[index]
      guard seen.insert(relation.derived).inserted else { continue }
      let quantities = relation.quantities
      if quantities.contains(where: { wrong.contains($0) }) { continue }
      if case .bound = relation.form { continue }
      if case .comparison = relation.form { continue }
      let computation = wording.computation(relation)
      var related: [RelatedPlace] = []
      related.reserveCapacity(min(quantities.count, 40))
      for quantity in quantities.prefix(40) where quantity != relation.derived && sheet.marks[quantity] != .constant {
        related.append(
          RelatedPlace(range: range(sheet.marks[quantity]), message: wording.role(quantity, isShown: true)))
      }
      related.sort { $0.range < $1.range }
      findings.append(
        Finding(
          rule: drift.name, severity: drift.severity, range: range(sheet.marks[relation.derived]),
          message: LocalizedText(
            parts: "尾差：\(computation, .chinese)；相差在四舍五入范围之内",
            "rounding: \(computation, .english); the difference is within rounding"),
          related: related))
    }
    return findings
  }

  /// Whether the repair would make a part more than its whole: `100%` of what is left of a wrong amount.
  private func exceedsWhole(_ diagnosis: Diagnosis, _ lead: Relation, _ rule: any RelationRule) -> Bool {
    guard type(of: rule).areShares, case .quotient(let rate, _, _) = lead.form, let repair = diagnosis.repairs.first
    else {
      return false
    }
    return repair.figure == rate.quantity && repair.value > FigureLedger.rateScale
  }

  private func range(_ mark: RelationSheet.Mark) -> TextRange { sheet.range(of: mark) }

  private func written(_ repair: Repair) -> String { sheet.written(repair.value, for: sheet.marks[repair.figure]) }

  private func fix(_ repair: Repair, isPreferred: Bool, _ group: Int?) -> Fix? {
    let mark = sheet.marks[repair.figure]
    let old = wording.figures.printed(mark)
    let new = written(repair)
    let edits = sheet.edits(writing: repair.value, for: mark)
    guard !edits.isEmpty else { return nil }
    // Where there is a choice, equal figures are told apart by what they measure.
    let name = isPreferred ? "" : wording.figures.name(mark)
    let (chinese, english) = name.isEmpty ? ("", "") : ("（\(name)）", " (\(name))")
    return Fix(
      title: LocalizedText(parts: "将“\(old)”改为“\(new)”\(chinese)", "change “\(old)” to “\(new)”\(english)"),
      isPreferred: isPreferred,
      isSafe: isPreferred, edits: edits, group: isPreferred ? group : nil)
  }
}

/// Words of direction and their opposites: a repair stays with the pair.
enum DirectionWord {
  private static let pairs: [(String, String)] = [
    ("增加", "减少"), ("增长", "下降"), ("上升", "下降"), ("提高", "降低"), ("大于", "小于"), ("高于", "低于"), ("多于", "少于"),
    ("增支", "减支"), ("增收", "减收"), ("增幅", "降幅"), ("调增", "调减"), ("上调", "下调"), ("上浮", "下浮"), ("增", "减"), ("升", "降"),
    ("涨", "跌"),
  ]

  /// The word for the other direction, or nil where there is none.
  static func opposite(of word: String) -> String? {
    for (up, down) in pairs {
      if word.hasPrefix(up) { return down + word.dropFirst(up.count) }
    }
    for (up, down) in pairs where word.hasPrefix(down) { return up + word.dropFirst(down.count) }
    return nil
  }
}
