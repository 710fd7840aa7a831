import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint

/// Reasons that say of their own item the opposite of its figure: `比…减少2.98%。主要原因是：宣传经费增加。`
extension WrongDirection: DocumentRule {
  func findings(in document: DisclosureDocument) -> [Finding] {
    guard document.items.contains(where: { $0.reason != nil }) else { return [] }
    let directions = directions(in: document)
    return document.items.compactMap { item in
      guard !item.isClass, let range = item.reason, case let direction = directions[item.block], direction != 0 else {
        return nil
      }
      if direction > 0, onlySaves(item, range) { return savings(item, range) }
      guard
        item.owns(item.reasonWords) || speaksOfSpending(item, range, in: document.tree.blocks[item.block]),
        let word = lastWord(of: range, in: document.tree.blocks[item.block]), word.direction == -direction
      else { return nil }
      return finding(item, word.range, direction)
    }
  }

  /// Whether the reason of one of the three public expenses, or of what an agency is run with, says that spending itself went one way,
  /// now and not in some other year: `厉行节约，接待费用减少`.
  private func speaksOfSpending(_ item: DescribedItem, _ reason: Range<Int>, in block: ReadBlock) -> Bool {
    guard let topic = StandardTopic(item), topic.hasReason else { return false }
    let words = Array(block.block.text.units[reason])
    let tails = topic == .agencyOperation ? Self.running : Self.spending
    guard tails.contains(where: { words.ends(with: $0) }) else { return false }
    return !block.tokens.contains { token in
      guard reason.contains(token.range.lowerBound) else { return false }
      switch token.kind {
      case .year, .relativeYear: return true
      default: return false
      }
    } && !Self.otherTimes.contains { TitleWords.contains(words, $0) }
  }

  /// Whether the reason of one of the three public expenses, or of what an agency is run with, names nothing but
  /// savings, which let no expense rise: `厉行节约，从严控制接待`.
  private func onlySaves(_ item: DescribedItem, _ reason: Range<Int>) -> Bool {
    guard let topic = StandardTopic(item), topic.hasReason else { return false }
    let words = Array(item.text.units[reason])
    return Self.savings.contains { TitleWords.contains(words, $0) }
      && !words.contains { Self.raises.contains($0) || Mark.isDigit($0) }
  }

  private static let savings = [
    "厉行节约", "压减", "压缩", "过紧日子", "严格控制", "从严控制", "节约开支", "节约支出", "人员减少", "车辆减少", "批次减少", "人次减少",
  ].map { Array($0.utf16) }
  /// A character of what makes an expense rise, or of what tells of another year, a plan or a base: 增, 新, 购, 涨, 上年,
  /// 预算, 但 and the like.
  private static let raises = Set("增新购涨升提高更换恢复扩多补追调结转上去往年基预但虽原疫同比初".utf16)

  /// A hint: some write the same reason whichever way a figure went.
  private func savings(_ item: DescribedItem, _ range: Range<Int>) -> Finding {
    let printed = item.text.string(in: range)
    return Self.info.finding(
      item.text.sourceRange(of: range),
      LocalizedText(
        "原因与数字方向相反：“\(item.title)”增加了，原因却只说“\(printed)”",
        "the reason contradicts its figure: “\(item.title)” rose, and “\(printed)” names savings alone"),
      severity: .hint)
  }

  private static let spending = ["支出增加", "支出减少", "费用增加", "费用减少", "开支增加", "开支减少", "批次增加", "批次减少", "人次增加", "人次减少"].map {
    Array($0.utf16)
  }
  /// What an agency is run with is operating funds, and offices take most of them.
  private static let running =
    spending
    + ["公用经费增加", "公用经费减少", "办公经费增加", "办公经费减少", "办公费增加", "办公费减少"].map { Array($0.utf16) }
  private static let otherTimes = ["上年", "去年", "往年", "同期", "基数", "疫情", "以前", "预算"].map { Array($0.utf16) }

  /// Which way the figures of each block went, where they all went one way.
  private func directions(in document: DisclosureDocument) -> [Int] {
    // 1 for up, 2 for down, 3 for both.
    var directions = [Int](repeating: 0, count: document.tree.blocks.count)
    // Where both amounts are printed they tell the direction, whatever the words say.
    var told = [Bool](repeating: false, count: document.narrative.statements.count)
    for movement in document.narrative.movements {
      guard let current = movement.current, let base = movement.base, let now = document.quantity(current)?.value,
        let before = document.quantity(base)?.value
      else { continue }
      for word in movement.words { told[word] = true }
      guard now != before, let word = movement.words.first else { continue }
      let block = document.narrative.statements[word].block
      directions[block] |= now > before ? 1 : 2
      // Where the text itself says the opposite, one of the figures is wrong: it is reported, and
      // judges nothing.
      let said = document.statement(word).direction.map { Int($0.rawValue) } ?? 0
      if said != 0 { directions[block] |= said > 0 ? 1 : 2 }
    }
    for (index, placed) in document.narrative.statements.enumerated() where !told[index] {
      guard placed.statement.role == .change || placed.statement.role == .rate, !placed.statement.isAside,
        let direction = placed.statement.direction, direction != .same
      else { continue }
      directions[placed.block] |= direction == .up ? 1 : 2
    }
    return directions.map { $0 == 1 ? 1 : $0 == 2 ? -1 : 0 }
  }

  /// The word of direction that the reason ends with, if it says nothing else of the opposite direction.
  private func lastWord(of reason: Range<Int>, in block: ReadBlock) -> (range: Range<Int>, direction: Int)? {
    let words = block.tokens.filter { token in
      reason.contains(token.range.lowerBound) && (token.kind == .term(.increase) || token.kind == .term(.decrease))
    }
    guard let word = words.last, word.range.upperBound == reason.upperBound,
      words.allSatisfy({ $0.kind == word.kind })
    else { return nil }
    return (word.range, word.kind == .term(.increase) ? 1 : -1)
  }

  private func finding(_ item: DescribedItem, _ range: Range<Int>, _ direction: Int) -> Finding {
    let printed = item.text.string(in: range)
    let expected = direction > 0 ? "增加" : "减少"
    return Self.info.finding(
      item.text.sourceRange(of: range),
      LocalizedText(
        "原因与数字方向相反：“\(item.title)”\(expected)了，原因却说“\(printed)”",
        "the reason contradicts its figure: “\(item.title)” went the other way than “\(printed)” says"),
      fixes: [.replacing(range, in: item.text, by: expected, isPreferred: true, isSafe: false)])
  }
}
