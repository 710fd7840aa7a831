import Lint
import Synchronization
import Workspace

/// `budgetlint fix`: makes the repairs that the evidence singles out.
struct FixCommand: Sendable {
  let options: FixOptions
  let language: MessageLanguage
  let environment: ToolEnvironment

  /// Repairs every input and returns the exit status: 1 where an alarm is left, or with
  /// `--diff` where something would change.
  func run() -> ExitStatus {
    environment.watchInterruption()
    let plan = CheckPlan(options.input, configuration: options.configuration, in: environment)
    for problem in plan.configurationProblems {
      _ = environment.errorOutput.write(ToolMessage.line(problem, in: language))
    }
    var reader = DocumentReader(environment: environment, timeLimit: options.input.timeLimit)
    reader.kept = KeptTexts(in: environment.temporaryFolder)
    let fixer = FileFixer(options: options, reader: reader, language: language, environment: environment)
    let results = Mutex([FixedFile?](repeating: nil, count: plan.inputs.count))
    let (names, order) = (firstNames(plan.inputs), plan.order)
    let jobs = min(options.input.jobs ?? environment.processorCount, plan.inputs.count)
    forEachIndex(below: order.count, jobs: jobs) { number in
      if environment.isInterrupted() { return }
      let index = order[number]
      if let first = names[index] {
        let name = plan.inputs[index].input.name.printable
        let sentence = LocalizedText(
          "\(name) 与 \(first) 是同一个文件，只修改一次", "\(name) is the same file as \(first) and is repaired once")
        results.withLock { $0[index] = FixedFile(saying: ToolMessage.line(sentence, in: language)) }
        return
      }
      let fixed = fixer.fix(plan.inputs[index])
      results.withLock { $0[index] = fixed }
    }
    let files = results.withLock { $0 }
    return end(files, plan, names, fixer.reader)
  }

  /// Says what was done and what is left, which is what `lint` finds.
  private func end(
    _ fixed: [FixedFile?], _ plan: CheckPlan, _ names: [Int: String], _ reader: DocumentReader
  ) -> ExitStatus {
    var fixed = fixed
    let repeated = names.keys.map { ($0, fixed[$0]) }
    if !options.showsDifference, !environment.isInterrupted() {
      for (index, _) in repeated { fixed[index] = nil }
      FindingsLeft(
        plan: plan, reader: reader, language: language, jobs: options.input.jobs ?? environment.processorCount
      ).add(to: &fixed)
      for (index, file) in repeated { fixed[index] = file }
    }
    let files = fixed.compactMap { $0 }
    var totals = RunTotals()
    for file in files {
      totals.add(file.totals)
      if environment.output.write(file.output) != .written { return .failure }
      _ = environment.errorOutput.write(file.remarks)
    }
    if environment.isInterrupted() { return .interrupted }
    let made = files.reduce(0) { $0 + $1.made }
    let alarms = totals.count(of: .error) + totals.count(of: .warning)
    _ = environment.errorOutput.write(
      ToolMessage.line(summary(made: made, files: files.count { $0.made > 0 }, alarms: alarms), in: language))
    if totals.unreadable > 0 { return .failure }
    return alarms > 0 || (options.showsDifference && made > 0) ? .alarms : .clean
  }

  /// For each input that is a file with an earlier name among them, that name.
  private func firstNames(_ inputs: [CheckPlan.PlannedInput]) -> [Int: String] {
    var seen: [FileIdentity: String] = [:]
    var names: [Int: String] = [:]
    for (index, planned) in inputs.enumerated() {
      guard case .item(.file(let path)) = planned.input, let status = try? environment.fileSystem.status(of: path),
        status.kind == .file
      else { continue }
      if let first = seen[status.identity] { names[index] = first } else { seen[status.identity] = path.printable }
    }
    return names
  }

  private func summary(made: Int, files: Int, alarms: Int) -> LocalizedText {
    if options.showsDifference {
      return LocalizedText(
        "可修改 \(files) 个文件中的 \(made) 处，未改动文件",
        "\(Remarks.counted(made, "repair")) in \(Remarks.counted(files, "file")) would be made; nothing was changed")
    }
    return LocalizedText(
      "修改 \(files) 个文件中的 \(made) 处；仍有 \(alarms) 个错误和警告",
      "\(Remarks.counted(made, "repair")) made in \(Remarks.counted(files, "file")); \(Remarks.counted(alarms, "alarm")) left"
    )
  }
}
