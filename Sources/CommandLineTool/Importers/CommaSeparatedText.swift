/// Tables whose cells are separated by commas (RFC 4180), as texts whose cells are separated by tabs.
enum CommaSeparatedText {
  /// The same text, byte for byte as long, so that places stay: a comma between cells becomes a tab; the quotes around
  /// a cell, and line ends within, become blanks.
  ///
  /// - Complexity: O(length).
  static func tabSeparated(_ bytes: [UInt8]) -> [UInt8] {
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

  /// Whether a file with this name holds such a table.
  static func isNamed(_ name: some Collection<UInt8>) -> Bool {
    name.suffix(4).map { $0 | 0x20 }.elementsEqual(Array(".csv".utf8).map { $0 | 0x20 })
  }
}
