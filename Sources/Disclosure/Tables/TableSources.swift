import DisclosureSyntax
import DisclosureText

/// The lines of one table, collected from its blocks, with what its title says.
struct TableSource {
  var lines: TableLines
  var title: [UInt16]
  var titleRange: TextRange?
  var unit: Unit?
  var range: TextRange
  var description: TableDescription?
}

/// Finds the tables of a document: a table goes on behind a page end that repeats its title.
struct TableSourceReader {
  let tree: SyntaxTree
  /// What each block says by itself.
  private let facts: [BlockFacts]
  private var sources: [TableSource] = []
  /// The blocks of the titles that wait for their table.
  private var titles: [Int] = []
  private var unit: Unit?
  private var isInterrupted = true
  private var hasNote = false

  init(_ tree: SyntaxTree, _ facts: [BlockFacts]) {
    self.tree = tree
    self.facts = facts
  }

  /// The tables, in the order of the text.
  ///
  /// - Complexity: O(*n*).
  mutating func read() -> [TableSource] {
    let blocks = tree.blocks
    for number in blocks.indices {
      switch blocks[number].block.kind {
      case .table: take(blocks[number])
      case .tableTitle, .heading: takeTitle(number)
      case .paragraph:
        if let found = facts[number].unit {
          unit = found
        } else {
          isInterrupted = true
          titles.removeAll(keepingCapacity: true)
        }
      case .note: hasNote = true
      case .contents: isInterrupted = true
      }
    }
    return sources
  }

  private mutating func takeTitle(_ number: Int) {
    let block = tree.blocks[number].block
    let units = block.text.units
    if let found = facts[number].unit { unit = found }
    if block.kind == .heading { isInterrupted = true }
    let isTitle =
      units.contains(OutlineReader.table)
      && !(RowWords.contains(units, Words.unitLabel) && units.last != OutlineReader.table
        && HeadingWords.tableNameLength(units) == nil)
    if isTitle || block.kind == .heading { titles.append(number) }
  }

  private mutating func take(_ block: ReadBlock) {
    defer {
      titles.removeAll(keepingCapacity: true)
      unit = nil
      isInterrupted = false
      hasNote = false
    }
    let title = chosenTitle()
    let text = title.map { tree.blocks[$0].block.text.units } ?? []
    if let last = sources.last, !isInterrupted, title == nil || text == last.title {
      let isRowNext = block.tableLines.count > 0 && block.tableLines.pieces(of: 0).contains { $0.kind == .amount }
      if !hasNote || last.description?.kind == .performance || isRowNext || title != nil {
        sources[sources.count - 1].lines.append(block.tableLines)
        sources[sources.count - 1].range.upper = block.block.range.upper
        return
      }
    }
    sources.append(
      TableSource(
        lines: block.tableLines, title: text, titleRange: title.map { tree.blocks[$0].block.range }, unit: unit,
        range: block.block.range, description: title.flatMap { facts[$0].description } ?? Self.situation(text)))
  }

  /// The last title that says what the table is about, else the last one.
  private func chosenTitle() -> Int? {
    var chosen: Int?
    for title in titles.reversed() where tree.blocks[title].block.text.units.contains(OutlineReader.table) {
      if facts[title].description != nil { return title }
      chosen = chosen ?? title
    }
    return chosen ?? titles.last
  }

  /// The table that a title is about.
  static func description(_ title: [UInt16]) -> TableDescription? {
    TableDescription.of(title: tail(HeadingWords.tableNameLength(title).map { Array(title[..<$0]) } ?? title))
  }

  /// The table that a title is about which calls it the situation (情况) of something.
  private static func situation(_ title: [UInt16]) -> TableDescription? {
    title.contains(OutlineReader.table) ? nil : description(title)
  }

  /// What stands behind the year, which leaves the department's name out.
  private static func tail(_ title: [UInt16]) -> [UInt16] {
    guard let year = title.firstIndex(of: 0x5E74), title.count - year > 4 else { return title }
    return Array(title[(year + 1)...])
  }

  /// Words by their code units.
  enum Words {
    /// 单位：, of which the colon may be of either kind.
    static let unitLabel = Array("单位".utf16)
    static let renminbi = Array("人民币".utf16)
    static let tenThousand = Array("万元".utf16)
    static let thousand = Array("千元".utf16)
    static let hundredMillion = Array("亿元".utf16)
  }

  /// The unit of amounts that a text states: 单位：万元, （元）, or 部门：万元 by mistake.
  static func unit(in text: [UInt16]) -> Unit? {
    var index = text.count - 1
    // The last mark before a unit: 编制单位：某局 单位：元 has the label twice.
    while index > 0 {
      let mark = text[index - 1]
      let isLabelled =
        Mark.isColon(mark) || (Mark.isOpeningBracket(mark) && text[index...].contains(where: Mark.isClosingBracket))
      if isLabelled, let unit = unit(text[index...], isBracket: Mark.isOpeningBracket(mark)) { return unit }
      index -= 1
    }
    return nil
  }

  private static func unit(_ text: ArraySlice<UInt16>, isBracket: Bool) -> Unit? {
    var rest = text
    if rest.starts(with: Words.renminbi) { rest = rest.dropFirst(3) }
    func ends(_ length: Int) -> Bool { !isBracket || rest.dropFirst(length).first.map(Mark.isClosingBracket) ?? false }
    if rest.starts(with: Words.tenThousand), ends(2) { return .tenThousandYuan }
    if rest.starts(with: Words.thousand), ends(2) { return .thousandYuan }
    if rest.starts(with: Words.hundredMillion), ends(2) { return .hundredMillionYuan }
    if rest.first == 0x5143, ends(1) { return .yuan }
    return nil
  }
}
