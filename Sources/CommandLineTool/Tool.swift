import Lint
import Workspace

/// The command `budgetlint`.
///
///     let status = Tool(environment: .process()).run(["lint", "预算.txt"])
package struct Tool: Sendable {
  private let environment: ToolEnvironment

  /// Creates the tool in `environment`.
  package init(environment: ToolEnvironment) {
    self.environment = environment
  }

  /// Does what `arguments`, the program's name not among them, ask for, and returns the exit status.
  package func run(_ arguments: [String]) -> Int32 {
    run(arguments.map { CommandArgument($0) })
  }

  /// Does what `arguments`, the program's name not among them, ask for, and returns the exit status.
  package func run(_ arguments: [CommandArgument]) -> Int32 {
    let language = MessageLanguage(arguments: arguments, environment: environment)
    do throws(ArgumentError) {
      return try dispatch(arguments, in: language)
    } catch {
      let sentences = [ToolMessage.text(of: error), ToolMessage.seeHelp]
      _ = environment.errorOutput.write(sentences.flatMap { ToolMessage.line($0, in: language) })
      return ExitStatus.failure.rawValue
    }
  }

  /// Finds the command and runs it on the arguments that are not its name.
  private func dispatch(_ arguments: [CommandArgument], in language: MessageLanguage) throws(ArgumentError) -> Int32 {
    let parser = ArgumentParser(options: CommandDescription.lint.options + [HelpText.version])
    var rest = arguments
    var command = CommandDescription.lint
    var isNamed = false
    var firstWord: CommandArgument?
    if let at = parser.firstOperand(in: arguments) {
      if let named = CommandDescription.named(arguments[at].text) {
        rest.remove(at: at)
        command = named
        isNamed = true
      } else {
        firstWord = arguments[at]
      }
    }
    guard command.name == CommandDescription.lint.name else { return try run(command, rest, in: language) }
    let parsed = try parser.parse(rest)
    if parsed.isSet(.help) {
      return show(isNamed ? HelpText.of(command, in: language) : HelpText.overview(in: language))
    }
    if parsed.isSet(HelpText.version) { return show(Array("\(Product.name) \(Product.version)\n".utf8)) }
    if let firstWord { try checkIsPath(firstWord) }
    let options = try LintOptions(parsed, in: environment.fileSystem.currentFolder)
    return LintCommand(options: options, language: language, environment: environment).run().rawValue
  }

  /// Runs a command other than the default one.
  private func run(
    _ command: CommandDescription, _ arguments: [CommandArgument], in language: MessageLanguage
  ) throws(ArgumentError) -> Int32 {
    if arguments.contains(where: \.asksForHelp) { return show(HelpText.of(command, in: language)) }
    let parsed = try ArgumentParser(options: command.options).parse(arguments)
    switch command.name {
    case CommandDescription.server.name: return try ServerCommand.run(parsed, in: language)
    case CommandDescription.rules.name: return show(try RulesCommand.output(parsed, in: language))
    case CommandDescription.explain.name: return show(try ExplainCommand.output(parsed, in: language))
    case CommandDescription.figures.name:
      return try FiguresCommand.run(parsed, in: language, environment).rawValue
    case CommandDescription.fix.name:
      let options = try FixOptions(parsed, in: environment.fileSystem.currentFolder)
      return FixCommand(options: options, language: language, environment: environment).run().rawValue
    case CommandDescription.check.name:
      let options = try SubmissionOptions(parsed, in: environment.fileSystem.currentFolder)
      return SubmissionCommand(options: options, language: language, environment: environment).run().rawValue
    case CommandDescription.config.name:
      return try ConfigCommand.run(parsed, in: language, environment).rawValue
    case CommandDescription.completions.name:
      return show(try CompletionsCommand.output(parsed, in: language))
    case CommandDescription.man.name:
      if let operand = parsed.operands.first { throw .unexpectedOperand(operand.text) }
      return show(ManualPage(language: language).text())
    default: return show(try help(on: parsed.operands.first?.text, in: language))
    }
  }

  /// Throws where a word that is no command looks like one and no file has its name.
  private func checkIsPath(_ argument: CommandArgument) throws(ArgumentError) {
    let looksLikeCommand = argument.bytes.allSatisfy { byte in
      byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z") || byte == UInt8(ascii: "-")
    }
    guard looksLikeCommand, argument != "-" else { return }
    if (try? environment.fileSystem.status(of: argument.path)) != nil { return }
    throw unknownCommand(argument.text)
  }

  private func help(on topic: String?, in language: MessageLanguage) throws(ArgumentError) -> [UInt8] {
    guard let topic else { return HelpText.overview(in: language) }
    guard let command = CommandDescription.named(topic) else { throw unknownCommand(topic) }
    return HelpText.of(command, in: language)
  }

  private func unknownCommand(_ name: String) -> ArgumentError {
    .unknownCommand(name, nearest: nearestWord(to: name, among: CommandDescription.all.map(\.name)))
  }

  private func show(_ text: [UInt8]) -> Int32 {
    environment.output.write(text) == .written ? ExitStatus.clean.rawValue : ExitStatus.failure.rawValue
  }
}

extension CommandArgument {
  /// Whether the argument is the option that shows the help.
  fileprivate var asksForHelp: Bool { self == "--help" || self == "-h" }
}
