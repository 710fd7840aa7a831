import Disclosure
import DisclosureText
import Lint

/// Reads a disclosure and reports what is wrong with it.
///
///     let report = Linter().lint(SourceText("某局2025年度部门预算公开 …"))
///     for finding in report.findings { print(finding.message.chinese) }
///
/// The same text always gives the same report.
@usableFromInline package struct Linter: Sendable {
  /// What runs the rules.
  package let engine: Engine

  /// What is configured.
  package let settings: LintSettings

  /// Creates a linter; without settings every rule has its own severity.
  package init(settings: LintSettings = LintSettings()) {
    self.settings = settings
    engine = Engine(
      relationRules: RuleRegistry.relationRules, documentRules: RuleRegistry.documentRules,
      comparisonRules: RuleRegistry.comparisonRules, drift: RoundingDrift.info)
  }

  /// Reads `text` and judges it.
  ///
  /// Never fails: what could not be read is said in the report.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package func lint(_ text: SourceText) -> LintReport {
    var file = read(file: text)
    return report(on: &file)
  }

  /// Reads the disclosures of a file; `former` is the same file before it was edited, from which is taken over
  /// what did not change. Of a text that `isEdited` is kept what that takes. Its lines are read where they are
  /// not known.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package func read(
    file text: SourceText, lines: LineIndex? = nil, after former: DisclosureFile? = nil, isEdited: Bool = false
  ) -> DisclosureFile {
    DisclosureFile(text, lines: lines, expecting: settings.expectation, after: former, isEdited: isEdited)
  }

  /// Judges the disclosures of a file, each against the figures of others where some are given for it.
  package func report(on file: inout DisclosureFile, against related: [RelatedFigures] = []) -> LintReport {
    engine.report(on: &file, settings: settings, against: related)
  }

  /// Reads `text` as one disclosure; `former` is the same document before it was edited, from which is taken over what
  /// did not change. Of a text that `isEdited` is kept what that takes. Its lines are read where they are not
  /// known.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package func read(
    _ text: SourceText, lines: LineIndex? = nil, after former: DisclosureDocument? = nil, isEdited: Bool = false
  ) -> DisclosureDocument {
    DisclosureDocument(text, lines: lines, expecting: settings.expectation, after: former, isEdited: isEdited)
  }

  /// The document as it is judged: with what decides how its figures are read, as a year that is left from
  /// another document, put right as the findings on it propose. All places are those of `document`.
  ///
  /// - Complexity: O(*n*) for *n* bytes where something is put right, else that of the rules that decide it.
  package func judged(_ document: DisclosureDocument) -> DisclosureDocument {
    engine.judged(document, settings: settings)
  }

  /// Judges what was read, against the figures of other documents where some are given.
  ///
  ///     var related = RelatedFigures()
  ///     related[.priorYear] = FigureSummary(linter.read(lastYear))
  ///     linter.report(on: linter.read(thisYear), against: related)
  package func report(
    on document: DisclosureDocument, against related: RelatedFigures = RelatedFigures()
  ) -> LintReport {
    var memory = LintMemory()
    return report(on: document, against: related, recalling: &memory)
  }

  /// Judges what was read of a text that is edited: `memory` holds what was seen in it before the last edit,
  /// and is given what is seen now. The report is the same as without it.
  package func report(
    on document: DisclosureDocument, against related: RelatedFigures = RelatedFigures(),
    recalling memory: inout LintMemory
  ) -> LintReport {
    engine.report(on: document, settings: settings, against: related, recalling: &memory)
  }
}
