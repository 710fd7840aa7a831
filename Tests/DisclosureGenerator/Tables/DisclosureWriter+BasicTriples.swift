extension DisclosureWriter {
  /// Basic expenditure of final accounts: code, name and amount three times side by side.
  mutating func basicTriplesTable(_ title: Passage, number: Int) {
    let outlays = facts.outlays.filter { $0.fund == .general && $0.project == nil }
    let showsAll = random.chance(60)
    func lines(_ codes: [String]) -> [Listing.Line] {
      EconomicAccount.classes.filter { codes.contains($0.0) }.flatMap { code, name in
        let items = EconomicAccount.all.filter { item in
          item.classCode == code && (showsAll || outlays.contains { $0.economic == item })
        }
        return [basicLine(code, name, "经类\(code)") { $0.economic.classCode == code }]
          + items.map { item in basicLine(item.code, item.name, "经\(item.code)") { $0.economic == item } }
      }
    }
    let persons = lines(["301", "303"])
    let operating = lines(["302"])
    let capital = lines(["310"])
    let isTriple = habits.layout != .shanghai
    let lists = isTriple ? [persons, operating, capital] : [persons, operating + capital]
    let height = lists.map(\.count).max() ?? 0
    let names = [["人员经费"], ["公用经费"], ["公用经费"]]
    var bands = zip(names, lists).map { over, list in
      Listing.Band(
        label: over + ["科目名称"], amounts: [over + ["决算数"]], code: over + ["科目代码"],
        lines: list + Array(repeating: .init(label: ""), count: height - list.count))
    }
    let ends = [
      Listing.Line(label: "人员经费合计", amounts: [(facts.personnel.current, "人员经费")], isTotal: true),
      Listing.Line(label: "公用经费合计", amounts: [(facts.operating.current, "公用经费")], isTotal: true),
    ]
    bands[0].lines.append(ends[0])
    bands[bands.count - 1].lines.append(ends[1])
    if isTriple { bands[1].lines.append(.init(label: "")) }
    let (draft, figures) = listing(.basicExpenditure, title, number: number, bands)
    tieTriples(bands, figures)
    finish(draft)
  }

  private func basicLine(_ code: String, _ name: String, _ key: String, _ includes: (Outlay) -> Bool) -> Listing.Line {
    let yuan = sum { $0.fund == .general && $0.project == nil && includes($0) }
    return Listing.Line(label: name, amounts: [(yuan, "一般·基本支出|\(key)")], code: code)
  }

  /// A class is the sum of its items, a total that of the classes.
  private mutating func tieTriples(_ bands: [Listing.Band], _ figures: [[[Figure?]]]) {
    var classes: [String: Figure?] = [:]
    for (band, lines) in zip(bands, figures) {
      for index in band.lines.indices where band.lines[index].code.count == 3 {
        let code = band.lines[index].code
        let items = band.lines.indices.filter { band.lines[$0].code.count == 5 && band.lines[$0].code.hasPrefix(code) }
        classes[code] = .some(lines[index][0])
        tieCells(lines[index][0], items.map { lines[$0][0] })
      }
    }
    tieCells(figures[0].last?[0], ["301", "303"].map { classes[$0] ?? nil })
    tieCells(figures[figures.count - 1].last?[0], ["302", "310"].map { classes[$0] ?? nil })
  }
}
