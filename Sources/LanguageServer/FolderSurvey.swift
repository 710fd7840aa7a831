import Disclosure
import DisclosureText
import Lint
import Workspace

/// What a disclosure says of itself that others are checked against.
struct SurveyedDisclosure: Hashable, Sendable {
  /// Whose it is, of what kind and year.
  let profile: ProfileSummary
  /// Whose it is, written as all documents of one entity have it; nil where it belongs to no group.
  let entity: String?
  /// Its figures, with their places in the file; none where it belongs to no group.
  let figures: FigureSummary

  /// Takes down what a disclosure of a file says.
  init(_ part: DisclosureFile.Part) {
    profile = ProfileSummary(part.document.profile)
    entity = Self.entity(of: part.document)
    figures = entity == nil ? FigureSummary() : FigureSummary(part.document).moved(by: part.start)
  }

  /// Whose document it is, as ``entity`` has it.
  static func entity(of document: DisclosureDocument) -> String? {
    let profile = ProfileSummary(document.profile)
    return DocumentGroups.belongs(profile) ? profile.entity.map { DocumentGroups.name($0) } : nil
  }
}

/// What a file says that others are checked against.
struct SurveyedDocument: Hashable, Sendable {
  /// Its disclosures, in the order of the text.
  let disclosures: [SurveyedDisclosure]

  /// Takes down what the disclosures of `file` say.
  init(_ file: DisclosureFile) { disclosures = file.parts.map { SurveyedDisclosure($0) } }
}

/// What the files of a folder say, as far as they were looked at.
///
/// They are looked at one after the other while nothing else is to be done. Until all of them were, what
/// the folder said before counts.
struct FolderSurvey: Sendable {
  /// A file as it was looked at.
  struct File: Sendable {
    /// How it was told from what it was before or may become.
    let status: FileStatus
    /// What it says.
    let document: SurveyedDocument
  }

  /// What the files say.
  private(set) var documents: [FilePath: SurveyedDocument] = [:]
  private var files: [FilePath: File] = [:]
  /// The files that are still to be looked at, the next one last; nil where the folder is to be listed.
  private var pending: [(path: FilePath, status: FileStatus)]?
  private var isComplete = false

  /// Whether there is something left to be looked at.
  var hasWork: Bool { !isComplete }

  /// Files may have changed, come or gone: what is found as it was is not read again.
  mutating func listAgain() {
    pending = nil
    isComplete = false
  }

  /// Does the next step, which is no longer than reading one file; whether it was the last.
  ///
  /// - Parameters:
  ///   - list: the files of the folder
  ///   - read: what a file says; nil for one that is left out or cannot be read
  mutating func step(
    list: () -> [(path: FilePath, status: FileStatus)], read: (FilePath) -> SurveyedDocument?
  ) -> Bool {
    if pending == nil {
      let found = list()
      let known = files
      files = [:]
      for file in found where known[file.path]?.status == file.status { files[file.path] = known[file.path] }
      pending = found.filter { files[$0.path] == nil }.reversed()
    } else if let next = pending?.popLast() {
      if let document = read(next.path) { files[next.path] = File(status: next.status, document: document) }
    }
    guard pending?.isEmpty ?? false else { return false }
    documents = files.mapValues(\.document)
    isComplete = true
    return true
  }
}

/// The documents that the disclosures of a file are checked against, with their figures.
struct RelatedDocuments: Hashable, Sendable {
  /// Which documents they are, for each disclosure of the file; empty where there are none at all.
  private(set) var documents: [[RelatedDocument]] = []
  /// What they say, likewise.
  private(set) var figures: [RelatedFigures] = []

  /// Creates the documents that belong to none.
  init() {}

  /// Finds among `others`, and in the file itself, what the disclosures of `own`, at `path`, are checked against.
  init(of own: SurveyedDocument, at path: FilePath, among others: [FilePath: SurveyedDocument]) {
    let entities = Set(own.disclosures.compactMap(\.entity))
    if entities.isEmpty { return }
    var groups = DocumentGroups()
    var files = others
    files[path] = own
    for (path, file) in files {
      for (number, disclosure) in file.disclosures.enumerated() {
        guard let entity = disclosure.entity, entities.contains(entity) else { continue }
        groups.add(path, number: number, disclosure.profile, digest: disclosure.figures.digest)
      }
    }
    let found = own.disclosures.indices.map { groups.related(to: path, number: $0) }
    if found.allSatisfy(\.isEmpty) { return }
    documents = found
    figures = found.map { related in
      var figures = RelatedFigures()
      for document in related {
        figures[document.relation] = files[document.path]?.disclosures[document.number].figures
      }
      return figures
    }
  }

  /// The file that a published disclosure stands in which findings refer to.
  func path(of other: ReferredDisclosure) -> FilePath? {
    guard documents.indices.contains(other.checked) else { return nil }
    return documents[other.checked].first { $0.relation == other.relation }?.path
  }

  /// A number by which they are told from others.
  var digest: UInt64 {
    zip(documents, figures).reduce(0) { sum, own in
      own.0.reduce((sum &* 37) ^ 1) { ($0 &* 31) ^ (own.1[$1.relation]?.digest ?? 0) }
    }
  }
}

extension Surroundings {
  /// The most files of a folder that are looked at beside an open one, and their most bytes. A
  /// folder with more is an archive, which the command checks.
  private static let surveyLimit = 100
  private static let surveyBytes = 1 << 20

  /// The documents in `folder` that are plain texts, in the order of their names; none where there
  /// are too many.
  func plainTexts(in folder: FilePath) -> [(path: FilePath, status: FileStatus)] {
    guard let entries = try? files.entries(of: folder) else { return [] }
    let names = entries.filter { $0.kind == .file && DocumentKind(name: $0.name) == .text }.map(\.name)
    guard names.count <= Self.surveyLimit else { return [] }
    return names.map { folder.appending($0) }.sorted().compactMap { path in
      guard let status = try? files.status(of: path), status.size <= Self.surveyBytes else { return nil }
      return (path, status)
    }
  }
}
