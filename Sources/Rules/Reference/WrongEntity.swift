import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds another department's name, and the own one with a wrong character.
struct WrongEntity: DocumentRule {
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
        right:
          "青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n青禾市水务事务中心2025年机关运行经费10.00万元。\n\n青禾市水务事务中心2025年政府采购预算0.00万元。\n\n青禾市水务事务中心2025年培训费0.00万元。\n\n青禾市水务事务中心2025年绩效目标1个。\n\n青禾市水务事务中心2025年会议费0.00万元。"
      ),
      .section(
        title: "青禾市水务事务中心2025年度部门预算公开",
        wrong:
          "（一）青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n（二）青禾市水务事务中心2025年机关运行经费10.00万元。\n\n（三）青禾市水务事务中心2025年政府采购预算0.00万元。\n\n（四）青禾市水务事务中心2025年培训费0.00万元。\n\n（五）青禾市水务事务中心2025年绩效目标1个。\n\n（六）⟦青禾市体育公园管理处⟧2025年会议费0.00万元。",
        right:
          "（一）青禾市水务事务中心2025年收入总计100.00万元，支出总计100.00万元。\n\n（二）青禾市水务事务中心2025年机关运行经费10.00万元。\n\n（三）青禾市水务事务中心2025年政府采购预算0.00万元。\n\n（四）青禾市水务事务中心2025年培训费0.00万元。\n\n（五）青禾市水务事务中心2025年绩效目标1个。\n\n（六）青禾市水务事务中心2025年会议费0.00万元。"
      ),
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    guard let entity = document.profile.entity else { return [] }
    let name = Array(entity.utf16)
    guard name.count >= 6 else { return [] }
    let (count, variants) = NameVariant.search(for: name, in: document)
    guard count >= 4 else { return [] }
    return slips(variants, entity, in: document) + strangers(name, entity, variants, in: document)
  }

  // MARK: Slips of the pen

  private func slips(_ variants: [NameVariant], _ entity: String, in document: DisclosureDocument) -> [Finding] {
    guard variants.count <= 3 else { return [] }
    return variants.compactMap { variant in
      if let printed = variant.printed {
        // 第一小学 and 第二小学 are two schools; a character that stands nowhere else is a slip.
        guard !Self.distinguishing.contains(printed),
          occurrences(of: [printed], in: document) <= variants.count(where: { $0.printed == printed })
        else { return nil }
      }
      let slip = variant.text.string(in: variant.slip)
      return Self.info.finding(
        variant.text.sourceRange(of: variant.slip),
        LocalizedText("部门名称有误：“\(slip)”处应为“\(entity)”", "wrong name: “\(slip)” is a slip in “\(entity)”"),
        fixes: [.replacing(variant.name, in: variant.text, by: entity, isPreferred: true, isSafe: true)])
    }
  }

  private func occurrences(of word: [UInt16], in document: DisclosureDocument) -> Int {
    var count = 0
    // Counted where they are found; none of them is kept.
    _ = document.stretches(holding: String(decoding: word, as: UTF16.self)) { units in
      var from = 0
      while let at = TitleWords.position(of: word, in: units, from: from) {
        count += 1
        from = at + word.count
      }
      return false
    }
    return count
  }

  // MARK: Other departments

  /// Names that stand where the department names itself and nowhere else: what belongs to the
  /// department is named among its units too.
  private func strangers(
    _ name: [UInt16], _ entity: String, _ slips: [NameVariant], in document: DisclosureDocument
  ) -> [Finding] {
    let mentions = document.entityMentions
    let counts = mentions.reduce(into: [:]) { counts, mention in counts[mention.name, default: 0] += 1 }
    let own = counts[entity] ?? 0
    let others = mentions.filter { mention in
      if mention.name == entity { return false }
      let same = counts[mention.name] ?? 0
      let other = Array(mention.name.utf16)
      return !Self.isAccount(mention.name) && same <= 2
        && own >= 3 * same && (mention.weight < 6 || same == 1)
        && !isShortForm(other, of: name) && !isShortForm(name, of: other)
        && !Self.parts.contains(where: { TitleWords.contains(other, $0) })
    }
    guard !others.isEmpty else { return [] }
    let variants = Set(slips.map { $0.text.string(in: $0.name) })
    // For each the whole text is searched.
    return others.prefix(Self.searches).compactMap { mention in
      guard !variants.contains(mention.name),
        occurrences(of: Array(mention.name.utf16), in: document) == counts[mention.name]
      else { return nil }
      let text = document.tree.blocks[mention.block].block.text
      return Self.info.finding(
        text.sourceRange(of: mention.range),
        LocalizedText(
          "部门名称有误：本文件属于“\(entity)”，此处为“\(mention.name)”",
          "wrong name: the document is that of “\(entity)”, here stands “\(mention.name)”"),
        fixes: [.replacing(mention.range, in: text, by: entity, isPreferred: true, isSafe: false)])
    }
  }

  /// More names of others than any one disclosure has.
  private static let searches = 40

  /// Whether the characters of `short` stand in `long` in the same order: 区政府办公室.
  private func isShortForm(_ short: [UInt16], of long: [UInt16]) -> Bool {
    var rest = long[...]
    for unit in short {
      guard let at = rest.firstIndex(of: unit) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }

  /// What tells one body from its sisters.
  private static let distinguishing = Set("一二三四五六七八九十东西南北中上下前后左右内外新老大小省市县区镇乡".utf16)
  /// Words in the names of parts of a department.
  private static let parts = ["本级", "本部", "所属", "下属", "项目", "资金", "经费", "各"].map { Array($0.utf16) }

  /// Whether the words are the name of an account, which ends like a department's now and then.
  private static func isAccount(_ name: String) -> Bool { name.contains("支出") || name.contains("（类") }
}
