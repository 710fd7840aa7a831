/// How the names of revenue begin, as far as a wrapped line shows them.
@usableFromInline package enum RevenueWords {
  /// Whether words, of which the end may be missing, name revenue rather than what it is spent on.
  ///
  /// - Parameter ordinal: the number before them: 三、国有资本经营预算 is revenue, 二十一、国有资本经营预算支出 is not
  package static func begin(_ words: ArraySlice<UInt16>, ordinal: Int) -> Bool {
    if words.starts(with: stateCapital) { return ordinal == 3 }
    return starts.contains { words.starts(with: $0) }
  }

  private static let stateCapital = Array("国有资本".utf16)
  private static let starts = [
    "一般公共预", "财政拨", "政府性基", "财政专户", "事业收", "事业单", "上级补", "附属单", "其他收", "经营收", "上年结", "年初", "使用非", "单位资", "预算资",
    "其中：财政拨", "本年收",
  ].map { Array($0.utf16) }
}
