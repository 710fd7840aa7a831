import JSONText
import Lint
import Rules
import Workspace

/// `budgetlint config`: what is configured for a file, and what can be.
enum ConfigCommand {
  /// The configuration file to use.
  static let file = OptionDescription(
    name: "--config", value: .file(placeholder: "FILE"),
    summary: LocalizedText("只用这个配置文件", "use this configuration file and no other"))

  /// Writes what `arguments` ask for and returns the exit status.
  static func run(
    _ arguments: ParsedArguments, in language: MessageLanguage, _ environment: ToolEnvironment
  ) throws(ArgumentError) -> ExitStatus {
    guard let topic = arguments.operands.first?.text else {
      throw .missingOperand(command: CommandDescription.config.name, placeholder: topics.joined(separator: "|"))
    }
    switch topic {
    case "show":
      if arguments.operands.count > 2 { throw .unexpectedOperand(arguments.operands[2].text) }
      let path = arguments.operands.count > 1 ? arguments.operands[1].path : FilePath("-")
      return show(path, file: arguments.value(of: file), in: language, environment)
    case "schema":
      if arguments.operands.count > 1 { throw .unexpectedOperand(arguments.operands[1].text) }
      let schema = ConfigurationSchema.json(in: language)
      return environment.output.write(schema) == .written ? .clean : .failure
    default:
      throw .unknownValue(
        option: CommandDescription.config.name, value: topic, choices: topics,
        nearest: nearestWord(to: topic, among: topics))
    }
  }

  private static let topics = ["show", "schema"]

  /// Writes what counts for the document at `path`, with where each value was said.
  private static func show(
    _ path: FilePath, file: String?, in language: MessageLanguage, _ environment: ToolEnvironment
  ) -> ExitStatus {
    var store = ConfigurationStore(
      in: environment.fileSystem, search: file.map { .file(FilePath($0)) } ?? .nearest)
    do throws(ConfigurationError) {
      let configuration = try store.configuration(for: path)
      let place = path.normalized(in: environment.fileSystem.currentFolder)
      var writer = JSONWriter(indentation: 2)
      writer.object { writer in
        writer.member("file", path.text)
        writer.key("configurationFile")
        if let file = store.file(for: place) { writer.string(file.text) } else { writer.null() }
        writer.member("ignored", configuration.ignores(place))
        ConfigurationListing(configuration: configuration).write(to: &writer)
      }
      writer.newline()
      return environment.output.write(writer.bytes) == .written ? .clean : .failure
    } catch {
      for problem in error.problems {
        _ = environment.errorOutput.write(ToolMessage.line(problem.line, in: language))
      }
      return .failure
    }
  }
}

/// The values of a configuration, those included that nobody said, with their sources.
struct ConfigurationListing {
  let configuration: Configuration

  /// Writes the member `settings`.
  func write(to writer: inout JSONWriter) {
    let layer = configuration.layer
    writer.key("settings")
    writer.object { writer in
      write("rounding", layer.rounding, default: RoundingPolicy.report.rawValue, to: &writer) { $0.rawValue }
      write("template", layer.template, default: nil, to: &writer) { $0.rawValue }
      write("entity", layer.entity, default: nil, to: &writer) { $0 }
      writer.key("fiscalYear")
      writer.object { writer in
        writer.key("value")
        if let year = layer.fiscalYear { writer.int(year.value) } else { writer.null() }
        write(layer.fiscalYear?.source, to: &writer)
      }
      writer.key("ignore")
      writer.object { writer in
        writer.key("value")
        writer.array { writer in
          for glob in layer.ignore?.value ?? [] { writer.string(glob.pattern.text) }
        }
        write(layer.ignore?.source, to: &writer)
      }
      write("baseline", layer.baseline, default: nil, to: &writer) { $0.text }
      writer.key("rules")
      writer.object { writer in
        let settings = configuration.lintSettings
        for info in RuleRegistry.all {
          writer.key(named: info.name)
          writer.object { writer in
            writer.member("value", settings.levels[info.name]?.name ?? info.severity.name)
            let source =
              layer.rules[info.name]?.source
              ?? (info.name == Configuration.roundingRule ? layer.rounding?.source : nil)
            write(source, to: &writer)
          }
        }
      }
    }
  }

  private func write<Value>(
    _ key: StaticString, _ setting: Sourced<Value>?, default value: String?, to writer: inout JSONWriter,
    _ text: (Value) -> String
  ) {
    writer.key(key)
    writer.object { writer in
      writer.key("value")
      if let text = setting.map({ text($0.value) }) ?? value { writer.string(text) } else { writer.null() }
      write(setting?.source, to: &writer)
    }
  }

  private func write(_ source: ConfigurationSource?, to writer: inout JSONWriter) {
    writer.member("source", source?.name.english ?? "default")
  }
}
