import DisclosureSyntax
import DisclosureText

/// The lines of one table, collected from its blocks, with what its title says.
struct TableSource {
  var lines: [TableLine]
  var title: String
  var titleRange: TextRange?
  var unit: Unit?
  var range: TextRange
  var description: TableDescription?
}

/// Finds the tables of a document: a table goes on behind a page end that repeats its title.
struct TableSourceReader {
  let tree: SyntaxTree
  private var sources: [TableSource] = []
  private var titles: [(text: String, range: TextRange)] = []
  private var unit: Unit?
  private var isInterrupted = true
  private var hasNote = false

  init(_ tree: SyntaxTree) { self.tree = tree }

  /// The tables, in the order of the text.
  ///
  /// - Complexity: O(*n*).
  mutating func read() -> [TableSource] {
    for block in tree.blocks {
      let kind = block.block.kind
      switch kind {
      case .table: take(block)
      case .tableTitle, .heading:
        let units = block.block.text.units
        let text = String(decoding: units, as: UTF16.self)
        if let found = Self.unit(in: text) { unit = found }
        if kind == .heading { isInterrupted = true }
        if text.contains("表") || kind == .heading, !Self.isUnitLine(text) { titles.append((text, block.block.range)) }
      case .paragraph:
        let units = block.block.text.units
        if units.count < 40, let found = Self.unit(in: String(decoding: units, as: UTF16.self)) {
          unit = found
        } else {
          isInterrupted = true
          titles.removeAll()
        }
      case .note: hasNote = true
      case .contents: isInterrupted = true
      }
    }
    return sources
  }

  private mutating func take(_ block: ReadBlock) {
    defer {
      titles.removeAll()
      unit = nil
      isInterrupted = false
      hasNote = false
    }
    let title = chosenTitle()
    if let last = sources.last, !isInterrupted, title == nil || title?.text == last.title {
      let isRowNext = block.tableLines.first.map { $0.pieces.contains { $0.kind == .amount } } ?? false
      if !hasNote || last.description?.kind == .performance || isRowNext || title != nil {
        sources[sources.count - 1].lines += block.tableLines
        sources[sources.count - 1].range.upper = block.block.range.upper
        return
      }
    }
    sources.append(
      TableSource(
        lines: block.tableLines, title: title?.text ?? "", titleRange: title?.range, unit: unit,
        range: block.block.range, description: title.flatMap { TableDescription.of(title: Self.tail($0.text)) }))
  }

  /// The last title that says what the table is about, else the last one.
  private func chosenTitle() -> (text: String, range: TextRange)? {
    let known = titles.last { TableDescription.of(title: Self.tail($0.text)) != nil && $0.text.contains("表") }
    return known ?? titles.last { $0.text.contains("表") } ?? titles.last
  }

  /// What stands behind the year, which leaves the department's name out.
  private static func tail(_ title: String) -> String {
    guard let year = title.firstRange(of: "年") else { return title }
    let rest = title[year.upperBound...]
    return rest.count >= 4 ? String(rest) : title
  }

  private static func isUnitLine(_ text: String) -> Bool {
    (text.contains("单位：") || text.contains("单位:")) && !text.hasSuffix("表")
  }

  /// The unit of amounts that a text states: 单位：万元.
  static func unit(in text: String) -> Unit? {
    for label in ["单位：", "单位:", "单位为", "：万", ":万", "（万元）", "(万元)", "（元）", "(元)"] {
      guard let found = text.firstRange(of: label) else { continue }
      if label.hasSuffix("万元）") || label.hasSuffix("万元)") || label.hasSuffix("万") { return .tenThousandYuan }
      if label.hasSuffix("元）") || label.hasSuffix("元)") { return .yuan }
      // 编制单位：某局 单位：元 has the label twice.
      var rest = text[found.upperBound...]
      while let again = rest.firstRange(of: label) { rest = rest[again.upperBound...] }
      if rest.hasPrefix("人民币") { rest = rest.dropFirst(3) }
      if rest.hasPrefix("万元") { return .tenThousandYuan }
      if rest.hasPrefix("亿元") { return .hundredMillionYuan }
      if rest.hasPrefix("元") { return .yuan }
    }
    return nil
  }
}
