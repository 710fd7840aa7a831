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
    block.tokens.compactMap { token in
      guard token.kind == .account else { return nil }
      let names = names(in: block.block.text.units[token.range])
      guard let account = Chart.account(along: names.map { AccountName($0) }) else { return nil }
      return AccountPlace(range: block.block.text.sourceRange(of: token.range), account: account)
    }
  }

  /// The names before `（类）`, `（款）` and `（项）`.
  private static func names(in chain: ArraySlice<UInt16>) -> [String] {
    var names: [String] = []
    var name: [UInt16] = []
    var bracket: [UInt16]?
    for unit in chain where !Mark.isQuote(unit) {
      if Mark.isOpeningBracket(unit) {
        name += bracket ?? []
        bracket = [unit]
      } else if let content = bracket {
        bracket = content + [unit]
        guard Mark.isClosingBracket(unit) else { continue }
        if content.count == 2, levels.contains(content[1]) {
          names.append(String(decoding: name, as: UTF16.self))
          name = []
        } else {
          name += content + [unit]
        }
        bracket = nil
      } else {
        name.append(unit)
      }
    }
    return names
  }

  /// 类, 款, 项.
  private static let levels: Set<UInt16> = [0x7C7B, 0x6B3E, 0x9879]

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
