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
    return text(lines + [""] + remarks(in: language))
  }

  /// The help of one command.
  static func of(_ command: CommandDescription, in language: MessageLanguage) -> [UInt8] {
    let usage = [Product.name, command.name, command.options.isEmpty ? "" : "[OPTION…]", command.operands]
    var lines = [
      command.summary[language], "", heading("用法", "Usage", language),
      "  " + usage.filter { !$0.isEmpty }.joined(separator: " "), "", heading("选项", "Options", language),
    ]
    lines += table(command.options.map { ($0.usage, $0.summary[language]) })
    return text(lines + (command.options.count > 8 ? [""] + remarks(in: language) : []))
  }

  /// Shows the version; stands before or without a command.
  static let version = OptionDescription(
    name: "--version", value: .none, summary: LocalizedText("显示版本", "show the version"))

  /// What paths, the configuration and exit statuses mean.
  static func remarks(in language: MessageLanguage) -> [String] {
    let extensions = DocumentKind.extensions.map { "." + $0 }
    return [
      LocalizedText(
        "PATH 为文件、文件夹、通配符或 -（标准输入）；缺省为当前文件夹。文件夹中检查"
          + "\n\(extensions.joined(separator: "、"))，不含隐藏项。",
        "A PATH is a file, a folder, a glob or - for the standard input; the current folder where"
          + "\nnone is given. In folders, files that end in \(extensions.joined(separator: " ")) are"
          + "\nchecked, none that are hidden. Behind -- everything is a path."),
      LocalizedText(
        "PDF 由 pdftotext 读取，docx、odt、html 由 pandoc，xlsx、xls、doc 由 LibreOffice；未安装时会提示。"
          + "\nfix 只改文本文件（.csv 表格除外），其他文件列出哪里改成什么。",
        "PDF is read by pdftotext, docx, odt and html by pandoc, xlsx, xls and doc by LibreOffice;"
          + "\nwhere one is missing its package is named. fix changes texts, .csv tables not among them; for"
          + "\nall other files it lists what to change where."),
      LocalizedText(
        "同一部门的文件互相核对，全部查完后才输出；jsonl 先看各文件的开头几页，知道谁与谁核对，查完一个即输出一行。"
          + "\n--separately 不互相核对。--jsonl-input 来一行答一行，后面是什么无从知道，也不互相核对。",
        "Documents of one department are checked against each other, so that reports come at the end; for"
          + "\njsonl the first pages of all are looked at before, and each line comes as soon as its file is done."
          + "\nWith --separately none is checked against another, nor with --jsonl-input, where each line is"
          + "\nanswered before the next is there."),
      LocalizedText(
        "配置文件为 \(ConfigurationStore.fileName)，取文件所在文件夹或其上最近的一个；命令行优先。",
        "The configuration is the \(ConfigurationStore.fileName) nearest beside or above a file; the command line"
          + "\ncounts before it."),
      LocalizedText(
        "退出状态：0 无错误和警告；1 有；2 用法有误或有文件无法读取（其余文件照常检查）；130 已中断。",
        "Exit status: 0 no error or warning; 1 some; 2 wrong use, or a file that could not be read"
          + "\n(the others are checked all the same); 130 interrupted."),
    ].map { $0[language] }
  }

  private static func heading(_ chinese: String, _ english: String, _ language: MessageLanguage) -> String {
    LocalizedText(chinese + "：", english + ":")[language]
  }

  /// Names beside what they mean; a long name has a line of its own.
  private static func table(_ rows: [(String, String)]) -> [String] {
    let width = rows.map { $0.0.utf8.count }.filter { $0 <= maximumNameWidth }.max() ?? 0
    return rows.map { name, summary in
      let isLong = name.utf8.count > width
      let gap = isLong ? "\n" + blanks(width + 4) : blanks(width - name.utf8.count + 2)
      return "  " + name + gap + summary
    }
  }

  private static let maximumNameWidth = 34

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }

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
