import Accounts
import DisclosureText
import Lint

/// The codes and names of accounts that begin with what is being typed.
package enum AccountProposals {
  /// How many are proposed; more are narrowed by typing on.
  private static let limit = 50

  /// The proposals at `offset`: names where two ideographs or more of one were typed, codes and
  /// names where three digits or more of a code were typed at the beginning of a line.
  package static func all(_ text: SourceText, at offset: Int) -> [Proposal] {
    let offset = max(0, min(offset, text.bytes.count))
    if let digits = code(before: offset, in: text.bytes) { return codes(digits, in: text) }
    return names(before: offset, in: text)
  }

  private static func code(before offset: Int, in bytes: [UInt8]) -> TextRange? {
    var start = offset
    while start > 0, bytes[start - 1] >= 0x30, bytes[start - 1] <= 0x39 { start -= 1 }
    guard offset - start >= 3, offset - start <= 7 else { return nil }
    var lineStart = start
    while lineStart > 0, bytes[lineStart - 1] == 0x20 || bytes[lineStart - 1] == 0x09 { lineStart -= 1 }
    guard lineStart == 0 || bytes[lineStart - 1] == 0x0A || bytes[lineStart - 1] == 0x0D else { return nil }
    return TextRange(start, offset)
  }

  private static func codes(_ range: TextRange, in text: SourceText) -> [Proposal] {
    let typed = text.bytes[range.lower..<range.upper]
    return current.filter { $0.status != .abolished && String($0.code.digits).utf8.starts(with: typed) }.prefix(limit)
      .map { account in
        Proposal(
          text: "\(account.code) \(account.name)", range: range, detail: account.classification.title, kind: .account)
      }
  }

  /// The names that begin with the longest run of ideographs before the cursor that begins one.
  private static func names(before offset: Int, in text: SourceText) -> [Proposal] {
    var starts: [Int] = []
    var start = offset
    while start >= 3, starts.count < 24, text.bytes[start - 3] >= 0xE3, text.bytes[start - 3] <= 0xE9,
      text.bytes[start - 3] != 0xEF
    {
      start -= 3
      starts.append(start)
    }
    for start in starts.dropFirst().reversed() {
      let typed = text.bytes[start..<offset]
      let found = current.filter {
        $0.status != .abolished && $0.name.utf8.starts(with: typed) && $0.name.utf8.count > typed.count
      }
      guard !found.isEmpty else { continue }
      var seen: Set<String> = []
      return found.filter { seen.insert($0.name).inserted }.prefix(limit).map { account in
        Proposal(
          text: account.name, range: TextRange(start, offset),
          detail: LocalizedText("科目 \(account.code)", "account \(account.code)"), kind: .account)
      }
    }
    return []
  }

  /// Every account of every chart, by code.
  private static let current: [Account] = (200..<600).flatMap { number -> [Account] in
    guard let code = AccountCode(number), let account = Chart.account(code) else { return [] }
    return tree(account)
  }

  private static func tree(_ account: Account) -> [Account] {
    [account] + Chart.children(of: account).flatMap(tree)
  }
}
