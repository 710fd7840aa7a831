/// Lists of labels and amounts that stand side by side in one table.
struct Listing {
  /// One line of a list.
  struct Line {
    var label: String
    /// The amounts with the names of their measures; none in a line that only names something.
    var amounts: [(yuan: Int, measure: String)] = []
    var isTotal = false
    /// The code before the label, where the list has codes.
    var code = ""
    /// What an empty amount of it is printed as, where that is not the table's way.
    var zero: TableDraft.Zero?
  }

  /// One list.
  struct Band {
    /// The names over the column of labels and over those of amounts.
    var label: [String]
    var amounts: [[String]]
    /// The names over the column of codes, where there is one.
    var code: [String]?
    /// The number of its first line, where lines have numbers.
    var firstNumber: Int?
    var lines: [Line]

    /// Its columns.
    var columns: [Table.Column] {
      let codes = code.map { [Table.Column(path: $0, role: .code)] } ?? []
      let numbers =
        firstNumber == nil ? [] : [Table.Column(path: [label[0], "行次"].suffix(label.count), role: .lineNumber)]
      return codes + [Table.Column(path: label, role: .name)] + numbers
        + amounts.map { Table.Column(path: $0, role: .amount) }
    }
  }
}

extension DisclosureWriter {
  /// A table of `bands` side by side, and for every band and line the figures that were printed.
  mutating func listing(
    _ kind: PrintedTable.Kind, _ title: Passage, number: Int, _ bands: [Listing.Band], zero: TableDraft.Zero? = nil
  ) -> (draft: TableDraft, figures: [[[Figure?]]]) {
    var draft = draft(kind, title, number: number, columns: bands.flatMap(\.columns), zero: zero)
    var figures = bands.map { _ in [[Figure?]]() }
    for line in 0..<(bands.map(\.lines.count).max() ?? 0) {
      var cells: Table.Row = []
      for (index, band) in bands.enumerated() {
        let (part, amounts) = self.line(line, of: band, index, from: cells.count, in: &draft)
        cells += part
        figures[index].append(amounts)
      }
      draft.append(cells)
    }
    return (draft, figures)
  }

  /// One line of one band.
  private mutating func line(
    _ number: Int, of band: Listing.Band, _ list: Int, from column: Int, in draft: inout TableDraft
  )
    -> (cells: Table.Row, figures: [Figure?])
  {
    let line = number < band.lines.count ? band.lines[number] : Listing.Line(label: "")
    var cells: Table.Row = []
    if band.code != nil { cells.append(line.code.isEmpty ? nil : "\(line.code)") }
    cells.append(line.label.isEmpty ? nil : "\(line.label)")
    if let first = band.firstNumber { cells.append("\(first + number)") }
    let head = TableDraft.RowHead(
      code: line.code, label: line.label.filter { $0 != " " }, list: list, isTotal: line.isTotal)
    var figures: [Figure?] = []
    for index in band.amounts.indices {
      guard index < line.amounts.count else {
        cells.append(nil)
        figures.append(nil)
        continue
      }
      let (passage, figure) = cell(
        line.amounts[index].yuan, of: line.amounts[index].measure, head, column: column + cells.count, in: &draft,
        zero: line.zero)
      cells.append(passage)
      figures.append(figure)
    }
    return (cells, figures)
  }
}
