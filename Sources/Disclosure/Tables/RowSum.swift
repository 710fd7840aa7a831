/// A sum within one row: an amount and the amounts that add to it.
struct RowSum: Hashable {
  /// The place of the total among the amounts.
  var total: Int
  /// The places of the parts.
  var parts: [Int]

  /// Creates the sum of `parts`.
  init(total: Int, parts: [Int]) {
    self.total = total
    self.parts = parts
  }

  /// What is, as the sum of what was and of what changed; nil where one of them is blank.
  init?(_ change: ColumnChange, _ placement: Placement) {
    guard let earlier = placement[change.earlier], let later = placement[change.later],
      let amount = placement[change.amount]
    else { return nil }
    self.init(total: later, parts: [earlier, amount])
  }
}
