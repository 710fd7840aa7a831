import Assist
import DisclosureText
import Lint
import Rules
import Workspace

/// `budgetlint figures PATH`: what was read in one document, as JSON.
enum FiguresCommand {
  /// Writes what was read in the file that `arguments` name, and returns the exit status.
  static func run(
    _ arguments: ParsedArguments, in language: MessageLanguage, _ environment: ToolEnvironment
  ) throws(ArgumentError) -> ExitStatus {
    guard let argument = arguments.operands.first else {
      throw .missingOperand(command: CommandDescription.figures.name, placeholder: "PATH")
    }
    if arguments.operands.count > 1 { throw .unexpectedOperand(arguments.operands[1].text) }
    let isStandardInput = argument == "-"
    let name: FilePath = isStandardInput ? "<stdin>" : argument.path
    let reader = DocumentReader(environment: environment, timeLimit: InputOptions.defaultTimeLimit)
    do throws(InputError) {
      let input: CheckInput = isStandardInput ? .standardInput(name) : .item(.file(argument.path))
      guard let (text, form) = try reader.read(input) else { return .failure }
      let linter = Linter()
      let document = CheckedDocument(text, linter.lint(text), form: form)
      let notes = Remarks.lines(Remarks.notes(on: document), name: name.printable, language: language)
      if !notes.isEmpty { _ = environment.errorOutput.write(notes) }
      let file = linter.read(file: text)
      let report = FigureReport(
        file: name.text, reading: FigureReading(file, linter: linter), coverage: CoverageReading(file, linter: linter),
        places: document.places)
      return environment.output.write(report.json()) == .written ? .clean : .failure
    } catch {
      for sentence in ToolMessage.texts(of: error, at: name.printable) {
        _ = environment.errorOutput.write(ToolMessage.line(sentence, in: language))
      }
      return .failure
    }
  }
}
