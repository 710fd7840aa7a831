import Disclosure
import DisclosureText
import LanguageServerProtocol
import Lint
import Rules
import Workspace

/// Documents of one folder are checked against each other: last year's against this year's, a
/// budget against the final accounts. What is open in the editor wins over the file.
extension Session {
  /// What is wrong with a text, what it was checked against, and what was read of it.
  struct Judgement {
    var report: LintReport
    var related = RelatedDocuments()
    var surveyed: SurveyedDocument?
    var document: DisclosureDocument?
  }

  /// What is wrong with a text, as configured for its file, without what is known already.
  ///
  /// - Parameters:
  ///   - isValid: whether the bytes are known to be UTF-8, as those of a text that the client holds are
  ///   - former: what was read before the text was edited
  mutating func judge(
    _ bytes: [UInt8], at path: FilePath?, isValid: Bool = false, after former: DisclosureDocument? = nil
  ) -> Judgement {
    let text = isValid ? SourceText(valid: bytes) : SourceText(bytes)
    let configuration = configuration(for: path)
    if let path, configuration?.ignores(path) ?? false { return Judgement(report: .nothing) }
    let linter = configuration.map { Linter(settings: $0.lintSettings) } ?? Linter()
    let document = linter.read(text, after: former, isEdited: true)
    guard let path else { return Judgement(report: linter.report(on: document), document: document) }
    let others = others(of: path)
    // Only a document beside others needs to say what it says of itself.
    let surveyed = others.isEmpty ? nil : SurveyedDocument(document)
    let related = surveyed.map { RelatedDocuments(of: $0, at: path, among: others) } ?? RelatedDocuments()
    var judgement = Judgement(
      report: linter.report(on: document, against: related.figures), related: related, surveyed: surveyed,
      document: document)
    if let kept = configuration?.baseline, let baseline = surroundings.baseline(at: kept) {
      judgement.report = baseline.taking(judgement.report, of: text, at: path).report
    }
    return judgement
  }

  /// Whether an open document is to be checked against other figures than it was.
  mutating func isOutdated(_ document: OpenDocument) -> Bool {
    // What the configuration leaves out was not judged.
    guard let report = document.report, let path = document.path, document.judged != nil else { return false }
    let others = others(of: path)
    guard !others.isEmpty, let own = surveyed(DocumentKey(document.uri)) else {
      return report.related != RelatedDocuments()
    }
    return RelatedDocuments(of: own, at: path, among: others) != report.related
  }

  /// What a file that is not open is checked against, as far as that is known without judging it.
  mutating func related(ofFileAt path: FilePath) -> RelatedDocuments {
    let others = others(of: path)
    guard let own = surveys[path.parent]?[path] else { return RelatedDocuments() }
    return RelatedDocuments(of: own, at: path, among: others)
  }

  /// What the other documents in the folder of `path` say.
  private mutating func others(of path: FilePath) -> [FilePath: SurveyedDocument] {
    let folder = path.parent
    if surveys[folder] == nil { surveys[folder] = survey(folder) }
    var others = surveys[folder] ?? [:]
    for key in documents.keys.sorted() {
      guard let document = documents[key], !document.isConfiguration, let other = document.path, other != path,
        other.parent == folder
      else { continue }
      others[other] = surveyed(key)
    }
    others[path] = nil
    return others
  }

  /// What an open document says now.
  private mutating func surveyed(_ key: DocumentKey) -> SurveyedDocument? {
    guard let document = documents[key] else { return nil }
    if let known = document.surveyed { return known }
    let linter = linter(for: document.path)
    let surveyed = SurveyedDocument(linter.read(SourceText(valid: document.bytes), after: document.judged))
    documents[key]?.surveyed = surveyed
    return surveyed
  }

  /// What the files of a folder say that are not open.
  private mutating func survey(_ folder: FilePath) -> [FilePath: SurveyedDocument] {
    let open = Set(documents.values.compactMap(\.path))
    var found: [FilePath: SurveyedDocument] = [:]
    for path in surroundings.plainTexts(in: folder) where !open.contains(path) {
      guard let bytes = surroundings.bytes(of: path) else { continue }
      let linter = linter(for: path)
      if (try? surroundings.configuration(for: path))?.ignores(path) ?? false { continue }
      found[path] = SurveyedDocument(linter.read(SourceText(bytes)))
    }
    return found
  }

  /// The files of the folder of `path` are looked at anew.
  mutating func forgetSurvey(of path: FilePath) { surveys[path.parent] = nil }

  /// Publishes anew what is wrong with documents that edited ones are checked against.
  mutating func publishOutdated(besides settled: [DocumentKey]) {
    let folders = Set(settled.compactMap { documents[$0]?.path?.parent })
    for key in documents.keys.sorted() where !settled.contains(key) {
      guard let document = documents[key], let folder = document.path?.parent, folders.contains(folder),
        isOutdated(document)
      else { continue }
      publish(key)
    }
  }

  /// The text of a document that findings refer to, in the client's spelling.
  func text(of other: OtherDocument, in related: RelatedDocuments) -> (uri: String, bytes: [UInt8])? {
    guard let path = related.documents.first(where: { $0.relation == other })?.path else { return nil }
    let uri = FileLocation.uri(of: path)
    if let open = documents[DocumentKey(uri)] { return (open.uri, open.bytes) }
    return surroundings.bytes(of: path).map { (uri, $0) }
  }
}
