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
  /// What else looks at each input, on its thread.
  var observe: @Sendable (CheckedInput, Int) -> Void = { _, _ in }

  /// Checks every input and delivers it; false where the run was interrupted.
  func run(progress: Progress?) -> Bool {
    let order = plan.order
    forEachIndex(below: order.count, jobs: min(jobs, order.count)) { number in
      guard !report.hasEnded, !environment.isInterrupted() else { return }
      let index = order[number]
      let checked = check.check(plan.inputs[index])
      if environment.isInterrupted() { return }
      observe(checked, index)
      report.deliver(
        Delivery(
          rendered: formats.map { $0.render(checked) }, remarks: Remarks.of(checked, language: language),
          totals: checked.totals), at: index)
      progress?.advance()
    }
    progress?.end()
    return !environment.isInterrupted()
  }
}
