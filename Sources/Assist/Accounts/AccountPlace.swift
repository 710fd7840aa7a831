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
    document.tree.blocks.filter { $0.block.range.touches(range) }.flatMap { block in
      block.block.kind == .table ? codes(of: block.block, in: document) : chains(of: block)
    }
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

  /// The codes at the beginning of the rows of a table, printed as one number or with their levels apart.
  private static func codes(of block: Block, in document: DisclosureDocument) -> [AccountPlace] {
    let bytes = document.text.bytes
    let first = document.lines.line(at: block.range.lower)
    let last = document.lines.line(at: block.range.upper)
    return (first...last).compactMap { line in
      let start = document.lines.starts[line]
      return code(in: bytes[start..<document.lines.contentEnd(ofLine: line, in: bytes)])
    }
  }

  private static func code(in line: ArraySlice<UInt8>) -> AccountPlace? {
    var at = line.startIndex
    var groups: [Range<Int>] = []
    while groups.count < 3 {
      while at < line.endIndex, isSeparator(line[at]) { at += 1 }
      let start = at
      while at < line.endIndex, isDigit(line[at]) { at += 1 }
      guard at > start, at == line.endIndex || line[at] != UInt8(ascii: ".") && line[at] != UInt8(ascii: ",") else {
        break
      }
      if !groups.isEmpty, at - start > 2 { break }
      groups.append(start..<at)
    }
    // The longest code that the chart knows: an amount behind the code is no level of it.
    for count in stride(from: groups.count, to: 0, by: -1) {
      let code: AccountCode?
      if count == 1 {
        code = AccountCode(ascii: line[groups[0]])
      } else {
        let numbers = groups.prefix(count).map { range in line[range].reduce(0) { $0 * 10 + Int($1 - 0x30) } }
        code =
          groups[0].count == 3
          ? AccountCode(class: numbers[0], section: numbers[1], item: count > 2 ? numbers[2] : nil) : nil
      }
      if let code, let account = Chart.account(code) {
        return AccountPlace(range: TextRange(groups[0].lowerBound, groups[count - 1].upperBound), account: account)
      }
    }
    return nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isSeparator(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == UInt8(ascii: "|") }
}
