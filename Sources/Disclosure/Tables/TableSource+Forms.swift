import DisclosureSyntax
import DisclosureText

/// Forms of self-evaluation, two tables under one title.
extension TableSource {
  /// Tables with the forms of self-evaluation among them divided.
  ///
  /// - Complexity: O(*n*) for the text of forms.
  static func dividingForms(_ sources: [TableSource], in bytes: [UInt8]) -> [TableSource] {
    guard sources.indices.contains(where: { sources[$0].mayBeForm }) else { return sources }
    return sources.flatMap { $0.dividedForm(in: bytes) }
  }

  private var mayBeForm: Bool { description?.kind == .evaluation || description?.kind == .performance }

  /// The money of the form and the indicators below it, each with the lines of its own head; the table
  /// itself where it is no such form.
  ///
  /// What was budgeted and spent has other columns than the weights and scores of the indicators; where
  /// cells are marked they tell so themselves.
  ///
  /// - Complexity: O(*n*) for the text of lines without figures.
  private func dividedForm(in bytes: [UInt8]) -> [TableSource] {
    guard mayBeForm, let border = indicatorHead(in: bytes), !lines.lines[border].hasFields
    else { return [self] }
    var parts = [self, self]
    parts[0].lines = lines.part(0..<border)
    parts[1].lines = lines.part(border..<lines.count)
    let start = lines.pieces(of: border).first?.range.lower ?? range.upper
    parts[0].range.upper = start
    parts[1].range.lower = start
    parts[1].titleRange = nil
    return parts
  }

  /// The first line of the head over the indicators, with figures above and below it.
  private func indicatorHead(in bytes: [UInt8]) -> Int? {
    var line = 0
    var hasFigures = false
    while line < lines.count {
      let start = line
      while line < lines.count, !holdsFigures(line) { line += 1 }
      if hasFigures, line < lines.count, let border = headBegin(start..<line, bytes) { return border }
      guard line < lines.count else { return nil }
      hasFigures = true
      line += 1
    }
    return nil
  }

  /// Where the head begins at the end of some lines without figures; nil where there is none.
  private func headBegin(_ lines: Range<Int>, _ bytes: [UInt8]) -> Int? {
    guard mayHoldHead(lines, bytes) else { return nil }
    var words: [UInt16] = []
    var begin: Int?
    for line in lines.reversed() where lines.upperBound - line <= Self.headLines {
      let pieces = self.lines.pieces(of: line)
      // Cells of a head are short.
      guard pieces.allSatisfy({ $0.range.count <= Self.cellBytes }) else { break }
      var own: [UInt16] = []
      for piece in pieces { own.appendCharacters(of: piece.range, in: bytes) }
      words = own + words
      if begin == nil, !Self.headWords.allSatisfy({ RowWords.contains(words, $0) }) { continue }
      begin = line
    }
    return begin
  }

  /// Whether the last characters of all words of the head stand in the lines, wherever these are wrapped.
  private func mayHoldHead(_ lines: Range<Int>, _ bytes: [UInt8]) -> Bool {
    let lines = lines.suffix(Self.headLines)
    guard let first = lines.first(where: { !self.lines.lines[$0].pieces.isEmpty }),
      let last = lines.last(where: { !self.lines.lines[$0].pieces.isEmpty }),
      let start = self.lines.pieces(of: first).first?.range.lower,
      let end = self.lines.pieces(of: last).last?.range.upper
    else { return false }
    return Self.lastCharacters.allSatisfy { bytes.position(of: $0, from: start, to: end) != nil }
  }

  /// Whether a line has figures: amounts or several numbers, but not those of the columns.
  private func holdsFigures(_ line: Int) -> Bool {
    let pieces = lines.pieces(of: line)
    if pieces.contains(where: { $0.kind == .amount }) { return true }
    return pieces.count { $0.kind == .integer } >= 2 && !TableHead.isColumnNumbers(pieces)
  }

  private static let headWords = ["指标", "分值", "得分"].map { Array($0.utf16) }
  private static let lastCharacters = ["标", "值", "分"].map { Array($0.utf8) }
  /// The most lines that the cells of a head are wrapped to.
  private static let headLines = 24
  /// The most bytes of a cell of a head.
  private static let cellBytes = 30
}

extension TableLines {
  /// Some of the lines with their pieces.
  fileprivate func part(_ range: Range<Int>) -> TableLines {
    var result = TableLines()
    guard let first = lines[range].first, let last = lines[range].last else { return result }
    result.pieces = Array(pieces[first.pieces.lowerBound..<last.pieces.upperBound])
    result.lines = lines[range].map { line in
      var line = line
      let shift = first.pieces.lowerBound
      line.pieces = line.pieces.lowerBound - shift..<line.pieces.upperBound - shift
      return line
    }
    return result
  }
}
