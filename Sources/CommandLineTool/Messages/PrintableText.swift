import Workspace

extension [UInt8] {
  /// Appends the UTF-8 of a string.
  mutating func append(_ string: String) {
    append(contentsOf: string.utf8)
  }

  /// Appends a string that comes from a document or a file's name, as one line that a terminal
  /// only shows: what would steer it, or turn the direction of writing, appears as `\u{1B}`.
  mutating func append(printable string: String) {
    var needsEscape = false
    for byte in string.utf8 where byte < 0x20 || byte == 0x7F || byte == 0xC2 || byte == 0xE2 {
      needsEscape = true
      break
    }
    guard needsEscape else { return append(string) }
    for scalar in string.unicodeScalars {
      if scalar.steersTerminal {
        append("\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}")
      } else {
        append(contentsOf: UTF8.encode(scalar)?.map { $0 } ?? [])
      }
    }
  }
}

extension Unicode.Scalar {
  /// Whether a terminal acts on the character rather than showing it: control characters, line
  /// and paragraph separators, and those that turn the direction of writing.
  var steersTerminal: Bool {
    switch value {
    case 0x00...0x1F, 0x7F...0x9F, 0x200E...0x200F, 0x2028...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}

extension FilePath {
  /// The path as one line for people.
  var printable: String {
    var bytes: [UInt8] = []
    bytes.append(printable: text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
