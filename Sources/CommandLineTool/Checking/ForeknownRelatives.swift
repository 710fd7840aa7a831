import Disclosure
import Dispatch
import Lint
import Synchronization
import Workspace

/// The documents of one run that are checked against each other, told by their first pages before any is judged:
/// a report is final when it is made, and those of others need not be waited for.
///
/// A document that turns out to be of another entity, kind or year than its first pages say is not compared with
/// others; ``strayed`` counts those. Figures are kept for as long as a document has to be checked against them.
final class ForeknownRelatives: Relatives {
  /// The places of the inputs in the order of work: what an input is checked against comes before it.
  let order: [Int]

  private let plan: CheckPlan
  private let openings: RunOpenings
  /// The first input of each path.
  private let places: [FilePath: Int]
  /// What the disclosures of each input are checked against; empty where that is nothing.
  private let related: [[[RelatedDocument]]]
  /// For what others are checked against, whether it was read.
  private let reading: [FilePath: DispatchGroup]
  private let state: Mutex<State>

  private struct State: Sendable {
    /// The figures of the disclosures of the files that others are still to be checked against.
    var summaries: [FilePath: [FigureSummary]] = [:]
    /// How many inputs those are.
    var wanted: [FilePath: Int]
    /// The files that others wait for.
    var unread: Set<FilePath>
    var strayed: Set<FilePath> = []
  }

  /// Looks at the first pages of the inputs of a plan.
  init(_ plan: CheckPlan, openings: RunOpenings) {
    self.plan = plan
    self.openings = openings
    places = openings.places
    let related = plan.inputs.indices.map { openings.related(to: $0) }
    self.related = related
    let needs = plan.inputs.indices.map { index in
      let paths = Set(related[index].flatMap { $0.map(\.path) })
      return paths.compactMap { openings.places[$0] }.filter { plan.inputs[$0].path != plan.inputs[index].path }
        .sorted()
    }
    var wanted: [FilePath: Int] = [:]
    for (index, documents) in related.enumerated() where !documents.isEmpty {
      for path in Set(documents.flatMap { $0.map(\.path) }).union([plan.inputs[index].path]) {
        wanted[path, default: 0] += 1
      }
    }
    let (order, early) = Self.order(plan, needs: needs)
    self.order = order
    var reading: [FilePath: DispatchGroup] = [:]
    for need in Set(needs.joined()) {
      reading[plan.inputs[need].path] = DispatchGroup()
      reading[plan.inputs[need].path]?.enter()
    }
    self.reading = reading
    state = Mutex(State(wanted: wanted, unread: Set(reading.keys)))
    openings.read(early.sorted()) { index, file in
      keep(file, at: plan.inputs[index].path)
    }
  }

  /// The files that turned out to be other documents than their first pages say.
  var strayed: Int { state.withLock { $0.strayed.count } }

  func figures(for file: DisclosureFile, at path: FilePath) -> [RelatedFigures] {
    keep(file, at: path)
    guard let index = places[path], !related[index].isEmpty else { return [] }
    for other in Set(related[index].flatMap { $0.map(\.path) }) where other != path { reading[other]?.wait() }
    return state.withLock { state in
      zip(related[index], file.parts.indices).map { documents, number in
        var figures = RelatedFigures()
        guard openings.isAsOpened(file, number: number, at: index) else { return figures }
        for other in documents { figures[other.relation] = state.summaries[other.path]?[other.number] }
        return figures
      }
    }
  }

  /// Takes down the figures of a file that others are checked against.
  private func keep(_ file: DisclosureFile, at path: FilePath) {
    guard let index = places[path] else { return }
    let isStray = file.parts.indices.contains { number in
      !openings.isAsOpened(file, number: number, at: index)
        && (openings.groups.hasRelatives(ProfileSummary(file.parts[number].document.profile))
          || openings.hasRelatives(at: index, number: number))
    }
    let isWanted = state.withLock { state in
      if isStray { state.strayed.insert(path) }
      return state.wanted[path] != nil && state.summaries[path] == nil
    }
    if isWanted {
      let summaries = file.parts.enumerated().map { number, part in
        openings.isAsOpened(file, number: number, at: index)
          ? FigureSummary(part.document).moved(by: part.start) : FigureSummary()
      }
      state.withLock { $0.summaries[path] = summaries }
    }
    release(path)
  }

  /// Lets nobody wait for a file any more.
  private func release(_ path: FilePath) {
    let isFirst = state.withLock { $0.unread.remove(path) != nil }
    if isFirst { reading[path]?.leave() }
  }

  /// Says that the input at `index` is done, or was left out: what only it was to be checked against is forgotten.
  func settle(_ index: Int) {
    let path = plan.inputs[index].path
    release(path)
    guard !related[index].isEmpty else { return }
    state.withLock { state in
      for other in Set(related[index].flatMap { $0.map(\.path) }).union([path]) {
        let rest = (state.wanted[other] ?? 1) - 1
        state.wanted[other] = rest > 0 ? rest : nil
        if rest <= 0 { state.summaries[other] = nil }
      }
    }
  }

  func input(_ other: ReferredDisclosure, of path: FilePath) -> CheckInput? {
    document(other, of: path).flatMap { places[$0.path] }.map { plan.inputs[$0].input }
  }

  func isSameFile(_ other: ReferredDisclosure, of path: FilePath) -> Bool { document(other, of: path)?.path == path }

  private func document(_ other: ReferredDisclosure, of path: FilePath) -> RelatedDocument? {
    guard let index = places[path], related[index].indices.contains(other.checked) else { return nil }
    return related[index][other.checked].first { $0.relation == other.relation }
  }
}

extension ForeknownRelatives {
  /// As many inputs are taken from their order at a time, the largest of them first.
  private static let window = 16

  /// The order of work, and the inputs that must be read before it begins, for they need what needs them: files
  /// with several disclosures can.
  private static func order(_ plan: CheckPlan, needs: [[Int]]) -> (order: [Int], early: Set<Int>) {
    var (order, early): ([Int], Set<Int>) = ([], [])
    var hasBegun = [Bool](repeating: false, count: needs.count)
    var isDone = hasBegun
    for start in stride(from: 0, to: needs.count, by: window) {
      let part = start..<min(start + window, needs.count)
      for first in part.sorted(by: { (plan.inputs[$1].size, $0) < (plan.inputs[$0].size, $1) }) where !hasBegun[first] {
        hasBegun[first] = true
        var path = [(input: first, next: 0)]
        while let (input, next) = path.last {
          if next == needs[input].count {
            path.removeLast()
            isDone[input] = true
            order.append(input)
            continue
          }
          path[path.count - 1].next += 1
          let need = needs[input][next]
          if hasBegun[need] {
            if !isDone[need] { early.insert(need) }
          } else {
            hasBegun[need] = true
            path.append((need, 0))
          }
        }
      }
    }
    return (order, early)
  }
}
