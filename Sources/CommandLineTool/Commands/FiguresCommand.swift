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
    let path = argument.path
    do throws(FileAccessError) {
      let isStandardInput = path == "-"
      let bytes = isStandardInput ? try environment.standardInput() : try environment.fileSystem.bytes(of: path)
      let text = SourceText(bytes)
      let notes = Remarks.notes(Linter().lint(text), name: path.printable, language: language)
      if !notes.isEmpty { _ = environment.errorOutput.write(notes) }
      let report = FigureReport(
        file: isStandardInput ? "<stdin>" : path.text, reading: FigureReading(text), places: TextPlaces(text))
      return environment.output.write(report.json()) == .written ? .clean : .failure
    } catch {
      let sentence = ToolMessage.text(of: error, at: path.printable)
      _ = environment.errorOutput.write(ToolMessage.line(sentence, in: language))
      return .failure
    }
  }
}
