import DisclosureText

/// Figures of which a part stands on another line, so that only the other part was read.
enum BrokenFigure {
  /// Whether `edit` writes digits that stand on the line before or behind it already: `292.6` / `3` is 292.63, and is
  /// not to become `292.63` / `3`.
  ///
  /// - Complexity: O(*n*) in the length of the figure.
  static func isRepeated(by edit: TextEdit, in bytes: [UInt8]) -> Bool {
    guard edit.range.lower < edit.range.upper, edit.range.upper <= bytes.count else { return false }
    let old = digits(bytes[edit.range.lower..<edit.range.upper])
    let new = digits(Array(edit.text.utf8)[...])
    guard !old.isEmpty, new.count > old.count else { return false }
    let rest = digits(run(bytes[edit.range.upper...]))
    if !rest.isEmpty, old + rest == new { return true }
    let start = digits(run(bytes[..<edit.range.lower].reversed()[...]))
    return !start.isEmpty && start.reversed() + old == new
  }

  /// The figure that begins behind blanks among which is a line end.
  private static func run(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    let first = bytes.firstIndex { !isBlank($0) } ?? bytes.endIndex
    guard bytes[..<first].contains(where: isLineEnd) else { return [] }
    return bytes[first...].prefix { isPart($0) }
  }

  private static func digits(_ bytes: ArraySlice<UInt8>) -> [UInt8] { bytes.filter { $0 >= 0x30 && $0 <= 0x39 } }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || isLineEnd(byte) }

  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }

  /// Whether the byte may stand in a figure.
  private static func isPart(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 || byte == 0x2E || byte == 0x2C }
}
