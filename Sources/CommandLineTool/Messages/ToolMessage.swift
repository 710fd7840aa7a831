import Glibc
import Lint
import Workspace

/// The sentences the tool itself says, every error among them: what is wrong, then what to do.
enum ToolMessage {
  /// What is wrong with a command line.
  static func text(of error: ArgumentError) -> LocalizedText {
    switch error {
    case .unknownOption(let name, let nearest):
      return LocalizedText("没有选项 \(name)", "there is no option \(name)") + suggestion(nearest)
    case .unknownCommand(let name, let nearest):
      return LocalizedText("没有名为 \(name) 的命令，也没有这个文件", "\(name) is neither a command nor a file")
        + suggestion(nearest)
    case .missingValue(let option, let placeholder):
      return LocalizedText("选项 \(option) 缺少取值 \(placeholder)", "option \(option) wants a value: \(placeholder)")
    case .unexpectedValue(let option, let value):
      return LocalizedText("选项 \(option) 不带取值，不应有“\(value)”", "option \(option) takes no value, but got “\(value)”")
    case .unknownValue(let option, let value, let choices, let nearest):
      return LocalizedText(
        "选项 \(option) 没有取值“\(value)”，可用：\(choices.joined(separator: "、"))",
        "option \(option) does not take “\(value)”, but \(choices.joined(separator: ", "))") + suggestion(nearest)
    case .notCount(let option, let value):
      return LocalizedText(
        "选项 \(option) 的取值“\(value)”应为不小于 1 的整数", "option \(option) wants a whole number of at least 1, not “\(value)”")
    case .missingOperand(let command, let placeholder):
      return LocalizedText("命令 \(command) 缺少参数 \(placeholder)", "\(command) wants an argument: \(placeholder)")
    case .unknownRule(let name, let nearest):
      return LocalizedText(
        "没有名为 \(name) 的规则（全部规则见 \(Product.name) rules）",
        "there is no rule \(name) (\(Product.name) rules lists them all)") + suggestion(nearest)
    case .unexpectedOperand(let operand):
      return LocalizedText("此命令不接受参数“\(operand)”", "this command takes no argument “\(operand)”")
    case .standardInputTwice:
      return LocalizedText(
        "标准输入不能既是文件又是路径清单", "the standard input cannot be both a document and the list of paths")
    case .apart(let option, let other):
      return LocalizedText("选项 \(option) 与 \(other) 不能同时使用", "\(option) and \(other) do not go together")
    case .sameOutputFile(let file):
      return LocalizedText("两份报告不能写入同一个文件 \(file)", "two reports cannot be written to the same file \(file)")
    case .outputIsInput(let file):
      return LocalizedText(
        "输出会覆盖被检查的文件 \(file)，请换一个文件名", "the output would replace \(file), which is checked; name another file")
    case .baselineIsDocument(let file):
      return LocalizedText(
        "\(file) 是文档的扩展名，不能写入已知问题清单；请用 .json 文件", "\(file) is named like a document; write the baseline to a .json file"
      )
    case .namedInputWithoutInput:
      return LocalizedText(
        "使用 --stdin-filename 时，须以 - 读取标准输入", "--stdin-filename names the standard input: give - as the path")
    }
  }

  /// Why the file or folder called `name` could not be read.
  static func text(of error: FileAccessError, at name: String) -> LocalizedText {
    switch error {
    case .missing:
      LocalizedText("找不到 \(name)，请检查路径", "\(name) does not exist; check the path")
    case .isFolder:
      LocalizedText("\(name) 是文件夹，不是文件；请给出其中的文件", "\(name) is a folder; name a file in it")
    case .notFolder:
      LocalizedText("\(name) 的路径中有一段不是文件夹，请检查路径", "a part of \(name) is no folder; check the path")
    case .notPermitted:
      LocalizedText("没有读取 \(name) 的权限，请修改其权限后重试", "no permission to read \(name); change it and try again")
    case .tooLarge:
      LocalizedText(
        "\(name) 超过 \(FileAccessError.maximumFileSize >> 20) MB，未检查；请拆分或确认是文本文件",
        "\(name) is larger than \(FileAccessError.maximumFileSize >> 20) MB and was not checked; is it a text?")
    case .notRegular:
      LocalizedText(
        "\(name) 是管道或设备，不是文件，无法就地修改；请改用 \(Product.name) fix -，从标准输入读取，改后的文本写到标准输出",
        "\(name) is a pipe or a device and no file, so nothing can be repaired in place; \(Product.name) fix - reads the standard input and writes the repaired text to the standard output"
      )
    case .changed:
      LocalizedText("\(name) 在处理期间被改动，未作修改；请重试", "\(name) was changed meanwhile and left alone; try again")
    case .brokenOff(let rest, let code):
      LocalizedText(
        "\(name) 写入中断（\(reason(code))），完整的新文本在 \(rest.printable)",
        "writing \(name) broke off (\(reason(code))); its whole new text is in \(rest.printable)")
    case .unreadable(let code):
      LocalizedText("无法读取 \(name)：\(reason(code))", "\(name) cannot be read: \(reason(code))")
    }
  }

  /// Why the input called `name` could not be checked.
  static func texts(of error: InputError, at name: String) -> [LocalizedText] {
    switch error {
    case .file(let error): [text(of: error, at: name)]
    case .writing(let error): [text(of: OutputError(path: FilePath(name), error: error))]
    case .importing(let error): [error.text(at: name)]
    case .configuration(let error): error.problems.map(\.line)
    case .documentLine(let line):
      [
        LocalizedText(
          "标准输入第 \(line) 行不是 {\"file\": …, \"text\": …} 形式的 JSON",
          "line \(line) of the standard input is no JSON of the form {\"file\": …, \"text\": …}")
      ]
    }
  }

  /// How many documents were left out of the comparison.
  static func strayed(_ count: Int) -> LocalizedText {
    LocalizedText(
      "\(count) 个文件正文与其开头几页所示的部门、类型或年度不同，未与其他文件互相核对（--format json 会核对）",
      "\(Remarks.counted(count, "file")) turned out to be of another department, kind or year than the first pages say, "
        + "and \(count == 1 ? "was" : "were") not checked against others (--format json does)")
  }

  /// A folder that was named holds no document, or `ignored` ones that the configuration leaves out.
  static func emptyFolder(_ name: String, ignored: Int) -> LocalizedText {
    if ignored > 0 {
      return LocalizedText(
        "\(name) 中的 \(ignored) 个文件都被配置（ignore）排除，未检查任何文件；请写明文件名，或修改 ignore",
        "\(name): \(Remarks.counted(ignored, "document")) found, and all are left out by the configuration (ignore); nothing was checked there. Name a file, or change ignore"
      )
    }
    return LocalizedText("\(name) 中没有可检查的文件，未检查任何文件", "\(name) holds no document; nothing was checked there")
  }

  /// No path named anything.
  static let noInput = LocalizedText("没有给出要检查的文件", "no document was given to check")

  /// A report could not be written to its file.
  static func text(of error: OutputError) -> LocalizedText {
    let name = error.path.printable
    switch error.error {
    case .missing: return LocalizedText("无法写入 \(name)：没有这个文件夹", "\(name) cannot be written: there is no such folder")
    case .isFolder: return LocalizedText("无法写入 \(name)：这是文件夹", "\(name) cannot be written: it is a folder")
    case .notFolder:
      return LocalizedText("无法写入 \(name)：路径中有一段不是文件夹", "\(name) cannot be written: a part of its path is no folder")
    case .notPermitted: return LocalizedText("没有写入 \(name) 的权限", "no permission to write \(name)")
    case .changed: return LocalizedText("\(name) 在处理期间被改动，请重试", "\(name) was changed meanwhile; try again")
    case .tooLarge: return LocalizedText("无法写入 \(name)：文件过大", "\(name) cannot be written: it is too large")
    case .brokenOff, .notRegular: return text(of: error.error, at: name)
    case .unreadable(let code):
      return LocalizedText("无法写入 \(name)：\(reason(code))", "\(name) cannot be written: \(reason(code))")
    }
  }

  /// The report could not be written.
  static func writeFailure(code: Int32) -> LocalizedText {
    LocalizedText("无法写出报告：\(reason(code))", "the report cannot be written: \(reason(code))")
  }

  /// Where to read more, behind an error in the command line.
  static let seeHelp = LocalizedText("用法见 \(Product.name) --help", "for the usage: \(Product.name) --help")

  /// The line of the error output that says `text`.
  static func line(_ text: LocalizedText, in language: MessageLanguage) -> [UInt8] {
    var bytes = Array("\(Product.name): ".utf8)
    bytes.append(printable: text[language])
    bytes.append(0x0A)
    return bytes
  }

  private static func suggestion(_ nearest: String?) -> LocalizedText {
    nearest.map { LocalizedText("，是不是 \($0)？", "; did you mean \($0)?") } ?? LocalizedText("", "")
  }

  /// The system's words for its number.
  private static func reason(_ code: Int32) -> String {
    strerror(code).map { String(cString: $0) } ?? "errno \(code)"
  }
}
