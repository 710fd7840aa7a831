import Accounts
import DisclosureSyntax

/// Reads which account the words before an amount name.
struct AccountChainReader {
  /// The account at the end of a chain such as `社会保障和就业支出（类）行政事业单位养老支出（款）`,
  /// `教育支出-普通教育-小学教育` or of the name of a class; nil where the chart has none.
  static func account(_ units: some Sequence<UInt16>) -> Int64? {
    var names: [[UInt16]] = [[]]
    var bracket: [UInt16]?
    for unit in units {
      if Mark.isQuote(unit) || Mark.isDigit(unit) && bracket == nil { continue }
      if Mark.isOpeningBracket(unit) {
        bracket = []
        continue
      }
      if Mark.isClosingBracket(unit), let content = bracket {
        bracket = nil
        let last = content.last ?? 0
        if content.count <= 5, last == 0x7C7B || last == 0x6B3E || last == 0x9879 {
          names.append([])
        } else {
          names[names.count - 1] += [0xFF08] + content + [0xFF09]
        }
        continue
      }
      if bracket != nil {
        bracket?.append(unit)
      } else if unit == 0x2D || unit == 0x2014 || unit == 0x2013 || unit == 0xFF0D {
        names.append([])
      } else {
        names[names.count - 1].append(unit)
      }
    }
    let path = names.filter { !$0.isEmpty }.map { AccountName(String(decoding: $0, as: UTF16.self)) }
    guard !path.isEmpty, path.count <= 3 else { return nil }
    return Chart.account(along: path).map { Int64($0.code.digits) } ?? (path.count == 1 ? classAccount(names[0]) : nil)
  }

  /// The class that has the name, with or without 支出.
  static func classAccount(_ words: [UInt16]) -> Int64? {
    guard words.count >= 2, words.count <= 24 else { return nil }
    let name = String(decoding: words, as: UTF16.self)
    for candidate in [name, name + "支出"] {
      let found = Chart.accounts(named: AccountName(candidate), in: .functional).first { $0.level == .class }
      if let found { return Int64(found.code.digits) }
    }
    return nil
  }
}
