import Disclosure
import DisclosureText

/// What the words of a description have of the names of items.
extension DescribedItem {
  /// Whether `words` have anything of its name or of those above it.
  func names(_ words: [UInt16]) -> Bool {
    fit(words) > 0
  }

  /// Whether `words` have its whole name, and of what the name of `other` has besides nothing at all: 小学教育教学 is of
  /// 小学教育 and not of 初中教育.
  func isToldApart(from other: DescribedItem, by words: [UInt16]) -> Bool {
    guard name.count >= 3, TitleWords.contains(words, name), !TitleWords.contains(other.name, name) else {
      return false
    }
    // Only what stands beside each other under one section, and is named alike but for its kind.
    guard name.count == other.name.count, name.suffix(2).elementsEqual(other.name.suffix(2)),
      let section = above.first, section == other.above.first, StandardTopic(self) == nil, StandardTopic(other) == nil
    else { return false }
    let apart = other.name.filter { !name.contains($0) }
    return apart.count >= 2 && !apart.contains { words.contains($0) } && !other.isRest
  }

  /// Whether it is a part of many items, of which each may speak: what an agency is run with is basic expenditure of
  /// several accounts.
  var isOfMany: Bool { StandardTopic(self) == .agencyOperation }

  /// Whether its name is that of what is left, which may be anything: 其他普通教育支出.
  private var isRest: Bool { name.starts(with: "其他".utf16) || name.starts(with: "其它".utf16) }

  /// Whether its name, or one above it, has the name of `other` in it.
  func isNamed(like other: DescribedItem) -> Bool {
    ([name] + above).contains { TitleWords.contains($0, other.name) }
  }

  /// Whether `words` begin with its section and its name: 宣传事务一般行政管理事务.
  func isNamedFully(by words: [UInt16]) -> Bool {
    above.first.map { words.starts(with: $0) && words.dropFirst($0.count).starts(with: name) } ?? false
  }

  /// Whether `words` say of it, and of nothing else, that its funds changed.
  func owns(_ words: [UInt16]) -> Bool {
    func isOwned(_ words: ArraySlice<UInt16>) -> Bool {
      guard words.starts(with: name) else { return false }
      let rest = words.dropFirst(name.count)
      return Self.tails.contains { rest.starts(with: $0) }
    }
    if isOwned(words[...]) { return true }
    guard let section = above.first, words.starts(with: section) else { return false }
    return isOwned(words.dropFirst(section.count))
  }

  private static let tails = ["经费", "支出", "资金", "费用", "增加", "减少"].map { Array($0.utf16) }
}
