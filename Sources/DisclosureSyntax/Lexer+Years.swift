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

  /// Whether the year at `start` is one of an era, `清嘉庆`, or of the Common Era, or counts from now: `距今`.
  func countsFromElsewhere(_ start: Int) -> Bool {
    let before = units[..<start]
    if Self.eras.contains(where: { before.suffix($0.count).elementsEqual($0) }) { return true }
    // A dynasty and the two characters of an era.
    guard before.count >= 3, Self.dynasties.contains(before[start - 3]) else { return false }
    return before.suffix(2).allSatisfy(Mark.isIdeograph)
  }

  private static let eras = [
    "公元", "公元前", "距今", "距离现在", "民国", "洪武", "建文", "永乐", "宣德", "正统", "景泰", "天顺", "成化", "弘治", "正德", "嘉靖", "隆庆", "万历",
    "崇祯", "顺治", "康熙", "雍正", "乾隆", "嘉庆", "道光", "咸丰", "同治", "光绪", "宣统",
  ].map { Array($0.utf16) }
  /// 汉 晋 隋 唐 宋 辽 元 明 清
  private static let dynasties: [UInt16] = Array("汉晋隋唐宋辽元明清".utf16)

  /// Where the point of an item's number stands before a year: `1.2025 年…`.
  func markBeforeYear(_ start: Int, _ end: Int) -> Int? {
    guard startsItem(), case let next = skipBlank(end), next < units.count, units[next] == 0x5E74,  // 年
      Mark.digit(units[end - 4]) == 2, Mark.digit(units[end - 3]) == 0
    else { return nil }
    return end - 5
  }
}
