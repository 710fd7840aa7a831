/// What all tables of a document have in common.
struct TableHabits: Sendable {
  /// The region whose forms they follow.
  var layout = DisclosureWriter.Layout.henan
  /// What empty amounts are printed as, in one table or another.
  var zeros: [TableDraft.Zero] = [.blank]
  /// What the total's row is called.
  var totalName = "合计"
  /// Whether the total's row has no name where a unit's row follows it.
  var hasNamelessTotals = false
  /// Whether the total stands above what it is the sum of.
  var totalsComeFirst = true
  /// Whether the total's name stands in the column of codes.
  var hasTotalsAmongCodes = false
  /// Whether the two digits of an item lose their zero, 301 2.
  var dropsZerosOfCodes = false
  /// The code of the unit.
  var unitCode = "611001"
  /// Whether the three public expenses are in 万元 where the other tables are in 元.
  var hasThreePublicInWan = false

  /// Habits that follow from the random numbers alone.
  static func random(layout: DisclosureWriter.Layout, using random: inout SplitMix64) -> TableHabits {
    TableHabits(
      layout: layout,
      zeros: random.pick([
        [.blank], [.blank], [.blank], [.decimals], [.decimals], [.digit], [.mixed], [.dash], [.blank, .decimals],
        [.blank, .blank, .mixed],
      ]),
      totalName: random.pick(["合计", "合计", "合计", "合 计", "合    计"]), hasNamelessTotals: random.chance(25),
      totalsComeFirst: layout == .henan || random.chance(40), hasTotalsAmongCodes: random.chance(20),
      dropsZerosOfCodes: random.chance(10), unitCode: random.pick(["611", "611001", "685", "301002"]),
      hasThreePublicInWan: random.chance(50))
  }
}
