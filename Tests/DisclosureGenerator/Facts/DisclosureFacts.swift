/// What a generated department did with its money: the truth that the document then tells.
package struct DisclosureFacts: Sendable {
  /// Budget or final accounts.
  package enum Kind: Sendable, CaseIterable { case budget, final }

  /// Which document it is.
  package var kind: Kind
  /// The fiscal year.
  package var year: Int
  /// The name of the department or unit.
  package var entity: String
  /// What the document calls it: 部门 or 单位.
  var selfWord: String
  /// Whether every amount is a whole number of hundred yuan, so that printed figures compute.
  package var isExact: Bool

  /// One account paid from the general public budget.
  struct Item: Sendable {
    var account: Account
    var amount: Measure
    /// What of it is project expenditure.
    var projectPart: Measure

    /// What of it is basic expenditure.
    var basic: Measure { amount - projectPart }
  }

  /// The items paid from the general public budget, by code.
  var items: [Item]
  /// The expenditure of all funds in its smallest pieces; their sums are the measures.
  var outlays: [Outlay] = []
  /// The units of the department with their codes; one that is the department itself.
  var units: [(code: String, name: String)] = []
  /// The projects that the outlays of project expenditure belong to.
  var projects: [Project] = []
  /// Revenue of the other funds and sources; zero where the department has none.
  var governmentFund = Measure.zero
  var stateCapital = Measure.zero
  var business = Measure.zero
  var other = Measure.zero
  var carryOver = Measure.zero
  /// The operating part of basic expenditure.
  var operating = Measure.zero
  /// The agency operating funds.
  var agency = Measure.zero

  var abroad = Measure.zero
  var purchase = Measure.zero
  var running = Measure.zero
  var reception = Measure.zero

  var goods = 0
  var works = 0
  var services = 0
  /// Vehicles by class.
  var vehicles: [(name: String, count: Int)] = []
  var equipment = 0
  /// Projects with performance targets, by the grade of their evaluation.
  var grades: [Int] = []
  var performance = 0

  var generalBudget: Measure { items.reduce(.zero) { $0 + $1.amount } }
  var basic: Measure { items.reduce(.zero) { $0 + $1.basic } }
  var project: Measure { generalBudget - basic }
  var personnel: Measure { basic - operating }
  var appropriation: Measure { generalBudget + governmentFund + stateCapital }
  var total: Measure { appropriation + business + other + carryOver }
  var totalBasic: Measure { basic + business }
  var totalProject: Measure { total - totalBasic }
  var vehicleCost: Measure { purchase + running }
  var threePublic: Measure { abroad + vehicleCost + reception }
  var procurement: Int { goods + works + services }
  /// What of the general public budget was carried over from the year before.
  var generalCarry: Int { outlays.reduce(0) { $0 + ($1.isCarried ? $1.amount : 0) } }
  var projectCount: Int { grades.reduce(0, +) }
}

extension DisclosureFacts {
  /// The classes of the items with their sums, in the order of the codes.
  var classes: [(name: String, code: String, amount: Measure)] {
    var result: [(name: String, code: String, amount: Measure)] = []
    for item in items {
      if result.last?.code == item.account.classCode {
        result[result.count - 1].amount = result[result.count - 1].amount + item.amount
      } else {
        result.append((item.account.className, item.account.classCode, item.amount))
      }
    }
    return result
  }
}
