import DisclosureSyntax

/// Shares of parts of parts: of the part they stand under, or like that part's own share of the total above it.
extension NarrativeReader {
  /// `基本支出 60 万元，占 60%，其中：人员经费 50 万元，占 50%；公用经费 10 万元，占 10%`: the shares below a part are of the
  /// total above where more of them come out so, all taken together, so that a slip in one of them is one.
  mutating func tieNestedShares(_ list: ListStack.List, of head: StatementIndex) {
    guard let whole = numeral(head), whole.amount > 0 else { return }
    let nested = list.parts.filter { shareWholes[$0] == head && !isZero($0) }
    guard let first = nested.first, let start = narrative.shares.lastIndex(where: { $0.part == first }) else { return }
    let shares = narrative.shares.indices[start...].filter { at in
      let share = narrative.shares[at]
      return share.whole == head && list.parts.contains(share.part) && self[share.rate].whole == nil
    }
    guard !shares.isEmpty else { return }
    var most = count(shares, comeOutOf: whole.amount, summing: 100)
    guard most < shares.count else { return }
    guard let outer = shareWholes[head] else { return leaveNestedLoose(shares, below: head, unless: most) }
    var best: StatementIndex?
    var next: StatementIndex? = outer
    var level = 0
    while let total = next, level < ListStack.depth {
      if let amount = numeral(total)?.amount, amount > 0, unit(total) == unit(head) {
        let held = count(shares, comeOutOf: amount, summing: whole.amount / amount * 100)
        if held > most { (most, best) = (held, total) }
      }
      next = shareWholes[total]
      level += 1
    }
    guard let best else { return }
    for at in shares {
      shareWholes[narrative.shares[at].part] = best
      narrative.shares[at].whole = best
    }
  }

  /// Unties the shares below a part whose own share is of a total that is not known yet.
  private mutating func leaveNestedLoose(_ shares: [Int], below head: StatementIndex, unless most: Int) {
    guard let own = looseShares.last(where: { $0.part == head }), let rate = numeral(own.rate), rate.amount > 0,
      let whole = numeral(head)
    else { return }
    let total = whole.amount / rate.amount * 100
    guard count(shares, comeOutOf: total, summing: rate.amount) > most else { return }
    for at in shares.reversed() {
      let share = narrative.shares.remove(at: at)
      shareWholes[share.part] = nil
      nestedShares.append((share.part, share.rate, head))
    }
  }

  /// How many of the shares come out of the total, and whether all of them make up what they should.
  private func count(_ shares: [Int], comeOutOf total: Double, summing rest: Double) -> Int {
    var held = 0
    var sum = 0.0
    for at in shares {
      let share = narrative.shares[at]
      guard let part = numeral(share.part), let rate = numeral(share.rate), unit(share.part) == unit(share.whole) else {
        continue
      }
      sum += rate.amount
      if abs(part.amount / total * 100 - rate.amount) <= rate.lastDigit { held += 1 }
    }
    return held + (shares.count > 1 && abs(sum - rest) < 0.02 * Double(shares.count) ? 1 : 0)
  }

  /// Whether the shares of the parts, of the total above, make up the share of the part that they divide.
  func shareOut(_ parts: [StatementIndex], of head: StatementIndex) -> Bool {
    guard let outer = shareWholes[head], parts.allSatisfy({ shareWholes[$0] == outer }),
      let own = narrative.shares.last(where: { $0.part == head }), let rate = numeral(own.rate)
    else { return false }
    var rest = rate.amount
    for part in parts {
      guard let share = narrative.shares.last(where: { $0.part == part }), let rate = numeral(share.rate) else {
        return false
      }
      rest -= rate.amount
    }
    return abs(rest) < rate.lastDigit * Double(parts.count + 1)
  }
}
