import DisclosureText

/// The words that say what a row is to the others.
enum RowWords {
  /// Whether the words at `range` are 合计 or 总计, with blanks between them or without.
  static func isTotal(_ range: TextRange, in bytes: [UInt8]) -> Bool {
    let words = bytes[range.lower..<range.upper].filter { $0 != 0x20 }
    return words.elementsEqual("合计".utf8) || words.elementsEqual("总计".utf8)
  }

  /// What a row without a code is to the others, by its words and those of the amounts' own line.
  static func role(of words: ArraySlice<UInt16>, own: ArraySlice<UInt16>) -> TableEntry.Role {
    let totals = (totalRole(of: words), totalRole(of: own))
    if totals.0 == .grandTotal || totals.1 == .grandTotal { return .grandTotal }
    if totals.0 == .total || totals.1 == .total { return .total }
    if starts(words, amongThem) { return .memo }
    return namesCarry(words) ? .carry : .item
  }

  /// Whether one of the words for what is carried over stands among others.
  private static func namesCarry(_ words: ArraySlice<UInt16>) -> Bool {
    for start in words.indices {
      switch words[start] {
      case 0x4E0A, 0x5E74, 0x7ED3, 0x4F7F, 0x7528:  // 上, 年, 结, 使, 用: each of them begins with one
        if carries.contains(where: { start + $0.count <= words.endIndex && stands($0, at: start, in: words) }) {
          return true
        }
      default: continue
      }
    }
    return false
  }

  /// Whether the words name a kind of what was carried over, to or from whatever year: 财政拨款结转, 项目支出结转和结余.
  static func namesLeftOver(_ words: ArraySlice<UInt16>) -> Bool {
    // 年, 用
    (ends(words, leftOver) || ends(words, surplus)) && !words.contains { $0 == 0x5E74 || $0 == 0x7528 }
  }

  /// Whether the words speak of revenue.
  static func isRevenue(_ words: ArraySlice<UInt16>) -> Bool {
    revenues.contains { contains(words, $0) } && !contains(words, expenditure)
  }

  /// Whether the words name basic or project expenditure or their total.
  static func isNature(_ words: ArraySlice<UInt16>) -> Bool { natures.contains { contains(words, $0) } }

  /// Whether the words name a fund that appropriations come from: `政府性基金预算财政拨款`.
  static func isFund(_ words: ArraySlice<UInt16>) -> Bool { funds.contains { starts(words, $0) } }

  static func isExpenditure(_ words: ArraySlice<UInt16>) -> Bool { expenditures.contains { contains(words, $0) } }

  /// Whether the characters of `word` stand behind each other in `words`.
  static func contains(_ words: [UInt16], _ word: [UInt16]) -> Bool { contains(words[...], word) }

  /// Whether the characters of `word` stand behind each other in `words`.
  static func contains(_ words: ArraySlice<UInt16>, _ word: [UInt16]) -> Bool {
    guard words.count >= word.count else { return false }
    let first = word[0]
    for start in words.startIndex...(words.endIndex - word.count) where words[start] == first {
      if stands(word, at: start, in: words) { return true }
    }
    return false
  }

  /// Whether `words` go on from `start` with `word`.
  private static func stands(_ word: [UInt16], at start: Int, in words: ArraySlice<UInt16>) -> Bool {
    for index in word.indices where words[start + index] != word[index] { return false }
    return true
  }

  private static func isEqual(_ words: ArraySlice<UInt16>, _ word: [UInt16]) -> Bool {
    words.count == word.count && stands(word, at: words.startIndex, in: words)
  }

  /// Which total the words name, if they name one.
  private static func totalRole(of words: ArraySlice<UInt16>) -> TableEntry.Role? {
    switch words.last {
    case 0x8BA1:  // 计
      ends(words, grandTotal) ? .grandTotal : ends(words, total) || isEqual(words, subtotal) ? .total : nil
    case 0x5165, 0x51FA:  // 入, 出
      totals.contains { isEqual(words, $0) } ? .total : nil
    default: nil
    }
  }

  private static func ends(_ words: ArraySlice<UInt16>, _ word: [UInt16]) -> Bool {
    words.count >= word.count && stands(word, at: words.endIndex - word.count, in: words)
  }

  private static func starts(_ words: ArraySlice<UInt16>, _ word: [UInt16]) -> Bool {
    words.count >= word.count && stands(word, at: words.startIndex, in: words)
  }

  private static let leftOver = Array("结转".utf16)
  private static let surplus = Array("结余".utf16)
  private static let grandTotal = Array("总计".utf16)
  private static let total = Array("合计".utf16)
  private static let amongThem = Array("其中".utf16)
  private static let expenditure = Array("支出".utf16)
  private static let subtotal = Array("小计".utf16)
  private static let totals = ["本年收入", "本年支出"].map { Array($0.utf16) }
  private static let carries = [
    "上年结转", "年初结转", "年初财政拨款结转", "上年结余", "年终结转", "年末结转", "年末财政拨款结转", "结转下年", "结余分配", "使用非财政拨款", "用事业基金", "结转结余",
  ].map { Array($0.utf16) }
  private static let natures = ["基本支出", "项目支出", "人员经费", "公用经费", "支出小计"].map { Array($0.utf16) }
  private static let funds = ["一般公共预算财政拨款", "政府性基金预算财政拨款", "国有资本经营预算财政拨款"].map { Array($0.utf16) }
  private static let revenues = ["收入", "拨款", "上年结", "年初结", "年初财政", "使用非财政", "事业基金", "预算资金", "单位资金", "专户"].map {
    Array($0.utf16)
  }
  private static let expenditures = ["支出", "年终结", "年末", "结转下年", "结余分配"].map { Array($0.utf16) }
}
