import DisclosureText

/// What a form of self-evaluation says of how its scores are given.
extension EvaluationReader {
  /// Whether the form, or a note below it, gives a rule for the score of the execution rate other than weight times
  /// rate: `执行率达到90%的得满分，低于60%的不得分`.
  ///
  /// - Complexity: O(bytes of the form).
  func statesRule(_ range: TextRange) -> Bool {
    let end = min(bytes.count, range.upper + Self.noteBytes)
    return Self.rates.contains { rate in
      var from = range.lower
      while let at = bytes.position(of: rate, from: from, to: end) {
        from = at + rate.count
        // The sentence, as far as it goes on.
        var stop = from
        while stop < min(end, from + Self.sentenceBytes), !bytes[stop...].starts(with: Self.fullStop) { stop += 1 }
        if Self.rules.contains(where: { bytes.position(of: $0, from: from, to: stop) != nil }) { return true }
        if let each = bytes.position(of: Self.each, from: from, to: stop),
          bytes.position(of: Self.deduction, from: each, to: min(stop, each + Self.clauseBytes)) != nil
        {
          return true
        }
      }
      return false
    }
  }

  /// How far below the form its notes go, and how long their sentences are, in bytes.
  private static let noteBytes = 1_200
  private static let sentenceBytes = 240
  private static let fullStop = Array("。".utf8)
  private static let rates = ["执行率", "预算执行情况", "执行进度"].map { Array($0.utf8) }
  /// Clauses, never the heads of columns: 扣分原因 is no rule.
  private static let rules = ["得满分", "计满分", "不得分", "得0分", "得 0 分", "不计分", "计0分", "分段计", "分档计", "分段给", "分档给"]
    .map { Array($0.utf8) }
  /// 每低5个百分点扣1分.
  private static let each = Array("每".utf8)
  private static let deduction = Array("扣".utf8)
  private static let clauseBytes = 75
}
