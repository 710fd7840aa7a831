import Lint
import Workspace

/// `budgetlint completions SHELL`: what a shell offers while a command is typed, made from the
/// descriptions of commands and options.
enum CompletionsCommand {
  /// The shells.
  enum Shell: String, CaseIterable {
    case bash
    case zsh
    case fish
  }

  /// The script for the shell that `arguments` name.
  static func output(_ arguments: ParsedArguments, in language: MessageLanguage) throws(ArgumentError) -> [UInt8] {
    let choices = Shell.allCases.map(\.rawValue)
    guard let name = arguments.operands.first?.text else {
      throw .missingOperand(
        command: CommandDescription.completions.name, placeholder: choices.joined(separator: "|"))
    }
    if arguments.operands.count > 1 { throw .unexpectedOperand(arguments.operands[1].text) }
    guard let shell = Shell(rawValue: name) else {
      throw .unknownValue(
        option: CommandDescription.completions.name, value: name, choices: choices,
        nearest: nearestWord(to: name, among: choices))
    }
    let text =
      switch shell {
      case .bash: BashCompletions.text()
      case .zsh: ZshCompletions(language: language).text()
      case .fish: FishCompletions(language: language).text()
      }
    return Array(text.utf8)
  }
}

extension CommandDescription {
  /// The words that may stand behind the command, where they are fixed.
  var operandWords: [String] {
    switch name {
    case Self.config.name: ["show", "schema"]
    case Self.completions.name: CompletionsCommand.Shell.allCases.map(\.rawValue)
    case Self.help.name: Self.all.map(\.name)
    case Self.explain.name: ExplainCommand.ruleNames
    default: []
    }
  }
}

/// The script for bash.
enum BashCompletions {
  /// One function that looks at the command and at the word before the cursor.
  static func text() -> String {
    var lines = [
      "# bash completion for \(Product.name)", "_\(Product.name)() {",
      "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command=lint word",
      "  COMPREPLY=()",
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
      "    case $word in \(CommandDescription.all.map(\.name).joined(separator: "|"))) command=$word; break ;; esac",
      "  done",
      // The shell takes `--name=value` apart.
      "  if [ \"$current\" = = ]; then current=; elif [ \"$previous\" = = ]; then previous=${COMP_WORDS[COMP_CWORD-2]}; fi",
      "  case $command:$previous in",
    ]
    for command in CommandDescription.all {
      for option in command.options {
        guard case .choice(let words) = option.value else { continue }
        lines.append(
          "    \(command.name):\(option.name)) COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\")); return ;;"
        )
      }
    }
    lines += ["  esac", "  case $command in"]
    for command in CommandDescription.all {
      let options = command.options.flatMap { [$0.name] + ($0.short.map { [$0] } ?? []) }
      let words = command.name == "lint" ? CommandDescription.all.map(\.name) : command.operandWords
      lines.append("    \(command.name))")
      lines.append(
        "      if [[ $current == -* ]]; then COMPREPLY=($(compgen -W '\(options.joined(separator: " "))' -- \"$current\"))"
      )
      lines.append(
        "      else COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- \"$current\") $(compgen -f -- \"$current\")); fi ;;"
      )
    }
    lines += ["  esac", "}", "complete -o filenames -F _\(Product.name) \(Product.name)", ""]
    return lines.joined(separator: "\n")
  }
}

/// The script for zsh.
struct ZshCompletions {
  let language: MessageLanguage

  /// A function for the compsys of zsh.
  func text() -> String {
    var lines = [
      "#compdef \(Product.name)", "", "_\(Product.name)() {", "  local -a commands", "  commands=(",
    ]
    for command in CommandDescription.all {
      lines.append("    '\(command.name):\(Self.quoted(command.summary[language]))'")
    }
    lines += [
      "  )", "  local command=lint word", "  for word in ${words[2,CURRENT-1]}; do",
      "    if (( ${commands[(I)$word:*]} )); then command=$word; break; fi", "  done", "  case $command in",
    ]
    for command in CommandDescription.all {
      lines.append("    \(command.name))")
      lines.append("      _arguments -s \\")
      for option in command.options { lines.append("        \(specification(option)) \\") }
      if command.name == "lint" {
        lines.append("        '*:path:{ _describe command commands; _files }' ;;")
      } else if command.operandWords.isEmpty {
        lines.append("        '*:path:_files' ;;")
      } else {
        lines.append("        '*:word:(\(([command.name] + command.operandWords).joined(separator: " ")))' ;;")
      }
    }
    lines += [
      "  esac", "}", "",
      "if [ \"$funcstack[1]\" = _\(Product.name) ]; then _\(Product.name) \"$@\"; else compdef _\(Product.name) \(Product.name); fi",
      "",
    ]
    return lines.joined(separator: "\n")
  }

  private func specification(_ option: OptionDescription) -> String {
    let summary = Self.quoted(option.summary[language])
    let value =
      switch option.value {
      case .none: ""
      case .choice(let words): ":value:(\(words.joined(separator: " ")))"
      case .count, .text: ":value:"
      case .file: ":file:_files"
      }
    let equals = option.value == .none ? "" : "="
    return "'*\(option.name)\(equals)[\(summary)]\(value)'"
  }

  /// Text inside quotation marks and brackets.
  private static func quoted(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "'": result += "’"
      case "[", "]", ":", "\\": result += "\\" + String(scalar)
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

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
