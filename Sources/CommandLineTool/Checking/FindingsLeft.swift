import Lint
import Synchronization
import Workspace

/// What `lint` finds in documents after they were repaired, among it what they say of each other.
struct FindingsLeft: Sendable {
  let plan: CheckPlan
  let reader: DocumentReader
  let language: MessageLanguage
  let jobs: Int

  /// Adds to each file what is left in it; `files` stand in the order of the plan, nil for those that count with
  /// another.
  func add(to files: inout [FixedFile?]) {
    // One that was read, and has no other beside it, has been judged as `lint` does.
    let isJudged = plan.inputs.count < 2 && plan.baselines.isEmpty
    let counted = plan.order.filter { index in
      guard let file = files[index], !isJudged || file.totals.unreadable > 0 else { return false }
      if case .standardInput = plan.inputs[index].input { return file.text != nil }
      // What a pipe holds is taken out of it by reading.
      guard case .item(.file(let path)) = plan.inputs[index].input, file.text == nil else { return true }
      return (try? reader.environment.fileSystem.status(of: path))?.kind == .file
    }
    if counted.isEmpty { return }
    let related: RelatedDocuments? = RelatedDocuments(plan)
    var check = DocumentCheck(reader: reader, baselines: plan.baselines)
    check.related = related
    let texts = files.map { $0?.text }
    let results = Mutex([CheckedInput?](repeating: nil, count: files.count))
    func judge(_ order: [Int]) {
      forEachIndex(below: order.count, jobs: min(jobs, order.count)) { [check] number in
        if reader.environment.isInterrupted() { return }
        let index = order[number]
        let result = check.check(plan.inputs[index].having(texts[index]))
        results.withLock { $0[index] = result }
      }
    }
    judge(counted)
    judge(counted.filter { related?.isOutdated(plan.inputs[$0].path) ?? false })
    for (index, result) in results.withLock({ $0 }).enumerated() {
      guard let result, case .linted(let document) = result.outcome else { continue }
      let unreadable = files[index]?.totals.unreadable ?? 0
      files[index]?.totals = result.totals
      files[index]?.totals.unreadable = unreadable
      files[index]?.remarks += FixAdvice(document: document, name: result.name.printable, language: language).across()
    }
  }
}

extension CheckPlan.PlannedInput {
  /// The same input, or its text where that is known.
  fileprivate func having(_ text: [UInt8]?) -> Self {
    guard let text else { return self }
    return Self(input: .given(input.name, text), path: path, configuration: configuration, size: text.count)
  }
}
