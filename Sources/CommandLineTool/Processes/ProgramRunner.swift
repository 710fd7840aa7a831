import Workspace

/// What runs other programs, so that a test can stand in for them.
protocol ProgramRunner: Sendable {
  /// The file of the program called `name`, or nil where it is not installed.
  func locate(_ name: String) -> FilePath?

  /// Runs a program to its end, or to one of the call's limits.
  func run(_ call: ProgramCall) -> ProgramResult
}

/// A program and what it is given. No shell stands between: arguments are taken as they are.
struct ProgramCall: Hashable, Sendable {
  /// The file of the program.
  var program: FilePath
  /// Its arguments, its name not among them.
  var arguments: [FilePath]
  /// The longest time it may take, in seconds.
  var timeLimit: Int
  /// The most bytes it may write.
  var outputLimit: Int
  /// Its home folder and place for temporary files, where it is not to use the user's.
  var home: FilePath?
}

/// How a program ended.
struct ProgramResult: Hashable, Sendable {
  /// How it ended.
  var ending: Ending
  /// What it wrote to its standard output.
  var output: [UInt8] = []
  /// What it wrote to its standard error, of which the beginning is kept.
  var errors: [UInt8] = []

  /// How a program can end.
  enum Ending: Hashable, Sendable {
    /// By itself, with this status.
    case exited(Int32)
    /// By a signal, or it could not be started.
    case failed
    /// It took too long and was ended.
    case tooSlow
    /// It wrote too much and was ended.
    case tooMuch
    /// The run was interrupted, and the program with it.
    case interrupted
  }
}
