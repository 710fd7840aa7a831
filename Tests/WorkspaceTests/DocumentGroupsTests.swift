import Disclosure
import Lint
import Testing
import Workspace

@Suite("Documents that belong together")
struct DocumentGroupsTests {
  func groups(_ documents: [(FilePath, String?, String, Int?, UInt64)]) -> DocumentGroups {
    var groups = DocumentGroups()
    for (path, entity, kind, year, digest) in documents {
      groups.add(path, ProfileSummary(kind: kind, entity: entity, fiscalYear: year), digest: digest)
    }
    return groups
  }

  @Test("last year's of the same kind, and the budget of final accounts")
  func related() {
    let groups = groups([
      ("a24", "某局", "budget", 2024, 1), ("a25", "某 局", "budget", 2025, 2), ("f24", "某局", "final", 2024, 3),
      ("f23", "某局", "final", 2023, 4), ("b24", "乙局", "budget", 2024, 5),
    ])
    #expect(groups.related(to: "a25") == [RelatedDocument(path: "a24", relation: .priorYear)])
    #expect(
      groups.related(to: "f24") == [
        RelatedDocument(path: "f23", relation: .priorYear), RelatedDocument(path: "a24", relation: .budget),
      ])
    #expect(groups.related(to: "a24") == [])
    #expect(groups.related(to: "b24") == [])
    #expect(groups.related(to: "gone") == [])
  }

  @Test("different documents of one entity, kind and year are not compared, equal ones count once")
  func several() {
    let documents: [(FilePath, String?, String, Int?, UInt64)] = [
      ("b", "某局", "budget", 2024, 1), ("a", "某局", "budget", 2024, 1), ("c", "某局", "budget", 2025, 2),
    ]
    #expect(groups(documents).related(to: "c") == [RelatedDocument(path: "a", relation: .priorYear)])
    #expect(groups(documents + [("d", "某局", "budget", 2024, 9)]).related(to: "c") == [])
    #expect(groups(documents + [("d", "某局", "budget", 2025, 9)]).related(to: "c") == [])
  }

  @Test("a unit's own document is not compared with its department's")
  func forms() {
    var groups = DocumentGroups()
    for (path, year, isUnit) in [("d24", 2024, false), ("u24", 2024, true), ("u25", 2025, true)] {
      let profile = ProfileSummary(kind: "budget", entity: "某局", fiscalYear: year, isUnit: isUnit)
      groups.add(FilePath(path), profile, digest: UInt64(year))
    }
    #expect(groups.related(to: "u25") == [RelatedDocument(path: "u24", relation: .priorYear)])
    #expect(groups.related(to: "d24") == [])
  }

  @Test("a document that does not say what it is belongs to none, and brackets of any width are the same")
  func unknown() {
    let groups = groups([
      ("a", nil, "budget", 2024, 1), ("b", "某局", "unknown", 2024, 2), ("c", "某局", "budget", nil, 3),
      ("d", "某中心(本级)", "budget", 2024, 4), ("e", "某中心（本级）", "budget", 2025, 5),
    ])
    for path in ["a", "b", "c"] { #expect(groups.related(to: FilePath(path)) == []) }
    #expect(groups.related(to: "e").map(\.path) == ["d"])
  }
}
