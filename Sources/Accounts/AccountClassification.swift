/// One of the charts of 政府收支分类科目 by which every Chinese budget books its expenditure.
///
/// The same money is shown twice. The *functional* classification says what for: 2080505 is
/// the pension contribution of public bodies, whoever pays it. The *economic* classification
/// says for what thing: 30108 is a pension contribution, 30201 office supplies. A budget's
/// tables add up by both, so that a code in the wrong row, or a name beside another account's
/// code, misstates both the purpose and the total of its class. The Ministry of Finance issues
/// the charts every year; the changes of 2019 to 2025 are kept as names and years of accounts.
///
/// The economic classification exists twice: departments book with 301 to 399, the treasury,
/// which sees the whole government, with the coarser 501 to 599. Tables of basic expenditure
/// print both side by side, and ``Chart/counterparts(of:)`` says which belong together.
@usableFromInline package enum AccountClassification: Sendable, CaseIterable {
  /// 支出功能分类: 201 to 234, three levels.
  case functional
  /// 部门预算支出经济分类: 301 to 399, two levels.
  case economicDepartment
  /// 政府预算支出经济分类: 501 to 599, two levels.
  case economicGovernment

  /// The classification a code belongs to, told by its first digit; `nil` where it is none of them.
  package init?(of code: AccountCode) {
    switch code.firstDigit {
    case 2: self = .functional
    case 3 where code.level < .item: self = .economicDepartment
    case 5 where code.level < .item: self = .economicGovernment
    default: return nil
    }
  }

  /// Its accounts, by code.
  var table: Table {
    switch self {
    case .functional: Self.functionalAccounts
    case .economicDepartment: Self.economicDepartmentAccounts
    case .economicGovernment: Self.economicGovernmentAccounts
    }
  }

  /// Names, each with the code that has or had it, by name.
  var names: Table {
    switch self {
    case .functional: Self.functionalNames
    case .economicDepartment: Self.economicDepartmentNames
    case .economicGovernment: Self.economicGovernmentNames
    }
  }

  private static let functionalAccounts = Table(GeneratedTables.functional, isByCode: true)
  private static let economicDepartmentAccounts = Table(GeneratedTables.economicDepartment, isByCode: true)
  private static let economicGovernmentAccounts = Table(GeneratedTables.economicGovernment, isByCode: true)
  private static let functionalNames = Table(GeneratedTables.functionalNames)
  private static let economicDepartmentNames = Table(GeneratedTables.economicDepartmentNames)
  private static let economicGovernmentNames = Table(GeneratedTables.economicGovernmentNames)
}
