import DisclosureSyntax

extension NarrativeReader {
  /// Ties shares that stand without their whole to the total printed before them.
  ///
  /// `（一）规模变化情况。一般公共预算当年拨款 900 万元…（二）结构情况。教育支出 600 万元，占 66.67%；…`: no word
  /// opens the list. The total is taken where the figures themselves show it, all but one of them.
  mutating func tieLooseShares() {
    if looseShares.isEmpty, nestedShares.isEmpty { return }
    let shares = looseShares
    looseShares.removeAll(keepingCapacity: true)
    defer { nestedShares.removeAll(keepingCapacity: true) }
    guard shares.count >= 2, shares.count <= ListStack.capacity,
      Set(shares.map(\.part)).count == shares.count,
      shares.dropFirst().allSatisfy({ unit($0.part) == unit(shares[0].part) })
    else { return }
    let first = narrative.statements[shares[0].part].block
    var block = first
    var candidates = 0
    var wrong: StatementIndex?
    var at = shares[0].part - 1
    while at >= sectionStart, candidates < 6 {
      let placed = narrative.statements[at]
      let isFirst = at == 0 || narrative.statements[at - 1].block != placed.block
      if placed.block != block, isFirst {
        block = placed.block
        if let total = firstAmount(from: at), unit(total) == unit(shares[0].part) {
          candidates += 1
          if shows(total, by: shares) { return divide(total, into: shares) }
          if wrong == nil, shareWholes[total] == nil, !self[total].subject.isListed, isSlip(total, of: shares) {
            wrong = total
          }
        }
      }
      at -= 1
    }
    if let wrong { divide(wrong, into: shares) }
  }

  /// The first amount of the paragraph that begins at `start`, if it may be a total.
  private func firstAmount(from start: StatementIndex) -> StatementIndex? {
    let block = narrative.statements[start].block
    var at = start
    while at < narrative.statements.count, narrative.statements[at].block == block {
      if self[at].role == .level, unit(at).isMoney {
        return self[at].isAside || isBase(at) || self[at].depth > 0 || self[at].subject.isAccount ? nil : at
      }
      at += 1
    }
    return nil
  }

  /// Whether all checks but one hold: each share, and the sum of the parts.
  private func shows(_ total: StatementIndex, by shares: [(part: StatementIndex, rate: StatementIndex)]) -> Bool {
    guard let whole = numeral(total)?.amount, whole > 0 else { return false }
    var sum = 0.0
    var held = 0
    // A share of nothing shows nothing.
    let count = shares.count { !isZero($0.part) }
    for share in shares where !isZero(share.part) {
      guard let part = numeral(share.part)?.amount, let rate = numeral(share.rate) else { return false }
      sum += part
      if abs(part / whole * 100 - rate.amount) <= rate.lastDigit { held += 1 }
    }
    if abs(sum - whole) < 0.01 * Double(shares.count) { held += 1 }
    // A slip in a part breaks its share and the sum, one in a share that share alone.
    return count > 2 ? held >= count - 1 : held > 2 || held == 2 && abs(sum - whole) < 0.02
  }

  /// Whether the shares are shares of the sum of the parts, from which the total is one slip away.
  private func isSlip(_ total: StatementIndex, of shares: [(part: StatementIndex, rate: StatementIndex)]) -> Bool {
    let parts = shares.compactMap { numeral($0.part) }
    guard let whole = numeral(total), parts.count == shares.count,
      let evidence = SumEvidence(total: (whole, 1), parts: parts.map { ($0, 1) }), !evidence.holds,
      evidence.isWrongTotal
    else { return false }
    let sum = parts.reduce(0) { $0 + $1.amount }
    return shares.allSatisfy { share in
      guard let part = numeral(share.part), let rate = numeral(share.rate) else { return false }
      return abs(part.amount / sum * 100 - rate.amount) <= rate.lastDigit
    }
  }

  private mutating func divide(
    _ total: StatementIndex, into shares: [(part: StatementIndex, rate: StatementIndex)]
  ) {
    for share in shares {
      shareWholes[share.part] = total
      narrative.shares.append(Share(rate: share.rate, part: share.part, whole: total))
      for nested in nestedShares where nested.parent == share.part {
        shareWholes[nested.part] = total
        narrative.shares.append(Share(rate: nested.rate, part: nested.part, whole: total))
      }
    }
    let rates = shares.reduce(0) { $0 + (numeral($1.rate)?.amount ?? 0) }
    let parts = shares.reduce(0) { $0 + (numeral($1.part)?.amount ?? 0) }
    let isFull = abs(rates - 100) < 0.1 || abs(parts - (numeral(total)?.amount ?? 0)) < 0.01 * Double(shares.count)
    narrative.breakdowns.append(Breakdown(head: total, parts: shares.map(\.part), isFull: isFull))
  }

  /// Ties what a sentence says came in, went out and is left.
  mutating func tieFlow() {
    var start = paragraphStart
    while start < narrative.statements.count {
      let sentence = narrative.statements[start].statement.sentence
      var end = start + 1
      while end < narrative.statements.count, narrative.statements[end].statement.sentence == sentence { end += 1 }
      tieFlow(of: start..<end)
      tieAddition(of: start..<end)
      start = end
    }
  }

  private mutating func tieFlow(of sentence: Range<StatementIndex>) {
    guard sentence.count >= 4, let last = sentence.last, self[last].subject.measure == .carryForward else { return }
    var flow = FlowBalance(inflows: [], outflows: [])
    var totals = 0
    for index in sentence {
      let statement = self[index]
      guard statement.role == .level, !statement.isAside, statement.depth == 0, statement.opening == nil,
        unit(index).isMoney || isZero(index), !isBase(index), !isPlan(index)
      else { return }
      switch statement.subject.measure {
      case .revenue:
        totals += 1
        flow.inflows.append(index)
      case .carryOver: flow.inflows.append(index)
      case .expenditure:
        totals += 10
        flow.outflows.append(index)
      case .carryForward: flow.outflows.append(index)
      default: return
      }
    }
    guard totals == 11, flow.inflows.count >= 2 else { return }
    narrative.flows.append(flow)
  }
}
