import Assist
import Disclosure
import DisclosureText
import Lint
import Rules
import Synchronization
import Workspace

/// `budgetlint check --submission`: the gate before publication, with a verdict and a protocol.
///
/// Rules about what is absent always speak, warnings fail as errors do, known findings are not
/// left out, and figures that nothing vouches for are listed.
struct SubmissionCommand: Sendable {
  let options: SubmissionOptions
  let language: MessageLanguage
  let environment: ToolEnvironment

  /// Checks every document and returns the exit status: 0 where all may be published.
  func run() -> ExitStatus {
    environment.watchInterruption()
    let plan = CheckPlan(options.input, configuration: options.configuration, in: environment)
    let given = standardInput(of: plan)
    let environment = environment.giving(given)
    var reader = DocumentReader(environment: environment, timeLimit: options.input.timeLimit)
    if plan.inputs.count > 1 { reader.kept = KeptTexts(in: environment.temporaryFolder) }
    var check = DocumentCheck(reader: reader, baselines: [:])
    check.listsCoverage = true
    check.adjust = { $0.expectation.isWhole = true }
    let related = RelatedDocuments(plan)
    check.related = related
    let records = Mutex([SubmissionRecord?](repeating: nil, count: plan.inputs.count))
    func judge(_ order: [Int]) {
      let jobs = min(options.input.jobs ?? environment.processorCount, order.count)
      forEachIndex(below: order.count, jobs: jobs) { [check] number in
        if environment.isInterrupted() { return }
        let index = order[number]
        let record = record(of: plan.inputs[index], given: given, by: check)
        records.withLock { $0[index] = record }
      }
    }
    judge(plan.order)
    judge(plan.order.filter { related.isOutdated(plan.inputs[$0].path) })
    if environment.isInterrupted() { return .interrupted }
    return end(records.withLock { $0 }.compactMap { $0 }, plan)
  }

  /// The standard input where the plan has it, which can be read once: its digest is that of the bytes as they came.
  private func standardInput(of plan: CheckPlan) -> [UInt8]? {
    let isRead = plan.inputs.contains { if case .standardInput = $0.input { true } else { false } }
    return isRead ? try? environment.standardInput() : nil
  }

  private func record(
    of planned: CheckPlan.PlannedInput, given: [UInt8]?, by check: DocumentCheck
  ) -> SubmissionRecord {
    let checked = check.check(planned)
    var settings = (try? planned.configuration.get())?.lintSettings ?? LintSettings()
    settings.expectation.isWhole = true
    var bytes: [UInt8]?
    switch planned.input {
    case .item(.file(let path)): bytes = try? environment.fileSystem.bytes(of: path)
    case .standardInput: bytes = given
    default: break
    }
    if bytes == nil, case .linted(let document) = checked.outcome { bytes = document.text.bytes }
    let rules = RuleRegistry.all.map { ($0, settings.levels[$0.name] ?? .severity($0.severity)) }
    return SubmissionRecord(
      input: checked, digest: bytes.map { ContentDigest.sha256($0) }, size: bytes?.count ?? 0, rules: rules)
  }

  private func end(_ records: [SubmissionRecord], _ plan: CheckPlan) -> ExitStatus {
    let passes = !records.isEmpty && records.allSatisfy(\.passes)
    let head = SubmissionHead(date: environment.date(), versions: versions(for: records), passes: passes)
    for target in options.protocols {
      let bytes =
        target.isPage
        ? SubmissionPage(language: language).html(head, records)
        : SubmissionProtocol(language: language).json(head, records)
      do throws(FileAccessError) {
        try environment.fileWriter.replace(FilePath(target.file), with: bytes)
      } catch {
        let message = ToolMessage.text(of: OutputError(path: FilePath(target.file), error: error))
        _ = environment.errorOutput.write(ToolMessage.line(message, in: language))
        return .failure
      }
    }
    for problem in plan.configurationProblems {
      _ = environment.errorOutput.write(ToolMessage.line(problem, in: language))
    }
    let remarks = records.flatMap { Remarks.of($0.input, language: language) }
    if !remarks.isEmpty { _ = environment.errorOutput.write(remarks) }
    guard environment.output.write(SubmissionText(language: language).text(head, records)) == .written else {
      return .failure
    }
    let isUnreadable = records.contains { if case .linted = $0.input.outcome { false } else { true } }
    return records.isEmpty || isUnreadable ? .failure : passes ? .clean : .alarms
  }

  /// The programs that took part.
  private func versions(for records: [SubmissionRecord]) -> [(name: String, version: String)] {
    var versions = [(Product.name, Product.version)]
    let kinds = Set(records.compactMap { DocumentKind(name: $0.input.name.lastComponent) })
    var programs: [ImportProgram] = []
    if kinds.contains(.portable) { programs.append(.pdftotext) }
    if kinds.contains(where: { if case .word = $0 { true } else { $0 == .oldWord } }) { programs.append(.pandoc) }
    if kinds.contains(.sheet) || kinds.contains(.oldWord) { programs.append(.soffice) }
    for program in programs {
      guard let file = environment.programs.locate(program.rawValue) else { continue }
      let arguments: [FilePath] = program == .pdftotext ? ["-v"] : ["--version"]
      let result = environment.programs.run(
        ProgramCall(program: file, arguments: arguments, timeLimit: 20, outputLimit: 1 << 16))
      var version = DocumentImporter.firstLine(result.output + result.errors)
      // Some say their own name first.
      if version.hasPrefix(program.rawValue + " ") { version.removeFirst(program.rawValue.count + 1) }
      versions.append((program.rawValue, version))
    }
    return versions
  }
}

extension ToolEnvironment {
  /// The same, with `bytes` for a standard input that was read.
  fileprivate func giving(_ bytes: [UInt8]?) -> ToolEnvironment {
    guard let bytes else { return self }
    var environment = self
    environment.standardInput = { () throws(FileAccessError) in bytes }
    return environment
  }
}
