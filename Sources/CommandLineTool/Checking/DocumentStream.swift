import JSONText
import Lint
import Workspace

/// Checks documents that come as lines of JSON and answers as they come, so that the command
/// can stand in a pipe: `{"file": "某局.txt", "text": "…"}`, or without `text` for a file that
/// is to be read.
struct DocumentStream {
  let command: LintCommand

  private var environment: ToolEnvironment { command.environment }

  /// Checks until the standard input ends.
  func run() -> ExitStatus {
    let options = command.options
    let outputs: ReportOutputs
    do throws(OutputError) {
      outputs = try ReportOutputs(
        options.report.targets, options: options.report, language: command.language, in: environment)
    } catch {
      return command.fail([ToolMessage.text(of: error)])
    }
    let report = OrderedReport(
      outputs: outputs.outputs, errorOutput: environment.errorOutput, temporaryFolder: environment.temporaryFolder)
    var lines = LineCollector()
    var store = CheckPlan.store(options.configuration, in: environment)
    var done = 0
    var said: Set<LocalizedText> = []
    let statistics = options.report.hasStatistics ? RunStatistics() : nil
    var hasEnded = false
    while !hasEnded, !report.hasEnded, !environment.isInterrupted() {
      do throws(FileAccessError) {
        let chunk = try environment.standardInputChunk()
        hasEnded = chunk.isEmpty
        lines.add(chunk)
      } catch {
        outputs.discard()
        return command.fail([ToolMessage.text(of: error, at: "<stdin>")])
      }
      if environment.isInterrupted() { break }
      let batch = hasEnded ? lines.takeAll() : lines.takeComplete()
      let plan = CheckPlan(batch.map { Self.input($0.bytes, number: $0.number) }, store: &store, in: environment)
      if !plan.problems.isEmpty {
        outputs.discard()
        return command.fail(plan.problems)
      }
      for problem in plan.configurationProblems where said.insert(problem).inserted { command.say(problem) }
      check(plan, from: done, report, outputs, statistics)
      done += plan.inputs.count
      report.flush()
    }
    let (totals, failure) = report.close()
    if environment.isInterrupted() || failure != nil {
      outputs.discard()
      return environment.isInterrupted() ? .interrupted : .failure
    }
    do throws(OutputError) { try outputs.commit() } catch { return command.fail([ToolMessage.text(of: error)]) }
    if let statistics { _ = environment.errorOutput.write(statistics.text(in: command.language)) }
    return command.status(totals)
  }

  /// Checks the documents of some lines, the first of which is the input at `first`.
  private func check(
    _ plan: CheckPlan, from first: Int, _ report: OrderedReport, _ outputs: ReportOutputs, _ statistics: RunStatistics?
  ) {
    let reader = DocumentReader(environment: environment, timeLimit: command.options.input.timeLimit)
    var check = DocumentCheck(reader: reader, baselines: plan.baselines)
    check.listsCoverage = outputs.listsCoverage
    let formats = outputs.outputs.map(\.reporter)
    let language = command.language
    let jobs = min(command.options.input.jobs ?? environment.processorCount, plan.inputs.count)
    forEachIndex(below: plan.inputs.count, jobs: jobs) { [check] number in
      let index = plan.order[number]
      let checked = check.check(plan.inputs[index])
      statistics?.add(checked, at: first + index)
      report.deliver(
        Delivery(
          rendered: formats.map { $0.render(checked) }, remarks: Remarks.of(checked, language: language),
          totals: checked.totals), at: first + index)
    }
  }

  private static func input(_ line: [UInt8], number: Int) -> CheckInput {
    guard let value = try? JSONReader.read(line), let file = value["file"]?.string, !file.isEmpty else {
      return .wrongLine(number)
    }
    if let text = value["text"]?.string { return .given(FilePath(file), Array(text.utf8)) }
    return .item(.file(FilePath(file)))
  }
}

/// Collects bytes into lines.
struct LineCollector {
  private var pending: [UInt8] = []
  private var count = 0

  /// Adds bytes behind those before.
  mutating func add(_ bytes: [UInt8]) { pending += bytes }

  /// The lines that are complete, with their numbers from 1, without blank ones.
  mutating func takeComplete() -> [(number: Int, bytes: [UInt8])] {
    guard let end = pending.lastIndex(of: 0x0A) else { return [] }
    let complete = pending[...end]
    pending = Array(pending[(end + 1)...])
    return lines(of: complete.dropLast())
  }

  /// All lines, with one that has no end.
  mutating func takeAll() -> [(number: Int, bytes: [UInt8])] {
    defer { pending = [] }
    return pending.isEmpty ? [] : lines(of: pending[...])
  }

  private mutating func lines(of bytes: ArraySlice<UInt8>) -> [(number: Int, bytes: [UInt8])] {
    var result: [(number: Int, bytes: [UInt8])] = []
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      count += 1
      if line.contains(where: { $0 > 0x20 }) { result.append((count, Array(line))) }
    }
    return result
  }
}
