import DisclosureText
import Lint
import Workspace

/// One input of a run and what became of it.
struct CheckedInput: Sendable {
  /// The path or the name given to the standard input.
  let name: FilePath
  /// What became of it.
  let outcome: Outcome

  /// What became of an input.
  enum Outcome: Sendable {
    /// It was read and judged.
    case linted(SourceText, LintReport)
    /// It could not be read.
    case unreadable(FileAccessError)
    /// It is a folder without documents.
    case emptyFolder
  }
}

/// What a reporter made of one input, ready to be written in its turn.
struct RenderedInput: Sendable {
  /// The part of the report that stands where the input has its turn.
  var report: [UInt8] = []
  /// The part that stands in the list of files at the end.
  var entry: [UInt8] = []
  /// What is said beside the report.
  var remarks: [UInt8] = []
  /// What is added up.
  var totals = RunTotals()
}

/// The form of a report. Rendering one input depends on no other, so that inputs may be
/// rendered in parallel and written in order.
protocol Reporter: Sendable {
  /// What stands before the first input.
  func opening() -> [UInt8]

  /// What is said of one input.
  func render(_ input: CheckedInput) -> RenderedInput

  /// What stands between the report of one input and the next, both of them not empty.
  var separator: [UInt8] { get }

  /// What stands behind the last input; `entries` are those of all inputs in order.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8]
}
