import DisclosureSyntax
import DisclosureText

/// Puts the cells of a table that stand on a line each together to the lines of its rows.
///
/// Words or a code behind amounts begin the next row, and so does a code behind words alone, which are the
/// rest of a head. A code between the words of its row and the amounts goes before the words.
struct OneColumnReader {
  /// The lines of rows.
  private(set) var lines = TableLines()
  /// The lines that may have an amount too many: words alone stand behind them, a part of the head that was
  /// printed among the rows, or a page ends between two amounts that are equal.
  private(set) var doubtful: Set<Int> = []

  private let bytes: [UInt8]
  /// Whether the rows are words and amounts alone, so that every number behind words is an amount.
  private let isWithoutCodes: Bool
  /// The pieces of the row being read, and what was met among them.
  private var row: [TablePiece] = []
  private var number = 0
  private var hasAmount = false
  private var hasCode = false

  /// Reads the cells from line `first` on; those of lines that are `skipped` end a row. Where rows have no codes
  /// (`isWithoutCodes`), every number behind words is an amount.
  ///
  /// - Complexity: O(pieces).
  init(
    _ table: TableLines, from first: Int, without skipped: Set<Int>, isWithoutCodes: Bool = false, in bytes: [UInt8]
  ) {
    self.bytes = bytes
    self.isWithoutCodes = isWithoutCodes
    lines.pieces.reserveCapacity(table.pieces.count)
    for line in first..<max(first, table.count) {
      if skipped.contains(line) {
        // A line of marks alone stands between the cells of a row too.
        if !table.lines[line].pieces.isEmpty { close() }
        continue
      }
      for index in table.lines[line].pieces { take(table.pieces, index, table.lines[line].number) }
    }
    close()
  }

  private mutating func take(_ pieces: [TablePiece], _ index: Int, _ line: Int) {
    var piece = pieces[index]
    // The marks of a cell that has a line to itself tell no column.
    piece.field = -1
    let isCode = !isWithoutCodes && Self.beginsCode(pieces[index...])
    if isCode || piece.kind == .text, hasAmount || isCode && !hasCode { close() }
    // `30309`, `奖励金`, `人员经费合计`, `590.67`: the account has no amount.
    if piece.kind == .text, hasCode, row.last?.kind == .text, isTotal(piece) { close() }
    if row.isEmpty { number = line }
    if isWithoutCodes {
      if piece.kind == .text, Self.beginsName(piece, bytes) { close() }
      if !row.isEmpty, piece.isNumber { hasAmount = true }
      row.append(piece)
      return
    }
    if !hasCode, !hasAmount, !row.isEmpty, piece.digits > 3, piece.isAccountCode {
      row.insert(piece, at: 0)
      hasCode = true
      return
    }
    if hasAmount, let last = row.last, last.isNumber, last.value == piece.value, pageEnds(from: last, to: piece) {
      doubtful.insert(lines.count)
    }
    row.append(piece)
    if isCode {
      hasCode = true
    } else if piece.kind != .text, hasAmount || piece.kind != .integer || piece.digits == 1 || piece.digits > 3 {
      hasAmount = true
    }
  }

  /// Whether words end as those of a total do and have more.
  private func isTotal(_ piece: TablePiece) -> Bool {
    guard piece.range.count >= 12 else { return false }
    return Self.totals.contains { bytes[piece.range.upper - 6..<piece.range.upper].elementsEqual($0) }
  }

  private static let totals = ["合计", "总计"].map { Array($0.utf8) }

  private mutating func close() {
    defer {
      row.removeAll(keepingCapacity: true)
      (hasAmount, hasCode) = (false, false)
    }
    guard !row.isEmpty else { return }
    if !hasAmount, !hasCode, !isWithoutCodes { doubtful.insert(lines.count - 1) }
    let start = lines.pieces.count
    lines.pieces += row
    var line = TableLine(number: number, pieces: start..<lines.pieces.count, hash: 0, hasFields: false)
    line.isOneRow = true
    lines.lines.append(line)
  }

  /// Whether words are the beginning of the name of an expense and not the rest of one: they are numbered, or begin as
  /// 公务…, 因公… or 其中：… do.
  private static func beginsName(_ piece: TablePiece, _ bytes: [UInt8]) -> Bool {
    if [0x516C, 0x56E0, 0x5176].contains(piece.first) { return true }
    guard Numbering.canBegin(piece.first) else { return false }
    var units: [UInt16] = []
    units.appendCharacters(of: piece.range, in: bytes)
    return Numbering.read(units) != nil
  }

  /// Whether something stands between the lines of two pieces, or before the second on its line.
  private func pageEnds(from first: TablePiece, to second: TablePiece) -> Bool {
    let between = bytes[first.range.upper..<max(first.range.upper, second.range.lower)]
    guard let end = between.firstIndex(of: 0x0A) else { return false }
    return between[end...].contains { $0 != 0x0A && $0 != 0x0D }
  }

  /// Whether the pieces begin with a code and words, the parts of the code being pieces of their own or not.
  private static func beginsCode(_ pieces: ArraySlice<TablePiece>) -> Bool {
    guard let first = pieces.first, first.kind == .integer, first.digits >= 3 else { return false }
    let rest = pieces.dropFirst()
    let parts = first.digits == 3 ? rest.prefix(2).prefix { $0.kind == .integer && $0.digits == 2 }.count : 0
    return rest.dropFirst(parts).first?.kind == .text
  }
}
