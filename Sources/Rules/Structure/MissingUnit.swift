import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds amounts of the narrative that lack their unit, and tables that do not state theirs.
struct MissingUnit: DocumentRule {
  static let info = RuleInfo(
    name: "missing-unit", category: .structure, severity: .warning,
    summary: LocalizedText(
      "文中的金额没有写单位，或表格没有注明单位。", "An amount of the narrative has no unit, or a table does not state its own."),
    rationale: LocalizedText(
      "没有单位，读者不知道是元还是万元，相差一万倍。", "Without a unit readers cannot tell yuan from ten thousand yuan."),
    fixSafety: LocalizedText(
      "补上全文所用的单位，由人确认。", "It adds the unit that the document uses; a person should confirm it."),
    examples: [
      .section(
        wrong: "支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元。\n\n机关运行经费⟦12.00⟧，与2024年度持平。\n\n政府采购预算8.00万元，其中：货物8.00万元。",
        correction: "12.00万元"),
      .section(
        wrong: "支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元。\n\n机关运行经费12.00万元，比2024年增加⟦2.50⟧，增长26.32%，主要原因是人员增加。",
        correction: "2.50万元"),
      .section(
        wrong: "支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元。\n\n政府采购预算16.00万元，其中：货物⟦8.00⟧、工程5.00万元、服务3.00万元。",
        correction: "8.00万元"),
      RuleExample(wrong: tables("⟦部门支出总表⟧\n\n"), right: tables("部门支出总表\n单位：万元\n\n")),
    ])

  private static func tables(_ head: String) -> String {
    "某局2025年部门预算公开\n\n"
      + ["部门收支总表\n单位：万元\n\n", "部门收入总表\n单位：万元\n\n", head, "财政拨款收支总表\n单位：万元\n\n", "一般公共预算支出表\n单位：万元\n\n"]
      .map { $0 + "项目    预算数\n行政运行    11.60\n事业运行    10.00\n合计    21.60\n\n" }.joined()
  }

  func findings(in document: DisclosureDocument) -> [Finding] {
    amounts(in: document) + tables(in: document)
  }

  // MARK: Tables

  /// The one table that does not state its unit where all the others do.
  private func tables(in document: DisclosureDocument) -> [Finding] {
    let tables = document.tables.tables
    let known = tables.indices.filter { at in
      tables[at].titleRange != nil && Self.kinds.contains(tables[at].kind) && tables[at].cells.count >= 3
        && !tables[at].cells.allSatisfy { document.tables.cells[$0].piece.decimals == 0 }
    }
    let silent = known.filter { !tables[$0].statesUnit }
    guard silent.count == 1, known.count >= 5, let at = silent.first, let range = tables[at].titleRange,
      tables.count(where: { $0.title == tables[at].title }) == 1
    else { return [] }
    // The unit may stand where it is not looked for.
    let start = at > 0 ? tables[at - 1].range.upper : 0
    let end = document.tables.cells[tables[at].cells.lowerBound].piece.range.lower
    guard start < end, document.text.bytes.position(of: Self.yuan, from: start, to: end) == nil else { return [] }
    return [
      Self.info.finding(
        range, LocalizedText("表格没有注明单位，其他各表都有", "the table does not state its unit, as all others do"))
    ]
  }

  private static let kinds = Set(TableKind.prescribed + [.stateCapital, .projects])
  private static let yuan = Array("元".utf8)

  // MARK: Amounts

  private func amounts(in document: DisclosureDocument) -> [Finding] {
    let blocks = document.tree.blocks
    var used: Unit?
    var count = 0
    for number in document.outline.paragraphs {
      for numeral in blocks[number].numerals where numeral.unit.isMoney {
        // The unit is known where the document uses one alone.
        guard used == nil || used == numeral.unit else { return [] }
        used = numeral.unit
        count += 1
      }
    }
    guard let used, count >= 4, let word = used.moneyWord else { return [] }
    var found: [Finding] = []
    for number in document.outline.paragraphs
    where blocks[number].block.isClosed && blocks[number].numerals.contains(where: mayBeAmount) {
      let block = blocks[number]
      for index in block.tokens.indices {
        guard case .numeral(let number) = block.tokens[index].kind, case let numeral = block.numerals[Int(number)],
          mayBeAmount(numeral),
          isChange(index, block) && endsClause(numeral, in: block.block.text)
            || numeral.decimals == 2 && isMeasured(index, block)
              && (endsClause(numeral, in: block.block.text) || isAmongAmounts(index, block))
        else { continue }
        found.append(finding(numeral, word, in: block.block.text))
      }
    }
    return found.isEmpty || statesUnit(document) ? [] : found
  }

  /// Whether a number without a unit is one that has decimals, as amounts do.
  private func mayBeAmount(_ numeral: Numeral) -> Bool {
    numeral.unit == .none && numeral.decimals > 0 && numeral.value != 0
  }

  /// Whether a line says for the narrative what amounts are given in: 单位：万元 above a heading or a paragraph and not
  /// above a table, or a sentence about it.
  private func statesUnit(_ document: DisclosureDocument) -> Bool {
    let blocks = document.tree.blocks
    return blocks.indices.contains { number in
      let block = blocks[number].block
      guard block.kind != .table, block.kind != .contents,
        let at = block.text.units.position(of: Self.unitWord),
        block.text.units[at...].prefix(Self.unitReach).contains(0x5143)  // 元
      else { return false }
      let next = number + 1 < blocks.count ? blocks[number + 1].block.kind : .paragraph
      return next != .table && next != .tableTitle
    }
  }

  private static let unitWord = Array("单位".utf16)
  private static let unitReach = 8

  /// Whether what stands right before the number says that it is an amount: the name of a measure, 支出决算,
  /// an account, or 金额.
  private func isMeasured(_ index: Int, _ block: ReadBlock) -> Bool {
    guard index > 0, !isAverage(index, block) else { return false }
    if block.block.text.units[..<block.tokens[index].range.lowerBound].suffix(2).elementsEqual(Self.amount) {
      return true
    }
    switch block.tokens[index - 1].kind {
    case .account: return true
    default: break
    }
    for token in block.tokens[..<index].reversed() {
      guard case .term(let term) = token.kind else { return false }
      if term != .filler, term != .budget {
        return term.isMeasure || term.isFund || term == .final || term == .initialBudget
      }
    }
    return false
  }

  /// Whether the clause before speaks of an average, 人均, or of each.
  private func isAverage(_ index: Int, _ block: ReadBlock) -> Bool {
    block.tokens[..<index].reversed().prefix(4).contains { token in
      block.block.text.units[token.range].contains { Self.averages.contains($0) }
    }
  }

  /// Whether a comma, a stop or a bracket without unit stands right behind the number.
  private func endsClause(_ numeral: Numeral, in text: RunningText) -> Bool {
    let end = numeral.digits.upperBound
    guard end < text.count else { return false }
    let next = text.units[end]
    if Mark.isOpeningBracket(next) {
      return !text.units[end...].prefix { !Mark.isClosingBracket($0) }.contains(0x5143)  // 元
    }
    return next == 0xFF0C || next == 0xFF1B || next == 0x3002
  }

  private static let amount = Array("金额".utf16)
  /// 均 每
  private static let averages: [UInt16] = [0x5747, 0x6BCF]

  private func finding(_ numeral: Numeral, _ unit: String, in text: RunningText) -> Finding {
    let range = text.sourceRange(of: numeral.digits)
    let printed = text.string(in: numeral.digits)
    return Self.info.finding(
      range, LocalizedText("缺少单位：“\(printed)”应写明“\(unit)”", "missing unit: “\(printed)” needs “\(unit)”"),
      fixes: [
        Fix(
          title: LocalizedText("补上“\(unit)”", "add “\(unit)”"), isPreferred: true, isSafe: false,
          edits: [TextEdit(range: TextRange(range.upper, range.upper), text: unit)])
      ])
  }
}
