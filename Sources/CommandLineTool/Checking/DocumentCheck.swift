import Assist
import Disclosure
import DisclosureText
import Lint
import Rules
import Workspace

/// Reads and judges planned inputs.
struct DocumentCheck: Sendable {
  let reader: DocumentReader
  let baselines: [FilePath: Baseline]
  /// The other documents of the run; nil where none is checked against another.
  var related: (any Relatives)?
  /// Whether a report lists what was checked by section and table.
  var listsCoverage = false
  /// What is changed in the settings of every document.
  var adjust: @Sendable (inout LintSettings) -> Void = { _ in }

  /// Reads and judges one input.
  func check(_ planned: CheckPlan.PlannedInput) -> CheckedInput {
    let name = planned.input.name
    do throws(InputError) {
      guard let (text, form) = try reader.read(planned.input) else {
        return CheckedInput(name: name, outcome: .emptyFolder(ignored: planned.input.ignoredCount))
      }
      let configuration: Configuration
      do throws(ConfigurationError) { configuration = try planned.configuration.get() } catch {
        throw .configuration(error)
      }
      var settings = configuration.lintSettings
      adjust(&settings)
      let linter = Linter(settings: settings)
      var file = linter.read(file: text)
      var report = linter.report(on: &file, against: related?.figures(for: file, at: planned.path) ?? [])
      var stale: [BaselineEntry] = []
      if let baseline = configuration.baseline.flatMap({ baselines[$0] }) {
        (report, stale) = baseline.taking(report, of: text, at: planned.path)
      }
      let others = others(of: &report, planned)
      let coverage = listsCoverage ? CoverageReading(file, linter: linter) : nil
      return CheckedInput(
        name: name,
        outcome: .linted(
          CheckedDocument(text, report, form: form, stale: stale, others: others, coverage: coverage)))
    } catch {
      return CheckedInput(name: name, outcome: .unreadable(error))
    }
  }

  /// The other documents that findings refer to, read once more; what refers to one that is gone
  /// meanwhile is left out.
  private func others(
    of report: inout LintReport, _ planned: CheckPlan.PlannedInput
  ) -> [ReferredDisclosure: ReferredDocument] {
    var others: [ReferredDisclosure: ReferredDocument] = [:]
    let named = report.namedDisclosures
    // Hardly any document is wrong about another.
    if named.isEmpty { return others }
    for other in named {
      if related?.isSameFile(other, of: planned.path) ?? false {
        report.standsInItself(other)
        continue
      }
      guard let input = related?.input(other, of: planned.path), reader.canReadAgain(input),
        let (text, form) = try? reader.read(input)
      else { continue }
      others[other] = ReferredDocument(name: input.name, document: CheckedDocument(text, .nothing, form: form))
    }
    for index in report.findings.indices where report.findings[index].related.contains(where: { $0.document != nil }) {
      report.findings[index].related.removeAll { place in place.document.map { others[$0] == nil } ?? false }
    }
    return others
  }
}

extension LintReport {
  /// The disclosures in which places related to findings stand.
  fileprivate var namedDisclosures: Set<ReferredDisclosure> {
    var named: Set<ReferredDisclosure> = []
    let findings = findings.span
    for index in findings.indices where !findings[index].related.isEmpty {
      let related = findings[index].related
      for place in related.indices {
        if let document = related[place].document { named.insert(document) }
      }
    }
    return named
  }

  /// Of related places those in `other` stand in the text that the report is on.
  fileprivate mutating func standsInItself(_ other: ReferredDisclosure) {
    for index in findings.indices {
      for place in findings[index].related.indices where findings[index].related[place].document == other {
        findings[index].related[place].document = nil
      }
    }
  }
}
