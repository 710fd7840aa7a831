import JSONText

/// Writes a document of pandoc as text: paragraphs with a blank line between them, the cells
/// of a row parted by tabs.
struct PandocText {
  /// The text so far.
  private(set) var bytes: [UInt8] = []
  /// Where its parts stand in the document.
  private(set) var places = ImportedPlaces()

  /// Where pictures stand that may show a table.
  private(set) var picturePlaces: [ImportedPlace] = []

  private var paragraphs = 0
  private var tables = 0

  /// Whether anything was written.
  var hasText: Bool { bytes.contains { $0 > 0x20 } }

  /// Writes the titles of a Word file, which pandoc takes out of the text by their styles, in their order among
  /// `leading`, the first paragraphs of the file's own markup.
  mutating func write(titles document: JSONValue, leading: [String]) {
    var titles = ["title", "subtitle", "author", "date", "abstract"]
      .flatMap { document["meta"]?[$0].map { Self.texts(of: $0) } ?? [] }
    var isSkipped = true
    if let first = document["blocks"]?.elements?.first, Self.isEmptyParagraph(first) { isSkipped = false }
    var empty = 0
    for text in leading {
      if !text.contains(where: { !$0.isWhitespace }) {
        empty += 1
        continue
      }
      if isSkipped || !titles.isEmpty { paragraphs += empty }
      empty = 0
      let title = Self.withoutBlanks(text)
      guard let place = titles.firstIndex(where: { Self.withoutBlanks($0) == title }) else { break }
      writeParagraph(text: titles.remove(at: place))
    }
    for title in titles { writeParagraph(text: title) }
  }

  /// The paragraphs of a value in a document's metadata.
  private static func texts(of value: JSONValue) -> [String] {
    let content = value["c"]
    switch value["t"]?.string {
    case "MetaInlines": return [PandocInline.text(of: content?.elements ?? [])]
    case "MetaString": return [content?.string ?? ""]
    case "MetaBlocks": return (content?.elements ?? []).map { PandocInline.text(ofCell: [$0]) }
    case "MetaList": return (content?.elements ?? []).flatMap { texts(of: $0) }
    default: return []
    }
  }

  private static func withoutBlanks(_ text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter { !$0.properties.isWhitespace }
  }

  private static func isEmptyParagraph(_ block: JSONValue) -> Bool {
    block["t"]?.string == "Para" && block["c"]?.elements?.isEmpty ?? false
  }

  /// Writes a whole document.
  mutating func write(_ document: JSONValue) {
    for block in document["blocks"]?.elements ?? [] { write(block: block) }
  }

  private mutating func write(block: JSONValue) {
    let content = block["c"]
    switch block["t"]?.string {
    case "Para", "Plain": writeParagraph(content)
    case "Header": writeParagraph(content?.elements?.last)
    case "LineBlock": for line in content?.elements ?? [] { writeParagraph(line) }
    case "CodeBlock": writeParagraph(text: content?.elements?.last?.string ?? "")
    case "BlockQuote": for inner in content?.elements ?? [] { write(block: inner) }
    case "Div", "Figure": for inner in content?.elements?.last?.elements ?? [] { write(block: inner) }
    case "BulletList": for item in content?.elements ?? [] { for inner in item.elements ?? [] { write(block: inner) } }
    case "OrderedList":
      for item in content?.elements?.last?.elements ?? [] {
        for inner in item.elements ?? [] { write(block: inner) }
      }
    case "DefinitionList":
      for item in content?.elements ?? [] {
        writeParagraph(item.elements?.first)
        for definition in item.elements?.last?.elements ?? [] {
          for inner in definition.elements ?? [] { write(block: inner) }
        }
      }
    case "Table": writeTable(content?.elements ?? [])
    default: break
    }
  }

  /// Writes a paragraph, and behind it what its notes say.
  private mutating func writeParagraph(_ inlines: JSONValue?) {
    let inlines = inlines?.elements ?? []
    if inlines.isEmpty {
      paragraphs += 1
      return
    }
    let text = PandocInline.text(of: inlines)
    writeParagraph(text: text)
    note(PandocPicture.pictures(in: inlines), beside: text, at: .paragraph(paragraphs))
    for note in PandocInline.notes(of: inlines) { write(note: note) }
  }

  /// Says of pictures that may show a table that they were not read.
  private mutating func note(_ pictures: [PandocPicture], beside text: String, at place: ImportedPlace) {
    let isAlone = !text.contains { !$0.isWhitespace }
    if pictures.contains(where: { $0.mayShowTable(isAlone: isAlone) }) { picturePlaces.append(place) }
  }

  private mutating func write(note: [JSONValue]) {
    let text = PandocInline.text(ofCell: note)
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    paragraphs -= 1
    writeParagraph(text: text)
  }

  /// Writes what stands in cells and cannot stand on their line: tables and notes.
  private mutating func write(apart blocks: [JSONValue]) {
    for block in blocks {
      let content = block["c"]
      switch block["t"]?.string {
      case "Table": writeTable(content?.elements ?? [])
      case "Para", "Plain": for note in PandocInline.notes(of: content?.elements ?? []) { write(note: note) }
      case "Div": write(apart: content?.elements?.last?.elements ?? [])
      case "BlockQuote": write(apart: content?.elements ?? [])
      default: break
      }
    }
  }

  private mutating func writeParagraph(text: String) {
    paragraphs += 1
    places.mark(.paragraph(paragraphs), at: bytes.count)
    bytes += Array(text.utf8) + [0x0A, 0x0A]
  }

  /// A table's parts are its attributes, caption, columns, head, bodies and foot.
  private mutating func writeTable(_ parts: [JSONValue]) {
    guard parts.count == 6 else { return }
    for block in parts[1].elements?.last?.elements ?? [] { write(block: block) }
    tables += 1
    var rows = parts[3].elements?.last?.elements ?? []
    for body in parts[4].elements ?? [] {
      let sections = body.elements ?? []
      if sections.count == 4 { rows += (sections[2].elements ?? []) + (sections[3].elements ?? []) }
    }
    rows += parts[5].elements?.last?.elements ?? []
    // What a cell covers below its own row is empty there.
    var covered: [Int] = []
    for (number, row) in rows.enumerated() { write(row: row, number: number + 1, covered: &covered) }
    bytes.append(0x0A)
    for row in rows {
      for cell in row.elements?.last?.elements ?? [] { write(apart: cell.elements?.last?.elements ?? []) }
    }
  }

  /// Writes one row; `covered` says for each column how many more rows a cell above reaches.
  private mutating func write(row: JSONValue, number: Int, covered: inout [Int]) {
    var cells = (row.elements?.last?.elements ?? [])[...]
    var next = covered.map { max(0, $0 - 1) }
    var line = TableRow()
    var column = 0
    while !cells.isEmpty || column < covered.count && covered[column] > 0 {
      let place = ImportedPlace.cell(table: tables, row: number, column: column + 1)
      if column < covered.count, covered[column] > 0 {
        line.append([], at: place)
        column += 1
        continue
      }
      let parts = cells.removeFirst().elements ?? []
      let height = parts.count > 2 ? max(1, parts[2].integer ?? 1) : 1
      let width = parts.count > 3 ? min(256, max(1, parts[3].integer ?? 1)) : 1
      let blocks = parts.last?.elements ?? []
      let text = PandocInline.text(ofCell: blocks)
      line.append(Array(text.utf8), at: place)
      note(PandocPicture.pictures(in: blocks), beside: text, at: place)
      for _ in 1..<max(1, width) { line.append([], at: place) }
      while next.count < column + width { next.append(0) }
      for at in column..<(column + width) { next[at] = height - 1 }
      column += width
    }
    covered = next
    line.write(to: &bytes, &places)
  }
}
