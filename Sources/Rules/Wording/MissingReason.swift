import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds changes of the three public expenses whose reason is not given where others have theirs, and a change of
/// their total where no reason is given at all.
struct MissingReason: DocumentRule {
  static let info = RuleInfo(
    name: "missing-reason", category: .wording, severity: .warning,
    summary: LocalizedText(
      "“三公”经费中某一项有增减而未说明原因，其他项都有说明；或总额、各项有增减而该节都未说明原因（提示）。总额已说明原因的，单项缺原因只作提示。",
      "One of the three public expenses changed and no reason is given, while the others have theirs; or their total or items changed and the section gives no reason at all (a hint). Where the total has its reason, an item without one is a hint."
    ),
    rationale: LocalizedText(
      "增减原因是明文要求公开的内容，缺了会被检查通报。",
      "The reasons for changes have to be published; inspections report those that are missing."),
    fixSafety: LocalizedText("原因只有编制人知道，没有自动修改。", "Only the writer knows the reason, so there is no fix."),
    source: IncompleteThreePublic.info.source,
    examples: [
      .section(
        wrong:
          "一、“三公”经费支出情况说明\n\n2025年“三公”经费预算为5.10万元。\n\n（一）因公出国（境）费0.00万元，与2024年持平。\n\n（二）公务用车购置及运行费4.00万元，比2024年减少1.00万元。主要原因是车辆报废。其中：公务用车购置费0.00万元；公务用车运行费4.00万元。\n\n（三）公务接待费1.10万元，比2024年⟦减少0.50万元⟧。",
        correction: "减少0.50万元。主要原因是接待批次减少"
      ),
      .section(
        wrong:
          "一、“三公”经费支出情况说明\n\n2025年“三公”经费预算为5.10万元。\n\n（一）因公出国（境）费0.00万元，与2024年持平。\n\n（二）公务用车购置及运行费4.00万元，比2024年减少1.00万元。主要原因是车辆报废。其中：公务用车购置费0.00万元；公务用车运行费4.00万元。\n\n（三）公务接待费1.10万元，比2024年⟦减少0.50万元⟧。",
        correction: "减少0.50万元，主要受机构改革影响"
      ),
      .section(
        wrong:
          "第一部分 部门概况\n\n某局负责有关工作。\n\n第二部分 部门预算情况说明\n\n一、“三公”经费支出情况说明\n\n2025年“三公”经费预算为5.10万元，比2024年预算⟦减少1.50万元⟧。其中：因公出国（境）费0.00万元，公务用车购置费0.00万元，公务用车运行费4.00万元，公务接待费1.10万元。\n\n第三部分 名词解释\n\n一、基本支出：指保障机构运转的支出。",
        correction: "减少1.50万元，主要原因是车辆报废"
      ),
      .section(
        wrong:
          "一、“三公”经费支出情况说明\n\n2025年“三公”经费预算为5.10万元，比2024年预算减少1.50万元，主要原因是落实过紧日子要求。\n\n（一）因公出国（境）费0.00万元，与2024年持平。\n\n（二）公务用车购置及运行费4.00万元，比2024年减少1.00万元。主要原因是车辆报废。其中：公务用车购置费0.00万元；公务用车运行费4.00万元。\n\n（三）公务接待费1.10万元，比2024年⟦减少0.50万元⟧。",
        correction: "减少0.50万元。主要原因是接待批次减少"
      ),
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    ThreePublicSection.sections(in: document).flatMap { section -> [Finding] in
      if let total = Self.unexplainedTotal(section, in: document) { return [total] }
      let items = section.blocks.filter { document.tree.blocks[$0].block.numbering != nil }
      if let all = Self.unexplainedItems(items, section, in: document) { return [all] }
      let total = section.blocks.filter { $0 < items.first ?? 0 }
      guard items.count >= 3, items.contains(where: { Self.givesReason(document.tree.blocks[$0]) }),
        // What stands behind the last item may explain them all.
        document.tree.blocks[section.blocks].last.map({ $0.block.numbering != nil }) ?? false
      else { return [] }
      let reasons = total.filter { Self.hasReason(document.tree.blocks[$0]) }
      let findings = items.compactMap { Self.unexplained($0, isBelowReason: !reasons.isEmpty, in: document) }
      if reasons.isEmpty { return findings }
      // The reason of the total is that of the item it names, and where several have none it is that of them all.
      guard findings.count == 1,
        let item = items.first(where: { document.tree.blocks[$0].block.range.contains(findings[0].range) }),
        !reasons.contains(where: { Self.names(item, $0, in: document) })
      else { return [] }
      return findings
    }
  }

  /// Whether the reason in the paragraph `number` names what the item is about, or may, as it stands in other words
  /// than those that are known.
  private static func names(_ item: Int, _ number: Int, in document: DisclosureDocument) -> Bool {
    let own = document.tree.blocks[item].tokens.compactMap { expense($0.kind) }
    var isReason: Bool?
    for token in document.tree.blocks[number].tokens {
      switch token.kind {
      case .term(.reason): isReason = true
      case .stop: isReason = isReason.map { _ in false }
      default:
        if isReason ?? false, let named = expense(token.kind), own.contains(named) { return true }
      }
    }
    return isReason == nil
  }

  /// Which of the three public expenses a token names.
  private static func expense(_ kind: Token.Kind) -> Term? {
    switch kind {
    case .term(.abroad): .abroad
    case .term(.vehicles), .term(.vehiclePurchase), .term(.vehicleOperation): .vehicles
    case .term(.reception): .reception
    default: nil
    }
  }

  /// The change of the total, in a document that is meant whole and gives no reason in the section.
  private static func unexplainedTotal(_ section: ThreePublicSection, in document: DisclosureDocument) -> Finding? {
    let blocks = document.tree.blocks[section.blocks]
    guard document.isMeantWhole, blocks.allSatisfy({ $0.block.isClosed && !hasReason($0) && !explains($0) }),
      let number = section.blocks.first(where: { !document.tree.blocks[$0].statements.isEmpty }),
      case let block = document.tree.blocks[number],
      let level = block.statements.first(where: { $0.role == .level }), level.subject.measure == .threePublic
    else { return nil }
    // Whether a reason stands elsewhere in other words nobody can say for sure.
    return finding(
      in: block, before: { $0.opening == nil && $0.depth == 0 }, severity: .hint
    ) { words in
      LocalizedText(
        "未说明原因：“三公”经费总额“\(words)”，本节没有说明增减原因",
        "no reason is given for “\(words)” of the three public expenses, here or below")
    }
  }

  /// The first change among the items, in a document that is meant whole and gives no reason in the section.
  private static func unexplainedItems(
    _ items: [Int], _ section: ThreePublicSection, in document: DisclosureDocument
  ) -> Finding? {
    let blocks = document.tree.blocks[section.blocks]
    guard document.isMeantWhole, items.count >= 3,
      blocks.allSatisfy({ $0.block.isClosed && !hasReason($0) && !explains($0) })
    else { return nil }
    for item in items {
      let found = finding(
        in: document.tree.blocks[item], before: { $0.opening == nil }, severity: .hint,
        saying: { words in
          LocalizedText("未说明原因：“\(words)”，本节各项都没有说明增减原因", "no reason is given for “\(words)”, nor for any other item")
        })
      if let found { return found }
    }
    return nil
  }

  /// Whether words that no term has explain a change: 厉行节约, 考虑到…, 主要受…影响, 落实过紧日子要求.
  private static func explains(_ block: ReadBlock) -> Bool {
    explanations.contains { TitleWords.contains(block.block.text.units, $0) }
  }

  private static let explanations = [
    "厉行", "节约", "压减", "压缩", "落实", "过紧日子", "贯彻", "严格", "考虑", "影响", "响应", "随着", "原因", "详见", "见附", "如下表",
  ].map { Array($0.utf16) }

  /// The change of the item in `block`, if no reason stands in its paragraph or the next; a hint where one stands above
  /// that may be meant for all of them.
  private static func unexplained(_ number: Int, isBelowReason: Bool, in document: DisclosureDocument) -> Finding? {
    let block = document.tree.blocks[number]
    let next = number + 1 < document.tree.blocks.count ? document.tree.blocks[number + 1] : nil
    guard block.block.isClosed, !hasReason(block), !explains(block),
      next.map({ $0.block.numbering != nil || !hasReason($0) && !explains($0) }) ?? true,
      // What stands behind 其中 speaks of a part, whose reason may be that of the whole.
      let finding = finding(
        in: block, before: { $0.opening == nil }, severity: isBelowReason ? .hint : info.severity,
        saying: { words in
          LocalizedText(
            "未说明原因：“\(words)”，其他各项均有原因", "no reason is given for “\(words)”; the other items have theirs")
        })
    else { return nil }
    return finding
  }

  /// The first change of a paragraph, if all that stands before it and itself `mayPrecede`.
  private static func finding(
    in block: ReadBlock, before mayPrecede: (Statement) -> Bool, severity: Severity = info.severity,
    saying message: (String) -> LocalizedText
  ) -> Finding? {
    // A rate alone tells of a change too: 较上年下降31.25%.
    guard
      let change = block.statements.first(where: {
        ($0.role == .change || $0.role == .rate) && $0.isFinished && !$0.isAside
      }),
      block.statements.prefix(while: { $0 != change }).allSatisfy(mayPrecede), mayPrecede(change),
      let word = change.word, let numeral = change.numeral.map({ block.numerals[$0] }), numeral.value != 0,
      word.lowerBound < numeral.range.upperBound
    else { return nil }
    let text = block.block.text
    let range = word.lowerBound..<numeral.range.upperBound
    return info.finding(text.sourceRange(of: range), message(text.string(in: range)), severity: severity)
  }

  /// Whether the reason of a change is given in so many words; `接待对象主要是上级单位` names none.
  private static func givesReason(_ block: ReadBlock) -> Bool {
    let units = block.block.text.units
    return block.tokens.contains { token in
      guard token.kind == .term(.reason) else { return false }
      let isNamed = units[token.range].contains(0x56E0) || units[token.range].contains(0x7531)  // 因 由
      return isNamed || !units[..<token.range.lowerBound].suffix(2).elementsEqual("对象".utf16)
    }
  }

  /// Whether a reason is given in any words: 主要是…, 由于…, 因工作需要, but not 因公出国.
  private static func hasReason(_ block: ReadBlock) -> Bool {
    if block.tokens.contains(where: { $0.kind == .term(.reason) }) { return true }
    let units = block.block.text.units
    return units.indices.contains { at in
      switch units[at] {
      case 0x56E0: at + 1 == units.count || units[at + 1] != 0x516C
      case 0x7531, 0x7CFB, 0x636E: true  // 由 系 据
      default: false
      }
    }
  }
}
