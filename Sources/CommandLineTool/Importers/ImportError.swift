import Lint

/// Why a file could not be turned into text.
enum ImportError: Error, Hashable, Sendable {
  /// The program that reads such files is not installed.
  case missing(ImportProgram)
  /// The file is protected by a password.
  case encrypted
  /// The file holds pictures of text and no text.
  case scanned
  /// The file holds nothing, neither text nor pictures.
  case empty
  /// The file is damaged, or not what its name says; with what the program said of it.
  case damaged(ImportProgram, String)
  /// The file, or its text, is larger than is read, in bytes.
  case oversized(limit: Int)
  /// The program took longer than allowed, in seconds.
  case tooSlow(ImportProgram, seconds: Int)
  /// The text is in an encoding that cannot be read here.
  case unknownEncoding(String)
  /// The run was interrupted.
  case interrupted
}

/// The programs that turn files into text.
enum ImportProgram: String, Hashable, Sendable {
  /// Reads PDF.
  case pdftotext
  /// Reads the files of word processors and web pages.
  case pandoc
  /// Reads spreadsheets and old word processors' files.
  case soffice

  /// The package to install on Debian and its relatives, and what to get elsewhere.
  var package: LocalizedText {
    switch self {
    case .pdftotext:
      LocalizedText("poppler-utils（Windows、macOS：poppler）", "poppler-utils (poppler on Windows and macOS)")
    case .pandoc: LocalizedText("pandoc", "pandoc")
    case .soffice:
      LocalizedText(
        "libreoffice-calc 与 libreoffice-writer（LibreOffice）", "libreoffice-calc and libreoffice-writer (LibreOffice)")
    }
  }
}

extension ImportError {
  /// The sentence about the file called `name`.
  func text(at name: String) -> LocalizedText {
    switch self {
    case .missing(let program):
      let package = program.package
      return LocalizedText(
        "未检查 \(name)：读取此类文件需要 \(program.rawValue)，请安装 \(package.chinese)",
        "\(name) was not checked: such files are read by \(program.rawValue); install \(package.english)")
    case .encrypted:
      return LocalizedText(
        "\(name) 有密码保护，未检查；请去除密码后重试", "\(name) is protected by a password and was not checked; remove it and try again")
    case .scanned:
      return LocalizedText(
        "\(name) 是扫描件，没有可读的文字，未检查；请提供由文字处理软件生成的文件",
        "\(name) is scanned: it holds no text and was not checked; give the file it was printed from")
    case .empty:
      return LocalizedText(
        "\(name) 是空文件，没有文字，未检查", "\(name) is empty: it holds no text and was not checked")
    case .damaged(let program, let said):
      let detail = said.isEmpty ? "" : "（\(program.rawValue)：\(said)）"
      let english = said.isEmpty ? "" : " (\(program.rawValue): \(said))"
      return LocalizedText(
        "\(name) 已损坏，或不是其扩展名所示的文件，未检查\(detail)",
        "\(name) is damaged, or not what its name says, and was not checked\(english)")
    case .oversized(let limit):
      return LocalizedText(
        "\(name) 或其文字超过 \(limit >> 20) MB，未检查；请拆分后重试",
        "\(name) or its text is larger than \(limit >> 20) MB and was not checked; divide it and try again")
    case .tooSlow(let program, let seconds):
      return LocalizedText(
        "\(program.rawValue) 在 \(seconds) 秒内未能读完 \(name)，未检查；可用 --time-limit 延长",
        "\(program.rawValue) did not finish \(name) within \(seconds) s; it was not checked; --time-limit allows more")
    case .unknownEncoding(let encoding):
      return LocalizedText(
        "\(name) 的编码 \(encoding) 在本机无法转换，未检查；请另存为 UTF-8",
        "\(name) is in \(encoding), which cannot be converted here, and was not checked; save it as UTF-8")
    case .interrupted:
      return LocalizedText("已中断，\(name) 未检查", "interrupted: \(name) was not checked")
    }
  }
}
