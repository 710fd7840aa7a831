import Ledger

extension SeriesMatcher {
  /// How far two series agree.
  struct Overlap {
    /// The accounts that both have, and those of them whose amounts agree.
    var pairs = 0
    var agreeing = 0
    /// The accounts that only one side has.
    var lone = 0
    var otherLone = 0
    /// The agreeing amounts that differ from each other, counted up to three.
    var distinct = 0
    private var values: (first: Int128, second: Int128) = (0, 0)

    /// The accounts in which the series do not agree.
    var misses: Int { pairs - agreeing + lone + otherLone }

    /// Compares two series until more than `limit` accounts do not agree.
    init(_ left: AmountSeries, _ right: AmountSeries, limit: Int = .max) {
      var (a, b) = (0, 0)
      while a < left.entries.count || b < right.entries.count, misses <= limit {
        let one = a < left.entries.count ? left.entries[a].account : Int64.max
        let other = b < right.entries.count ? right.entries[b].account : Int64.max
        if one == other {
          pairs += 1
          if SeriesMatcher.agree(left.entries[a], right.entries[b]) {
            agreeing += 1
            count(left.entries[a].value)
          }
        } else if one < other {
          lone += 1
        } else {
          otherLone += 1
        }
        if one <= other { a += 1 }
        if other <= one { b += 1 }
      }
    }

    private mutating func count(_ value: Int128) {
      switch distinct {
      case 0: values.first = value
      case 1 where value != values.first: values.second = value
      case 2 where value != values.first && value != values.second: break
      default: return
      }
      distinct += 1
    }
  }
}
