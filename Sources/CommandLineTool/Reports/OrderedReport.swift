import Synchronization

/// What was made of one input, for every report of the run.
struct Delivery: Sendable {
  /// What each reporter made of it, in the order of the reports.
  var rendered: [RenderedInput] = []
  /// What is said beside the reports.
  var remarks: [UInt8] = []
  /// What is added up.
  var totals = RunTotals()
}

/// Puts what threads render in any order into the order of the inputs, and writes it to every
/// report in large pieces.
///
/// Only rendered bytes wait for their turn, never texts; where many wait they wait on disk.
final class OrderedReport: Sendable {
  private let outputs: [(reporter: any Reporter, sink: any ByteSink)]
  private let errorOutput: any ByteSink
  private let temporaryFolder: String
  private let state: Mutex<State>

  private static let writeSize = 1 << 16
  private static let waitingLimit = 12 << 20

  /// What was delivered and what was written of it.
  private struct State: ~Copyable {
    var nextIndex = 0
    /// Whether nothing is written yet, for what was delivered may be replaced.
    var isHeld = false
    var waiting: [Int: Waiting] = [:]
    var waitingBytes = 0
    var spill: SpillFile?
    var totals = RunTotals()
    var remarks: [UInt8] = []
    var failure: WriteOutcome?
    var reports: [ReportState]
  }

  /// What was written of one report.
  private struct ReportState: Sendable {
    var entries: [[UInt8]] = []
    var hasReport = false
    var pending: [UInt8] = []
  }

  /// What waits for its turn: whole, or with its reports on disk.
  private enum Waiting: Sendable {
    case here(Delivery)
    case onDisk(Delivery, [Range<Int>])
  }

  /// Creates reports of which nothing is written.
  init(outputs: [(reporter: any Reporter, sink: any ByteSink)], errorOutput: any ByteSink, temporaryFolder: String) {
    self.outputs = outputs
    self.errorOutput = errorOutput
    self.temporaryFolder = temporaryFolder
    state = Mutex(State(reports: outputs.map { ReportState(pending: $0.reporter.opening()) }))
  }

  /// Whether nothing can be written any more, so that further work is lost.
  var hasEnded: Bool { state.withLock { $0.failure != nil } }

  /// Lets everything wait until ``release()``.
  func hold() { state.withLock { $0.isHeld = true } }

  /// Writes what has waited, in order.
  func release() {
    state.withLock { state in
      state.isHeld = false
      advance(&state)
    }
  }

  /// Takes what was rendered for the input at `index`, once for each; of what is held the last counts.
  func deliver(_ delivery: Delivery, at index: Int) {
    state.withLock { state in
      if state.isHeld { _ = take(index, from: &state) }
      wait(delivery, at: index, in: &state)
      if !state.isHeld { advance(&state) }
    }
  }

  private func advance(_ state: inout State) {
    while let next = take(state.nextIndex, from: &state) {
      state.nextIndex += 1
      append(next, to: &state)
      for at in outputs.indices where state.reports[at].pending.count >= Self.writeSize { flush(at, &state) }
    }
  }

  /// Writes what is complete, for readers that wait for it.
  func flush() {
    state.withLock { state in
      for at in outputs.indices { flush(at, &state) }
      if !state.remarks.isEmpty { _ = errorOutput.write(state.remarks) }
      state.remarks.removeAll(keepingCapacity: true)
    }
  }

  /// Ends the reports and returns what they add up to, and why they could not be written if so.
  func close() -> (totals: RunTotals, failure: WriteOutcome?) {
    state.withLock { state in
      if !state.remarks.isEmpty {
        // What was written before keeps its place before the remarks on a terminal.
        for at in outputs.indices { flush(at, &state) }
        _ = errorOutput.write(state.remarks)
      }
      for (at, output) in outputs.enumerated() {
        let entries = state.reports[at].entries
        state.reports[at].pending.append(contentsOf: output.reporter.closing(state.totals, entries: entries))
        flush(at, &state)
      }
      return (state.totals, state.failure)
    }
  }

  private func wait(_ delivery: Delivery, at index: Int, in state: inout State) {
    let size = delivery.rendered.reduce(0) { $0 + $1.report.count }
    if index == state.nextIndex, !state.isHeld {
      // It is written at once.
      state.waitingBytes += size
      state.waiting[index] = .here(delivery)
      return
    }
    if state.waitingBytes + size <= Self.waitingLimit { return keep(delivery, size: size, at: index, in: &state) }
    if state.spill == nil { state.spill = SpillFile(in: temporaryFolder) }
    var ranges: [Range<Int>] = []
    var rest = delivery
    for at in rest.rendered.indices {
      guard let range = state.spill?.store(rest.rendered[at].report) else {
        return keep(delivery, size: size, at: index, in: &state)
      }
      ranges.append(range)
      rest.rendered[at].report = []
    }
    state.waiting[index] = .onDisk(rest, ranges)
  }

  private func keep(_ delivery: Delivery, size: Int, at index: Int, in state: inout State) {
    state.waitingBytes += size
    var kept = delivery
    for at in kept.rendered.indices {
      // The writer had more room than it needed; what waits has as much as it has bytes.
      var exact: [UInt8] = []
      exact.reserveCapacity(kept.rendered[at].report.count)
      exact += kept.rendered[at].report
      kept.rendered[at].report = exact
    }
    state.waiting[index] = .here(kept)
  }

  private func take(_ index: Int, from state: inout State) -> Delivery? {
    switch state.waiting.removeValue(forKey: index) {
    case nil: return nil
    case .here(let delivery):
      state.waitingBytes -= delivery.rendered.reduce(0) { $0 + $1.report.count }
      return delivery
    case .onDisk(var delivery, let ranges):
      for (at, range) in ranges.enumerated() { delivery.rendered[at].report = state.spill?.load(range) ?? [] }
      return delivery
    }
  }

  private func append(_ delivery: Delivery, to state: inout State) {
    state.totals.add(delivery.totals)
    state.remarks.append(contentsOf: delivery.remarks)
    for (at, rendered) in delivery.rendered.enumerated() {
      if !rendered.entry.isEmpty { state.reports[at].entries.append(rendered.entry) }
      guard !rendered.report.isEmpty else { continue }
      if state.reports[at].hasReport { state.reports[at].pending.append(contentsOf: outputs[at].reporter.separator) }
      state.reports[at].pending.append(contentsOf: rendered.report)
      state.reports[at].hasReport = true
    }
  }

  private func flush(_ at: Int, _ state: inout State) {
    defer { state.reports[at].pending.removeAll(keepingCapacity: true) }
    guard state.failure == nil, !state.reports[at].pending.isEmpty else { return }
    let outcome = outputs[at].sink.write(state.reports[at].pending)
    if outcome != .written { state.failure = outcome }
  }
}
