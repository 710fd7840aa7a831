import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds another department's name, and the own one with a wrong character.
struct WrongEntity: RecallingRule {
  static let info = RuleInfo(
    name: "wrong-entity", category: .reference, severity: .error,
    summary: LocalizedText(
      "部门名称写成了别的部门，或写错、写倒、漏写了字。",
      "Another department's name stands for the own one, or a character of it is wrong, swapped or missing."),
    rationale: LocalizedText(
      "从其他部门的文本改写时留下的名称，说明内容也可能是别人的。",
      "A name left over from another department's text makes readers doubt whose figures these are."),
    fixSafety: LocalizedText(
      "错字可直接改正；别的部门的名称应由人确认整句是否照抄。",
      "Safe for a wrong character; where it is another department, a person should check the whole sentence."),
    examples: [
      .section(
        title: "青禾市水务事务中心2025年度部门预算公开",
        wrong:
          "青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n青禾市水务事务中心2025年机关运行经费10.00万元。\n\n青禾市水务事务中心2025年政府采购预算0.00万元。\n\n青禾市水务事务中心2025年培训费0.00万元。\n\n青禾市水务事务中心2025年绩效目标1个。\n\n青禾市水⟦戊⟧事务中心2025年会议费0.00万元。",
        correction: "务"
      ),
      .section(
        title: "青禾市水务事务中心2025年度部门预算公开",
        wrong:
          "（一）青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n（二）青禾市水务事务中心2025年机关运行经费10.00万元。\n\n（三）青禾市水务事务中心2025年政府采购预算0.00万元。\n\n（四）青禾市水务事务中心2025年培训费0.00万元。\n\n（五）青禾市水务事务中心2025年绩效目标1个。\n\n（六）⟦青禾市体育公园管理处⟧2025年会议费0.00万元。",
        correction: "青禾市水务事务中心"
      ),
      .section(
        title: "青禾市水务事务中心2025年度部门预算公开",
        wrong:
          "青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n青禾市水务事务中心2025年机关运行经费10.00万元。\n\n青禾市水务事务中心2025年政府采购预算0.00万元。\n\n青禾市水务事务中心2025年项目支出60.00万元。\n\n按规定公开。青禾市水务事务中心2025年培训费0.00万元。\n\n按规定公开。青禾市水务事务中心2025年收入预算100.00万元。\n\n按规定公开。⟦青禾市体育公园管理处⟧2025年会议费0.00万元。",
        correction: "青禾市水务事务中心"
      ),
      .section(
        title: "青禾市水务事务中心2025年度部门预算公开",
        wrong:
          "青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n青禾市水务事务中心2025年机关运行经费10.00万元。\n\n青禾市水务事务中心2025年项目支出60.00万元。\n\n青禾市水务事务中心2025年物业管理费2.00万元。\n\n青禾市水务事务中心2025年政府采购预算0.00万元。\n\n青禾市水务事务中心2025年培训费0.00万元。\n\n青禾市水务事务中心2025年绩效目标1个。\n\n青禾市水务事⟦物⟧中心2025年会议费0.00万元。",
        correction: "务"
      ),
      .section(
        title: "青禾市水务事务中心2025年度部门预算公开",
        wrong:
          "青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n青禾市水务事务中心2025年机关运行经费10.00万元。\n\n青禾市水务事务中心2025年政府采购预算0.00万元。\n\n青禾市水务事务中心2025年培训费0.00万元。\n\n青禾市水务事务中心2025年绩效目标1个。\n\n青禾⟦市务⟧事务中心2025年会议费0.00万元。",
        correction: "市水务"
      ),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    guard let entity = document.profile.entity else { return [] }
    let name = Array(entity.utf16)
    guard Self.isLongEnough(name) else { return [] }
    let seen = memory.sights(NameLook(name), in: document)
    guard seen.reduce(0, { $0 + $1.sight.count }) >= 4 else { return [] }
    let variants = seen.flatMap { seen in
      seen.sight.variants.map { (text: document.runningText(ofBlock: seen.block, cell: $0.cell), variant: $0) }
    }
    let slips = candidates(variants, of: name)
    var others = strangers(name, entity, in: document)
    if let mention = misplaced(name, entity, in: document),
      !others.contains(where: { $0.name == mention.name })
    {
      others.append(mention)
    }
    for mention in misstated(name, in: document) where !others.contains(where: { $0.name == mention.name }) {
      others.append(mention)
    }
    // How often the wrong characters and the other names stand in the text.
    var words: [[UInt16]] = []
    for word in slips.compactMap({ $0.variant.printed.map { [$0] } }) + others.map({ Array($0.name.utf16) })
    where !words.contains(word) { words.append(word) }
    var counts = Array(repeating: 0, count: words.count)
    if !words.isEmpty {
      for seen in memory.sights(WordCount(words), in: document) {
        for number in words.indices { counts[number] += seen.sight[number] }
      }
    }
    let count = { (word: [UInt16]) in words.firstIndex(of: word).map { counts[$0] } ?? 0 }
    let found = slips.filter { slip in
      isSlip(slip, of: name) { printed in count([printed]) > variants.count { $0.variant.printed == printed } }
    }
    let repaired = Set(found.map { $0.text.string(in: $0.variant.name) })
    return found.map { finding($0, name, entity) }
      + others.compactMap { mention in
        let stated =
          mention.weight == 0 ? 1 : document.entityMentions.count { $0.name == mention.name }
        guard !repaired.contains(mention.name), count(Array(mention.name.utf16)) == stated else { return nil }
        return finding(mention, entity, in: document)
      }
  }

  // MARK: Other departments

  /// Names that stand where the department names itself, and may stand nowhere else: what belongs to the
  /// department is named among its units too.
  private func strangers(
    _ name: [UInt16], _ entity: String, in document: DisclosureDocument
  ) -> [EntityMention] {
    let mentions = document.entityMentions
    let own = mentions.count { $0.name == entity }
    var counts: [String: Int] = [:]
    for mention in mentions where mention.name != entity { counts[mention.name, default: 0] += 1 }
    let others = mentions.filter { mention in
      if mention.name == entity { return false }
      let same = counts[mention.name] ?? 0
      let other = Array(mention.name.utf16)
      return !Self.isAccount(other) && same <= 2
        && own >= 3 * same && (mention.weight < 6 || same == 1)
        && !isShortForm(other, of: name) && !isShortForm(name, of: other)
        && !Self.parts.contains(where: { TitleWords.contains(other, $0) })
        && isOwnSentence(mention, name, in: document)
    }
    // For each the whole text is searched.
    return Array(others.prefix(Self.searches))
  }

  private func finding(_ mention: EntityMention, _ entity: String, in document: DisclosureDocument) -> Finding {
    let text = document.tree.blocks[mention.block].block.text
    return Self.info.finding(
      text.sourceRange(of: mention.range),
      LocalizedText(
        "部门名称有误：本文件属于“\(entity)”，此处为“\(mention.name)”",
        "wrong name: the document is that of “\(entity)”, here stands “\(mention.name)”"),
      fixes: [.replacing(mention.range, in: text, by: entity, isPreferred: true, isSafe: false)])
  }

  /// More names of others than any one disclosure has.
  private static let searches = 40

  /// Whether the characters of `short` stand in `long` in the same order: 区政府办公室.
  func isShortForm(_ short: [UInt16], of long: [UInt16]) -> Bool {
    var rest = long[...]
    for unit in short {
      guard let at = rest.firstIndex(of: unit) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }

  /// Words in the names of parts of a department.
  static let parts = ["本级", "本部", "所属", "下属", "项目", "资金", "经费", "各"].map { Array($0.utf16) }

  /// Whether the words are the name of an account, which ends like a department's now and then.
  static func isAccount(_ name: [UInt16]) -> Bool { accountWords.contains { TitleWords.contains(name, $0) } }

  private static let accountWords = ["支出", "（类"].map { Array($0.utf16) }
}
