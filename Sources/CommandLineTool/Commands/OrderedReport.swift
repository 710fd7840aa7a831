import Synchronization

/// Puts what threads render in any order into the order of the inputs, and writes it in large
/// pieces.
///
/// Only rendered bytes wait for their turn, never texts.
final class OrderedReport: Sendable {
  private let reporter: any Reporter
  private let environment: ToolEnvironment
  private let state = Mutex(State())

  private static let writeSize = 1 << 16

  /// What was delivered and what was written of it.
  private struct State: Sendable {
    var nextIndex = 0
    var waiting: [Int: RenderedInput] = [:]
    var totals = RunTotals()
    var entries: [[UInt8]] = []
    var hasReport = false
    var pending: [UInt8] = []
    var remarks: [UInt8] = []
    var failure: WriteOutcome?
  }

  /// Creates a report of which nothing is written.
  init(reporter: any Reporter, environment: ToolEnvironment) {
    self.reporter = reporter
    self.environment = environment
  }

  /// Whether nothing can be written any more, so that further work is lost.
  var hasEnded: Bool { state.withLock { $0.failure != nil } }

  /// Begins the report.
  func open() {
    state.withLock { $0.pending = reporter.opening() }
  }

  /// Takes what was rendered for the input at `index`, once for each.
  func deliver(_ rendered: RenderedInput, at index: Int) {
    state.withLock { state in
      state.waiting[index] = rendered
      while let next = state.waiting.removeValue(forKey: state.nextIndex) {
        state.nextIndex += 1
        append(next, to: &state)
      }
      if state.pending.count >= Self.writeSize { flush(&state) }
    }
  }

  /// Ends the report and returns what it adds up to, and why it could not be written if so.
  func close() -> (totals: RunTotals, failure: WriteOutcome?) {
    state.withLock { state in
      if !state.remarks.isEmpty {
        // What was written before keeps its place before the remarks on a terminal.
        flush(&state)
        _ = environment.errorOutput.write(state.remarks)
      }
      state.pending.append(contentsOf: reporter.closing(state.totals, entries: state.entries))
      flush(&state)
      return (state.totals, state.failure)
    }
  }

  private func append(_ rendered: RenderedInput, to state: inout State) {
    state.totals.add(rendered.totals)
    state.remarks.append(contentsOf: rendered.remarks)
    if !rendered.entry.isEmpty { state.entries.append(rendered.entry) }
    guard !rendered.report.isEmpty else { return }
    if state.hasReport { state.pending.append(contentsOf: reporter.separator) }
    state.pending.append(contentsOf: rendered.report)
    state.hasReport = true
  }

  private func flush(_ state: inout State) {
    defer { state.pending.removeAll(keepingCapacity: true) }
    guard state.failure == nil, !state.pending.isEmpty else { return }
    let outcome = environment.output.write(state.pending)
    if outcome != .written { state.failure = outcome }
  }
}
