import Workspace

/// Everything the tool takes from and gives to the world around it, so that a test can stand
/// in for that world.
package struct ToolEnvironment: Sendable {
  /// The files.
  package var fileSystem: any FileSystem
  /// Reads the standard input to its end.
  package var standardInput: @Sendable () throws(FileAccessError) -> [UInt8]
  /// Where reports go.
  package var output: any ByteSink
  /// Where everything goes that is no report: what could not be read, wrong use.
  package var errorOutput: any ByteSink
  /// The environment variable of a name.
  package var variable: @Sendable (String) -> String?
  /// Whether a person looks at the output.
  package var outputIsTerminal: Bool
  /// How many threads can work at once.
  package var processorCount: Int

  /// Creates an environment.
  package init(
    fileSystem: any FileSystem,
    standardInput: @escaping @Sendable () throws(FileAccessError) -> [UInt8],
    output: any ByteSink,
    errorOutput: any ByteSink,
    variable: @escaping @Sendable (String) -> String? = { _ in nil },
    outputIsTerminal: Bool = false,
    processorCount: Int = 1
  ) {
    self.fileSystem = fileSystem
    self.standardInput = standardInput
    self.output = output
    self.errorOutput = errorOutput
    self.variable = variable
    self.outputIsTerminal = outputIsTerminal
    self.processorCount = processorCount
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
}
