import Lint
import Workspace

/// The help, made from the descriptions of commands and options.
enum HelpText {
  /// The help of the whole tool, which ends with the options of its default command.
  static func overview(in language: MessageLanguage) -> [UInt8] {
    var lines = [
      LocalizedText(
        "\(Product.name) \(Product.version)：部门预算、决算公开文本的检查工具",
        "\(Product.name) \(Product.version): checks departmental budget and final accounts disclosures")[language],
      "", heading("用法", "Usage", language),
      "  \(Product.name) [COMMAND] [OPTION…] [PATH…]",
      "", heading("命令", "Commands", language),
    ]
    lines += table(CommandDescription.all.map { ($0.name, $0.summary[language]) })
    lines += ["", heading("lint 的选项", "Options of lint", language)]
    lines += table((CommandDescription.lint.options + [version]).map { ($0.usage, $0.summary[language]) })
    return text(lines + lintRemarks(in: language))
  }

  /// The help of one command.
  static func of(_ command: CommandDescription, in language: MessageLanguage) -> [UInt8] {
    let usage = [Product.name, command.name, command.options.isEmpty ? "" : "[OPTION…]", command.operands]
    var lines = [
      command.summary[language], "", heading("用法", "Usage", language),
      "  " + usage.filter { !$0.isEmpty }.joined(separator: " "), "", heading("选项", "Options", language),
    ]
    lines += table(command.options.map { ($0.usage, $0.summary[language]) })
    return text(lines + (command.name == CommandDescription.lint.name ? lintRemarks(in: language) : []))
  }

  /// Shows the version; stands before or without a command.
  static let version = OptionDescription(
    name: "--version", value: .none, summary: LocalizedText("显示版本", "show the version"))

  /// What paths and exit statuses mean.
  private static func lintRemarks(in language: MessageLanguage) -> [String] {
    let remarks = [
      LocalizedText(
        "PATH 为文件、文件夹（其中的 .txt 与 .md，不含隐藏项）或 -（标准输入）；缺省为当前文件夹。",
        "A PATH is a file, a folder (its .txt and .md files, none hidden) or - for the standard input;"
          + "\nthe current folder where none is given. Behind -- everything is a path."),
      LocalizedText(
        "退出状态：0 无错误和警告；1 有；2 用法有误或有文件无法读取（其余文件照常检查）。",
        "Exit status: 0 no error or warning; 1 some; 2 wrong use, or a file that could not be read"
          + "\n(the others are checked all the same)."),
    ]
    return [""] + remarks.map { $0[language] }
  }

  private static func heading(_ chinese: String, _ english: String, _ language: MessageLanguage) -> String {
    LocalizedText(chinese + "：", english + ":")[language]
  }

  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { $0.0.utf8.count }.max() ?? 0
    return rows.map { "  " + $0.0 + String(repeating: " ", count: width - $0.0.utf8.count + 2) + $0.1 }
  }

  private static func text(_ lines: [String]) -> [UInt8] {
    Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}

extension OptionDescription {
  /// How the help writes the option.
  fileprivate var usage: String {
    (short.map { $0 + ", " } ?? "") + name + (value.placeholder.map { " " + $0 } ?? "")
  }
}
