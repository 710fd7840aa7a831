import JSONText

/// The words of paragraphs and cells.
enum PandocInline {
  /// The text of inline elements, without what only decorates it.
  static func text(of inlines: [JSONValue]) -> String {
    var result = ""
    append(inlines, to: &result)
    return result
  }

  /// The text of a cell on one line: paragraphs follow each other without a sign between them,
  /// as they do where a narrow column breaks a word.
  static func text(ofCell blocks: [JSONValue]) -> String {
    var result = ""
    for block in blocks { append(block: block, to: &result) }
    let blanks: Set<Unicode.Scalar> = ["\t", "\n", "\r"]
    return String(String.UnicodeScalarView(result.unicodeScalars.map { blanks.contains($0) ? " " : $0 }))
  }

  private static func append(block: JSONValue, to result: inout String) {
    let content = block["c"]
    switch block["t"]?.string {
    case "Para", "Plain": append(content?.elements ?? [], to: &result)
    case "Header": append(content?.elements?.last?.elements ?? [], to: &result)
    case "CodeBlock": result += content?.elements?.last?.string ?? ""
    case "Div": for inner in content?.elements?.last?.elements ?? [] { append(block: inner, to: &result) }
    case "BlockQuote": for inner in content?.elements ?? [] { append(block: inner, to: &result) }
    case "LineBlock": for line in content?.elements ?? [] { append(line.elements ?? [], to: &result) }
    case "BulletList": append(items: content, to: &result)
    case "OrderedList": append(items: content?.elements?.last, to: &result)
    // A table has lines of its own.
    default: break
    }
  }

  private static func append(items: JSONValue?, to result: inout String) {
    for item in items?.elements ?? [] {
      for block in item.elements ?? [] { append(block: block, to: &result) }
    }
  }

  /// The notes that inline elements refer to, each the blocks it holds.
  static func notes(of inlines: [JSONValue]) -> [[JSONValue]] {
    inlines.flatMap { inline -> [[JSONValue]] in
      let content = inline["c"]
      switch inline["t"]?.string {
      case "Note": return [content?.elements ?? []]
      case "Emph", "Strong", "Underline", "Superscript", "Subscript", "SmallCaps":
        return notes(of: content?.elements ?? [])
      case "Span", "Quoted": return notes(of: content?.elements?.last?.elements ?? [])
      case "Link": return notes(of: content?.elements?.dropFirst().first?.elements ?? [])
      default: return []
      }
    }
  }

  private static func append(_ inlines: [JSONValue], to result: inout String) {
    for inline in inlines {
      let content = inline["c"]
      switch inline["t"]?.string {
      case "Str": result += content?.string ?? ""
      case "Space": result += " "
      // A line that the author broke by hand goes on as a line of its own.
      case "LineBreak": result += "\n"
      // A line that the file broke goes on as Chinese does, without a blank.
      case "SoftBreak": break
      case "Code", "Math": result += content?.elements?.last?.string ?? ""
      case "Emph", "Strong", "Underline", "Superscript", "Subscript", "SmallCaps":
        append(content?.elements ?? [], to: &result)
      case "Quoted": appendQuoted(content?.elements ?? [], to: &result)
      case "Span": append(content?.elements?.last?.elements ?? [], to: &result)
      case "Link": append(content?.elements?.dropFirst().first?.elements ?? [], to: &result)
      // What is struck out is no text any more; notes stand behind the paragraph, pictures elsewhere.
      default: break
      }
    }
  }

  private static func appendQuoted(_ parts: [JSONValue], to result: inout String) {
    let isSingle = parts.first?["t"]?.string == "SingleQuote"
    result += isSingle ? "‘" : "“"
    append(parts.last?.elements ?? [], to: &result)
    result += isSingle ? "’" : "”"
  }
}
