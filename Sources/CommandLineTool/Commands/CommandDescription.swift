import Lint

/// What a command is called and takes, for the help and for reading its arguments.
struct CommandDescription: Sendable {
  /// The word that calls it.
  let name: String
  /// What stands behind the word.
  let operands: String
  /// What it does, in one line.
  let summary: LocalizedText
  /// Its options.
  let options: [OptionDescription]
}

extension CommandDescription {
  /// Every command, in the order of the help.
  static let all = [lint, fix, check, server, rules, explain, figures, config, completions, man, help]

  /// Checks documents; the command where none is named.
  static let lint = CommandDescription(
    name: "lint", operands: "[PATH…]",
    summary: LocalizedText("检查文件或文件夹（缺省命令）", "check files and folders (the default command)"),
    options: LintOptions.descriptions)

  /// Makes repairs.
  static let fix = CommandDescription(
    name: "fix", operands: "[PATH…]",
    summary: LocalizedText("改正文本文件中有把握的错误", "repair texts where the evidence singles the repair out"),
    options: FixOptions.descriptions)

  /// Checks for publication.
  static let check = CommandDescription(
    name: "check", operands: "--submission [PATH…]",
    summary: LocalizedText("公开前的最后检查，给出结论和记录", "the last check before publication, with a verdict and a protocol"),
    options: SubmissionOptions.descriptions)

  /// Shows the configuration.
  static let config = CommandDescription(
    name: "config", operands: "show [PATH] | schema",
    summary: LocalizedText(
      "显示对文件生效的配置，或配置文件的 JSON Schema", "show what is configured for a file, or the schema of configuration files"),
    options: [ConfigCommand.file, .language, .help])

  /// Writes completions for a shell.
  static let completions = CommandDescription(
    name: "completions", operands: "bash|zsh|fish",
    summary: LocalizedText("输出命令行补全脚本", "write the completions for a shell"), options: [.language, .help])

  /// Writes the manual page.
  static let man = CommandDescription(
    name: "man", operands: "", summary: LocalizedText("输出 man 手册页", "write the manual page"),
    options: [.language, .help])

  /// Serves an editor.
  static let server = CommandDescription(
    name: "server", operands: "", summary: LocalizedText("在标准输入输出上运行语言服务器", "run the language server on stdio"),
    options: [ServerCommand.positionEncoding, .language, .help])

  /// Lists the rules.
  static let rules = CommandDescription(
    name: "rules", operands: "", summary: LocalizedText("列出全部规则", "list the rules"),
    options: [RulesCommand.format, .language, .help])

  /// Explains one rule.
  static let explain = CommandDescription(
    name: "explain", operands: "RULE",
    summary: LocalizedText("说明一条规则：查什么、为什么、如何改", "say what a rule finds, why, and how it is repaired"),
    options: [.language, .help])

  /// Shows what was read.
  static let figures = CommandDescription(
    name: "figures", operands: "PATH",
    summary: LocalizedText("输出从文件中读出的数字及其勾稽关系（JSON）", "write the figures that were read and their relations (JSON)"),
    options: [.language, .help])

  /// Shows the help.
  static let help = CommandDescription(
    name: "help", operands: "[COMMAND]", summary: LocalizedText("显示帮助", "show the help"),
    options: [.language, .help])

  /// The command of that name.
  static func named(_ name: String) -> CommandDescription? {
    all.first { $0.name == name }
  }
}
