import Lint
import Synchronization

/// A line on a terminal that says how far a run is.
final class Progress: Sendable {
  private let total: Int
  private let isLook: Bool
  private let sink: any ByteSink
  private let language: MessageLanguage
  private let clock: @Sendable () -> UInt64
  private let start: UInt64
  private let state = Mutex(State())

  private struct State: Sendable {
    var done = 0
    var lastShown: UInt64 = 0
    var isShown = false
  }

  /// How often the line is renewed, and how long a run must take to have one, in nanoseconds.
  private static let interval: UInt64 = 200_000_000

  /// Begins to count towards `total` files.
  ///
  /// - Parameter isLook: whether only their first pages are looked at.
  init(total: Int, isLook: Bool = false, language: MessageLanguage, in environment: ToolEnvironment) {
    self.total = total
    self.isLook = isLook
    self.language = language
    sink = environment.errorOutput
    clock = environment.clock
    start = environment.clock()
  }

  /// Counts one file.
  func advance() {
    let now = clock()
    let line = state.withLock { state -> LocalizedText? in
      state.done += 1
      guard now - start > Self.interval, now - state.lastShown > Self.interval else { return nil }
      state.lastShown = now
      state.isShown = true
      return Self.line(done: state.done, total: total, isLook: isLook, nanoseconds: now - start)
    }
    if let line { _ = sink.write(Array("\r\(line[language])\u{1B}[K".utf8)) }
  }

  /// Clears the line.
  func end() {
    if state.withLock({ $0.isShown }) { _ = sink.write(Array("\r\u{1B}[K".utf8)) }
  }

  /// How many files are done, how many in a second, and how long the rest will take.
  static func line(done: Int, total: Int, isLook: Bool = false, nanoseconds: UInt64) -> LocalizedText {
    let milliseconds = max(1, Int(nanoseconds / 1_000_000))
    let rate = done * 1000 / milliseconds
    let rest = (total - done) * milliseconds / max(1, done) / 1000
    return LocalizedText(
      "已\(isLook ? "预览" : "检查") \(done)/\(total) 个文件，每秒 \(rate) 个，约剩 \(rest) 秒",
      "\(done) of \(total) files \(isLook ? "looked at" : "checked"), \(rate) a second, about \(rest) s left")
  }
}
