import Disclosure
import Lint

/// Which documents belong together: the budgets and final accounts of one department or unit
/// over the years.
///
///     var groups = DocumentGroups()
///     for (path, report) in reports { groups.add(path, report.profile, digest: …) }
///     groups.related(to: path)  // last year's budget, this year's budget …
///
/// A file may hold several disclosures, which are told by their number in it.
///
/// Different documents of one entity, kind and year are not compared with each other or with
/// any, for nobody can say which one counts; equal ones count once.
@usableFromInline package struct DocumentGroups: Sendable {
  private var keys: [Site: Key] = [:]
  private var documents: [Key: Group] = [:]

  /// Whose document it is, of what kind and year.
  private struct Key: Hashable, Sendable {
    let entity: String
    let kind: String
    let year: Int
    /// A unit's own document (单位预算) is none of its department's (部门预算).
    let isUnit: Bool

    func of(_ kind: String, _ year: Int) -> Key { Key(entity: entity, kind: kind, year: year, isUnit: isUnit) }
  }

  /// A disclosure by its file and its number in it.
  private struct Site: Hashable, Comparable, Sendable {
    let path: FilePath
    let number: Int

    static func < (left: Site, right: Site) -> Bool {
      left.path == right.path ? left.number < right.number : left.path < right.path
    }
  }

  private struct Entry: Sendable {
    let site: Site
    var digest: UInt64
  }

  /// The documents of one key.
  private struct Group: Sendable {
    private(set) var entries: [Entry] = []
    /// The first of them by its site, where all are equal: kept, for it is asked for with every document that comes.
    private(set) var one: Site?

    mutating func add(_ entry: Entry) {
      entries.append(entry)
      let isFirst = entries.count == 1
      guard isFirst || one != nil && entry.digest == entries[0].digest else {
        one = nil
        return
      }
      one = one.map { min($0, entry.site) } ?? entry.site
    }

    /// Takes other digests for those of its documents that have some.
    mutating func take(digests: [FilePath: [UInt64]]) {
      for index in entries.indices {
        let site = entries[index].site
        guard let own = digests[site.path], site.number < own.count else { continue }
        entries[index].digest = own[site.number]
      }
      one = areEqual ? entries.map(\.site).min() : nil
    }

    /// Whether all of them are equal.
    var areEqual: Bool { entries.allSatisfy { $0.digest == entries[0].digest } }
  }

  /// Creates groups without documents.
  package init() {}

  /// Whether a document says enough of itself to belong to a group.
  package static func belongs(_ profile: ProfileSummary) -> Bool {
    profile.entity != nil && profile.fiscalYear != nil && profile.kind != "unknown"
  }

  /// Adds a document, each once; one that does not say whose it is, of what kind and year, belongs to none.
  ///
  /// - Parameter number: which of the disclosures of the file it is.
  /// - Parameter digest: what equal documents have in common.
  package mutating func add(_ path: FilePath, number: Int = 0, _ profile: ProfileSummary, digest: UInt64) {
    guard let key = Self.key(of: profile) else { return }
    let site = Site(path: path, number: number)
    keys[site] = key
    documents[key, default: Group()].add(Entry(site: site, digest: digest))
  }

  private static func key(of profile: ProfileSummary) -> Key? {
    guard let entity = profile.entity, let year = profile.fiscalYear, belongs(profile) else { return nil }
    return Key(entity: name(entity), kind: profile.kind, year: year, isUnit: profile.isUnit)
  }

  /// Whether two profiles are of one entity, kind and year, or both belong to no group.
  package static func areOne(_ first: ProfileSummary, _ second: ProfileSummary) -> Bool {
    key(of: first) == key(of: second)
  }

  /// The documents that a disclosure of the file at `path` can be checked against, in a fixed order.
  package func related(to path: FilePath, number: Int = 0) -> [RelatedDocument] {
    guard let key = keys[Site(path: path, number: number)], document(key) != nil else { return [] }
    var result: [RelatedDocument] = []
    if let earlier = document(key.of(key.kind, key.year - 1)) {
      result.append(RelatedDocument(path: earlier.path, number: earlier.number, relation: .priorYear))
    }
    if key.kind == "final", let budget = document(key.of("budget", key.year)) {
      result.append(RelatedDocument(path: budget.path, number: budget.number, relation: .budget))
    }
    return result
  }

  /// Whether there are documents that one of this profile is to be checked against, or that are against it.
  package func hasRelatives(_ profile: ProfileSummary) -> Bool { Self.key(of: profile).map(hasRelatives) ?? false }

  private func hasRelatives(_ key: Key) -> Bool {
    let other = key.of(key.kind == "final" ? "budget" : "final", key.year)
    return [key.of(key.kind, key.year - 1), key.of(key.kind, key.year + 1), other].contains { documents[$0] != nil }
  }

  /// The files with documents that differ from others of their entity, kind and year where that matters: where
  /// they have relatives.
  ///
  /// - Complexity: O(documents).
  package var disputed: Set<FilePath> {
    var files: Set<FilePath> = []
    for (key, group) in documents where !group.areEqual && hasRelatives(key) {
      files.formUnion(group.entries.map(\.site.path))
    }
    return files
  }

  /// Takes other digests for the disclosures of files, in their order.
  ///
  /// - Complexity: O(documents).
  package mutating func take(digests: [FilePath: [UInt64]]) {
    for key in documents.keys { documents[key]?.take(digests: digests) }
  }

  /// The one document of a key; nil where there is none, or where several differ.
  private func document(_ key: Key) -> Site? { documents[key]?.one }

  /// An entity's name without blanks and brackets' width, in which documents of one entity
  /// differ.
  package static func name(_ entity: String) -> String {
    var result = ""
    for scalar in entity.unicodeScalars where scalar != " " && scalar != "\u{3000}" && scalar != "\t" {
      switch scalar {
      case "(": result += "（"
      case ")": result += "）"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// A document that another can be checked against.
@usableFromInline package struct RelatedDocument: Hashable, Sendable {
  /// Its file.
  package let path: FilePath
  /// Which of the disclosures of its file it is.
  package let number: Int
  /// What it is to the other.
  package let relation: OtherDocument

  /// Creates the description of a related document.
  package init(path: FilePath, number: Int = 0, relation: OtherDocument) {
    self.path = path
    self.number = number
    self.relation = relation
  }
}
