import Lint
import Workspace

/// `budgetlint man`: the manual page, made from the descriptions of commands and options.
struct ManualPage {
  let language: MessageLanguage

  /// The page in the macros of man(7).
  func text() -> [UInt8] {
    var lines = [
      ".\\\" \(Product.name) man", ".TH BUDGETLINT 1 \"\" \"\(Product.name) \(Product.version)\"",
      ".SH \(heading("名称", "NAME"))",
      "\(Product.name) \\- " + Self.escaped(summary[language]),
      ".SH \(heading("用法", "SYNOPSIS"))", ".B \(Product.name)",
      "[\\fICOMMAND\\fR] [\\fIOPTION\\fR…] [\\fIPATH\\fR…]",
    ]
    for command in CommandDescription.all {
      let usage = [Product.name, command.name].joined(separator: " ")
      lines += [
        ".SH \(Self.escaped(command.name.uppercased()))", ".B \(Self.escaped(usage))",
        Self.escaped(command.operands), ".PP", Self.escaped(command.summary[language]),
      ]
      for option in command.options {
        let short = option.short.map { "\\fB\(Self.escaped($0))\\fR, " } ?? ""
        let value = option.value.placeholder.map { " \\fI\(Self.escaped($0))\\fR" } ?? ""
        lines += [
          ".TP", "\(short)\\fB\(Self.escaped(option.name))\\fR\(value)", Self.escaped(option.summary[language]),
        ]
      }
    }
    lines += [".SH \(heading("说明", "NOTES"))"]
    for remark in HelpText.remarks(in: language) {
      lines += [".PP"] + remark.split(separator: "\n").map { Self.escaped(String($0)) }
    }
    return Array((lines.filter { !$0.isEmpty }.joined(separator: "\n") + "\n").utf8)
  }

  private var summary: LocalizedText {
    LocalizedText("部门预算、决算公开文本的检查工具", "checks departmental budget and final accounts disclosures")
  }

  private func heading(_ chinese: String, _ english: String) -> String { LocalizedText(chinese, english)[language] }

  /// Text in which nothing is a macro or an escape.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&" + result : result
  }
}
