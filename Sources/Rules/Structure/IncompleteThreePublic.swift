import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds sections on the three public expenses that leave one of them out.
struct IncompleteThreePublic: DocumentRule {
  static let info = RuleInfo(
    name: "incomplete-three-public", category: .structure, severity: .warning,
    summary: LocalizedText(
      "“三公”经费说明缺少因公出国（境）、公务用车或公务接待中的一项，或公务用车未分购置和运行（由表格划分的，送审检查时提示）。",
      "The section on the three public expenses leaves out one of them, or does not divide cars into purchase and operation (a hint before submission where that is left to the table)."
    ),
    rationale: LocalizedText(
      "“三公”经费是公众最关注的内容，分项公开是明文要求。",
      "The three public expenses are what the public reads first; giving them item by item is required."),
    fixSafety: LocalizedText("内容要由编制人补写，没有自动修改。", "The writer has to supply it, so there is no fix."),
    source: LocalizedText(
      "《地方预决算公开操作规程》（财预〔2016〕143号）：“三公”经费按因公出国（境）费、公务用车购置及运行费（分购置费、运行费）、公务接待费公开并说明增减原因",
      "the rules for local disclosure (财预〔2016〕143号): the three public expenses are given by item, cars as purchase and operation, with the reasons for changes"
    ),
    examples: [
      .section(
        wrong:
          "第一部分 部门概况\n\n某局负责有关工作。\n\n第二部分 部门预算情况说明\n\n一、⟦“三公”经费支出情况说明⟧\n\n2025年“三公”经费预算为3.10万元，其中：公务用车购置费0.00万元，公务用车运行费2.00万元，公务接待费1.10万元。\n\n第三部分 名词解释\n\n一、基本支出：指保障机构运转的支出。",
        right:
          "第一部分 部门概况\n\n某局负责有关工作。\n\n第二部分 部门预算情况说明\n\n一、“三公”经费支出情况说明\n\n2025年“三公”经费预算为3.10万元，其中：因公出国（境）费0.00万元，公务用车购置费0.00万元，公务用车运行费2.00万元，公务接待费1.10万元。\n\n第三部分 名词解释\n\n一、基本支出：指保障机构运转的支出。"
      )
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    guard document.isMeantWhole else { return [] }
    var findings: [Finding] = []
    for section in ThreePublicSection.sections(in: document) {
      let blocks = document.tree.blocks[section.blocks]
      guard blocks.contains(where: Self.statesAmount) else { continue }
      let text = Array(blocks.map(\.block.text.units).joined(separator: [0x0A]))
      if Self.references.contains(where: { TitleWords.contains(text, $0) }) { continue }
      let hasCars = blocks.contains(where: Self.statesVehicles)
      let divided = hasCars ? Self.missing(in: Self.withoutBoth(text), blocks) : []
      let whole = Self.missing(in: text, blocks)
      let isHalf = document.profile.kind == .final && divided.count(where: { $0.isOfCars }) == 1
      var missing = isHalf ? divided : whole
      var severity = Self.info.severity
      if missing.isEmpty, divided.count(where: { $0.isOfCars }) == 2 {
        // Who gives neither leaves the division to the table, which may stand elsewhere as long as this is a draft.
        let isLeftToTable =
          isDivided(inTablesOf: document) || document.tables.tables.allSatisfy { $0.kind != .threePublic }
        if isLeftToTable, !document.expectation.isWhole { continue }
        if isLeftToTable { severity = .hint }
        missing = divided
      }
      guard !missing.isEmpty, missing.count < Self.items.count - 1 else { continue }
      let block = document.tree.blocks[section.heading].block
      let names = missing.map(\.name).joined(separator: "、")
      let english = missing.map(\.english).joined(separator: ", ")
      findings.append(
        Self.info.finding(
          block.text.sourceRange(of: (block.numbering?.length ?? 0)..<block.text.count),
          LocalizedText("“三公”经费说明不完整：没有“\(names)”", "incomplete: nothing is said of \(english)"),
          severity: severity))
    }
    return findings
  }

  /// Whether a table of the document divides what is spent on cars.
  private func isDivided(inTablesOf document: DisclosureDocument) -> Bool {
    let bytes = document.text.bytes
    return document.tables.tables.contains { table in
      guard table.kind == .threePublic else { return false }
      var words: [UInt16] = []
      words.appendCharacters(of: table.range, in: bytes)
      // Heads of narrow columns are cut, and their pieces stand in any order.
      return Self.signs.contains { sign in words.count { $0 == sign } >= 2 }
        || !Self.missing(in: Self.withoutBoth(words), []).contains(where: \.isOfCars)
    }
  }

  /// 购 运, of which the name of both expenses has one each.
  private static let signs: [UInt16] = [0x8D2D, 0x8FD0]

  /// The expenses that nothing names, reasons aside.
  private static func missing(in text: [UInt16], _ blocks: ArraySlice<ReadBlock>) -> [Item] {
    let stated = withoutReasons(text)
    return items.filter { item in
      !item.words.contains { TitleWords.contains(stated, $0) }
        && !(item.words.contains { TitleWords.contains(text, $0) } && isStated(item, in: blocks))
    }
  }

  /// Whether an amount of the expense is stated.
  private static func isStated(_ item: Item, in blocks: ArraySlice<ReadBlock>) -> Bool {
    blocks.contains { block in
      block.statements.contains { $0.subject.measure == item.measure && $0.role != .label }
    }
  }

  /// The text without its reasons: from 原因 to the end of the sentence.
  private static func withoutReasons(_ text: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(text.count)
    var at = 0
    while let reason = TitleWords.position(of: reason, in: text, from: at) {
      result += text[at..<reason]
      at = text[reason...].firstIndex { Mark.isStop($0) || Mark.isSemicolon($0) || $0 == 0x0A } ?? text.count
    }
    return result + text[min(at, text.count)...]
  }

  private static let reason = Array("原因".utf16)

  /// Whether an amount above zero is spent on cars, which final accounts divide.
  private static func statesVehicles(_ block: ReadBlock) -> Bool {
    block.statements.contains { statement in
      statement.role == .level && statement.subject.measure == .vehicles
        && statement.numeral.map { block.numerals[$0].unit.isMoney && block.numerals[$0].value != 0 } ?? false
    }
  }

  /// The text without the name of both expenses for cars, 公务用车购置及运行维护费.
  private static func withoutBoth(_ text: [UInt16]) -> [UInt16] {
    var result: [UInt16] = []
    result.reserveCapacity(text.count)
    var at = 0
    while at < text.count {
      let rest = text[at...]
      if let both = both.first(where: { rest.starts(with: $0) }) {
        at += both.count
      } else {
        result.append(text[at])
        at += 1
      }
    }
    return result
  }

  private static let both = [
    "购置及运行维护", "购置及运行", "购置和运行维护", "购置和运行", "购置及运维", "购置与运行", "购置、运行", "购置运行", "购置费及运行", "购置及维护",
    "购置（含购置税）及运行",
  ].map { Array($0.utf16) }

  /// Whether an amount above zero is stated: where there is nothing, nothing is left out.
  private static func statesAmount(_ block: ReadBlock) -> Bool {
    block.statements.contains { statement in
      statement.role == .level
        && statement.numeral.map { block.numerals[$0].unit.isMoney && block.numerals[$0].value != 0 } ?? false
    }
  }

  private struct Item {
    let name: String
    let english: String
    let measure: Term
    let isOfCars: Bool
    let words: [[UInt16]]

    init(_ name: String, _ english: String, _ measure: Term, _ words: String..., isOfCars: Bool = false) {
      self.name = name
      self.english = english
      self.measure = measure
      self.isOfCars = isOfCars
      self.words = words.map { Array($0.utf16) }
    }
  }

  private static let items = [
    Item("因公出国（境）费", "journeys abroad", .abroad, "出国", "出境", "国（境）", "国(境)"),
    Item("公务用车购置费", "the purchase of cars", .vehiclePurchase, "购置", "购车", "购买", isOfCars: true),
    Item("公务用车运行费", "the operation of cars", .vehicleOperation, "运行", "运维", "维护费", "运转", isOfCars: true),
    Item("公务接待费", "receptions", .reception, "接待"),
  ]

  /// Words that send the reader elsewhere.
  private static let references = ["详见", "见附", "见下表", "如下表", "见表"].map { Array($0.utf16) }
}
