import Lint
import Workspace

/// The reports of a run and the files they go to, none of which is seen before it is complete.
struct ReportOutputs: Sendable {
  /// What writes each report, and where.
  private(set) var outputs: [(reporter: any Reporter, sink: any ByteSink)] = []
  /// Whether one of them lists what was checked by section and table.
  var listsCoverage: Bool { outputs.contains { $0.reporter is HTMLReporter } }

  private var files: [(path: FilePath, file: any PendingFile)] = []

  /// Begins the reports that `targets` name.
  init(_ targets: [ReportTarget], options: ReportOptions, language: MessageLanguage, in environment: ToolEnvironment)
    throws(OutputError)
  {
    for target in targets {
      if let file = target.file {
        let path = FilePath(file)
        do throws(FileAccessError) {
          let pending = try environment.fileWriter.begin(path)
          files.append((path, pending))
          let reporter = target.format.reporter(language: language, hasColor: options.color == .always)
          outputs.append((reporter, PendingFileSink(file: pending)))
        } catch {
          discard()
          throw OutputError(path: path, error: error)
        }
      } else {
        let reporter = target.format.reporter(language: language, hasColor: options.color.isOn(in: environment))
        outputs.append((reporter, environment.output))
      }
    }
  }

  /// Puts every file in its place.
  func commit() throws(OutputError) {
    for (path, file) in files {
      do throws(FileAccessError) { try file.commit() } catch {
        discard()
        throw OutputError(path: path, error: error)
      }
    }
  }

  /// Gives every file up that is not in its place.
  func discard() {
    for (_, file) in files { file.discard() }
  }
}

/// Why a report could not be written to its file.
struct OutputError: Error, Hashable, Sendable {
  /// The file.
  let path: FilePath
  /// Why.
  let error: FileAccessError
}

/// A sink that is a file which nobody sees yet.
struct PendingFileSink: ByteSink {
  let file: any PendingFile

  /// Writes all of `bytes`.
  func write(_ bytes: [UInt8]) -> WriteOutcome {
    do throws(FileAccessError) {
      try file.write(bytes)
      return .written
    } catch {
      if case .unreadable(let code) = error { return .failed(code: code) }
      return .failed(code: 0)
    }
  }
}
