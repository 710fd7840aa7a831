extension DisclosureWriter {
  /// The general public budget by account beside last year's figures, with what changed, as central
  /// departments print it.
  mutating func comparedTable(_ title: Passage, number: Int) {
    let current = "\(facts.year)年预算数"
    let change = "\(facts.year)年预算数比\(facts.year - 1)年执行数"
    let paths = [
      ["\(facts.year - 1)年执行数"], [current, "小计"], [current, "基本支出"], [current, "项目支出"], [change, "增减额"],
      [change, "增减%"],
    ]
    let names = AccountColumns.whole
    let columns = names.columns + paths.map { Table.Column(path: $0, role: .amount) }
    var draft = draft(.generalBudget, title, number: number, columns: columns)
    var figures: [(level: Int, cells: [Figure?])] = []
    for row in accountRows(names, levels: [3, 5, 7], where: Scope.general.includes) {
      let items = facts.items.filter { $0.account.code.hasPrefix(row.head.code) }
      let whole = items.reduce(Measure.zero) { $0 + $1.amount }
      let amounts = [
        whole.prior, whole.current, items.reduce(0) { $0 + $1.basic.current },
        items.reduce(0) { $0 + $1.projectPart.current },
      ]
      let measures = ["上年", "一般·支出", "一般·基本支出", "一般·项目支出"]
      var cells = row.names
      var line: [Figure?] = []
      for (index, yuan) in amounts.enumerated() {
        let (passage, figure) = cell(
          yuan, of: "\(measures[index])|\(row.key)", row.head, column: cells.count, in: &draft)
        cells.append(passage)
        line.append(figure)
      }
      cells += changeCells(whole, row.head, after: cells.count, line, in: &draft)
      tieCells(line[1], [line[2], line[3]])
      figures.append((row.level, line))
      draft.append(cells)
    }
    let rows = figures.indices
    for index in rows {
      let level = figures[index].level
      let below = level == 0 ? Array(rows) : Array(rows.dropFirst(index + 1).prefix { figures[$0].level > level })
      guard let next = below.map({ figures[$0].level }).filter({ $0 > level }).min() else { continue }
      for column in 0...3 {
        tieCells(
          figures[index].cells[column], below.filter { figures[$0].level == next }.map { figures[$0].cells[column] })
      }
    }
    finish(draft)
  }

  /// What changed, in money and in hundredths, with a minus where it fell.
  private mutating func changeCells(
    _ measure: Measure, _ head: TableDraft.RowHead, after column: Int, _ line: [Figure?], in draft: inout TableDraft
  ) -> [Passage?] {
    let difference = measure.current - measure.prior
    guard difference != 0 else { return [nil, nil] }
    let minus = difference < 0 ? "-" : ""
    let amount = signed(cell(abs(difference), of: nil, head, column: column, in: &draft).figure, minus)
    guard let amount, let prior = line[0], measure.prior > 0 else { return [amount.map { "\($0)" }, nil] }
    tie(.difference, amount, line[1] ?? prior, prior, strength: .tabular)
    let hundredths = (abs(difference) * 20_000 + measure.prior) / (2 * measure.prior)
    let rate = percent(hundredths)
    guard let rate = signed(rate, minus), let current = line[1] else { return ["\(amount)", nil] }
    draft.note(rate, head, column: column + 1)
    tie(.rate, current, prior, rate, strength: .tabular)
    return ["\(amount)", "\(rate)"]
  }

  /// The figure without its unit and with its sign.
  private mutating func signed(_ figure: Figure?, _ minus: String) -> Figure? {
    guard let figure else { return nil }
    figures[figure.index].unit = ""
    figures[figure.index].printed = minus + figure.printed
    return figures[figure.index]
  }
}
