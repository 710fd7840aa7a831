import Ledger

extension SeriesMatcher {
  /// Whether the first entries of two of the series agree, which are compared without a copy of either list.
  static func beginAlike(_ all: [AmountSeries], _ first: Int, _ second: Int) -> Bool {
    guard !all[first].entries.isEmpty, !all[second].entries.isEmpty,
      all[first].entries[0].account == all[second].entries[0].account
    else { return false }
    let slack = all[first].entries[0].halfWidth + all[second].entries[0].halfWidth
    return abs(all[first].entries[0].value - all[second].entries[0].value) <= slack
  }

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
    private var values: (first: Int64, second: Int64) = (0, 0)

    /// The accounts in which the series do not agree.
    var misses: Int { pairs - agreeing + lone + otherLone }

    /// Whether no account stands on one side alone.
    var isWhole: Bool { lone + otherLone == 0 }

    /// Compares two series until more than `limit` accounts do not agree, or the first has more than `loneLimit`
    /// alone.
    init(
      _ ours: [AmountSeries.Entry], _ others: [AmountSeries.Entry], limit: Int = .max, loneLimit: Int = .max
    ) {
      // The places are counted up to the ends of the lists.
      let (own, second) = (ours.span, others.span)
      var (a, b) = (0, 0)
      while a < own.count, b < second.count {
        let (one, other) = (own[unchecked: a].account, second[unchecked: b].account)
        if one == other {
          pairs += 1
          let value = own[unchecked: a].value
          if abs(value - second[unchecked: b].value) <= own[unchecked: a].halfWidth + second[unchecked: b].halfWidth {
            agreeing += 1
            count(value)
          }
        } else if one < other {
          lone += 1
        } else {
          otherLone += 1
        }
        if misses > limit || lone > loneLimit { return }
        if one <= other { a += 1 }
        if other <= one { b += 1 }
      }
      lone += ours.count - a
      otherLone += others.count - b
    }

    private mutating func count(_ value: Int64) {
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
