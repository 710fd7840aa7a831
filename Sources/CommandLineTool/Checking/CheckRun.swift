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
  /// Whether the inputs are taken in their order and each is written as soon as those before it are.
  var isStream = false
  /// What else looks at each input, on its thread, and whether it was checked before and counts anew.
  var observe: @Sendable (CheckedInput, Int, _ isAgain: Bool) -> Void = { _, _, _ in }

  /// Checks every input and delivers it; false where the run was interrupted.
  func run(progress: Progress?) -> Bool {
    guard let related = check.related, !related.isAlone else {
      check(isStream ? Array(plan.inputs.indices) : plan.order, isAgain: false, progress)
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
    forEachIndex(below: order.count, jobs: min(jobs, order.count)) { number in
      guard !report.hasEnded, !environment.isInterrupted() else { return }
      let index = order[number]
      let checked = check.check(plan.inputs[index])
      if environment.isInterrupted() { return }
      observe(checked, index, isAgain)
      report.deliver(
        Delivery(
          rendered: formats.map { $0.render(checked) }, remarks: Remarks.of(checked, language: language),
          totals: checked.totals), at: index)
      if isStream { report.flush() }
      progress?.advance()
    }
  }
}
