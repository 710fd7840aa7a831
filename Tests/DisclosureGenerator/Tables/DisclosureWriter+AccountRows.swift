/// How a table writes the codes and names of its rows.
enum AccountColumns: CaseIterable {
  /// 类, 款 and 项 in three columns, then the unit's code, then the name.
  case splitWithUnit
  /// 类, 款 and 项 in three columns, then the name.
  case split
  /// The whole code, then the name.
  case whole

  /// The columns themselves.
  var columns: [Table.Column] {
    switch self {
    case .splitWithUnit:
      return ["类", "款", "项"].map { Table.Column(path: ["科目编码", $0], role: .code) } + [
        Table.Column(path: ["单位代码"], role: .code), Table.Column(path: ["单位（科目名称）"], role: .name),
      ]
    case .split:
      return ["类", "款", "项"].map { Table.Column(path: ["功能分类科目编码", $0], role: .code) } + [
        Table.Column(path: ["功能分类科目名称"], role: .name)
      ]
    case .whole:
      return [Table.Column(path: ["科目编码"], role: .code), Table.Column(path: ["科目名称"], role: .name)]
    }
  }

  /// What stands in them for an account, or for a total, whose code is empty.
  func cells(code: String, name: String) -> [Passage?] {
    switch self {
    case .splitWithUnit: return Self.split(code) + [nil, "\(name)"]
    case .split: return Self.split(code) + ["\(name)"]
    case .whole: return [code.isEmpty ? nil : "\(code)", "\(name)"]
    }
  }

  private static func split(_ code: String) -> [Passage?] {
    var digits = Substring(code)
    return [3, 2, 2].map { count in
      guard !digits.isEmpty else { return nil }
      defer { digits = digits.dropFirst(count) }
      return "\(String(digits.prefix(count)))"
    }
  }
}

extension DisclosureWriter {
  /// The rows of the functional classification that `includes` selects, with the total.
  mutating func accountRows(
    _ columns: AccountColumns, levels: [Int], where includes: @escaping Pivot.Selection
  ) -> [Pivot.Row] {
    var totals = [totalRow(columns.cells(code: "", name: habits.totalName), where: includes)]
    if habits.hasTotalsAmongCodes, columns != .splitWithUnit {
      totals[0].names.swapAt(0, totals[0].names.count - 1)
    }
    guard columns == .splitWithUnit else {
      let rows = rowsOfAccounts(columns, levels: levels, where: includes)
      return habits.totalsComeFirst ? totals + rows : rows + totals
    }
    if habits.hasNamelessTotals { totals[0].names[4] = nil }
    var rows = totals
    for row in unitRows({ [nil, nil, nil, "\($0)", "\($1)"] }, where: includes) {
      rows.append(row)
      if facts.units.count < 2 || row.level > 0 {
        rows += rowsOfAccounts(columns, levels: levels, key: row.level > 0 ? row.key : "", where: row.includes)
      }
    }
    return rows
  }

  /// The department's row, and below it those of its units where it has more than itself.
  func unitRows(_ names: (String, String) -> [Passage?], where includes: @escaping Pivot.Selection) -> [Pivot.Row] {
    let isDivided = facts.units.count > 1
    let code = isDivided ? String(habits.unitCode.prefix(3)) : habits.unitCode
    let whole = Pivot.Row(
      head: .init(code: code, label: facts.entity), key: "合计", level: 0, includes: includes,
      names: names(code, facts.entity))
    guard isDivided else { return [whole] }
    return [whole]
      + facts.units.enumerated().compactMap { index, unit in
        guard facts.outlays.contains(where: { includes($0) && $0.unit == index }) else { return nil }
        return Pivot.Row(
          head: .init(code: unit.code, label: unit.name), key: "单位\(index)", level: 1,
          includes: { includes($0) && $0.unit == index }, names: names(unit.code, unit.name))
      }
  }

  /// The rows of the accounts alone, `key` before the names of what they count.
  private func rowsOfAccounts(
    _ columns: AccountColumns, levels: [Int], key prefix: String = "", where includes: @escaping Pivot.Selection
  ) -> [Pivot.Row] {
    let accounts = facts.outlays.filter(includes).map(\.account).reduce(into: [String: Account]()) { $0[$1.code] = $1 }
    var rows: [Pivot.Row] = []
    var last = ""
    for (code, account) in accounts.sorted(by: { $0.key < $1.key }) {
      for level in levels where !last.hasPrefix(code.prefix(level)) || level == 7 {
        let key = String(code.prefix(level))
        let name = level == 3 ? account.className : level == 5 ? account.section : account.item
        rows.append(
          Pivot.Row(
            head: .init(code: key, label: name), key: prefix + (level == 3 ? "类" : level == 5 ? "款" : "项") + key,
            level: level,
            includes: { includes($0) && $0.account.code.hasPrefix(key) }, names: columns.cells(code: key, name: name)))
      }
      last = code
    }
    return rows
  }

  /// The total of what `includes` selects.
  func totalRow(_ names: [Passage?], where includes: @escaping Pivot.Selection) -> Pivot.Row {
    Pivot.Row(head: .init(label: "合计", isTotal: true), key: "合计", level: 0, includes: includes, names: names)
  }
}
