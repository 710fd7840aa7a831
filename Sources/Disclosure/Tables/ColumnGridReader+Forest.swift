import DisclosureText

/// Rows whose columns are known, as evidence for the sums between columns.
struct ColumnSamples {
  /// The number of columns.
  let width: Int
  /// The amounts, row by row; 0 where a cell is blank.
  private(set) var values: [Int64] = []
  /// The columns that are filled, for each row.
  private(set) var filled: [ColumnSet] = []

  /// No rows, with room for some.
  init(width: Int, capacity: Int) {
    self.width = width
    values.reserveCapacity(width * capacity)
    filled.reserveCapacity(capacity)
  }

  /// The number of rows.
  var count: Int { filled.count }

  /// Adds a row by the amount of each column.
  mutating func append(_ amount: (Int) -> Int64?) {
    var columns = ColumnSet()
    for column in 0..<width {
      let value = amount(column)
      values.append(value ?? 0)
      if value != nil { columns.insert(column) }
    }
    filled.append(columns)
  }

  /// The amounts of one row.
  subscript(row: Int) -> ArraySlice<Int64> { values[row * width..<(row + 1) * width] }

  /// Whether two rows have the same amounts.
  func areEqual(_ one: Int, _ other: Int) -> Bool {
    (0..<width).allSatisfy { values[one * width + $0] == values[other * width + $0] }
  }

  /// The rows, those with the most filled columns first.
  var fullestFirst: [Int] {
    if let first = filled.first, filled.allSatisfy({ $0 == first }) { return Array(filled.indices) }
    return filled.indices.sorted { filled[$0].count > filled[$1].count }
  }
}

/// Finds the trees of columns.
extension ColumnGridReader {
  /// The trees of columns that most rows obey; `shorter` are the amounts of rows with blanks.
  func bestForest(_ samples: ColumnSamples, shorter: ArraySlice<Range<Int>> = []) -> ColumnForest {
    let width = samples.count == 0 ? 0 : samples.width
    var best = ColumnForest(parents: Array(filledWith: -1, count: width))
    var bestScore = 0
    var tried: [Int] = []
    tried.reserveCapacity(Self.mostTried)
    var considered: [ColumnForest] = []
    var reader = ForestReader(width: width, tolerance: tolerance, hasMemo: hasMemo)
    // Most rows have trees that were considered before: they are read in one place.
    var forest = best
    for row in samples.fullestFirst {
      guard width <= ColumnSet.limit, tried.count < Self.mostTried else { break }
      if tried.contains(where: { samples.areEqual($0, row) }) { continue }
      tried.append(row)
      reader.read(samples[row], into: &forest)
      addMemos(&forest, samples[row])
      loosenMemos(&forest, samples, shorter)
      consider(forest)
    }
    // The only full row may be the wrong one: then the first column is the sum of the others.
    if width > 1, width <= 6, !shorter.isEmpty {
      consider(ColumnForest(parents: [-1] + Array(filledWith: 0, count: width - 1)))
    }
    return best

    func consider(_ forest: ColumnForest) {
      if considered.contains(forest) { return }
      considered.append(forest)
      let score = score(forest, samples) + score(forest, shorter)
      if score > bestScore {
        best = forest
        bestScore = score
      }
    }
  }

  /// The rows whose trees are read, of which each is one way in which the columns may hang together.
  private static var mostTried: Int { 8 }

  /// How many of the rows with blanks have a place that obeys the sums.
  private func score(_ forest: ColumnForest, _ shorter: ArraySlice<Range<Int>>) -> Int {
    guard !shorter.isEmpty, !forest.isFlat else { return 0 }
    let placer = RowPlacer(forest: forest, tolerance: tolerance, scale: scale)
    return shorter.reduce(0) { $0 + (placer.isClean(amounts[$1]) ? 2 : -2) }
  }

  /// A column left over behind another, and never above it, is a part of it where the head
  /// has 其中.
  private func addMemos(_ forest: inout ColumnForest, _ values: ArraySlice<Int64>) {
    guard hasMemo else { return }
    for column in forest.parents.indices.dropFirst()
    where forest.parents[column] < 0 && forest.children(of: column).isEmpty {
      let value = values[values.startIndex + column]
      guard value > 0, value <= values[values.startIndex + column - 1] else { continue }
      forest.parents[column] = column - 1
      forest.memos.insert(column)
    }
  }

  /// An only child that falls short of its parent in more than one row is a part of it; rows where it is blank
  /// are evidence beside one where it is not.
  private func loosenMemos(
    _ forest: inout ColumnForest, _ samples: ColumnSamples, _ shorter: ArraySlice<Range<Int>>
  ) {
    guard hasMemo else { return }
    for column in forest.parents.indices {
      let children = forest.children(of: column)
      guard children.count == 1, let child = children.first, forest.children(of: child).isEmpty else { continue }
      var (short, blank) = (0, 0)
      for row in 0..<samples.count {
        let values = samples[row]
        let (own, part) = (values[values.startIndex + column], values[values.startIndex + child])
        guard own > part + tolerance * 2 else { continue }
        if samples.filled[row].contains(child) { short += 1 } else { blank += 1 }
      }
      if short > 0, short + blank >= 2 || isBroken(forest, by: shorter) { forest.memos.insert(child) }
    }
  }

  /// Whether one of the rows with blanks has no place that obeys the sums.
  private func isBroken(_ forest: ColumnForest, by shorter: ArraySlice<Range<Int>>) -> Bool {
    let placer = RowPlacer(forest: forest, tolerance: tolerance, scale: scale)
    return shorter.contains { !placer.isClean(amounts[$0]) }
  }

  private func score(_ forest: ColumnForest, _ samples: ColumnSamples) -> Int {
    var score = 0
    let values = samples.values
    for tie in forest.sums {
      let slack = tolerance * Int64(tie.children.count + 1)
      for start in stride(from: 0, to: values.count, by: samples.width) {
        let own = values[start + tie.column]
        var sum: Int64 = 0
        for child in tie.children { sum += values[start + child] }
        if own == 0, sum == 0 { continue }
        score += abs(own - sum) <= slack ? 2 + tie.children.count : -6
      }
    }
    return score
  }
}
