import Testing
import Workspace

@testable import Accounts

@Suite("The literals of the charts")
struct GeneratedTableTests {
  @Test("are the tables kept beside them", arguments: TableFile.charts)
  func charts(file: TableFile) throws {
    #expect(try file.rows().joined(separator: "\n") == "\(file.literal)", ".ci/accounts renews the literals")
  }

  @Test("name every account by each of its names", arguments: TableFile.charts)
  func names(file: TableFile) throws {
    var names: Set<String> = []
    for row in try file.rows() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      let older = fields[6].split(separator: ";").map { name in
        name.dropLast(name.reversed().prefix { $0 != "(" }.count + 1)
      }
      for name in [fields[1]] + older { names.insert("\(name)\t\(fields[0])") }
    }
    let sorted = names.sorted { Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8)) }
    #expect(sorted.joined(separator: "\n") == "\(file.names)")
  }

  @Test("hold the mapping in both directions")
  func mapping() throws {
    let rows = try TableFile.rows(of: "economic-mapping").map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
    }
    let byGovernment = rows.map { $0.joined(separator: "\t") }.sorted()
    let byDepartment = rows.map { ([$0[1], $0[0]] + $0[2...]).joined(separator: "\t") }.sorted()
    #expect(byGovernment.joined(separator: "\n") == "\(GeneratedTables.governmentMapping)")
    #expect(byDepartment.joined(separator: "\n") == "\(GeneratedTables.departmentMapping)")
  }
}

/// A table of the module, as it is kept and as it is compiled.
struct TableFile: CustomTestStringConvertible, Sendable {
  let name: String
  let classification: AccountClassification
  let literal: StaticString
  let names: StaticString

  var testDescription: String { name }

  static let charts = [
    TableFile(
      name: "functional", classification: .functional, literal: GeneratedTables.functional,
      names: GeneratedTables.functionalNames),
    TableFile(
      name: "economic-department", classification: .economicDepartment, literal: GeneratedTables.economicDepartment,
      names: GeneratedTables.economicDepartmentNames),
    TableFile(
      name: "economic-government", classification: .economicGovernment, literal: GeneratedTables.economicGovernment,
      names: GeneratedTables.economicGovernmentNames),
  ]

  func rows() throws -> [Substring] { try Self.rows(of: name) }

  /// The rows of a table without the names of its columns.
  static func rows(of name: String) throws -> [Substring] {
    let root = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    let path = FilePath("\(root)/Sources/Accounts/Tables/\(name).tsv")
    return String(decoding: try DiskFileSystem().bytes(of: path), as: UTF8.self).split(separator: "\n").dropFirst()
      .map { $0 }
  }
}
