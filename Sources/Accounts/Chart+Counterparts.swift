/// The bodies whose books a pair of economic accounts is for.
@usableFromInline package enum PublicBody: Sendable {
  /// 行政单位 and 参公事业单位, institutions run like them: government accounts 501 to 504.
  case administrative
  /// 事业单位, institutions such as schools and hospitals: government accounts 505 and 506.
  case institution
}

/// An account of the one economic classification that stands for an account of the other.
@usableFromInline package struct Counterpart: Hashable, Sendable {
  /// The code in the other classification.
  package let code: AccountCode
  /// Whose books it is for, `nil` for everybody's.
  package let body: PublicBody?
  /// The first year of the pair, where it is known.
  package let firstYear: Int?
  /// The last year of the pair, where it is known.
  package let lastYear: Int?
  /// How sure the pair is, in percent; below 80 it is doubtful.
  package let confidence: Int
}

extension Chart {
  /// What stands for an economic account in the other economic classification, ascending by code.
  ///
  /// 30201 办公费 of a bureau is 50201 办公经费 of the government, of a school it is 50502. For a
  /// class these are the classes of what stands below it. Some government accounts (512 to 514)
  /// have no counterpart: no department books them.
  ///
  /// - Complexity: O(log *n*) and the pairs found.
  package static func counterparts(of code: AccountCode) -> [Counterpart] {
    let table: Table
    switch AccountClassification(of: code) {
    case .economicDepartment: table = departmentMapping
    case .economicGovernment: table = governmentMapping
    case .functional, nil: return []
    }
    var counterparts: [Counterpart] = []
    var row = table.firstRow(notBefore: code)
    while let found = table.code(0, of: row), found.isWithin(code) {
      if let other = table.code(1, of: row) {
        let counterpart = Counterpart(
          code: other.ancestor(at: code.level), body: PublicBody(table.field(2, of: row).first),
          firstYear: table.number(3, of: row), lastYear: table.number(4, of: row),
          confidence: table.number(5, of: row) ?? 0)
        if !counterparts.contains(where: { $0.code == counterpart.code && $0.body == counterpart.body }) {
          counterparts.append(counterpart)
        }
      }
      row = table.next(after: row)
    }
    return counterparts.sorted { $0.code < $1.code }
  }

  private static let departmentMapping = Table(GeneratedTables.departmentMapping, isByCode: true)
  private static let governmentMapping = Table(GeneratedTables.governmentMapping, isByCode: true)
}

extension PublicBody {
  /// The body that the first letter of its field names.
  init?(_ letter: UInt8?) {
    switch letter {
    case UInt8(ascii: "a"): self = .administrative
    case UInt8(ascii: "i"): self = .institution
    default: return nil
    }
  }
}
