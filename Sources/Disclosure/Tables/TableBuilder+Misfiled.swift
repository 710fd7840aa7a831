import DisclosureSyntax

/// Rows whose code has a wrong digit, so that they would belong to another account than the one they stand below.
extension TableBuilder {
  /// Puts each row below the account among whose parts it stands where the sums hold with it there, and only there:
  /// then its code is the slip and not the amounts.
  ///
  /// - Parameter rows: the rows in the order of the text, each with the row it is a part of by its code.
  /// - Complexity: O(*n*) for *n* rows, and for each row that stands between those of another account their amounts.
  mutating func refile(_ rows: [Int]) {
    for position in rows.indices.dropFirst() where table.entries[rows[position]].role == .account {
      let row = rows[position]
      guard let own = neighbour(of: row, behind: rows[position - 1]), own != table.entries[row].parent,
        isMissing(row, in: own, rows), table.entries[row].parent.map({ isTooMuch(row, in: $0, rows) }) ?? true
      else { continue }
      table.entries[row].parent = own
      table.entries[row].isMisfiled = true
    }
  }

  /// Takes no row for a unit whose amounts are missing among the parts of the account that it stands below; true
  /// where there was one.
  mutating func dropStrays(_ rows: [Int]) -> Bool {
    var found = false
    for position in rows.indices.dropFirst() where table.entries[rows[position]].role == .unit {
      guard let own = neighbour(of: rows[position], behind: rows[position - 1]),
        isMissing(rows[position], in: own, rows)
      else { continue }
      table.entries[rows[position]].role = .foreign
      found = true
    }
    return found
  }

  /// The same for rows whose code is none that an account could have, so that they were taken for no part of the
  /// table; gives all rows that are a part of another.
  mutating func adopt(_ rows: [Int], beside members: [Int]) -> [Int] {
    var all = members
    for position in rows.indices.dropFirst() where table.entries[rows[position]].role == .foreign {
      let row = rows[position]
      guard !table.entries[row].cells.isEmpty, let own = neighbour(of: row, behind: rows[position - 1]),
        isMissing(row, in: own, all)
      else { continue }
      table.entries[row].parent = own
      table.entries[row].isMisfiled = true
      all.append(row)
    }
    return all.count == members.count ? members : all.sorted()
  }

  /// The account among whose parts a row stands, by the row before it.
  private func neighbour(of row: Int, behind before: Int) -> Int? {
    guard table.entries[before].role == .account, let above = table.entries[before].row.code else { return nil }
    guard table.entries[row].role == .account else {
      // What has as many digits as accounts have is a row of its own.
      if let digits = table.entries[row].row.code?.digits, [3, 5, 7].contains(digits) { return nil }
      return table.entries[before].parent
    }
    guard let code = table.entries[row].row.code, code.digits >= 5,
      let own = above.digits == code.digits ? table.entries[before].parent : before,
      table.entries[own].row.code?.digits == code.digits - 2, table.entries[own].role == .account
    else { return nil }
    return own
  }

  /// Whether the parts of `parent` add to it only with the amounts of `row`.
  private func isMissing(_ row: Int, in parent: Int, _ rows: [Int]) -> Bool {
    hasAmount(row) && rests(of: parent, rows) { column, rest in rest == amount(row, column) }
  }

  /// Whether the parts of `parent`, among which `row` is, add to it only without its amounts.
  private func isTooMuch(_ row: Int, in parent: Int, _ rows: [Int]) -> Bool {
    rests(of: parent, rows) { column, rest in rest == -amount(row, column) }
  }

  private func hasAmount(_ row: Int) -> Bool { table.entries[row].cells.contains { value($0) != 0 } }

  private func amount(_ row: Int, _ column: Int) -> Int64 {
    table.cell(of: table.entries[row], in: column).map { value($0) } ?? 0
  }

  /// Whether `condition` holds in each column for what is left of the amount of `parent` without its parts.
  private func rests(of parent: Int, _ rows: [Int], _ condition: (_ column: Int, _ rest: Int64) -> Bool) -> Bool {
    let columns = table.entries[parent].columns
    guard !columns.isEmpty else { return false }
    // Nearly always the first column tells.
    for column in 0..<columns.count {
      var rest = amount(parent, column)
      for row in rows where table.entries[row].parent == parent { rest &-= amount(row, column) }
      if !condition(column, rest) { return false }
    }
    return true
  }
}
