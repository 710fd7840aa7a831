import Lint

/// Which documents belong together: the budgets and final accounts of one department or unit
/// over the years.
///
///     var groups = DocumentGroups()
///     for (path, report) in reports { groups.add(path, report.profile, digest: …) }
///     groups.related(to: path)  // last year's budget, this year's budget …
///
/// Different documents of one entity, kind and year are not compared with each other or with
/// any, for nobody can say which one counts; equal ones count once.
package struct DocumentGroups: Sendable {
  private var keys: [FilePath: Key] = [:]
  private var documents: [Key: [Entry]] = [:]

  /// Whose document it is, of what kind and year.
  private struct Key: Hashable, Sendable {
    let entity: String
    let kind: String
    let year: Int
  }

  private struct Entry: Sendable {
    let path: FilePath
    let digest: String
  }

  /// Creates groups without documents.
  package init() {}

  /// Adds a document; one that does not say whose it is, of what kind and year, belongs to none.
  ///
  /// - Parameter digest: what equal documents have in common.
  package mutating func add(_ path: FilePath, _ profile: ProfileSummary, digest: String) {
    guard let entity = profile.entity, let year = profile.fiscalYear, profile.kind != "unknown" else { return }
    let key = Key(entity: Self.name(entity), kind: profile.kind, year: year)
    keys[path] = key
    documents[key, default: []].append(Entry(path: path, digest: digest))
  }

  /// The documents that the one at `path` can be checked against, in a fixed order.
  package func related(to path: FilePath) -> [RelatedDocument] {
    guard let key = keys[path], document(key) != nil else { return [] }
    var result: [RelatedDocument] = []
    if let earlier = document(Key(entity: key.entity, kind: key.kind, year: key.year - 1)) {
      result.append(RelatedDocument(path: earlier, relation: .priorYear))
    }
    if key.kind == "final", let budget = document(Key(entity: key.entity, kind: "budget", year: key.year)) {
      result.append(RelatedDocument(path: budget, relation: .budget))
    }
    return result
  }

  /// The one document of a key; nil where there is none, or where several differ.
  private func document(_ key: Key) -> FilePath? {
    guard let entries = documents[key], let first = entries.first else { return nil }
    return entries.allSatisfy { $0.digest == first.digest } ? entries.map(\.path).min() : nil
  }

  /// An entity's name without blanks and brackets' width, in which documents of one entity
  /// differ.
  private static func name(_ entity: String) -> String {
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
package struct RelatedDocument: Hashable, Sendable {
  /// Its file.
  package let path: FilePath
  /// What it is to the other.
  package let relation: Relation

  /// Creates the description of a related document.
  package init(path: FilePath, relation: Relation) {
    self.path = path
    self.relation = relation
  }

  /// What a document can be to another of the same entity.
  package enum Relation: Hashable, Sendable {
    /// The same kind of document of the year before: its figures are the other's base.
    case priorYear
    /// The budget of the same year: its figures are the other's initial budget.
    case budget
  }
}
