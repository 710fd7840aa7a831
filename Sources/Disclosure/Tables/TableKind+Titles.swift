extension TableKind {
  /// The kind of table that a title names; nil where its words choose none.
  ///
  /// - Complexity: O(*n*).
  package static func named(_ title: [UInt16]) -> TableKind? { TableSourceReader.description(title)?.kind }

  /// The eight tables that 财预〔2016〕143号 has a department publish.
  package static let prescribed: [TableKind] = [
    .summary, .revenue, .expenditure, .appropriationSummary, .generalExpenditure, .basicExpenditure, .threePublic,
    .governmentFund,
  ]
}
