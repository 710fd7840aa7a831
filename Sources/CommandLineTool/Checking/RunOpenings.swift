import Disclosure
import DisclosureText
import Lint
import Rules
import Synchronization
import Workspace

/// What the first pages of a run's inputs say they are.
struct RunOpenings: Sendable {
  /// The first input of each path.
  private(set) var places: [FilePath: Int] = [:]
  /// Which documents belong together.
  private(set) var groups = DocumentGroups()

  private let plan: CheckPlan
  private let reader: DocumentReader
  private let jobs: Int
  /// For each input what its disclosures are.
  private var profiles: [[ProfileSummary]]

  /// Looks at the first pages of each input of `plan`.
  init(_ plan: CheckPlan, reader: DocumentReader, jobs: Int, progress: Progress?) {
    self.plan = plan
    self.reader = reader
    self.jobs = jobs
    for (index, input) in plan.inputs.enumerated() where places[input.path] == nil { places[input.path] = index }
    let looks = Mutex([Look](repeating: Look(), count: plan.inputs.count))
    let first = Array(places.values)
    let isFirst = Set(first)
    let order = plan.inputs.indices.filter { isFirst.contains($0) }
    forEachIndex(below: order.count, jobs: min(jobs, order.count)) { number in
      let index = order[number]
      if reader.environment.isInterrupted() { return }
      if let look = Self.look(at: plan.inputs[index], reader) { looks.withLock { $0[index] = look } }
      progress?.advance()
    }
    let taken = looks.withLock { $0 }
    profiles = taken.map(\.profiles)
    for index in order {
      for (number, profile) in taken[index].profiles.enumerated() {
        groups.add(plan.inputs[index].path, number: number, profile, digest: taken[index].digests[number])
      }
    }
    settleDisputes()
  }

  /// What the disclosures of an input are, and a number that equal ones have in common.
  private struct Look: Sendable {
    var profiles: [ProfileSummary] = []
    var digests: [UInt64] = []
  }

  private static func look(at planned: CheckPlan.PlannedInput, _ reader: DocumentReader) -> Look? {
    guard let settings = (try? planned.configuration.get())?.lintSettings,
      let (text, _) = try? reader.read(planned.input)
    else { return nil }
    var look = Look()
    for (profile, range) in DisclosureFile.openings(of: text, expecting: settings.expectation) {
      look.profiles.append(profile)
      look.digests.append(ContentDigest.quick(text.bytes[range]))
    }
    return look
  }

  /// Those of one entity, kind and year whose texts differ count as one where their figures do not: that takes all
  /// of them.
  private mutating func settleDisputes() {
    let disputed = groups.disputed.compactMap { places[$0] }.sorted()
    let digests = Mutex([FilePath: [UInt64]]())
    let plan = plan
    read(disputed) { index, file in
      let own = file.parts.map { FigureSummary($0.document).digest }
      digests.withLock { $0[plan.inputs[index].path] = own }
    }
    groups.take(digests: digests.withLock { $0 })
  }

  /// Reads all of some inputs.
  func read(_ inputs: [Int], _ take: @Sendable (Int, DisclosureFile) -> Void) {
    forEachIndex(below: inputs.count, jobs: min(jobs, inputs.count)) { number in
      if reader.environment.isInterrupted() { return }
      let planned = plan.inputs[inputs[number]]
      guard let settings = (try? planned.configuration.get())?.lintSettings,
        let (text, _) = try? reader.read(planned.input)
      else { return }
      take(inputs[number], Linter(settings: settings).read(file: text))
    }
  }

  /// What each disclosure of an input is to be checked against; nothing at all where that is nothing.
  func related(to index: Int) -> [[RelatedDocument]] {
    let path = plan.inputs[index].path
    guard let first = places[path] else { return [] }
    let related = profiles[first].indices.map { groups.related(to: path, number: $0) }
    return related.allSatisfy(\.isEmpty) ? [] : related
  }

  /// Whether a disclosure of an input is what its first pages say.
  func isAsOpened(_ file: DisclosureFile, number: Int, at index: Int) -> Bool {
    guard number < profiles[index].count else { return false }
    return DocumentGroups.areOne(profiles[index][number], ProfileSummary(file.parts[number].document.profile))
  }

  /// Whether what the first pages of a disclosure say it is has relatives.
  func hasRelatives(at index: Int, number: Int) -> Bool {
    number < profiles[index].count && groups.hasRelatives(profiles[index][number])
  }
}
