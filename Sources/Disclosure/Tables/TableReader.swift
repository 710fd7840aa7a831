import DisclosureSyntax
import DisclosureText

/// The hashes of some lines: nearly always so few that they are sooner looked through than looked up by a hash.
private struct HashList {
  private let few: [UInt64]
  private let many: Set<UInt64>

  init(_ hashes: [UInt64]) {
    few = hashes.count <= 40 ? hashes : []
    many = hashes.count <= 40 ? [] : Set(hashes)
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
    // Nearly half of the pieces are amounts, and hardly every other amount is the sum of some.
    model.cells.reserveCapacity(pieces / 2)
    model.laws.reserveCapacity(pieces / 4)
    model.readings.reserveCapacity(sources.count)
    for number in sources.indices {
      var reading = TableReading(
        source: sources[number], lastUnit: lastUnit, cells: model.cells.count, laws: model.laws.count)
      if let same = former?.reading(like: reading, number, of: sources.count, bytes) {
        former?.append(same, at: reading, to: &model)
        reading.unit = same.unit
      } else {
        reading.unit = read(reading.source, lastUnit)
      }
      lastUnit = reading.unit
      model.readings.append(reading)
    }
    return model
  }

  private mutating func read(_ source: TableSource, _ lastUnit: Unit?) -> Unit? {
    var (head, first) = TableHead.read(source.lines, bytes: bytes)
    // The money of a form and its indicators have cells of their own.
    let isForm = source.description.map { $0.kind == .evaluation || $0.kind == .performance } ?? false
    let printed = (isForm ? nil : source.lines.withoutCells) ?? source.lines
    if source.description?.kind == .threePublic, let begin = loneNumbersBegin(printed, behind: first) { first = begin }
    let isOneColumn = standsInOneColumn(printed, from: first)
    let isExpenses = isOneColumn && source.description?.kind == .threePublic
    if isExpenses, let row = expenseRowBegin(printed) { first = row }
    var repeated: Set<Int> = []
    // The amounts of an expense that is none of the three stand above the rows.
    var hashes: [UInt64] = []
    hashes.reserveCapacity(first)
    for line in 0..<first where !isExpenses || !printed.pieces(of: line).contains(where: \.isNumber) {
      hashes.append(source.lines.lines[line].hash)
    }
    let heads = HashList(hashes)
    for index in first..<max(first, source.lines.count)
    where heads.contains(source.lines.lines[index].hash) || TableHead.isColumnNumbers(source.lines.pieces(of: index))
      || index > first && repeatsAccounts(source.lines, index)
    {
      repeated.insert(index)
    }
    let byColumns = isOneColumn ? ColumnRunsReader(printed, in: bytes) : nil
    let oneColumn =
      isOneColumn
      ? OneColumnReader(
        printed, from: first, without: repeated, isWithoutCodes: isExpenses, in: bytes)
      : nil
    let mayBreak = !isOneColumn && source.description?.mayBreakFigures ?? true
    let joined = mayBreak ? source.lines.joined(from: first, in: bytes) : nil
    let lines = oneColumn?.lines ?? joined?.lines ?? printed
    var read = rows(of: lines, head, from: isOneColumn ? 0 : first, without: isOneColumn ? [] : repeated)
    leaveOutRepetitions(in: &read)
    let description =
      source.description ?? (source.title.isEmpty ? TableDescription.of(title: head.words + [0x8868]) : nil)
    var form = isOneColumn ? oneColumnForm(read, head, description) : nil
    if let byColumns {
      read = byColumns.table
      head.take(byColumns.head, isSideBySide: byColumns.isSideBySide, in: bytes)
      form = .columns
    }
    if isOneColumn, form == nil, let named = NamedRowsReader(printed, from: first, without: repeated, in: bytes) {
      read = named.table
      form = .named
    }
    if form == .list || form == .columns, head.isSideBySide { settleSides(&read) }
    let ownUnit = source.unit ?? TableSourceReader.unit(in: head.words)
    let unit = ownUnit ?? (isForm ? unit(inLabelsOf: read) : nil) ?? lastUnit ?? Self.likelyUnit(read)
    var table = DisclosureTable(
      kind: description?.kind ?? .unknown, title: String(codeUnits: source.title[...]),
      titleRange: source.titleRange, range: source.range,
      unit: unit, head: head)
    table.fund = description?.fund
    table.statesUnit = ownUnit != nil
    let number = model.tables.count
    let firstCell = model.cells.count
    guard read.rows.count <= Self.limit, !isBeyondMeasure(read), !isOneColumn || form != nil else {
      table.isReliable = false
      model.tables.append(table)
      return unit
    }
    let unread = form == nil ? nil : table
    table.entries.reserveCapacity(read.rows.count)
    // A character of most words has three bytes.
    table.words.reserveCapacity(read.labels.reduce(32) { $0 + $1.count / 2 })
    for row in read.rows.indices {
      let start = model.cells.count
      for index in read.rows[row].amounts {
        if let rest = joined?.rests[read.amounts[index].range.lower] { model.rests[model.cells.count] = rest }
        model.cells.append(TableCell(piece: read.amounts[index], table: number, row: row, unit: unit))
      }
      table.entries.append(TableEntry(row: read.rows[row], role: .item, cells: start..<model.cells.count))
      readLabel(&table.entries[row], read.rows[row].ownLabel, read.labels, into: &table.words)
    }
    if head.isSideBySide { joinWrappedNames(&table) }
    table.labels = read.labels
    table.cells = firstCell..<model.cells.count
    settleDecimals(table)
    let keepsColumns = keepsColumns(source.lines, from: first)
    let expenseHead =
      description?.kind == .threePublic ? ExpenseHead(source.lines, before: first, in: bytes) : nil
    let firstLaw = model.laws.count
    let failing: [(law: Int, miss: Int64)]
    do {
      // It ends here, or the cells would be copied when they get their columns.
      var builder = Self.builder(&table, model.cells, number, description)
      builder.keepsColumns = keepsColumns
      builder.expenseHead = expenseHead
      builder.build(&model.laws)
      failing = builder.failing
      swap(&builder.table, &table)
    }
    if let oneColumn, form != .named, form != .columns { weaken(from: firstLaw, of: table, on: oneColumn.doubtful) }
    if let form, let unread, !isProven(from: firstLaw, form) {
      // What stands on lines of its own was not put together to rows.
      model.cells.removeLast(model.cells.count - firstCell)
      model.laws.removeAll(from: firstLaw)
      model.tables.append(unread)
      model.tables[number].isReliable = false
      return unit
    }
    markColumns(of: table)
    doubt(failing, of: table, source.lines)
    markChanges(of: table)
    model.tables.append(Self.taken(&table))
    return unit
  }

  /// The rows of some lines. Their reader ends here, or they would be copied when some of them are left out.
  private func rows(of lines: TableLines, _ head: TableHead, from first: Int, without repeated: Set<Int>) -> TableRows {
    var reader = TableRowReader(bytes: bytes, lines: lines, head: head)
    return reader.rows(from: first, skipping: repeated)
  }

  /// A builder of a table, which is left empty until it is given back.
  private static func builder(
    _ table: inout DisclosureTable, _ cells: [TableCell], _ number: Int, _ description: TableDescription?
  ) -> TableBuilder {
    // The builder changes the rows; they are not to be copied for it.
    TableBuilder(table: taken(&table), cells: cells, number: number, description: description)
  }

  /// Takes a table out of its place, which keeps one without rows.
  private static func taken(_ table: inout DisclosureTable) -> DisclosureTable {
    var empty = DisclosureTable(
      identity: table.identity, kind: table.kind, title: "", range: table.range, unit: table.unit, head: TableHead())
    swap(&empty, &table)
    return empty
  }

  /// The most rows a table is read with.
  private static let limit = 20_000

  /// An amount with fewer decimals than its table uses has dropped zeros.
  private mutating func settleDecimals(_ table: DisclosureTable) {
    var counts = InlineArray<8, Int>(repeating: 0)
    for cell in table.cells where model.cells[cell].piece.value != 0 {
      counts[min(7, Int(model.cells[cell].piece.decimals))] += 1
    }
    var (most, all) = (1, counts[0])
    for decimals in 1..<counts.count {
      all += counts[decimals]
      if counts[decimals] > counts[most] { most = decimals }
    }
    guard counts[most] * 5 >= all, counts[most] > 0 else { return }
    for cell in table.cells where model.cells[cell].effectiveDecimals < most {
      model.cells[cell].effectiveDecimals = most
    }
  }
}
