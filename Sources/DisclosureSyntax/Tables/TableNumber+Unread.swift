import DisclosureText

/// Numbers in other characters than usual, and what looks like a number but is none.
extension TableNumber {
  /// The number that `range` is where digits, points or separators are full width, `１，０００．００`; what has
  /// letters among its digits, `1O0.00`, is one that cannot be read. Nil for anything else.
  static func wideNumber(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece? {
    let first = bytes[unchecked: range.lower]
    guard first &- 0x30 <= 9 || first == 0xEF, range.count <= 90 else { return nil }
    var narrow: [UInt8] = []
    var (letters, marks) = (0, 0)
    var at = range.lower
    while at < range.upper {
      let scalar = decodeScalar(bytes, &at)
      let plain = scalar >= 0xFF01 && scalar <= 0xFF5E ? scalar - 0xFEE0 : scalar
      switch plain {
      case 0x30...0x39: narrow.append(UInt8(plain))
      case 0x2C, 0x2E:
        narrow.append(UInt8(plain))
        marks += 1
      case 0x4F, 0x6F, 0x49, 0x6C: letters += 1  // O o I l
      default: return nil
      }
    }
    guard narrow.count > letters else { return nil }
    var piece: TablePiece?
    if letters == 0 { piece = number(narrow.span, TextRange(0, narrow.count)) }
    // Letters among whole digits are a name.
    if piece == nil, marks > 0 { piece = unread(narrow.span, TextRange(0, narrow.count)) }
    piece?.range = range
    return piece
  }

  /// Digits, points and separators that are no number, with the value of the first twelve digits:
  /// sums of what they may mean are not to overflow.
  static func unread(_ bytes: Span<UInt8>, _ range: TextRange) -> TablePiece {
    var piece = TablePiece(kind: .text, range: range)
    piece.isUnread = true
    for at in range.lower..<range.upper where bytes[unchecked: at] &- 0x30 <= 9 && piece.digits < 12 {
      piece.value = piece.value * 10 + Int64(bytes[unchecked: at] - 0x30)
      piece.digits += 1
    }
    // A blank cell is another thing.
    piece.value = max(piece.value, 1)
    return piece
  }
}
