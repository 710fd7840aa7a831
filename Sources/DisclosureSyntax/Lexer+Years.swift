import DisclosureText

/// Years of which the word 年 was forgotten.
extension Lexer {
  /// Whether the four digits before `index` can only be a year: `比 2025 预算执行数`, `2026 预算安排`.
  ///
  /// A title such as `2025 预算公开` is left as it is.
  func lacksYearWord(behind index: Int) -> Bool {
    guard index + 3 < units.count, index >= 4, units[index - 4] == 0x32, units[index - 3] == 0x30,
      index == 4 || !Mark.isDigit(units[index - 5]) && !Mark.isLetter(units[index - 5])
    else { return false }
    let word = (units[index], units[index + 1])
    guard word == (0x9884, 0x7B97) || word == (0x51B3, 0x7B97) else { return false }  // 预算, 决算
    return Self.yearFollowers.contains(units[index + 2])
  }

  /// What follows 预算 and 决算 in a comparison: 执行数, 数, 安排, 增加, 减少, 持平, 相比, 下降, 上升.
  private static let yearFollowers: [UInt16] = Array("执数安增减持相下上".utf16)
}
