import DisclosureSyntax
import DisclosureText

/// Names of classes whose words are wrapped around the line of their amounts.
extension TableReader {
  /// Finds the class of a row from its words and the rest of them, which stands behind its amounts as words alone.
  ///
  ///     五、资源勘探工业信
  ///     620.00 620.00 0.00
  ///     息等支出
  ///
  /// - Complexity: O(*r*) for *r* rows.
  func joinWrappedNames(_ table: inout DisclosureTable) {
    for index in table.entries.indices.dropLast() {
      let (entry, rest) = (table.entries[index], table.entries[index + 1])
      guard entry.role == .item, entry.account == nil, entry.level > 0, !entry.cells.isEmpty, rest.cells.isEmpty,
        rest.level == 0, rest.row.code == nil, !rest.words.isEmpty, entry.words.count + rest.words.count <= 24
      else { continue }
      let name = table.words[entry.words] + table.words[rest.words]
      table.entries[index].account = AccountChainReader.classAccount(name)
    }
  }
}
