/// The columns that say what has changed from one year to the next: 上年执行数, 本年预算数, 增减额, 增减%.
@usableFromInline package struct ColumnChange: Hashable, Sendable {
  /// What it was.
  package var earlier: Int
  /// What it is.
  package var later: Int
  /// By how much it is more; below zero where it is less.
  package var amount: Int
  /// By how much in a hundred.
  package var rate: Int?
}

/// Finds the columns of changes.
extension ColumnGridReader {
  /// The columns of changes that the rows with all columns obey; nil where the head does not
  /// speak of changes, or the rows are too few to exclude chance.
  func change(_ samples: ColumnSamples, _ forest: ColumnForest) -> ColumnChange? {
    guard hasChanges, samples.count > 0, samples.width >= 3, samples.width <= 12 else { return nil }
    let roots = forest.parents.indices.filter { forest.parents[$0] < 0 }
    var best: ColumnChange?
    var most = 1
    for amount in roots.dropFirst(2) where forest.children(of: amount).isEmpty {
      for first in roots where first < amount {
        for second in roots where second < amount && second != first {
          var change = ColumnChange(earlier: first, later: second, amount: amount)
          let next = amount + 1
          if next < samples.width, forest.parents[next] < 0 { change.rate = next }
          let score = max(score(change, samples), score(change.withoutRate, samples))
          if score > most {
            best = score == self.score(change, samples) ? change : change.withoutRate
            most = score
          }
        }
      }
    }
    return best
  }

  /// How many rows prove the columns, a rate that fits counting like a row; −1 where more than one in six refutes
  /// them, of few rows more than one. A wrong rate beside two that fit refutes nothing.
  private func score(_ change: ColumnChange, _ samples: ColumnSamples) -> Int {
    var (holds, misses) = (0, 0)
    var (rates, wrongRates) = (0, 0)
    for row in 0..<samples.count {
      let values = samples[row]
      let (earlier, later) = (values[values.startIndex + change.earlier], values[values.startIndex + change.later])
      let amount = values[values.startIndex + change.amount]
      if amount == 0, earlier == later { continue }
      guard abs(later - earlier - amount) <= tolerance * 3 else {
        misses += 1
        continue
      }
      holds += 1
      if let rate = change.rate {
        if ColumnChange.isRate(values[values.startIndex + rate], of: amount, on: earlier, scale: scale) {
          rates += 1
        } else {
          wrongRates += 1
        }
      }
    }
    if wrongRates == 1, rates >= 2 { wrongRates = 0 }
    let (score, all) = (holds + rates, misses + wrongRates)
    return all * 6 <= score || all == 1 && score >= 3 ? score : -1
  }
}

extension ColumnChange {
  fileprivate var withoutRate: ColumnChange {
    var result = self
    result.rate = nil
    return result
  }

  /// Whether `rate` is what `amount` is of `base` in a hundred; one unit of each is `scale`.
  static func isRate(_ rate: Int64, of amount: Int64, on base: Int64, scale: Int64) -> Bool {
    guard base != 0 else { return rate == 0 || rate == 100 * scale }
    let expected = Double(amount) * 100 / Double(base) * Double(scale)
    return abs(expected - Double(rate)) <= Double(scale) / 10 + 1
  }
}
