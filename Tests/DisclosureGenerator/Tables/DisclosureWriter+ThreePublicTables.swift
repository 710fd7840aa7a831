extension DisclosureWriter {
  /// One of the three public expenses, or one of their totals.
  private struct Expense {
    var name: String
    var key: String
    var measure: Measure
  }

  /// The expenses in the order of the region: those divided further are followed by their parts.
  private mutating func expenses() -> (list: [Expense], vehicles: Int, names: [[String]]) {
    let running = word("公务用车运行费", "公务用车运行维护费")
    let group = word("公务用车购置及运行费", "公务用车购置及运行维护费")
    let sum = Expense(name: word("合计", "“三公”经费合计"), key: "三公", measure: facts.threePublic)
    let abroad = Expense(name: "因公出国（境）费", key: "因公出国（境）费", measure: facts.abroad)
    let reception = Expense(name: "公务接待费", key: "公务接待费", measure: facts.reception)
    let vehicles = [
      Expense(name: "小计", key: "公务用车购置及运行费", measure: facts.vehicleCost),
      Expense(name: "公务用车购置费", key: "公务用车购置费", measure: facts.purchase),
      Expense(name: running, key: "公务用车运行费", measure: facts.running),
    ]
    let isLast = habits.layout == .henan || random.chance(50)
    let list = isLast ? [sum, abroad] + vehicles + [reception] : [sum, abroad, reception] + vehicles
    let first = isLast ? 2 : 3
    let names = list.enumerated().map { index, expense in
      (first..<first + 3).contains(index) ? [group, expense.name] : [expense.name]
    }
    return (list, first, names)
  }

  /// The three public expenses: in one row, budget beside final figure, or one under the other.
  mutating func threePublicTable(_ title: Passage, number: Int) {
    let isInYuan = style.unit == "元"
    let others = style
    if isInYuan, habits.hasThreePublicInWan { style = FigureStyle() }
    if facts.kind == .budget, habits.layout == .general, random.chance(50) {
      threePublicRows(title, number: number)
    } else {
      threePublicRow(title, number: number)
    }
    style = others
  }

  private mutating func threePublicRow(_ title: Passage, number: Int) {
    let (list, first, names) = expenses()
    let isFinal = facts.kind == .final
    let hasPrior = !isFinal && habits.layout == .general
    let years =
      isFinal
      ? [("预算数", \Measure.adjusted), ("决算数", \.current)]
      : hasPrior
        ? [("\(facts.year - 1)年预算数", \Measure.prior), ("\(facts.year)年预算数", \.current)] : [("", \Measure.current)]
    // Shanghai's final accounts set the two figures of each expense side by side.
    let isInterleaved = isFinal && habits.layout == .shanghai
    var order = years.indices.flatMap { year in list.indices.map { (year, $0) } }
    if isInterleaved { order = list.indices.flatMap { expense in years.indices.map { ($0, expense) } } }
    var columns = order.map { year, expense in
      let over = years[year].0
      let path = isInterleaved ? names[expense] + [over] : (over.isEmpty ? [] : [over]) + names[expense]
      return Table.Column(path: path, role: .amount)
    }
    let hasAgency = !isFinal && habits.layout == .shanghai
    if hasAgency { columns.append(Table.Column(path: ["机关运行经费预算数"], role: .amount)) }
    var draft = draft(.threePublic, title, number: number, columns: columns)
    if facts.threePublic == .zero, !hasAgency, random.chance(70) {
      draft.table.notes = [
        wording("注：\(facts.entity)\(facts.year)年无“三公”经费安排的支出，故本表无数据。", "说明：本\(facts.selfWord)没有“三公”经费支出，故本表无数据。")
      ]
      return finish(draft)
    }
    let head = TableDraft.RowHead(isTotal: true)
    var cells: Table.Row = []
    var figures = years.map { _ in list.map { _ in Figure?.none } }
    for (column, (year, expense)) in order.enumerated() {
      let isCurrent = years[year].1 == \Measure.current
      let key = isCurrent ? list[expense].key : "\(years[year].0)|\(list[expense].key)"
      let (passage, figure) = cell(
        list[expense].measure[keyPath: years[year].1], of: key, head, column: column, in: &draft)
      cells.append(passage)
      figures[year][expense] = figure
    }
    if hasAgency {
      cells.append(cell(facts.agency.current, of: "机关运行经费", head, column: columns.count - 1, in: &draft).passage)
    }
    draft.append(cells)
    for line in figures { tieThreePublic(line, first) }
    finish(draft)
  }

  private mutating func tieThreePublic(_ figures: [Figure?], _ first: Int) {
    tieCells(figures[first], [figures[first + 1], figures[first + 2]])
    tieCells(
      figures[0], figures.indices.filter { $0 == 1 || $0 == first || $0 == (first == 2 ? 5 : 2) }.map { figures[$0] })
  }

  /// One expense a row, the year before beside this year.
  private mutating func threePublicRows(_ title: Passage, number: Int) {
    let (list, first, _) = expenses()
    let label = ["一、因公出国（境）费", "二、公务接待费", "三、公务用车购置及运行费", "其中：公务用车购置费", "公务用车运行费"]
    let order = first == 2 ? [1, 5, 2, 3, 4] : [1, 2, 3, 4, 5]
    var lines = zip(label, order).map { label, index in
      Listing.Line(
        label: label,
        amounts: [(list[index].measure.prior, "上年|\(list[index].key)"), (list[index].measure.current, list[index].key)])
    }
    let total = Listing.Line(
      label: habits.totalName, amounts: [(list[0].measure.prior, "上年|三公"), (list[0].measure.current, "三公")],
      isTotal: true)
    lines = habits.totalsComeFirst ? [total] + lines : lines + [total]
    let columns = ["\(facts.year - 1)年预算数", "\(facts.year)年预算数"].map { [$0] }
    let band = Listing.Band(label: ["项目"], amounts: columns, lines: lines)
    let (draft, figures) = listing(.threePublic, title, number: number, [band])
    let start = habits.totalsComeFirst ? 1 : 0
    let end = habits.totalsComeFirst ? 0 : lines.count - 1
    for column in 0...1 {
      tieCells(figures[0][end][column], (start...start + 2).map { figures[0][$0][column] })
      tieCells(figures[0][start + 2][column], [figures[0][start + 3][column], figures[0][start + 4][column]])
    }
    finish(draft)
  }
}
