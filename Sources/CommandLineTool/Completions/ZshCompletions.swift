import Lint
import Workspace

/// The script for zsh.
struct ZshCompletions {
  let language: MessageLanguage

  /// A function for the compsys of zsh.
  func text() -> String {
    var lines = [
      "#compdef \(Product.name)", "",
    ]
    for (names, values) in Self.assignments {
      lines += [
        "_\(Product.name)_assignment() {",
        "  if compset -P '*='; then compadd -- \(values.all.joined(separator: " "))",
        "  else compadd -S = -- \(names.all.joined(separator: " ")); fi", "}", "",
      ]
    }
    lines += ["_\(Product.name)() {", "  local -a commands", "  commands=("]
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

  /// What stands before and behind `=` in the one option whose value is such a pair.
  private static var assignments: [(names: OptionWords, values: OptionWords)] {
    let found = CommandDescription.lint.options.compactMap { option in
      if case .assignment(let names, let values, _) = option.value { (names, values) } else { nil }
    }
    return Array(found.prefix(1))
  }

  private func specification(_ option: OptionDescription) -> String {
    let summary = Self.quoted(option.summary[language])
    let value =
      switch option.value {
      case .none: ""
      case .choice(let words): ":value:(\(words.joined(separator: " ")))"
      case .count, .text: ":value:"
      case .assignment: ":value:_\(Product.name)_assignment"
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
