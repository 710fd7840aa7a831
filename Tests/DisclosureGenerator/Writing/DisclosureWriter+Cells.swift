extension DisclosureWriter {
  /// Begins a table: its number, its title, the name of the department and the unit stand above.
  mutating func draft(
    _ kind: PrintedTable.Kind, _ title: Passage, number: Int, columns: [Table.Column], zero: TableDraft.Zero? = nil
  ) -> TableDraft {
    let words = title.pieces.map { if case .words(let words) = $0 { words } else { "" } }.joined()
    let truth = PrintedTable(kind: kind, title: words, unit: style.unit, columns: columns.map(\.path))
    var table = Table(kind: kind, captions: captions(title, number: number), columns: columns)
    table.numbersColumns = facts.kind == .final && kind != .basicExpenditure && random.chance(60)
    return TableDraft(table: table, truth: truth, zero: zero ?? random.pick(habits.zeros))
  }

  /// The lines above a table, in one of the orders that regions have.
  private mutating func captions(_ title: Passage, number: Int) -> [Passage] {
    let isFinal = facts.kind == .final
    let twoDigits = number < 10 ? "0\(number)" : "\(number)"
    let name = "\(word("部门名称", "部门", "编制部门", "公开部门"))：\(facts.entity)"
    let unit = word(
      "单位：\(style.unit)", "单位：\(style.unit)", "金额单位：\(style.unit)", "单位:\(style.unit)", "（单位：\(style.unit)）")
    if isFinal {
      return habits.layout == .shanghai
        ? [title, "\(unit)"] : [title, "公开\(twoDigits)表", "\(name) \(facts.year)年度 \(unit)"]
    }
    switch habits.layout {
    case .henan:
      return random.chance(70)
        ? ["预算\(twoDigits)表", title, "\(name) \(unit)"]
        : [title, "YS\(twoDigits)", "\(name)", "\(facts.year)年度", "\(unit)"]
    case .shanghai: return [title, "\(name)          \(unit)"]
    case .general:
      return wording(
        "表\(number)|\(title)|\(unit)", "\(title)|\(unit)\(name)", "表\(number) \(title)|\(name)  \(unit)",
        "\(title)|\(name) \(unit)", "附表\(number)|\(title)|\(name)|\(unit)"
      ).lines
    }
  }

  /// An amount in column `column` of the row that is being written; an empty cell where it is zero
  /// and the table leaves that empty.
  mutating func cell(
    _ yuan: Int, of measure: String?, _ head: TableDraft.RowHead, column: Int, in draft: inout TableDraft,
    zero: TableDraft.Zero? = nil
  ) -> (passage: Passage?, figure: Figure?) {
    let zero = zero ?? draft.zero
    if yuan == 0, zero == .dash { return ("-", nil) }
    guard let figure = amount(yuan, zero: zero) else { return (nil, nil) }
    if let measure { cellMentions[Self.proseName(measure), default: []].append(figure.index) }
    draft.note(figure, head, column: column)
    return ("\(figure)", figure)
  }

  private mutating func amount(_ yuan: Int, zero: TableDraft.Zero) -> Figure? {
    guard yuan == 0 else { return amount(yuan) }
    switch zero {
    case .blank, .dash: return nil
    case .decimals: return amount(0)
    case .digit: return zeroDigit()
    case .mixed: return random.chance(50) ? nil : random.chance(50) ? amount(0) : zeroDigit()
    }
  }

  private mutating func zeroDigit() -> Figure {
    let figure = amount(0)
    figures[figure.index].printed = "0"
    return figures[figure.index]
  }

  /// What the narrative calls the measure of a cell.
  private static func proseName(_ measure: String) -> String {
    if let name = proseNames[measure] { return name }
    // Prose that lists classes and items speaks of the general public budget.
    let general = "一般·支出|"
    return measure.hasPrefix(general) ? String(measure.dropFirst(general.count)) : measure
  }

  private static let proseNames = [
    "全部·支出|合计": "总计", "全部·基本支出|合计": "基本支出合计", "全部·项目支出|合计": "项目支出合计", "财政·支出|合计": "财政拨款",
    "一般·支出|合计": "一般公共预算", "一般·基本支出|合计": "基本支出", "一般·项目支出|合计": "项目支出", "一般·人员经费|合计": "人员经费",
    "一般·公用经费|合计": "公用经费", "基金·支出|合计": "政府性基金预算", "国资·支出|合计": "国有资本经营预算",
  ]

  /// Ends a table: it stands in the document, and its figures are known.
  mutating func finish(_ draft: TableDraft) {
    var draft = draft
    let isEmpty = draft.truth.cells.allSatisfy { figures[$0.figure].value == 0 }
    if isEmpty, draft.table.notes.isEmpty {
      draft.table.notes = [
        wording("注：本\(facts.selfWord)\(facts.year)年无此项支出，故本表无数据。", "说明：本\(facts.selfWord)没有相关支出，故本表无数据。")
      ]
    }
    if facts.kind == .final, draft.table.notes.isEmpty, random.chance(50) { draft.table.notes = [finalNote()] }
    blocks.append(.table(draft.table))
    tables.append(draft.truth)
  }

  /// What final accounts say below each of their tables.
  private mutating func finalNote() -> Passage {
    let what = word("总收支和年末结转结余情况", "取得的各项收入情况", "各项支出情况", "财政拨款支出情况")
    return wording(
      "注：本表反映\(facts.selfWord)本年度\(what)。", "注：1.本表反映\(facts.selfWord)本年度\(what)。2.本表金额转换为万元时，因四舍五入可能存在尾差。",
      "注：本表反映\(facts.selfWord)本年度\(what)。本表金额转换为万元时，因四舍五入可能存在尾差。")
  }

  /// States that the first figure of `figures` is the sum of the others; blanks count nothing.
  mutating func tieCells(_ total: Figure?, _ parts: [Figure?]) {
    let parts = parts.compactMap { $0 }
    guard let total else { return }
    if parts.isEmpty { return }
    tieSum(total, parts, strength: .tabular)
  }
}

extension Passage {
  /// The passage divided where its words have a bar.
  fileprivate var lines: [Passage] {
    var lines: [Passage] = [""]
    for piece in pieces {
      guard case .words(let words) = piece else {
        lines[lines.count - 1].pieces.append(piece)
        continue
      }
      for (index, part) in words.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
        if index > 0 { lines.append("") }
        lines[lines.count - 1].pieces.append(.words(String(part)))
      }
    }
    return lines
  }
}
