/// One character of a line, and the figure it belongs to.
struct Glyph: Sendable {
  /// The character.
  var scalar: Unicode.Scalar
  /// The index of its figure, or −1.
  var figure = -1
  /// Which character of the figure and its unit it is.
  var place = 0

  /// The columns it takes.
  var width: Int { scalar.value >= 0x2E80 || (0x2014...0x201D).contains(scalar.value) ? 2 : 1 }

  /// Whether no line begins with it.
  var isClosing: Bool { Self.closing.contains(scalar) }

  private static let closing: Set<Unicode.Scalar> = ["，", "。", "；", "：", "、", "）", "”", "%", "％"]

  /// The characters of `passage`, with blanks around figures in `blanks` of a hundred places.
  static func line(of passage: Passage, blanks: Int, using random: inout SplitMix64) -> [Glyph] {
    var glyphs: [Glyph] = []
    for piece in passage.pieces {
      switch piece {
      case .words(let words): glyphs += words.unicodeScalars.map { Glyph(scalar: $0) }
      case .figure(let figure):
        let isNumber = figure.kind != .direction
        if isNumber, let last = glyphs.last, last.width == 2, !last.isClosing, random.chance(blanks) {
          glyphs.append(Glyph(scalar: " "))
        }
        var place = 0
        for scalar in figure.printed.unicodeScalars {
          glyphs.append(Glyph(scalar: scalar, figure: figure.index, place: place))
          place += 1
        }
        if isNumber, !figure.unit.isEmpty, figure.kind != .percent, random.chance(blanks) {
          glyphs.append(Glyph(scalar: " "))
        }
        for scalar in figure.unit.unicodeScalars {
          glyphs.append(Glyph(scalar: scalar, figure: figure.index, place: place))
          place += 1
        }
      }
    }
    return glyphs
  }
}
