import Workspace

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
