import JSONText

/// A picture in a document, and how large it is shown, in points; nil where the document does not say.
struct PandocPicture: Hashable, Sendable {
  private(set) var width: Double?
  private(set) var height: Double?

  /// Whether the picture is as large as a table that can be read: no icon, seal or rule. Where a document does not
  /// say how large it is, one that stands by itself may be.
  func mayShowTable(isAlone: Bool) -> Bool {
    if let width, width < Self.leastWidth { return false }
    if let height, height < Self.leastHeight { return false }
    return isAlone || width != nil && height != nil
  }

  /// Six centimetres by two.
  private static let (leastWidth, leastHeight) = (170.0, 56.0)

  /// The pictures in blocks or inline elements, but for those that lead elsewhere, and those in tables within.
  static func pictures(in elements: [JSONValue]) -> [PandocPicture] {
    elements.flatMap { element -> [PandocPicture] in
      switch element["t"]?.string {
      case "Image": return [PandocPicture(element["c"]?.elements?.first)]
      case "Link", "Table", "Note", nil: return element.elements.map { pictures(in: $0) } ?? []
      default: return pictures(in: element["c"]?.elements ?? [])
      }
    }
  }

  /// Takes the size from an element's attributes.
  private init(_ attributes: JSONValue?) {
    for pair in attributes?.elements?.last?.elements ?? [] {
      guard let name = pair.elements?.first?.string, let value = pair.elements?.last?.string else { continue }
      take(name, value)
      guard name == "style" else { continue }
      for part in value.split(separator: ";") {
        let sides = part.split(separator: ":", maxSplits: 1).map { $0.filter { !$0.isWhitespace } }
        if sides.count == 2 { take(sides[0], sides[1]) }
      }
    }
  }

  private mutating func take(_ name: String, _ value: String) {
    guard name == "width" || name == "height", let points = Self.points(value) else { return }
    if name == "width" { width = points } else { height = points }
  }

  /// A length in points, as `5.8in`, `415pt` or `300` pixels; nil for one that depends on something else.
  private static func points(_ length: String) -> Double? {
    let digits = length.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    guard let number = Double(digits), let unit = units[length.dropFirst(digits.count).lowercased()] else { return nil }
    return number * unit
  }

  private static let units = ["": 0.75, "px": 0.75, "pt": 1, "pc": 12, "in": 72, "cm": 72 / 2.54, "mm": 72 / 25.4]
}
