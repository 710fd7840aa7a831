import Disclosure
import Lint
import Workspace

/// What a document says of itself that others are checked against.
struct SurveyedDocument: Hashable, Sendable {
  /// Whose it is, of what kind and year.
  let profile: ProfileSummary
  /// Its figures; none where it belongs to no group.
  let figures: FigureSummary

  /// Takes down what `document` says.
  init(_ document: DisclosureDocument) {
    profile = ProfileSummary(document.profile)
    figures = DocumentGroups.belongs(profile) ? FigureSummary(document) : FigureSummary()
  }
}

/// The documents that one is checked against, with their figures.
struct RelatedDocuments: Hashable, Sendable {
  /// Which documents they are.
  private(set) var documents: [RelatedDocument] = []
  /// What they say.
  private(set) var figures = RelatedFigures()

  /// Creates the documents that belong to none.
  init() {}

  /// Finds among `others` the documents that `own`, at `path`, is checked against.
  init(of own: SurveyedDocument, at path: FilePath, among others: [FilePath: SurveyedDocument]) {
    guard !others.isEmpty, DocumentGroups.belongs(own.profile) else { return }
    var groups = DocumentGroups()
    groups.add(path, own.profile, digest: own.figures.digest)
    for (other, surveyed) in others where surveyed.profile.entity != nil {
      groups.add(other, surveyed.profile, digest: surveyed.figures.digest)
    }
    documents = groups.related(to: path)
    for document in documents { figures[document.relation] = others[document.path]?.figures }
  }

  /// A number by which they are told from others.
  var digest: UInt64 {
    documents.reduce(0) { ($0 &* 31) ^ (figures[$1.relation]?.digest ?? 0) }
  }
}

extension Surroundings {
  /// The most files of a folder that are looked at beside an open one, and their most bytes. A
  /// folder with more is an archive, which the command checks.
  private static let surveyLimit = 100
  private static let surveyBytes = 1 << 20

  /// The documents in `folder` that are plain texts, in the order of their names; none where there
  /// are too many.
  func plainTexts(in folder: FilePath) -> [FilePath] {
    guard let entries = try? files.entries(of: folder) else { return [] }
    let names = entries.filter { $0.kind == .file && DocumentKind(name: $0.name) == .text }.map(\.name)
    guard names.count <= Self.surveyLimit else { return [] }
    return names.map { folder.appending($0) }.filter { path in
      ((try? files.status(of: path))?.size).map { $0 <= Self.surveyBytes } ?? false
    }.sorted()
  }
}
