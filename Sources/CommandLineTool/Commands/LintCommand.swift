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
    let reader = DocumentReader(environment: environment, timeLimit: options.input.timeLimit)
    var check = DocumentCheck(reader: reader, baselines: known == nil ? plan.baselines : [:])
    if !options.checksSeparately { check.related = RelatedDocuments(plan) }
    check.listsCoverage = outputs.listsCoverage
    let run = CheckRun(
      plan: plan, check: check, report: report,
      formats: outputs.outputs.map(\.reporter), language: language,
      jobs: options.input.jobs ?? environment.processorCount, environment: environment,
      isStream: options.checksSeparately
    ) { checked, index, isAgain in
      if isAgain {
        statistics?.remove(index)
        known?.remove(plan.inputs[index].path)
      }
      statistics?.add(checked, at: index)
      known?.add(checked, path: plan.inputs[index].path)
    }
    let isWatched = environment.errorIsTerminal && plan.inputs.count > 1
    let progress = isWatched ? Progress(total: plan.inputs.count, language: language, in: environment) : nil
    guard run.run(progress: progress) else {
      outputs.discard()
      return .interrupted
    }
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
