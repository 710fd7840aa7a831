import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds purposes and reasons that belong to another item.
struct CopiedDescription: DocumentRule {
  static let info = RuleInfo(
    name: "copied-description", category: .wording, severity: .warning,
    summary: LocalizedText(
      "某一项的用途或增减原因是从另一项照抄来的。", "The purpose of an item, or the reason for its change, is that of another item."),
    rationale: LocalizedText(
      "逐项改写时漏改的说明，使这一项的用途和原因都成了别的事。",
      "A description left over from the paragraph above says what another item's money is for."),
    fixSafety: LocalizedText("应写什么只有编制人知道，没有自动修改。", "Only the writer knows what belongs there, so there is no fix."),
    source: LocalizedText(
      "《预算法》第十四条：公开应对重要事项作出说明；说明与科目名称相互印证",
      "article 14 of the Budget Law (预算法), by which disclosures explain what matters; a description is held against the item's own name"
    ),
    examples: [
      .section(
        wrong: "（一）因公出国（境）费0.00万元，主要用于⟦按规定开支的国内公务接待支出⟧。\n\n（二）公务接待费3.10万元，主要用于按规定开支的国内公务接待支出。",
        correction: "单位人员出国的住宿费、培训费"),
      .section(
        wrong:
          "1.卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）6.00万元，主要用于缴纳基本医疗保险费。\n\n2.住房保障支出（类）住房改革支出（款）住房公积金（项）12.00万元，主要用于⟦缴纳职工基本医疗保险费⟧。",
        correction: "按规定比例缴存住房公积金"
      ),
      .section(
        wrong:
          "1.“教育支出（类）普通教育（款）学前教育（项）”科目30.00万元，主要用于学前教育。比2024年预算执行数增加10.00%。主要原因是：学前教育经费增加。\n\n2.“教育支出（类）普通教育（款）小学教育（项）”科目30.00万元，主要用于小学教育。比2024年预算执行数增加10.00%。主要原因是：小学教育经费增加。\n\n3.“教育支出（类）普通教育（款）初中教育（项）”科目30.00万元，主要用于初中教育。比2024年预算执行数增加10.00%。主要原因是：初中教育经费增加。\n\n4.“教育支出（类）普通教育（款）高中教育（项）”科目30.00万元，主要用于高中教育。比2024年预算执行数增加10.00%。主要原因是：⟦初中教育经费增加⟧。",
        correction: "高中教育经费增加"
      ),
      .section(
        wrong:
          "1.社会保障和就业支出（类）20.00万元，主要用于养老保险、职业年金缴费支出。\n\n2.住房保障支出（类）12.00万元，主要用于⟦养老保险、职业年金缴费支出⟧。",
        correction: "住房公积金、提租补贴支出"),
      .section(
        wrong: "一、机关运行经费情况\n\n2025年机关运行经费126.00万元，比2024年预算增加6.00万元，增长5.00%，主要原因是⟦养老保险缴费基数提高⟧。",
        correction: "新增办公用房的物业费"
      ),
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    let items = document.items.filter { !$0.isClass }
    let purposes = items.indices.map { items[$0].purposeWords }
    let reasons = items.indices.map { items[$0].reasonWords }
    let copied = items.indices.compactMap { copiedPurpose($0, items, purposes) } + borrowedReasons(items, reasons)
    let known = Set(copied.map(\.range))
    let strange = items.indices.flatMap {
      strangeTopics(items[$0], purposes[$0], reasons[$0], in: document)
    }
    let strangers = document.items.compactMap { strangeClass($0) }
    return copied + (strange + strangers).filter { !known.contains($0.range) }
  }

  // MARK: Standard items

  /// A purpose, or a reason of one of the three public expenses, that speaks of another standard item
  /// and of nothing that is the item's own.
  private func strangeTopics(
    _ item: DescribedItem, _ purpose: [UInt16], _ reason: [UInt16], in document: DisclosureDocument
  ) -> [Finding] {
    guard let topic = StandardTopic(item) else { return [] }
    var findings: [Finding] = []
    func judge(_ range: Range<Int>?, _ words: [UInt16], _ what: LocalizedText) {
      guard let range, let other = topic.other(in: words), standsAlone(item, topic, beside: range, in: document) else {
        return
      }
      findings.append(
        Self.info.finding(
          item.text.sourceRange(of: range),
          what
            + LocalizedText(
              "说的是“\(other.title)”，与本项“\(item.title)”不符",
              " speaks of “\(other.title)”, and does not belong to “\(item.title)”")))
    }
    judge(item.purpose, purpose, LocalizedText("用途", "the purpose"))
    if topic.hasReason { judge(item.reason, reason, LocalizedText("原因", "the reason")) }
    return findings
  }

  /// A purpose of an item that pays for people that speaks of what another class pays for.
  private func strangeClass(_ item: DescribedItem) -> Finding? {
    guard StandardTopic(item) == nil, let range = item.purpose, let own = WelfareClass(item),
      let other = own.other(in: item.purposeWords)
    else { return nil }
    return Self.info.finding(
      item.text.sourceRange(of: range),
      LocalizedText(
        "用途说的是“\(other.title)”类的支出，与本项“\(item.title)”不符",
        "the purpose speaks of expenditure of “\(other.title)”, and does not belong to “\(item.title)”"))
  }

  /// Whether nothing else in the paragraph of an item is named to which the description could belong.
  private func standsAlone(
    _ item: DescribedItem, _ topic: StandardTopic, beside range: Range<Int>, in document: DisclosureDocument
  ) -> Bool {
    guard topic.isExpense else { return true }
    return document.tree.blocks[item.block].tokens.allSatisfy { token in
      if range.contains(token.range.lowerBound) { return true }
      switch token.kind {
      case .term(.abroad): return topic == .abroad
      case .term(.vehicles), .term(.vehiclePurchase), .term(.vehicleOperation): return topic == .vehicles
      case .term(.reception): return topic == .reception
      case .term(.threePublic): return false
      default: return true
      }
    }
  }

  // MARK: Purposes

  /// A purpose that stands word for word at another item, whose name it has while it has nothing
  /// of the own.
  private func copiedPurpose(_ index: Int, _ items: [DescribedItem], _ purposes: [[UInt16]]) -> Finding? {
    let words = purposes[index]
    guard words.count >= 5, let range = items[index].purpose else { return nil }
    let reach = max(0, index - Self.reach)..<min(items.count, index + Self.reach)
    guard reach.contains(where: { $0 != index && purposes[$0] == words }) else { return nil }
    let item = items[index]
    let owner = reach.first { other in
      purposes[other] == words && items[other].name != item.name && !items[other].isOfMany
        && (items[other].fit(words) >= 0.6 && !item.names(words) || items[other].isToldApart(from: item, by: words)
          || isOfOtherTopic(words, items[other], item))
    }
    guard let owner else { return nil }
    return finding(
      item, range, items[owner],
      LocalizedText("用途照抄自“\(items[owner].title)”", "the purpose is that of “\(items[owner].title)”"))
  }

  /// Whether the words name the topic of their owner and not that of the item: 养老保险 beside 职业年金.
  private func isOfOtherTopic(_ words: [UInt16], _ owner: DescribedItem, _ item: DescribedItem) -> Bool {
    guard let topic = StandardTopic(item), let other = StandardTopic(owner), topic != other else { return false }
    return other.isTold(by: words) && !topic.isTold(by: words)
  }

  // MARK: Reasons

  /// Reasons that name another item, in a document where reasons name their own.
  private func borrowedReasons(_ items: [DescribedItem], _ reasons: [[UInt16]]) -> [Finding] {
    let own = items.indices.count { index in
      reasons[index].starts(with: items[index].name) || items[index].isNamedFully(by: reasons[index])
    }
    guard own >= 3 else { return [] }
    return items.indices.compactMap { index in
      let words = reasons[index]
      guard words.count >= 6, case let item = items[index], let range = item.reason,
        !TitleWords.contains(words, item.name),
        !item.text.units[range].contains(where: { Mark.isComma($0) || $0 == 0x3001 }),
        let place = (max(0, index - Self.far)..<min(items.count, index + Self.far)).first(where: { other in
          items[other].name.count >= 4 && items[other].owns(words) && !item.isNamed(like: items[other])
            && !items[other].isOfMany
        })
      else { return nil }
      let title = items[place].title
      return finding(item, range, items[place], LocalizedText("原因说的是“\(title)”", "the reason speaks of “\(title)”"))
    }
  }

  private func finding(
    _ item: DescribedItem, _ range: Range<Int>, _ owner: DescribedItem, _ complaint: LocalizedText
  ) -> Finding {
    let related = (owner.purpose ?? owner.reason).map {
      [
        RelatedPlace(
          range: owner.text.sourceRange(of: $0), message: LocalizedText("“\(owner.title)”", "“\(owner.title)”"))
      ]
    }
    return Self.info.finding(
      item.text.sourceRange(of: range),
      complaint + LocalizedText("，与本项“\(item.title)”不符", ", and does not belong to “\(item.title)”"),
      related: related ?? [])
  }

  /// How many items away a purpose may have been copied from.
  private static let reach = 40
  /// How many items away one may be that a reason names: more than a disclosure has, so that the time for a
  /// text of very many items grows with its size alone.
  private static let far = 200
}
