import Lint
import Workspace

/// One run over planned inputs: on all threads, into all reports.
struct CheckRun: Sendable {
  let plan: CheckPlan
  let check: DocumentCheck
  let report: OrderedReport
  let formats: [any Reporter]
  let language: MessageLanguage
  let jobs: Int
  let environment: ToolEnvironment
  /// The inputs in the order in which they are taken, where each is written as soon as those before it are; nil
  /// where all are judged before any is written.
  var stream: [Int]?
  /// What else looks at each input, on its thread, and whether it was checked before and counts anew.
  var observe: @Sendable (CheckedInput, Int, _ isAgain: Bool) -> Void = { _, _, _ in }

  /// Checks every input and delivers it; false where the run was interrupted.
  func run(progress: Progress?) -> Bool {
    guard let related = check.related as? RelatedDocuments, !related.isAlone else {
      check(stream ?? plan.order, isAgain: false, progress)
      progress?.end()
      return !environment.isInterrupted()
    }
    report.hold()
    check(plan.order, isAgain: false, progress)
    check(plan.order.filter { related.isOutdated(plan.inputs[$0].path) }, isAgain: true, nil)
    progress?.end()
    if environment.isInterrupted() { return false }
    report.release()
    return true
  }

  private func check(_ order: [Int], isAgain: Bool, _ progress: Progress?) {
    // To ask what a value is takes as long as reading a page.
    let foreknown = check.related as? ForeknownRelatives
    forEachIndex(below: order.count, jobs: min(jobs, order.count)) { number in
      let index = order[number]
      defer { foreknown?.settle(index) }
      guard !report.hasEnded, !environment.isInterrupted() else { return }
      let checked = check.check(plan.inputs[index])
      if environment.isInterrupted() { return }
      observe(checked, index, isAgain)
      report.deliver(
        Delivery(
          rendered: formats.map { $0.render(checked) }, remarks: Remarks.of(checked, language: language),
          totals: checked.totals), at: index)
      if stream != nil { report.flush() }
      progress?.advance()
    }
  }
}
