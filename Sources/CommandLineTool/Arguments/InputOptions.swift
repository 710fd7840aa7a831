import Lint
import Workspace

/// What a command is to read.
struct InputOptions: Sendable {
  /// The files and folders, and `-` for the standard input.
  var paths: [FilePath]
  /// The name that stands for the standard input in the report.
  var standardInputName: FilePath?
  /// The file with further paths; `-` is the standard input.
  var pathList: FilePath?
  /// How many threads work; as many as the machine has where `nil`.
  var jobs: Int?
  /// The longest time one other program may take for one file, in seconds.
  var timeLimit = defaultTimeLimit

  /// Takes the options from a command line.
  init(_ arguments: ParsedArguments) throws(ArgumentError) {
    standardInputName = arguments.value(of: Self.standardInputNameOption).map { FilePath($0) }
    pathList = arguments.value(of: Self.pathListOption).map { FilePath($0) }
    jobs = arguments.value(of: Self.jobsOption).flatMap { Int($0) }
    timeLimit = arguments.value(of: Self.timeLimitOption).flatMap { Int($0) } ?? Self.defaultTimeLimit
    paths = arguments.operands.map(\.path)
    if standardInputName != nil {
      if paths.isEmpty { paths = ["-"] }
      if !paths.contains("-") { throw .namedInputWithoutInput }
    }
    if pathList == "-", paths.contains("-") { throw .standardInputTwice }
    if paths.isEmpty, pathList == nil { paths = ["."] }
  }
}

extension InputOptions {
  /// Refuses to write to a file that is named among those to be checked.
  func refuseOutput(_ files: [String], in folder: FilePath) throws(ArgumentError) {
    let inputs = Set(paths.map { $0.normalized(in: folder) })
    for file in files where inputs.contains(FilePath(file).normalized(in: folder)) { throw .outputIsInput(file) }
  }
}

extension InputOptions {
  /// The seconds that one other program may take for one file where nothing is said.
  static let defaultTimeLimit = 60

  /// The options, in the order of the help.
  static let descriptions = [standardInputNameOption, pathListOption, jobsOption, timeLimitOption]

  private static let standardInputNameOption = OptionDescription(
    name: "--stdin-filename", value: .text(placeholder: "NAME"),
    summary: LocalizedText("标准输入在报告中的文件名", "name of the standard input in the report"))
  /// The list of further paths.
  static let pathListOption = OptionDescription(
    name: "--files-from", value: .file(placeholder: "FILE"),
    summary: LocalizedText(
      "另从 FILE（- 为标准输入）读取路径，每行一个", "take further paths from FILE (- is the standard input), one on a line"))
  private static let jobsOption = OptionDescription(
    name: "--jobs", short: "-j", value: .count,
    summary: LocalizedText("并行线程数；缺省为处理器个数", "threads; as many as processors where not given"))
  private static let timeLimitOption = OptionDescription(
    name: "--time-limit", value: .count,
    summary: LocalizedText("转换单个文件的最长秒数；缺省 60", "seconds that converting one file may take; 60 where not given"))
}
