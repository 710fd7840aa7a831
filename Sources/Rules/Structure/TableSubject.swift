import Disclosure

/// What the tables are about that may rightly be empty, by the words of their titles.
///
/// 财预〔2016〕143号 has these tables published even where there is nothing in them, and explained.
enum TableSubject: CaseIterable {
  case governmentFund
  case stateCapital
  case threePublic

  /// The word that names it.
  var word: [UInt16] {
    switch self {
    case .governmentFund: Self.governmentFundWord
    case .stateCapital: Self.stateCapitalWord
    case .threePublic: Self.threePublicWord
    }
  }

  /// The subjects that the words name.
  static func subjects(of words: [UInt16]) -> [TableSubject] {
    allCases.filter { TitleWords.contains(words, $0.word) }
  }

  private static let governmentFundWord = Array("政府性基金".utf16)
  private static let stateCapitalWord = Array("国有资本".utf16)
  private static let threePublicWord = Array("三公".utf16)
}

/// What notes say of a table without figures.
enum EmptinessClaim {
  /// Where `units` say that the table above them is empty.
  static func place(in units: [UInt16]) -> Range<Int>? {
    guard units.contains(0x7A7A) || units.contains(0x6570) else { return nil }  // 空, 数
    for phrase in phrases {
      if let at = TitleWords.position(of: phrase, in: units) { return at..<(at + phrase.count) }
    }
    return nil
  }

  private static let phrases = [
    "本表为空表", "此表为空表", "本表无数据", "此表无数据", "本表为空", "此表为空", "本表没有数据", "此表没有数据", "该表为空表", "该表无数据", "本表是空表", "故为空表", "为空表",
  ].map { Array($0.utf16) }
}
