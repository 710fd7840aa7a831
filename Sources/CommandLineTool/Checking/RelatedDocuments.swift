import Disclosure
import Lint
import Synchronization
import Workspace

/// The documents of one run that are checked against each other: last year's against this year's,
/// a budget against the final accounts.
///
/// Of each only its figures are kept. A document is checked against what is known when its turn
/// comes; those for which more became known later are checked once more at the end.
final class RelatedDocuments: Sendable {
  /// The inputs by the places of their files, for looking up what a finding refers to.
  private let inputs: [FilePath: CheckInput]
  private let state = Mutex(State())

  private struct State: Sendable {
    var groups = DocumentGroups()
    var summaries: [FilePath: FigureSummary] = [:]
    /// What each document was checked against.
    var used: [FilePath: [RelatedDocument]] = [:]
  }

  /// Begins without documents; nil where there is only one input.
  init?(_ plan: CheckPlan) {
    if plan.inputs.count < 2 { return nil }
    inputs = Dictionary(plan.inputs.map { ($0.path, $0.input) }) { first, _ in first }
  }

  /// Takes down the figures of the document at `path`, and gives those that it is to be checked
  /// against.
  func figures(for document: DisclosureDocument, at path: FilePath) -> RelatedFigures {
    let profile = ProfileSummary(document.profile)
    if !DocumentGroups.belongs(profile) { return RelatedFigures() }
    let isKnown = state.withLock { $0.summaries[path] != nil }
    let summary = isKnown ? FigureSummary() : FigureSummary(document)
    return state.withLock { state in
      if state.summaries[path] == nil {
        state.summaries[path] = summary
        state.groups.add(path, profile, digest: summary.digest)
      }
      let related = state.groups.related(to: path)
      state.used[path] = related
      var figures = RelatedFigures()
      for other in related { figures[other.relation] = state.summaries[other.path] }
      return figures
    }
  }

  /// The input that `other` means to the document at `path`.
  func input(_ other: OtherDocument, of path: FilePath) -> CheckInput? {
    let used = state.withLock { $0.used[path] }
    return used?.first { $0.relation == other }.flatMap { inputs[$0.path] }
  }

  /// Whether the document at `path` was checked before all was known that it is to be checked against.
  func isOutdated(_ path: FilePath) -> Bool {
    state.withLock { state in
      guard let used = state.used[path] else { return false }
      return used != state.groups.related(to: path)
    }
  }
}
