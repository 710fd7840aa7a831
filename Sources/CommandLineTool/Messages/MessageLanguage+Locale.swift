import Lint

extension MessageLanguage {
  /// The language for `arguments` in `environment`: what `--lang` says, else English where the
  /// locale is English, else Chinese.
  ///
  /// Read apart from the other arguments, so that even an error in these is said in it.
  init(arguments: [CommandArgument], environment: ToolEnvironment) {
    var chosen: MessageLanguage?
    for (at, argument) in arguments.enumerated() {
      if argument == "--" { break }
      if argument == "--lang", at + 1 < arguments.count {
        chosen = MessageLanguage(rawValue: arguments[at + 1].text) ?? chosen
      }
      for language in MessageLanguage.allCases where argument.text == "--lang=\(language.rawValue)" {
        chosen = language
      }
    }
    self = chosen ?? Self.ofLocale(in: environment)
  }

  /// The first of the variables that is set decides, as POSIX has it.
  private static func ofLocale(in environment: ToolEnvironment) -> MessageLanguage {
    for name in ["LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let locale = environment.variable(name), !locale.isEmpty else { continue }
      return locale.utf8.starts(with: "en".utf8) ? .english : .chinese
    }
    return .chinese
  }
}
