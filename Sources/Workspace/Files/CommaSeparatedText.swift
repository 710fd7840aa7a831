/// Tables whose cells are separated by commas (RFC 4180), as texts whose cells are separated by tabs.
package enum CommaSeparatedText {
  /// The same text, byte for byte as long, so that places stay: a comma between cells becomes a tab; the quotes around
  /// a cell, and line ends within, become blanks.
  ///
  /// - Complexity: O(length).
  package static func tabSeparated(_ bytes: [UInt8]) -> [UInt8] {
    var result = bytes
    var isQuoted = false
    var isStart = true
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      let wasStart = isStart
      isStart = false
      switch byte {
      case UInt8(ascii: "\"") where isQuoted || wasStart:
        result[at] = UInt8(ascii: " ")
        // Two of them stand for one.
        if isQuoted, at + 1 < bytes.count, bytes[at + 1] == byte {
          at += 1
          result[at] = UInt8(ascii: " ")
        } else {
          isQuoted.toggle()
        }
      case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
        if isQuoted { result[at] = UInt8(ascii: " ") } else { isStart = true }
      case UInt8(ascii: ",") where !isQuoted:
        result[at] = UInt8(ascii: "\t")
        isStart = true
      default: break
      }
      at += 1
    }
    return result
  }

  /// What is read of a file: the same but for one with such a table.
  package static func readable(_ bytes: [UInt8], at path: FilePath?) -> [UInt8] {
    path.map { isNamed($0.lastComponent) } ?? false ? tabSeparated(bytes) : bytes
  }

  /// Whether a cell may be replaced by `text` without quotes around it.
  package static func isPlain(_ text: String) -> Bool {
    !text.utf8.contains { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") || $0 < 0x20 }
  }

  /// Whether a file with this name holds such a table.
  package static func isNamed(_ name: some Collection<UInt8>) -> Bool {
    name.suffix(4).map { $0 | 0x20 }.elementsEqual(Array(".csv".utf8).map { $0 | 0x20 })
  }
}
