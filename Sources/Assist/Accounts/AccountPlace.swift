import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText

/// An account that a document names, by its code in a table or by the chain of its names in prose.
package struct AccountPlace: Hashable, Sendable {
  /// The code or the chain.
  package let range: TextRange
  /// The account.
  package let account: Account
}

extension AccountPlace {
  /// The accounts of the blocks that touch `range`, in the order of the text. What is no account of
  /// the charts is none.
  ///
  /// - Complexity: O(*n*) for *n* bytes of those blocks.
  package static func all(in document: DisclosureDocument, touching range: TextRange) -> [AccountPlace] {
    let inProse = document.tree.blocks.filter { $0.block.range.touches(range) }.flatMap { chains(of: $0) }
    return (inProse + codes(in: document, touching: range)).sorted { $0.range < $1.range }
  }

  /// The account at `offset`, or nil.
  package static func at(_ offset: Int, in document: DisclosureDocument) -> AccountPlace? {
    let cursor = TextRange(offset, offset)
    return all(in: document, touching: cursor).first { $0.range.touches(cursor) }
  }

  /// The chains `“…（类）…（款）…（项）”` of a paragraph.
  private static func chains(of block: ReadBlock) -> [AccountPlace] {
    let text = block.block.text
    return block.tokens.compactMap { token in
      guard let chain = AccountChain(token, in: text),
        let account = Chart.account(along: chain.names.map { AccountName(units: text.units[$0]) })
      else { return nil }
      return AccountPlace(range: text.sourceRange(of: token.range), account: account)
    }
  }

  /// The codes before the rows of tables.
  private static func codes(in document: DisclosureDocument, touching range: TextRange) -> [AccountPlace] {
    document.tables.tables.filter { $0.range.touches(range) }.flatMap { table in
      table.entries.flatMap { [$0.row.code, $0.row.secondCode] }.compactMap { code in
        guard let code, code.isAccount, let account = AccountCode(code.value).flatMap({ Chart.account($0) }) else {
          return nil
        }
        return AccountPlace(range: code.range, account: account)
      }
    }
  }
}
