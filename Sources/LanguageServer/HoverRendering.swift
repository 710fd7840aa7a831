import Assist
import Lint

/// Writes the text of a hover as Markdown or as plain text.
enum HoverRendering {
  /// The paragraphs in one text.
  static func text(
    _ paragraphs: [HoverText.Paragraph], in language: MessageLanguage, isMarkdown: Bool
  ) -> String {
    var lines: [String] = []
    for paragraph in paragraphs {
      switch paragraph {
      case .heading(let text):
        if !lines.isEmpty { lines.append("") }
        lines.append(isMarkdown ? "**\(escaped(text[language]))**" : text[language])
        if isMarkdown { lines.append("") }
      case .text(let text):
        lines.append(isMarkdown ? escaped(text[language]) + "  " : text[language])
      case .item(let text): lines.append("- " + (isMarkdown ? escaped(text[language]) : text[language]))
      }
    }
    return lines.joined(separator: "\n")
  }

  /// The text with what Markdown would read as its own marks escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if "\\`*_{}[]<>#|~".unicodeScalars.contains(scalar) { result.unicodeScalars.append("\\") }
      result.unicodeScalars.append(scalar)
    }
    return result
  }
}
