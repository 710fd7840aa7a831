import Glibc
import Workspace

/// Runs programs of the system, each in a process group of its own, so that what it starts
/// ends with it.
struct SystemProgramRunner: ProgramRunner {
  /// Where programs are looked for: the variable `PATH`.
  let searchPath: String
  /// Whether the run was interrupted.
  let isInterrupted: @Sendable () -> Bool

  private static let errorLimit = 1 << 14
  private static let pollMilliseconds: Int32 = 100

  /// The first executable file of that name in the search path.
  func locate(_ name: String) -> FilePath? {
    for folder in searchPath.split(separator: ":") {
      let path = FilePath(String(folder)).appending(Array(name.utf8))
      let isThere = path.withCString { access($0, X_OK) } == 0
      if isThere, (try? DiskFileSystem().status(of: path))?.kind == .file { return path }
    }
    return nil
  }

  /// Runs a program to its end, or to one of the call's limits.
  func run(_ call: ProgramCall) -> ProgramResult {
    guard var child = ChildProcess(call) else { return ProgramResult(ending: .failed) }
    var result = ProgramResult(ending: .failed)
    let deadline = Self.milliseconds() + Int64(call.timeLimit) * 1000
    while child.isWriting {
      let ready = child.read(within: Self.pollMilliseconds, output: &result.output, errors: &result.errors)
      if result.errors.count > Self.errorLimit { result.errors.removeLast(result.errors.count - Self.errorLimit) }
      if !ready, child.hasExited { break }
      var ending: ProgramResult.Ending?
      if result.output.count > call.outputLimit { ending = .tooMuch }
      if Self.milliseconds() > deadline { ending = .tooSlow }
      if isInterrupted() { ending = .interrupted }
      if let ending {
        child.end()
        result.ending = ending
        return result
      }
    }
    while !child.hasExited {
      // It closed its output and still works.
      usleep(10_000)
      if Self.milliseconds() > deadline || isInterrupted() {
        child.end()
        result.ending = isInterrupted() ? .interrupted : .tooSlow
        return result
      }
    }
    if let status = child.exitStatus { result.ending = .exited(status) }
    child.end()
    return result
  }

  /// A clock that never goes back.
  private static func milliseconds() -> Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
  }
}
