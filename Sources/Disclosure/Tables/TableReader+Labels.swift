import DisclosureSyntax
import DisclosureText

/// The words of rows, and the units that they state.
extension TableReader {
  /// Reads the words of a row, of which the amounts' own line begins at piece `ownLabel`, and appends them to those of
  /// the table.
  func readLabel(_ entry: inout TableEntry, _ ownLabel: Int, _ labels: [TextRange], into words: inout [UInt16]) {
    let start = words.count
    var ownStart = start
    for piece in entry.row.label {
      if piece == ownLabel { ownStart = words.count }
      words.appendCharacters(of: labels[piece], in: bytes)
    }
    entry.words = start..<words.count
    entry.ownWords = ownStart
    if start < words.count, Numbering.canBegin(words[start]), let numbering = Numbering.read(words[start...]),
      numbering.level > 0, numbering.level < 6
    {
      entry.level = numbering.level
      entry.ordinal = numbering.value
      entry.words = min(start + numbering.length, words.count)..<words.count
    }
    if let code = entry.row.code {
      let isAccount = code.isAccount
      entry.role = isAccount ? .account : .unit
      entry.account = isAccount ? code.value : nil
      return
    }
    let units = words[entry.words]
    entry.role = RowWords.role(of: units, own: words[ownStart...])
    // 一、本年收入 is the first of its list, not the total at its end.
    if entry.role == .total, entry.level > 0 { entry.role = .item }
    if entry.role == .item, entry.level > 0, !entry.cells.isEmpty {
      entry.account = AccountChainReader.classAccount(units)
    }
  }

  func words(_ ranges: ArraySlice<TextRange>) -> [UInt16] {
    var units: [UInt16] = []
    for range in ranges { units.appendCharacters(of: range, in: bytes) }
    return units
  }

  /// The unit that the words of the first rows of a form state: 项目资金（元）.
  func unit(inLabelsOf table: TableRows) -> Unit? {
    table.rows.prefix(12).lazy.compactMap { TableSourceReader.unit(in: words(table.labels[$0.label].prefix(4))) }.first
  }

  /// A table of whole numbers with separators is in yuan, as no other has amounts so large.
  static func likelyUnit(_ table: TableRows) -> Unit {
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
}
