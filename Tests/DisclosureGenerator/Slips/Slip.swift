/// A slip of the pen in a generated disclosure: what kind it is, on which figure, and the
/// edits that make it.
package struct Slip: Hashable, Sendable {
  /// The kinds of slip that drafting leaves behind.
  package enum Kind: String, Hashable, Sendable, CaseIterable {
    case mistypedDigit, swappedDigits, droppedDigit, doubledDigit
    case reversedDirection, staleYear, brokenYear, staleShare, lostPercentSign
  }

  /// What was done.
  package let kind: Kind
  /// The index of the figure it was done to.
  package let figure: Int
  /// What the figure reads afterwards.
  package let printed: String
  /// The replaced ranges of the right text and what stands there instead, in order.
  package let edits: [(range: Range<Int>, text: String)]

  package static func == (left: Slip, right: Slip) -> Bool {
    left.kind == right.kind && left.figure == right.figure && left.printed == right.printed
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(figure)
    hasher.combine(printed)
  }

  /// `bytes` with the slip made.
  package func applied(to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var end = 0
    for edit in edits {
      result += bytes[end..<edit.range.lowerBound]
      result += Array(edit.text.utf8)
      end = edit.range.upperBound
    }
    return result + bytes[end...]
  }

  /// The bytes of the wrong text that the slip touches, with the character on either side where
  /// something is missing, given the range of the whole figure in the right text.
  package func range(in figure: Range<Int>) -> Range<Int> {
    let growth = edits.reduce(0) { $0 + $1.text.utf8.count - $1.range.count }
    return figure.lowerBound..<max(figure.lowerBound + 1, figure.upperBound + growth)
  }
}
