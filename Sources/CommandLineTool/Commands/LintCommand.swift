import DisclosureText
import Lint
import Rules
import Workspace

/// Checks documents and reports what is wrong with them.
struct LintCommand: Sendable {
  let options: LintOptions
  let language: MessageLanguage
  let environment: ToolEnvironment

  /// Checks every input and returns the exit status.
  func run() -> ExitStatus {
    let inputs = inputs()
    let reporter = reporter()
    let writer = OrderedReport(reporter: reporter, environment: environment)
    writer.open()
    let jobs = min(options.jobs ?? environment.processorCount, inputs.count)
    forEachIndex(below: inputs.count, jobs: jobs) { index in
      guard !writer.hasEnded else { return }
      writer.deliver(reporter.render(check(inputs[index])), at: index)
    }
    let (totals, failure) = writer.close()
    if let failure {
      if case .failed(let code) = failure {
        _ = environment.errorOutput.write(ToolMessage.line(ToolMessage.writeFailure(code: code), in: language))
      }
      return .failure
    }
    if totals.unreadable > 0 { return .failure }
    return totals.hasFinding(from: options.failureSeverity) ? .alarms : .clean
  }

  /// What one path or the standard input turned out to be.
  private enum Input: Sendable {
    case standardInput(FilePath)
    case item(DiscoveredItem)
  }

  /// The inputs that the paths name, in their order.
  private func inputs() -> [Input] {
    var discovery = Discovery(in: environment.fileSystem)
    var inputs: [Input] = []
    var taken = 0
    var readsStandardInput = false
    for path in options.paths {
      if path == "-" {
        if !readsStandardInput { inputs.append(.standardInput(options.standardInputName ?? "<stdin>")) }
        readsStandardInput = true
      } else {
        discovery.add(path)
        inputs += discovery.items[taken...].map { .item($0) }
        taken = discovery.items.count
      }
    }
    return inputs
  }

  private func reporter() -> any Reporter {
    switch options.format {
    case .text: TextReporter(language: language, hasColor: options.color.isOn(in: environment))
    case .json: JSONReporter(language: language)
    }
  }

  /// Reads and judges one input.
  private func check(_ input: Input) -> CheckedInput {
    switch input {
    case .standardInput(let name):
      check(name) { () throws(FileAccessError) in try environment.standardInput() }
    case .item(.file(let path)):
      check(path) { () throws(FileAccessError) in try environment.fileSystem.bytes(of: path) }
    case .item(.emptyFolder(let path)):
      CheckedInput(name: path, outcome: .emptyFolder)
    case .item(.unreadable(let path, let error)):
      CheckedInput(name: path, outcome: .unreadable(error))
    }
  }

  private func check(_ name: FilePath, read: () throws(FileAccessError) -> [UInt8]) -> CheckedInput {
    do throws(FileAccessError) {
      let text = SourceText(try read())
      return CheckedInput(name: name, outcome: .linted(text, Linter().lint(text)))
    } catch {
      return CheckedInput(name: name, outcome: .unreadable(error))
    }
  }
}
