import Lint

/// Where something stands in a file that had to be turned into text, in the words of the
/// program the file is read with.
enum ImportedPlace: Hashable, Sendable {
  /// On a page, in a line of it, both from 1.
  case page(Int, line: Int)
  /// In a paragraph of a word processor's file, from 1; headings, list entries and empty ones count, what stands in
  /// tables does not.
  case paragraph(Int)
  /// In a cell of a table, each from 1.
  case cell(table: Int, row: Int, column: Int)
  /// In a cell of a spreadsheet.
  case sheet(String, row: Int, column: Int)

  /// The place in words.
  var text: LocalizedText {
    switch self {
    case .page(let page, let line): LocalizedText("第\(page)页第\(line)行", "page \(page), line \(line)")
    case .paragraph(let number): LocalizedText("第\(number)段", "paragraph \(number)")
    case .cell(let table, let row, let column):
      LocalizedText("第\(table)个表第\(row)行第\(column)列", "table \(table), row \(row), column \(column)")
    case .sheet(let name, let row, let column):
      LocalizedText(
        "工作表“\(name)”单元格\(Self.letters(column))\(row)", "sheet “\(name)”, cell \(Self.letters(column))\(row)")
    }
  }

  /// The letters by which spreadsheets name the column, which counts from 1.
  private static func letters(_ column: Int) -> String {
    var rest = column
    var result = ""
    while rest > 0 {
      rest -= 1
      result = String(UnicodeScalar(UInt8(ascii: "A") + UInt8(rest % 26))) + result
      rest /= 26
    }
    return result
  }
}

/// Where the parts of an imported text stand in their file.
struct ImportedPlaces: Hashable, Sendable {
  /// What stands in the file and not in the text.
  var unread: [UnreadPart] = []

  private(set) var offsets: [Int] = []
  private(set) var places: [ImportedPlace] = []

  /// Says that what begins at `offset` of the text, which never falls, stands at `place`.
  mutating func mark(_ place: ImportedPlace, at offset: Int) {
    offsets.append(offset)
    places.append(place)
  }

  /// The place of the part that holds the byte at `offset`; nil before the first.
  ///
  /// - Complexity: O(log *parts*).
  func place(of offset: Int) -> ImportedPlace? {
    var low = 0
    var high = offsets.count
    while low < high {
      let middle = (low + high) / 2
      if offsets[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    return low > 0 ? places[low - 1] : nil
  }
}
