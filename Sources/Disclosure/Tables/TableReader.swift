import DisclosureSyntax
import DisclosureText

/// The hashes of some lines: nearly always so few that they are sooner looked through than looked up.
private struct HashList {
  private let few: [UInt64]
  private let many: Set<UInt64>

  init(_ hashes: [UInt64]) {
    few = hashes.count <= 12 ? hashes : []
    many = hashes.count <= 12 ? [] : Set(hashes)
  }

  func contains(_ hash: UInt64) -> Bool { few.contains(hash) || !many.isEmpty && many.contains(hash) }
}

/// Reads the tables of a document: rows, columns, and what must hold between them.
struct TableReader {
  let bytes: [UInt8]
  var model = TableModel()

  init(bytes: [UInt8]) { self.bytes = bytes }

  /// Reads every table; `former` are the tables of the text before it was edited.
  ///
  /// - Complexity: O(*n*), placing rows being bounded for each.
  mutating func read(_ sources: [TableSource], after former: FormerTables? = nil) -> TableModel {
    var lastUnit: Unit?
    let pieces = sources.reduce(0) { $0 + $1.lines.pieces.count }
    model.tables.reserveCapacity(sources.count)
    model.cells.reserveCapacity(pieces)
    model.laws.reserveCapacity(pieces)
    model.readings.reserveCapacity(sources.count)
    for (number, source) in sources.enumerated() {
      var reading = TableReading(
        source: source, lastUnit: lastUnit, cells: model.cells.count, laws: model.laws.count)
      if let same = former?.reading(like: reading, number, of: sources.count, bytes) {
        former?.append(same, at: reading, to: &model)
        reading.unit = same.unit
      } else {
        reading.unit = read(source, lastUnit)
      }
      lastUnit = reading.unit
      model.readings.append(reading)
    }
    return model
  }

  private mutating func read(_ source: TableSource, _ lastUnit: Unit?) -> Unit? {
    let (head, first) = TableHead.read(source.lines, bytes: bytes)
    var repeated: Set<Int> = []
    let heads = HashList(source.lines.lines[..<first].map(\.hash))
    for index in first..<max(first, source.lines.count)
    where heads.contains(source.lines.lines[index].hash) || TableHead.isColumnNumbers(source.lines.pieces(of: index)) {
      repeated.insert(index)
    }
    // The money of a form and its indicators have cells of their own.
    let isForm = source.description.map { $0.kind == .evaluation || $0.kind == .performance } ?? false
    let printed = (isForm ? nil : source.lines.withoutCells) ?? source.lines
    let isOneColumn = standsInOneColumn(printed, from: first)
    let oneColumn = isOneColumn ? OneColumnReader(printed, from: first, without: repeated, in: bytes) : nil
    let mayBreak = !isOneColumn && source.description?.mayBreakFigures ?? true
    let joined = mayBreak ? source.lines.joined(from: first, in: bytes) : nil
    let lines = oneColumn?.lines ?? joined?.lines ?? printed
    var reader = TableRowReader(bytes: bytes, lines: lines, head: head)
    var read = reader.rows(from: isOneColumn ? 0 : first, skipping: isOneColumn ? [] : repeated)
    read.rows = withoutRepetitions(read)
    let description =
      source.description ?? (source.title.isEmpty ? TableDescription.of(title: head.words + [0x8868]) : nil)
    var form = isOneColumn ? oneColumnForm(read, head, description) : nil
    if isOneColumn, form == nil, let named = NamedRowsReader(printed, from: first, without: repeated, in: bytes) {
      read = named.table
      form = .named
    }
    if form == .list { settleSides(&read) }
    let ownUnit = source.unit ?? TableSourceReader.unit(in: head.words)
    let unit = ownUnit ?? (isForm ? unit(inLabelsOf: read) : nil) ?? lastUnit ?? Self.likelyUnit(read)
    var table = DisclosureTable(
      kind: description?.kind ?? .unknown, title: String(codeUnits: source.title[...]),
      titleRange: source.titleRange, range: source.range,
      unit: unit, head: head)
    table.fund = description?.fund
    let number = model.tables.count
    let firstCell = model.cells.count
    guard read.rows.count <= Self.limit, !isBeyondMeasure(read), !isOneColumn || form != nil else {
      table.isReliable = false
      model.tables.append(table)
      return unit
    }
    let unread = form == nil ? nil : table
    table.entries.reserveCapacity(read.rows.count)
    for row in read.rows {
      let start = model.cells.count
      for piece in read.amounts[row.amounts] {
        if let rest = joined?.rests[piece.range.lower] { model.rests[model.cells.count] = rest }
        model.cells.append(
          TableCell(
            piece: piece, table: number, row: table.entries.count, column: nil, unit: unit,
            effectiveDecimals: Int(piece.decimals)))
      }
      var entry = TableEntry(row: row, role: .item, cells: start..<model.cells.count)
      readLabel(&entry, read.labels, into: &table.words)
      table.entries.append(entry)
    }
    if head.isSideBySide { joinWrappedNames(&table) }
    table.labels = read.labels
    table.cells = firstCell..<model.cells.count
    settleDecimals(table)
    let keepsColumns = keepsColumns(source.lines, from: first)
    let expenseHead =
      description?.kind == .threePublic ? ExpenseHead(source.lines, before: first, in: bytes) : nil
    let built: DisclosureTable
    let columns: [Int?]
    var laws: TableLaws
    do {
      // It ends here, or the cells would be copied when they get their columns.
      var builder = Self.builder(&table, model.cells, number, description)
      builder.keepsColumns = keepsColumns
      builder.expenseHead = expenseHead
      builder.build()
      (built, laws, columns) = (builder.table, builder.laws, builder.columnOf)
    }
    if let oneColumn, form != .named { weaken(&laws, of: built, on: oneColumn.doubtful) }
    if let form, let unread, !isProven(laws, form) {
      // What stands on lines of its own was not put together to rows.
      model.cells.removeLast(model.cells.count - firstCell)
      model.tables.append(unread)
      model.tables[number].isReliable = false
      return unit
    }
    for cell in built.cells { model.cells[cell].column = columns[cell - firstCell] }
    let changes = built.forests.entries.filter { $0.value.change != nil }
    for entry in built.entries where !changes.isEmpty {
      guard let change = changes.first(where: { $0.side == entry.side })?.value.change else { continue }
      if let cell = built.cell(of: entry, in: change.amount) { model.cells[cell].isChange = true }
      if let cell = change.rate.flatMap({ built.cell(of: entry, in: $0) }) {
        model.cells[cell].isChange = true
        model.cells[cell].unit = .percent
      }
    }
    model.tables.append(built)
    model.laws.append(laws, laws.indices)
    return unit
  }

  /// A builder of a table, which is left empty.
  private static func builder(
    _ table: inout DisclosureTable, _ cells: [TableCell], _ number: Int, _ description: TableDescription?
  ) -> TableBuilder {
    var empty = DisclosureTable(
      kind: table.kind, title: table.title, titleRange: table.titleRange, range: table.range, unit: table.unit,
      head: table.head)
    // The builder changes the rows; they are not to be copied for it.
    swap(&empty, &table)
    return TableBuilder(table: consume empty, cells: cells, number: number, description: description)
  }

  /// The unit that the words of the first rows of a form state: 项目资金（元）.
  private func unit(inLabelsOf table: TableRows) -> Unit? {
    table.rows.prefix(12).lazy.compactMap { TableSourceReader.unit(in: words(table.labels[$0.label].prefix(4))) }.first
  }

  /// The most rows a table is read with.
  private static let limit = 20_000

  /// A table of whole numbers with separators is in yuan, as no other has amounts so large.
  private static func likelyUnit(_ table: TableRows) -> Unit {
    var count = 0
    var large = 0
    for row in table.rows {
      for amount in table.amounts[row.amounts] {
        count += 1
        if amount.value >= 1_000_000 * (0..<Int(amount.decimals)).reduce(1, { ten, _ in ten * 10 }) { large += 1 }
      }
    }
    return large * 3 >= count && count > 0 ? .yuan : .tenThousandYuan
  }

  private func isBeyondMeasure(_ table: TableRows) -> Bool {
    table.rows.contains { table.amounts[$0.amounts].contains { $0.digits > 15 } }
  }

  /// Whether most amounts stand on lines of their own, so that nothing tells their rows.
  private func standsInOneColumn(_ lines: TableLines, from first: Int) -> Bool {
    var all = 0
    var lone = 0
    var mixed = 0
    for line in first..<max(first, lines.count) {
      let range = lines.lines[line].pieces
      guard range.contains(where: { Self.isAmount(lines.pieces[$0]) }) else { continue }
      all += 1
      if range.count == 1 || endsInNextLabel(lines.pieces[range]) {
        lone += 1
      } else if range.contains(where: { lines.pieces[$0].kind == .text }) {
        mixed += 1
      }
    }
    return all >= 3 && lone * 2 > all && mixed * 10 <= all
  }

  /// Whether an amount and the words of the next cell are all there is: `1,593.84 一、一般公共服务支出`.
  private func endsInNextLabel(_ pieces: ArraySlice<TablePiece>) -> Bool {
    guard pieces.count == 2, let first = pieces.first, let last = pieces.last else { return false }
    return first.kind == .amount && first.field < 0 && last.kind == .text && Mark.isChineseNumeral(last.first)
  }

  /// Whether a piece is an amount, whole or with decimals, rather than the digits of a code.
  private static func isAmount(_ piece: TablePiece) -> Bool {
    piece.kind == .amount
      || piece.kind == .integer && piece.digits <= 6 && piece.digits != 3 && piece.digits != 5
  }

  /// Whether a line keeps its columns by runs of blanks.
  private func keepsColumns(_ lines: TableLines, from first: Int) -> Bool {
    var wide = 0
    var all = 0
    for line in first..<max(first, lines.count) {
      var (numbers, hasGap) = (0, false)
      for index in lines.lines[line].pieces {
        if lines.pieces[index].isNumber { numbers += 1 }
        if lines.pieces[index].gap >= 3 { hasGap = true }
      }
      guard numbers >= 2 else { continue }
      all += 1
      if hasGap { wide += 1 }
    }
    return all > 0 && wide * 2 >= all
  }

  /// Leaves out rows that the next page prints again.
  private func withoutRepetitions(_ table: TableRows) -> [TableRow] {
    func isEqual(_ one: TableRow, _ other: TableRow) -> Bool {
      one.amounts.count == other.amounts.count
        && zip(one.amounts, other.amounts).allSatisfy { table.amounts[$0].value == table.amounts[$1].value }
    }
    var result: [TableRow] = []
    result.reserveCapacity(table.rows.count)
    for row in table.rows {
      if let last = result.last, let code = row.code, last.code?.value == code.value, last.side == row.side,
        isEqual(last, row)
      {
        continue
      }
      if let last = result.last, row.code == nil, row.side == last.side, !row.amounts.isEmpty,
        isEqual(last, row), isPart(table.labels[row.label], of: table.labels[last.label])
      {
        continue
      }
      result.append(row)
    }
    return result
  }

  /// Whether the words of a row are part of those of another.
  private func isPart(_ label: ArraySlice<TextRange>, of other: ArraySlice<TextRange>) -> Bool {
    let own = words(label)
    return own.isEmpty ? !other.isEmpty : RowWords.contains(words(other)[...], own)
  }

  /// An amount with fewer decimals than its table uses has dropped zeros.
  private mutating func settleDecimals(_ table: DisclosureTable) {
    var counts = [Int](repeating: 0, count: 8)
    for cell in table.cells where model.cells[cell].piece.value != 0 {
      counts[min(7, Int(model.cells[cell].piece.decimals))] += 1
    }
    let all = counts.reduce(0, +)
    guard let most = counts.indices.dropFirst().max(by: { counts[$0] < counts[$1] }), counts[most] * 5 >= all,
      counts[most] > 0
    else { return }
    for cell in table.cells {
      model.cells[cell].effectiveDecimals = max(model.cells[cell].effectiveDecimals, most)
    }
  }

  // MARK: Words of a row

  /// Reads the words of a row and appends them to those of the table.
  private func readLabel(_ entry: inout TableEntry, _ labels: [TextRange], into words: inout [UInt16]) {
    let start = words.count
    var ownStart = start
    for piece in entry.row.label {
      if piece == entry.row.ownLabel { ownStart = words.count }
      words.appendCharacters(of: labels[piece], in: bytes)
    }
    entry.words = start..<words.count
    entry.ownWords = ownStart
    let own = words[ownStart...]
    if let numbering = Numbering.read(words[entry.words]), numbering.level > 0, numbering.level < 6 {
      entry.level = numbering.level
      entry.ordinal = numbering.value
      entry.words = min(start + numbering.length, words.count)..<words.count
    }
    let units = words[entry.words]
    entry.role = RowWords.role(of: units, own: own, hasCode: entry.row.code != nil)
    // 一、本年收入 is the first of its list, not the total at its end.
    if entry.role == .total, entry.level > 0 { entry.role = .item }
    if let code = entry.row.code, entry.role == .item {
      entry.role = code.isAccount ? .account : .unit
      entry.account = code.isAccount ? code.value : nil
    } else if entry.role == .item, entry.level > 0, !entry.row.amounts.isEmpty {
      entry.account = AccountChainReader.classAccount(units)
    }
  }

  func words(_ ranges: ArraySlice<TextRange>) -> [UInt16] {
    var units: [UInt16] = []
    for range in ranges { units.appendCharacters(of: range, in: bytes) }
    return units
  }
}
