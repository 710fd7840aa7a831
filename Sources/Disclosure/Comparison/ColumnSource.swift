import DisclosureSyntax

/// Which figures the amounts of a column are, as the head of its table says: 2024年预算数, 年初预算数, 决算数.
package struct ColumnSource: Hashable, Sendable {
  /// The year, counted from the document's own: −1 is the year before.
  package var year: Int
  /// The kind of figure: `initialBudget`, `budget`, `execution` or `final`.
  package var basis: Term

  /// Reads the columns that a head names, from left to right: some with their years, or all without.
  ///
  /// - Parameters:
  ///   - words: the characters of the head without blanks
  ///   - own: the document's year
  /// - Complexity: O(*n*) for *n* characters.
  static func read(_ words: [UInt16], own: Int?) -> [ColumnSource]? {
    var result: [ColumnSource] = []
    var withYear = 0
    var year: (value: Int, end: Int)?
    var at = 0
    while at + 1 < words.count {
      if let named = namedYear(words, at, own: own) {
        year = named
        at = named.end
        continue
      }
      guard let basis = basis(words, at) else {
        at += 1
        continue
      }
      // 2024年部门预算数
      let near = year.flatMap { at - $0.end <= reach ? $0 : nil }
      year = nil
      let isCounted = at + 2 < words.count && words[at + 2] == 0x6570  // 数
      if near != nil || isCounted {
        let isInitial = at > 0 && words[at - 1] == 0x521D  // 初
        result.append(
          ColumnSource(year: near?.value ?? 0, basis: basis == .budget && isInitial ? .initialBudget : basis))
        if near != nil { withYear += 1 }
      }
      at += 2
    }
    return withYear == 0 || withYear == result.count ? result : nil
  }

  private static let reach = 3

  /// The year that the head names at a character, counted from the document's own.
  private static func namedYear(_ words: [UInt16], _ at: Int, own: Int?) -> (value: Int, end: Int)? {
    switch (words[at], words[at + 1]) {
    case (0x4E0A, 0x5E74), (0x53BB, 0x5E74): return (-1, at + 2)  // 上年, 去年
    case (0x672C, 0x5E74), (0x5F53, 0x5E74): return (0, at + 2)  // 本年, 当年
    case (0x32, 0x30): break
    default: return nil
    }
    guard let own, at + 4 < words.count, words[at + 4] == 0x5E74, let tens = Mark.digit(words[at + 2]),
      let ones = Mark.digit(words[at + 3])
    else { return nil }
    return (2000 + tens * 10 + ones - own, at + 5)
  }

  private static func basis(_ words: [UInt16], _ at: Int) -> Term? {
    switch (words[at], words[at + 1]) {
    case (0x9884, 0x7B97): .budget  // 预算
    case (0x51B3, 0x7B97): .final  // 决算
    case (0x6267, 0x884C): .execution  // 执行
    default: nil
    }
  }
}

extension DisclosureTable {
  /// Which figures stand in each column that is no change; empty where the head names at most one kind,
  /// nil where it names several and does not say which column is which.
  package func columnSources(of profile: Profile) -> [(column: Int, source: ColumnSource)]? {
    guard let named = ColumnSource.read(head.words, own: profile.fiscalYear) else { return nil }
    if named.count < 2 { return [] }
    guard let forest = forests[.whole] else { return nil }
    let columns = forest.parents.indices.filter { $0 != forest.change?.amount && $0 != forest.change?.rate }
    if columns.count == named.count { return zip(columns, named).map { ($0, $1) } }
    let roots = columns.filter { forest.parents[$0] < 0 }
    return roots.count == named.count ? zip(roots, named).map { ($0, $1) } : nil
  }

  /// The column of the document's own figures; nil where the head does not tell it.
  func publishedColumn(of profile: Profile) -> Int? {
    guard let sources = columnSources(of: profile) else { return nil }
    if sources.isEmpty { return 0 }
    let own = sources.filter { entry in
      entry.source.year == 0
        && (profile.kind == .final
          ? entry.source.basis == .final : entry.source.basis == .budget || entry.source.basis == .initialBudget)
    }
    return own.count == 1 ? own[0].column : nil
  }
}
