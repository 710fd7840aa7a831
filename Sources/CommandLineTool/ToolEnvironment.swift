import Synchronization
import Workspace

/// Everything the tool takes from and gives to the world around it, so that a test can stand
/// in for that world.
package struct ToolEnvironment: Sendable {
  /// The files.
  package var fileSystem: any FileSystem
  /// Reads the standard input to its end.
  package var standardInput: @Sendable () throws(FileAccessError) -> [UInt8]
  /// Reads the next bytes of the standard input as soon as there are some; none at its end.
  package var standardInputChunk: @Sendable () throws(FileAccessError) -> [UInt8]
  /// What writes files.
  package var fileWriter: any FileWriter
  /// What runs other programs.
  var programs: any ProgramRunner
  /// The folder for temporary files.
  package var temporaryFolder: String
  /// Where reports go.
  package var output: any ByteSink
  /// Where everything goes that is no report: what could not be read, wrong use.
  package var errorOutput: any ByteSink
  /// The environment variable of a name.
  package var variable: @Sendable (String) -> String?
  /// Whether a person looks at the output.
  package var outputIsTerminal: Bool
  /// Whether a person looks at the error output.
  package var errorIsTerminal: Bool
  /// How many threads can work at once.
  package var processorCount: Int
  /// Nanoseconds of a clock that never goes back.
  package var clock: @Sendable () -> UInt64
  /// The date and time in UTC, after ISO 8601.
  package var date: @Sendable () -> String
  /// Lets requests to end the run be taken note of.
  package var watchInterruption: @Sendable () -> Void
  /// Whether such a request came.
  package var isInterrupted: @Sendable () -> Bool

  /// Creates an environment.
  package init(
    fileSystem: any FileSystem,
    standardInput: @escaping @Sendable () throws(FileAccessError) -> [UInt8],
    output: any ByteSink,
    errorOutput: any ByteSink,
    fileWriter: any FileWriter = MemoryFileWriter(failure: .notPermitted),
    variable: @escaping @Sendable (String) -> String? = { _ in nil },
    outputIsTerminal: Bool = false,
    errorIsTerminal: Bool = false,
    processorCount: Int = 1
  ) {
    self.fileSystem = fileSystem
    self.standardInput = standardInput
    self.output = output
    self.errorOutput = errorOutput
    self.fileWriter = fileWriter
    self.variable = variable
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.processorCount = processorCount
    programs = SystemProgramRunner(searchPath: variable("PATH") ?? "", isInterrupted: { false })
    temporaryFolder = variable("TMPDIR").flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    clock = { 0 }
    date = { "1970-01-01T00:00:00Z" }
    watchInterruption = {}
    isInterrupted = { false }
    standardInputChunk = OneChunk(read: standardInput).next
  }
}

/// Gives all of an input as one chunk, and then none.
private final class OneChunk: Sendable {
  private let read: @Sendable () throws(FileAccessError) -> [UInt8]
  private let isDone = Mutex(false)

  init(read: @escaping @Sendable () throws(FileAccessError) -> [UInt8]) {
    self.read = read
  }

  @Sendable func next() throws(FileAccessError) -> [UInt8] {
    let wasDone = isDone.withLock { isDone in
      defer { isDone = true }
      return isDone
    }
    return wasDone ? [] : try read()
  }
}

/// Where bytes are written to.
package protocol ByteSink: Sendable {
  /// Writes all of `bytes`, and says whether that went well.
  func write(_ bytes: [UInt8]) -> WriteOutcome
}

/// What became of a write.
package enum WriteOutcome: Hashable, Sendable {
  /// All was written.
  case written
  /// Nobody reads any more, as behind `| head`.
  case closed
  /// The system refused, with its number for why: the disk is full.
  case failed(code: Int32)
}

/// What the tool's exit status says.
package enum ExitStatus: Int32, Sendable {
  /// No alarm.
  case clean = 0
  /// At least one alarm.
  case alarms = 1
  /// Wrong use, or an input that could not be read; wins over alarms.
  case failure = 2
  /// The user or the system ended the run: 128 and the number of SIGINT, as shells have it.
  case interrupted = 130
}
