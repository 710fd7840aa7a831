import Lint
import Workspace

/// What is to be checked, and with which settings each input is.
struct CheckPlan: Sendable {
  /// The inputs in the order of the report.
  let inputs: [PlannedInput]
  /// The places of the inputs in the order of work: those of earlier years first, for later ones are
  /// checked against them, and of one year the largest first, so that no long one is left when the
  /// others are done.
  let order: [Int]
  /// The baselines that count, by their files.
  let baselines: [FilePath: Baseline]
  /// What is wrong with them.
  let problems: [LocalizedText]

  /// What is wrong with the configurations that count for inputs, each once however many files
  /// it counts for.
  var configurationProblems: [LocalizedText] {
    var seen: Set<LocalizedText> = []
    return inputs.flatMap { input -> [LocalizedText] in
      if case .failure(let error) = input.configuration { error.problems.map(\.line) } else { [] }
    }.filter { seen.insert($0).inserted }
  }

  /// An input and what is configured for it.
  struct PlannedInput: Sendable {
    /// The input.
    let input: CheckInput
    /// The place of its file, said from the root.
    let path: FilePath
    /// What is configured, or what is wrong with that.
    let configuration: Result<Configuration, ConfigurationError>
    /// The bytes of its file.
    let size: Int
  }
}

extension CheckPlan {
  /// Plans the check of what `options` name.
  init(_ options: InputOptions, configuration: ConfigurationOptions, in environment: ToolEnvironment) {
    var store = Self.store(configuration, in: environment)
    let inputs = InputCollection(options: options, environment: environment).inputs { path in
      let place = path.normalized(in: environment.fileSystem.currentFolder)
      return (try? store.configuration(for: path))?.ignores(place) ?? false
    }
    self.init(inputs, store: &store, in: environment)
  }

  /// Plans the check of `inputs`.
  init(_ inputs: [CheckInput], store: inout ConfigurationStore, in environment: ToolEnvironment) {
    let folder = environment.fileSystem.currentFolder
    let planned = inputs.map { input in
      let path = input.name.normalized(in: folder)
      return PlannedInput(
        input: input, path: path, configuration: store.result(for: path), size: input.size(in: environment.fileSystem))
    }
    self.inputs = planned
    let years = planned.map(\.path.year)
    order = planned.indices.sorted { (years[$0], planned[$1].size, $0) < (years[$1], planned[$0].size, $1) }
    (baselines, problems) = Self.baselines(of: planned, in: environment.fileSystem)
  }

  /// The store of configurations that the command line asks for.
  static func store(_ options: ConfigurationOptions, in environment: ToolEnvironment) -> ConfigurationStore {
    var store = ConfigurationStore(in: environment.fileSystem, search: options.search)
    store.commandLine = options.layer
    return store
  }

  private static func baselines(
    of inputs: [PlannedInput], in files: any FileSystem
  ) -> ([FilePath: Baseline], [LocalizedText]) {
    var baselines: [FilePath: Baseline] = [:]
    var problems: [LocalizedText] = []
    var seen: Set<FilePath> = []
    for input in inputs {
      guard let path = (try? input.configuration.get())?.baseline, seen.insert(path).inserted else { continue }
      do {
        baselines[path] = try Baseline(reading: try files.bytes(of: path), at: path)
      } catch FileAccessError.missing {
        let name = path.printable
        problems.append(
          LocalizedText(
            "还没有已知问题清单 \(name)：请先用 --write-baseline \(name) 写出，或从配置中去掉 baseline",
            "the baseline \(name) is not there yet: write it by --write-baseline \(name), or take baseline out of the configuration"
          ))
      } catch let error as FileAccessError {
        problems.append(ToolMessage.text(of: error, at: path.printable))
      } catch {
        problems.append(
          LocalizedText("\(path.printable) 不是已知问题清单", "\(path.printable) is no baseline"))
      }
    }
    return (baselines, problems)
  }
}

extension ConfigurationStore {
  /// What is configured for a file, or what is wrong with that.
  fileprivate mutating func result(for path: FilePath) -> Result<Configuration, ConfigurationError> {
    do throws(ConfigurationError) { return .success(try configuration(for: path)) } catch { return .failure(error) }
  }
}

extension CheckInput {
  /// The bytes that are to be read.
  fileprivate func size(in files: any FileSystem) -> Int {
    switch self {
    case .item(.file(let path)): (try? files.status(of: path))?.size ?? 0
    case .given(_, let bytes): bytes.count
    case .standardInput, .item, .ignored, .wrongLine: 0
    }
  }
}

extension FilePath {
  /// The last year that stands in the path, 0 where there is none.
  fileprivate var year: Int {
    var year = 0
    var digits = 0
    var number = 0
    for byte in bytes + [0] {
      if byte >= 0x30, byte <= 0x39 {
        digits += 1
        number = digits > 4 ? 0 : number * 10 + Int(byte) - 0x30
        continue
      }
      if digits == 4, number / 100 == 20 { year = number }
      (digits, number) = (0, 0)
    }
    return year
  }
}
