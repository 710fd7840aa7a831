import DisclosureText

/// A text in which `⟦…⟧` marks the places where findings are expected.
struct MarkedText {
  /// The text without marks.
  private(set) var bytes: [UInt8] = []
  /// The marked ranges, in the order of the text.
  private(set) var marks: [TextRange] = []

  init(_ marked: String) {
    self.init(Array(marked.utf8))
  }

  init(_ marked: [UInt8]) {
    var rest = marked[...]
    var starts: [Int] = []
    while let byte = rest.first {
      if rest.starts(with: Self.open) {
        starts.append(bytes.count)
        rest = rest.dropFirst(Self.open.count)
      } else if rest.starts(with: Self.close), let start = starts.popLast() {
        marks.append(TextRange(start, bytes.count))
        rest = rest.dropFirst(Self.close.count)
      } else {
        bytes.append(byte)
        rest = rest.dropFirst()
      }
    }
  }

  private static let open = Array("⟦".utf8)
  private static let close = Array("⟧".utf8)
}
