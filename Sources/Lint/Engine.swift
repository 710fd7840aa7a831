import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// Runs rules over one document and turns the ledger's verdicts into findings.
@usableFromInline package struct Engine: Sendable {
  /// The rules that state relations, in a fixed order that also names findings.
  package let relationRules: [any RelationRule]
  /// The rules that find what is wrong without comparing amounts.
  package let documentRules: [any DocumentRule]
  /// The rules that check a document against others.
  package let comparisonRules: [any ComparisonRule]
  /// The rule under which relations that only rounding explains are reported.
  package let drift: RuleInfo

  /// Creates an engine with the given rules.
  package init(
    relationRules: [any RelationRule], documentRules: [any DocumentRule], comparisonRules: [any ComparisonRule],
    drift: RuleInfo
  ) {
    self.relationRules = relationRules
    self.documentRules = documentRules
    self.comparisonRules = comparisonRules
    self.drift = drift
  }

  /// Judges what was read of a document, against the figures of others where there are some.
  ///
  /// - Parameter memory: what was seen in the text before it was edited; what is seen in this one is put in
  ///   its place. It changes nothing in the report.
  /// - Complexity: O(*n*) for *n* bytes, beside the diagnosis of broken relations.
  package func report(
    on read: DisclosureDocument, settings: LintSettings = LintSettings(), against related: RelatedFigures,
    recalling memory: inout LintMemory
  ) -> LintReport {
    let text = read.text
    let profile = ProfileSummary(read.profile)
    guard read.profile.isDisclosure else {
      return LintReport(
        findings: settings.applied(to: unreadable(text)), profile: profile, relations: RelationCounts(),
        figures: FigureCounts(),
        notes: [
          LocalizedText(
            "这不像部门预算或决算公开：没有其标题、章节或表格，未作检查。",
            "This does not look like a budget or final-accounts disclosure: it has no such title, heading or table, so nothing was checked."
          )
        ])
    }
    let (document, readings) = mended(read, settings, &memory)
    let comparisons = comparisonRules.compactMap { rule in
      related[type(of: rule).other].map { Comparison(document, rule, drift: drift, $0) }
    }
    let (sheet, outcomes) = judge(document, beside: comparisons)
    let verdicts = Verdicts(sheet: sheet, rules: relationRules, drift: drift)
    let displaced = Displacement.all(in: sheet, outcomes)
    let judged = Displacement.outcomes(outcomes, apartFrom: displaced, in: sheet)
    let diagnoses = sheet.ledger.diagnose(judged)
    var findings = verdicts.findings(diagnoses.slips) + displaced.compactMap { verdicts.finding($0) }
    findings += verdicts.driftFindings(judged, apartFrom: Set(diagnoses.slips.map(\.figure)))
    findings += self.findings(in: document, decidingReading: false, &memory)
    findings += found(by: comparisons, apartFrom: diagnoses.slips.map(\.figure), sheet)
    findings += readings + unreadable(text)
    let own = sheet.ownRelations < outcomes.count ? Array(outcomes.prefix(sheet.ownRelations)) : outcomes
    let (relations, figures) = counts(sheet, own, document)
    var report = LintReport(
      findings: settings.applied(to: Self.inOrder(findings)), profile: profile, relations: relations, figures: figures,
      notes: diagnoses.isLimited ? [Self.limitNote] : [])
    report.lines = document.lines
    return report
  }

  /// What the document rules find: those that decide how the text is read, or all others.
  func findings(
    in document: DisclosureDocument, decidingReading: Bool, _ memory: inout LintMemory
  ) -> [Finding] {
    if memory.rules.isEmpty {
      memory.rules = Array(repeating: RuleMemory(isKept: memory.isKept), count: documentRules.count)
    }
    var findings: [Finding] = []
    for (number, rule) in documentRules.enumerated() where type(of: rule).decidesReading == decidingReading {
      findings += rule.findings(in: document, recalling: &memory.rules[number])
    }
    return findings
  }

  /// What does not agree with other documents, but for figures that are wrong by themselves.
  private func found(
    by comparisons: [Comparison], apartFrom wrong: [QuantityIndex], _ sheet: RelationSheet
  ) -> [Finding] {
    if comparisons.isEmpty { return [] }
    let known = Set(wrong.compactMap { sheet.marks[$0].statement })
    let cells = Set(wrong.compactMap { sheet.marks[$0].cell })
    return comparisons.flatMap { $0.findings(apartFrom: known, cells) }
  }

  private static let limitNote = LocalizedText(
    "互相牵连的不符关系过多，未试遍所有可能的解释，部分提示可能未标在真正有误的数上。",
    "Too many contradictions hang together to try every explanation; some alarms may not stand on the figure that is wrong."
  )

  /// The relations that the rules state of `document`, and what became of each.
  package func judge(_ document: DisclosureDocument) -> (sheet: RelationSheet, outcomes: [Outcome]) {
    judge(document, beside: [])
  }

  /// The same beside other documents: where something is broken, their figures are witnesses.
  private func judge(
    _ document: DisclosureDocument, beside comparisons: [Comparison]
  ) -> (sheet: RelationSheet, outcomes: [Outcome]) {
    var sheet = RelationSheet(document)
    for comparison in comparisons { sheet.refuted.formUnion(comparison.refuted) }
    for (number, rule) in relationRules.enumerated() {
      sheet.origin = number
      rule.state(document, in: &sheet)
    }
    let outcomes = sheet.ledger.evaluate()
    sheet.ownRelations = outcomes.count
    guard !comparisons.isEmpty, outcomes.contains(.broken) else { return (sheet, outcomes) }
    for comparison in comparisons { comparison.state(in: &sheet) }
    return (sheet, sheet.ledger.evaluate())
  }

  /// The name of the rule that stated a relation.
  package func ruleName(of relation: Relation) -> String { type(of: relationRules[relation.origin]).info.name }

  /// Sorted by place; one figure carries one alarm, the first rule's.
  private static func inOrder(_ findings: [Finding]) -> [Finding] {
    let order = findings.indices.sorted { left, right in
      let (one, other) = (findings[left].range, findings[right].range)
      return one == other ? (findings[left].rule, left) < (findings[right].rule, right) : one < other
    }
    var result: [Finding] = []
    result.reserveCapacity(findings.count)
    var last: Int?
    for index in order {
      if let last, findings[last].range == findings[index].range, findings[last].rule == findings[index].rule {
        continue
      }
      result.append(findings[index])
      last = index
    }
    return result
  }

  private func counts(
    _ sheet: RelationSheet, _ outcomes: [Outcome], _ document: DisclosureDocument
  ) -> (RelationCounts, FigureCounts) {
    var relations = RelationCounts()
    let isVerified = sheet.ledger.verified(outcomes)
    for outcome in outcomes {
      switch outcome {
      case .holds: relations.hold += 1
      case .explained: relations.rounding += 1
      case .broken: relations.broken += 1
      case .notCheckable: relations.notCheckable += 1
      }
      if outcome != .notCheckable { relations.checked += 1 }
    }
    var figures = FigureCounts()
    // A dash is no figure, though it counts as nothing in a sum.
    let cells = document.tables.cells
    figures.total =
      document.narrative.statements.count { $0.statement.numeral != nil } + cells.count { $0.piece.kind != .dash }
    let marks = sheet.marks
    for index in marks.indices where isVerified[index] {
      switch marks[index] {
      case .figure: figures.verified += 1
      case .cell(let index): if cells[index].piece.kind != .dash { figures.verified += 1 }
      case .word, .entries, .constant: break
      }
    }
    return (relations, figures)
  }

  private func unreadable(_ text: SourceText) -> [Finding] {
    guard let bytes = text.unreadable else { return [] }
    return [
      Finding(
        rule: "unreadable-text", severity: .warning, range: bytes.range,
        message: LocalizedText(
          "文件中有 \(bytes.count) 个字节读不出文字，已按“�”读取，请核对后另存为 UTF-8 编码。",
          "\(bytes.count) bytes of the file are no text and were read as “�”; check them and save the file as UTF-8."))
    ]
  }
}
