import Disclosure
import Lint
import Synchronization
import Workspace

/// The documents that those of a run are checked against.
protocol Relatives: Sendable {
  /// What the disclosures of the file at `path` are to be checked against, for each of them.
  func figures(for file: DisclosureFile, at path: FilePath) -> [RelatedFigures]

  /// The input that `other` stands in, which a disclosure of the file at `path` was checked against.
  func input(_ other: ReferredDisclosure, of path: FilePath) -> CheckInput?

  /// Whether `other`, which a disclosure of the file at `path` was checked against, stands in the same file.
  func isSameFile(_ other: ReferredDisclosure, of path: FilePath) -> Bool
}

/// The documents of one run that are checked against each other: last year's against this year's,
/// a budget against the final accounts.
///
/// A file may hold several, each of which is one of them. Of each only its figures are kept. A document is checked
/// against what is known when its turn comes; those for which more became known later are checked once more at the end.
final class RelatedDocuments: Relatives {
  /// The inputs by the places of their files, for looking up what a finding refers to.
  private let inputs: [FilePath: CheckInput]
  /// Whether there is one input: only what it holds itself can be checked against each other.
  let isAlone: Bool
  private let state = Mutex(State())

  private struct State: Sendable {
    var groups = DocumentGroups()
    /// The figures of the disclosures of each file.
    var summaries: [FilePath: [FigureSummary]] = [:]
    /// What each disclosure of a file was checked against.
    var used: [FilePath: [[RelatedDocument]]] = [:]

    /// What the disclosures of a file are to be checked against.
    func related(to path: FilePath) -> [[RelatedDocument]] {
      let count = summaries[path]?.count ?? 0
      return (0..<count).map { groups.related(to: path, number: $0) }
    }
  }

  /// Begins without documents.
  init(_ plan: CheckPlan) {
    isAlone = plan.inputs.count < 2
    inputs = Dictionary(plan.inputs.map { ($0.path, $0.input) }) { first, _ in first }
  }

  /// Takes down the figures of the disclosures of the file at `path`, and gives for each those that it is to
  /// be checked against.
  func figures(for file: DisclosureFile, at path: FilePath) -> [RelatedFigures] {
    if isAlone, file.parts.count == 1 { return [] }
    let profiles = file.parts.map { ProfileSummary($0.document.profile) }
    if !profiles.contains(where: DocumentGroups.belongs) { return [] }
    let isKnown = state.withLock { $0.summaries[path] != nil }
    let summaries =
      isKnown
      ? []
      : zip(file.parts, profiles).map { part, profile in
        DocumentGroups.belongs(profile) ? FigureSummary(part.document).moved(by: part.start) : FigureSummary()
      }
    return state.withLock { state in
      if state.summaries[path] == nil {
        state.summaries[path] = summaries
        for (number, profile) in profiles.enumerated() {
          state.groups.add(path, number: number, profile, digest: summaries[number].digest)
        }
      }
      let related = state.related(to: path)
      state.used[path] = related
      return related.map { documents in
        var figures = RelatedFigures()
        for other in documents { figures[other.relation] = state.summaries[other.path]?[other.number] }
        return figures
      }
    }
  }

  func input(_ other: ReferredDisclosure, of path: FilePath) -> CheckInput? {
    let used = state.withLock { $0.used[path]?[other.checked] }
    return used?.first { $0.relation == other.relation }.flatMap { inputs[$0.path] }
  }

  /// Whether a disclosure of the file at `path` was checked before all was known that it is to be checked
  /// against.
  func isOutdated(_ path: FilePath) -> Bool {
    state.withLock { state in
      guard let used = state.used[path] else { return false }
      return used != state.related(to: path)
    }
  }

  func isSameFile(_ other: ReferredDisclosure, of path: FilePath) -> Bool {
    let used = state.withLock { $0.used[path]?[other.checked] }
    return used?.first { $0.relation == other.relation }?.path == path
  }
}
