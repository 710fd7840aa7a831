import Workspace

/// The script for bash.
enum BashCompletions {
  /// One function that looks at the command and at the word before the cursor.
  static func text() -> String {
    var lines = [
      "# bash completion for \(Product.name)", "_\(Product.name)() {",
      "  local current=${COMP_WORDS[COMP_CWORD]} at=$((COMP_CWORD-1)) command=lint previous word",
      // Names of files may hold blanks.
      "  local IFS=$'\\n'", "  COMPREPLY=()",
      "  for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do",
      "    case $word in \(CommandDescription.all.map(\.name).joined(separator: "|"))) command=$word; break ;; esac",
      "  done",
      // The shell takes `--name=value` apart.
      "  if [ \"$current\" = = ]; then current=; elif [ \"${COMP_WORDS[at]}\" = = ]; then at=$((at-1)); fi",
      "  previous=${COMP_WORDS[at]}", "  case $command:$previous in",
    ]
    for command in CommandDescription.all {
      for option in command.options {
        for name in [option.name] + (option.short.map { [$0] } ?? []) {
          guard let offer = offer(option.value) else { continue }
          lines.append("    \(command.name):\(name)) \(offer)return ;;")
        }
      }
    }
    lines += ["  esac"] + assignments() + ["  case $command in"]
    for command in CommandDescription.all {
      let options = command.options.flatMap { [$0.name] + ($0.short.map { [$0] } ?? []) }
      let words = command.name == "lint" ? CommandDescription.all.map(\.name) : command.operandWords
      lines += [
        "    \(command.name))", "      if [[ $current == -* ]]; then \(matches(options))",
        "      else \(matches(words, "$(compgen -f -- \"$current\")")); fi ;;",
      ]
    }
    lines += ["  esac", "}", "complete -o filenames -F _\(Product.name) \(Product.name)", ""]
    return lines.joined(separator: "\n")
  }

  /// What is offered for the value of an option; nil where it takes none.
  private static func offer(_ value: OptionValue) -> String? {
    switch value {
    case .none: nil
    case .choice(let words): matches(words) + "; "
    case .count, .text: ""
    case .file: "COMPREPLY=($(compgen -f -- \"$current\")); "
    case .assignment(let names, _, _):
      matches(names.all.map { $0 + "=" }) + "; type compopt >/dev/null 2>&1 && compopt -o nospace 2>/dev/null; "
    }
  }

  /// What is offered behind the `=` of a pair, which the shell took apart as well.
  private static func assignments() -> [String] {
    for option in CommandDescription.lint.options {
      guard case .assignment(_, let values, _) = option.value else { continue }
      let option = option.name
      return [
        "  if [ \"${COMP_WORDS[at-1]}\" = \(option) ] || [ \"${COMP_WORDS[at-1]}${COMP_WORDS[at-2]}\" = '=\(option)' ]; then",
        "    if [ \"${COMP_WORDS[at+1]}\" = = ]; then \(matches(values.all)); return; fi", "  fi",
      ]
    }
    return []
  }

  private static func matches(_ words: [String], _ more: String = "") -> String {
    let list = "$(compgen -W $'\(words.joined(separator: "\\n"))' -- \"$current\")"
    return "COMPREPLY=(\([words.isEmpty ? "" : list, more].filter { !$0.isEmpty }.joined(separator: " ")))"
  }
}
