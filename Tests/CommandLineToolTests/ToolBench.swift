import CommandLineTool
import Synchronization
import Workspace

/// A sink that keeps what was written.
final class MemorySink: ByteSink {
  private let state = Mutex<[UInt8]>([])
  private let outcome: WriteOutcome

  init(outcome: WriteOutcome = .written) {
    self.outcome = outcome
  }

  var text: String { state.withLock { String(decoding: $0, as: UTF8.self) } }

  func write(_ bytes: [UInt8]) -> WriteOutcome {
    if outcome == .written { state.withLock { $0 += bytes } }
    return outcome
  }
}

/// What a run of the tool gave.
struct ToolResult {
  let status: Int32
  let output: String
  let errors: String

  /// The lines of the report.
  var lines: [String] { output.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) } }
}

/// A text with one mistake: `61.00%` on line 3.
let wrongText = """
  某局2025年度部门预算公开

  支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。

  """

/// The same text without the mistake.
let rightText = wrongText.split(separator: "61.00%").joined(separator: "60.00%")

/// Runs the tool in a world of its own.
func runTool(
  _ arguments: [String], files: MemoryFileSystem = MemoryFileSystem(), input: String = "",
  variables: [String: String] = ["LANG": "en_US.UTF-8"], isTerminal: Bool = false,
  outcome: WriteOutcome = .written, processorCount: Int = 2
) -> ToolResult {
  let output = MemorySink(outcome: outcome)
  let errors = MemorySink()
  let environment = ToolEnvironment(
    fileSystem: files, standardInput: { () throws(FileAccessError) in Array(input.utf8) },
    output: output, errorOutput: errors, variable: { variables[$0] }, outputIsTerminal: isTerminal,
    processorCount: processorCount)
  let status = Tool(environment: environment).run(arguments)
  return ToolResult(status: status, output: output.text, errors: errors.text)
}
