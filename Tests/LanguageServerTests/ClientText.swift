import DisclosureText
import JSONText

/// A text as an editor holds it, with positions worked out the slow and simple way.
struct ClientText {
  var scalars: [Unicode.Scalar]

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  var text: String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }

  /// Whether a cursor can stand before the scalar at `index`.
  func isBoundary(_ index: Int) -> Bool {
    !(index > 0 && index < scalars.count && scalars[index] == "\n" && scalars[index - 1] == "\r")
  }

  static func width(_ scalar: Unicode.Scalar, _ encoding: PositionEncoding) -> Int {
    switch encoding {
    case .utf8: String(scalar).utf8.count
    case .utf16: String(scalar).utf16.count
    case .utf32: 1
    }
  }

  /// Line and column of the scalar at `index`.
  func position(_ index: Int, _ encoding: PositionEncoding) -> (line: Int, column: Int) {
    var line = 0
    var column = 0
    for at in 0..<index {
      let isLineEnd =
        scalars[at] == "\n" || scalars[at] == "\r" && (at + 1 == scalars.count || scalars[at + 1] != "\n")
      if isLineEnd {
        line += 1
        column = 0
      } else {
        column += Self.width(scalars[at], encoding)
      }
    }
    return (line, column)
  }

  /// The index of the scalar at a place, which must exist.
  func index(_ position: JSONValue?, _ encoding: PositionEncoding) -> Int? {
    (0...scalars.count).first { index in
      let place = self.position(index, encoding)
      return isBoundary(index) && place.line == position?["line"]?.integer
        && place.column == position?["character"]?.integer
    }
  }

  /// Makes the edits of a workspace edit in either form, the last first.
  mutating func apply(_ edit: JSONValue?, _ encoding: PositionEncoding) -> Bool {
    let edits = edit?["documentChanges"]?.elements?.first?["edits"] ?? edit?["changes"]?.members?.first?.value
    for edit in (edits?.elements ?? []).reversed() {
      guard let start = index(edit["range"]?["start"], encoding), let end = index(edit["range"]?["end"], encoding),
        let text = edit["newText"]?.string
      else { return false }
      scalars.replaceSubrange(start..<end, with: text.unicodeScalars)
    }
    return edits != nil
  }
}
