extension DisclosureWriter {
  /// What a change is compared with: `与2024年预算相比`, with the words before and behind the year.
  private mutating func base(_ before: String, _ behind: String = "") -> Passage {
    let year = year(back: 1)
    if facts.kind == .final {
      return wording(
        "\(before)\(year)度\(behind)", "\(before)\(year)度\(behind)", "\(before)上年度\(behind)", "\(before)上年\(behind)")
    }
    return wording("\(before)\(year)预算\(behind)", "\(before)\(year)\(behind)", "\(before)上年预算\(behind)")
  }

  /// 增加 A，增长 P% for the change that led to `current`; nil where nothing changed.
  mutating func change(_ measure: Measure, to current: Figure?, hasRate: Bool = true) -> Passage? {
    let difference = measure.current - measure.prior
    guard abs(difference) >= 50 else { return nil }
    let first = direction(difference > 0 ? "增加" : "减少")
    let amount = amount(abs(difference))
    guard hasRate, measure.prior > 0, abs(difference) >= measure.prior / 10_000 else { return "\(first)\(amount)" }
    let other = direction(difference > 0 ? word("增长", "增长", "增加") : word("下降", "下降", "减少"))
    let rate = percent(abs(difference), of: measure.prior)
    if let current { tie(.movement, current, amount, rate, first, other) }
    return "\(first)\(amount)，\(other)\(rate)"
  }

  /// `与2024年预算相比，S增加A，增长P%`, `比2024年预算…` or `与2024年预算持平`.
  mutating func comparison(_ measure: Measure, of subject: String, current: Figure, hasRate: Bool = true) -> Passage {
    guard let change = change(measure, to: current, hasRate: hasRate) else {
      let isSpoken = random.chance(50)
      return isSpoken ? base("与", word("持平", "基本持平", "相比持平")) : base("与", "相比，") + "\(subject)持平"
    }
    if random.chance(50) { return base("与", "相比，") + "\(subject)\(change)" }
    return base(word("比", "较")) + change
  }

  /// The same without a subject: `，比2024年预算增加A`.
  mutating func shortComparison(_ measure: Measure, current: Figure, hasRate: Bool = true) -> Passage {
    guard let change = change(measure, to: current, hasRate: hasRate) else {
      return base("与", word("持平", "相比持平"))
    }
    return base(word("比", "较", "比")) + change
  }

  /// Why something changed, up to the stop; words only, or figures of other measures.
  mutating func reason(_ measure: Measure) -> Passage {
    let difference = measure.current - measure.prior
    if abs(difference) < 5_000 { return wording("。", "，主要原因是工作任务与上年相当。", "。") }
    if random.chance(8) { return wording("。主要原因是：新增项目2个，涉及资金30.00万元。", "，主要原因是单价100万元以上设备已于上年购置。") }
    return difference > 0
      ? wording("。主要原因：人员增加。", "，主要原因是：项目经费增加。", "。主要原因是人员增加、支出增加。", "。", "，主要原因是新增专项工作。")
      : wording("。主要原因：项目减少。", "，主要原因是：压减一般性支出。", "。主要原因是人员减少。", "。", "，主要原因是厉行节约。")
  }

  /// `S A，占P；S A，占P` for the parts of `total` that make it up.
  mutating func breakdown(
    _ total: Figure, _ whole: Int, _ parts: [(name: String, yuan: Int, measure: String?)], hasShares: Bool,
    separator: String = "；"
  ) -> Passage {
    var amounts: [Figure] = []
    var passages: [Passage] = []
    for part in parts {
      let amount = amount(part.yuan, of: part.measure)
      amounts.append(amount)
      if hasShares {
        let share = percent(part.yuan, of: whole)
        if whole > 0 { tie(.share, amount, total, share) }
        passages.append("\(part.name)\(amount)，占\(share)")
      } else {
        passages.append("\(part.name)\(amount)")
      }
    }
    // A lone part need not be the whole: the text does not say that there is no other.
    if amounts.count == 1 { tie(.bound, amounts[0], total) }
    tieSum(total, amounts, strength: amounts.count == 1 ? .matched : .stated)
    return .joined(passages, by: separator)
  }
}
