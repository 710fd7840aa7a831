import Lint
import Workspace

/// Checks documents and reports what is wrong with them.
struct LintCommand: Sendable {
  let options: LintOptions
  let language: MessageLanguage
  let environment: ToolEnvironment

  /// Checks every input and returns the exit status.
  func run() -> ExitStatus {
    environment.watchInterruption()
    if options.readsDocuments { return DocumentStream(command: self).run() }
    let plan = CheckPlan(options.input, configuration: options.configuration, in: environment)
    // What is known already does not count where it is written anew.
    if options.writtenBaseline == nil, !plan.problems.isEmpty { return fail(plan.problems) }
    for problem in plan.configurationProblems { say(problem) }
    let outputs: ReportOutputs
    do throws(OutputError) {
      outputs = try ReportOutputs(options.report.targets, options: options.report, language: language, in: environment)
    } catch {
      return fail([ToolMessage.text(of: error)])
    }
    let report = OrderedReport(
      outputs: outputs.outputs, errorOutput: environment.errorOutput, temporaryFolder: environment.temporaryFolder)
    let statistics = options.report.hasStatistics ? RunStatistics() : nil
    let known = options.writtenBaseline.map { KnownFindings(at: $0) }
    let jobs = options.input.jobs ?? environment.processorCount
    var reader = DocumentReader(environment: environment, timeLimit: options.input.timeLimit)
    if !options.checksSeparately, plan.inputs.count > 1 { reader.kept = KeptTexts(in: environment.temporaryFolder) }
    var check = DocumentCheck(reader: reader, baselines: known == nil ? plan.baselines : [:])
    var stream = options.checksSeparately ? Array(plan.inputs.indices) : nil
    var foreknown: ForeknownRelatives?
    if !options.checksSeparately, plan.inputs.count > 1, options.report.isStream {
      let looking = progress(over: plan, isLook: true)
      let openings = RunOpenings(plan, reader: reader, jobs: jobs, progress: looking)
      looking?.end()
      let relatives = ForeknownRelatives(plan, openings: openings)
      (stream, foreknown, check.related) = (relatives.order, relatives, relatives)
    } else if !options.checksSeparately {
      check.related = RelatedDocuments(plan)
    }
    check.listsCoverage = outputs.listsCoverage
    let run = CheckRun(
      plan: plan, check: check, report: report,
      formats: outputs.outputs.map(\.reporter), language: language,
      jobs: jobs, environment: environment, stream: stream
    ) { checked, index, isAgain in
      if isAgain {
        statistics?.remove(index)
        known?.remove(plan.inputs[index].path)
      }
      statistics?.add(checked, at: index)
      known?.add(checked, path: plan.inputs[index].path)
    }
    guard run.run(progress: progress(over: plan)) else {
      outputs.discard()
      return .interrupted
    }
    if let strayed = foreknown?.strayed, strayed > 0 { say(ToolMessage.strayed(strayed)) }
    return end(report, outputs, statistics, known, plan)
  }

  /// Ends the reports and says what came of the run.
  private func end(
    _ report: OrderedReport, _ outputs: ReportOutputs, _ statistics: RunStatistics?, _ known: KnownFindings?,
    _ plan: CheckPlan
  ) -> ExitStatus {
    let (totals, failure) = report.close()
    if let failure {
      outputs.discard()
      if case .failed(let code) = failure { return fail([ToolMessage.writeFailure(code: code)]) }
      return .failure
    }
    do throws(OutputError) { try outputs.commit() } catch { return fail([ToolMessage.text(of: error)]) }
    if let statistics { _ = environment.errorOutput.write(statistics.text(in: language)) }
    for text in plan.lostBaselineFiles(in: environment.fileSystem) where known == nil { say(text) }
    if let known {
      do throws(OutputError) { say(try known.write(with: environment.fileWriter)) } catch {
        return fail([ToolMessage.text(of: error)])
      }
      return totals.unreadable > 0 ? .failure : .clean
    }
    return status(totals)
  }

  /// What says on a terminal how far the run is, where there is one.
  private func progress(over plan: CheckPlan, isLook: Bool = false) -> Progress? {
    guard environment.errorIsTerminal, plan.inputs.count > 1 else { return nil }
    return Progress(total: plan.inputs.count, isLook: isLook, language: language, in: environment)
  }

  /// The exit status for what a run added up to.
  func status(_ totals: RunTotals) -> ExitStatus {
    if totals.unreadable > 0 { return .failure }
    return totals.hasFinding(from: options.failureSeverity) ? .alarms : .clean
  }

  /// Says why nothing was done.
  func fail(_ problems: [LocalizedText]) -> ExitStatus {
    for problem in problems { say(problem) }
    return .failure
  }

  /// Says a sentence beside the reports.
  func say(_ text: LocalizedText) {
    _ = environment.errorOutput.write(ToolMessage.line(text, in: language))
  }
}
