/// The ways of writing the same text, in each of which the same must be found.
enum ExampleForm: String, CaseIterable {
  case asWritten
  case windowsLineEnds
  case byteOrderMark
  case behindWideCharacters
  case withoutFinalLineEnd
  case hardWrapped

  /// `text` in this form; marks go with their characters.
  func of(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    switch self {
    case .asWritten: return bytes
    case .windowsLineEnds: return bytes.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
    case .byteOrderMark: return [0xEF, 0xBB, 0xBF] + bytes
    case .behindWideCharacters: return Array("𠮷😀\n".utf8) + bytes
    case .withoutFinalLineEnd: return bytes.last == 0x0A ? Array(bytes.dropLast()) : bytes
    case .hardWrapped: return Array(Self.wrapped(text).utf8)
    }
  }

  /// `text` as it is extracted from a page: lines of 23 characters, wherever that cuts a
  /// figure, with a blank line behind each.
  private static func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var result = ""
      var width = 0
      for character in line {
        if width == 23, character != "⟧" {
          result += "\n\n"
          width = 0
        }
        result.append(character)
        if character != "⟦", character != "⟧" { width += 1 }
      }
      return result
    }.joined(separator: "\n")
  }
}
