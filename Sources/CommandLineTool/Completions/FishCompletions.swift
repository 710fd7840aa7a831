import Lint
import Workspace

/// The script for fish.
struct FishCompletions {
  let language: MessageLanguage

  /// One line to each command and option.
  func text() -> String {
    let names = CommandDescription.all.map(\.name).joined(separator: " ")
    var lines = ["# fish completion for \(Product.name)"]
    for command in CommandDescription.all {
      lines.append(
        "complete -c \(Product.name) -n 'not __fish_seen_subcommand_from \(names)' -a \(command.name) -d '\(Self.quoted(command.summary[language]))'"
      )
    }
    for command in CommandDescription.all {
      let condition =
        command.name == "lint"
        ? "not __fish_seen_subcommand_from \(CommandDescription.all.map(\.name).filter { $0 != "lint" }.joined(separator: " "))"
        : "__fish_seen_subcommand_from \(command.name)"
      for option in command.options {
        var line = "complete -c \(Product.name) -n '\(condition)' -l \(option.name.dropFirst(2))"
        if let short = option.short { line += " -s \(short.dropFirst())" }
        switch option.value {
        case .none: break
        case .choice(let words): line += " -x -a '\(words.joined(separator: " "))'"
        case .count, .text: line += " -x"
        case .assignment(let names, let values, _):
          let words = names.all.flatMap { name in values.all.map { "\(name)=\($0)" } }
          line += " -x -a '\(words.joined(separator: " "))'"
        case .file: line += " -r"
        }
        lines.append(line + " -d '\(Self.quoted(option.summary[language]))'")
      }
      if !command.operandWords.isEmpty {
        lines.append(
          "complete -c \(Product.name) -n '\(condition)' -f -a '\(command.operandWords.joined(separator: " "))'")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { result, scalar in
      if scalar == "'" || scalar == "\\" { result += "\\" }
      result.unicodeScalars.append(scalar)
    }
  }
}
