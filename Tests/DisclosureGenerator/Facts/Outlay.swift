/// The smallest piece of expenditure that tables tell apart: every cell of them is a sum of these.
package struct Outlay: Sendable {
  /// What pays for it.
  enum Fund: Sendable, CaseIterable {
    case general, governmentFund, stateCapital, business, other, carryOver

    /// Whether it is money of the treasury, 财政拨款.
    var isAppropriation: Bool { self == .general || self == .governmentFund || self == .stateCapital }
  }

  /// Its place in the functional classification.
  var account: Account
  /// What pays for it.
  var fund: Fund
  /// The index of the project it belongs to; nil for basic expenditure.
  var project: Int?
  /// Its place in the economic classification.
  var economic: EconomicAccount
  /// This year's amount in yuan.
  var amount: Int
  /// Whether it counts as 其中：财政拨款 of the general public budget.
  var isFromTreasury = true
  /// Whether the appropriation that pays for it was carried over from the year before.
  var isCarried = false
  /// The index of the unit that spends it.
  var unit = 0
  /// Whether its project keeps the department running, 其他运转类, or serves a purpose, 特定目标类.
  var isRunning = false
}

/// A project of a generated department.
package struct Project: Sendable {
  /// Twenty-one digits.
  var code: String
  /// What it is called.
  var name: String
  /// Whether it is 其他运转类 and not 特定目标类.
  var isRunning: Bool
  /// What pays for it.
  var fund: Outlay.Fund
  /// The budget and what was spent of it, in yuan.
  var amount: Measure
  /// What its evaluation came to, in hundredths of a point.
  var score: Int
}
