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
    var judged: DisclosureFile?
  }

  /// What is wrong with a text, as configured for its file, without what is known already.
  ///
  /// - Parameters:
  ///   - lines: the lines of a text that the client holds, which is UTF-8; nil for a file, which may be anything
  ///   - former: what was read and seen before the text was edited
  mutating func judge(
    _ bytes: [UInt8], at path: FilePath?, lines: LineIndex? = nil, after former: DisclosureFile? = nil
  ) -> Judgement {
    let isTable = path.map { CommaSeparatedText.isNamed($0.lastComponent) } ?? false
    let readable = isTable ? CommaSeparatedText.tabSeparated(bytes) : bytes
    let text = lines == nil ? SourceText(readable) : SourceText(valid: readable)
    // Line ends within cells are none to the reader.
    let lines = isTable ? nil : lines
    let configuration = configuration(for: path)
    if let path, configuration?.ignores(path) ?? false { return Judgement(report: .nothing) }
    let linter = configuration.map { Linter(settings: $0.lintSettings) } ?? Linter()
    var file = linter.read(file: text, lines: lines, after: former, isEdited: true)
    guard let path else {
      let report = linter.report(on: &file)
      return Judgement(report: report, judged: file)
    }
    let others = others(of: path)
    // Only a document beside others of the same entity needs to say what it says of itself.
    let surveyed = Self.hasKin(file, among: others) ? SurveyedDocument(file) : nil
    let related = surveyed.map { RelatedDocuments(of: $0, at: path, among: others) } ?? RelatedDocuments()
    let report = linter.report(on: &file, against: related.figures)
    var judgement = Judgement(report: report, related: related, surveyed: surveyed, judged: file)
    if isTable { judgement.report.keepPlainRepairs() }
    if let kept = configuration?.baseline, let baseline = surroundings.baseline(at: kept) {
      judgement.report = baseline.taking(judgement.report, of: text, at: path).report
    }
    return judgement
  }

  /// Whether an open document is to be checked against other figures than it was.
  mutating func isOutdated(_ document: OpenDocument) -> Bool {
    // What the configuration leaves out was not judged.
    guard let report = document.report, let path = document.path, let judged = document.judged else { return false }
    let others = others(of: path)
    guard Self.hasKin(judged, among: others), let own = surveyed(DocumentKey(document.uri)) else {
      return report.related != RelatedDocuments()
    }
    return RelatedDocuments(of: own, at: path, among: others) != report.related
  }

  /// Whether one of `others`, or a second disclosure of `file`, is of the same entity as one of `file`, which may be
  /// checked against it then.
  private static func hasKin(_ file: DisclosureFile, among others: [FilePath: SurveyedDocument]) -> Bool {
    guard !others.isEmpty || file.parts.count > 1 else { return false }
    var entities: Set<String> = []
    for part in file.parts {
      guard let entity = SurveyedDisclosure.entity(of: part.document) else { continue }
      if !entities.insert(entity).inserted { return true }
    }
    return others.values.contains { $0.disclosures.contains { $0.entity.map { entities.contains($0) } ?? false } }
  }

  /// What a file that is not open is checked against, as far as that is known without judging it.
  mutating func related(ofFileAt path: FilePath) -> RelatedDocuments {
    let others = others(of: path)
    guard let own = surveys[path.parent]?.documents[path] else { return RelatedDocuments() }
    return RelatedDocuments(of: own, at: path, among: others)
  }

  /// What the other documents in the folder of `path` say, as far as that is known: to look at a folder is
  /// left for later, so that nobody waits for what stands beside the text.
  private mutating func others(of path: FilePath) -> [FilePath: SurveyedDocument] {
    let folder = path.parent
    if surveys[folder] == nil { surveys[folder] = FolderSurvey() }
    var others = surveys[folder]?.documents ?? [:]
    // What is open wins over the file.
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
    // What was judged last is the present text where that has a report.
    let judged = document.judged
    let lines = document.isCommaSeparated ? nil : document.lines
    let read = document.report == nil ? linter.read(file: document.readable, lines: lines, after: judged) : judged
    guard let read else { return nil }
    let surveyed = SurveyedDocument(read)
    documents[key]?.surveyed = surveyed
    return surveyed
  }

  /// The folder that is to be looked at next; nil where all were.
  var unsurveyedFolder: FilePath? { surveys.filter(\.value.hasWork).keys.min() }

  /// Looks at one file of a folder, or at what files there are. Behind the last one what is wrong with the
  /// open documents of the folder is said anew where that has changed.
  mutating func survey(_ folder: FilePath) {
    guard var survey = surveys[folder] else { return }
    let isDone = survey.step(
      list: { surroundings.plainTexts(in: folder) },
      read: { path in
        guard let bytes = surroundings.bytes(of: path) else { return nil }
        let configuration = configuration(for: path)
        if configuration?.ignores(path) ?? false { return nil }
        let linter = configuration.map { Linter(settings: $0.lintSettings) } ?? Linter()
        return SurveyedDocument(linter.read(file: SourceText(CommaSeparatedText.readable(bytes, at: path))))
      })
    surveys[folder] = survey
    if isDone { sayOutdated(in: [folder], besides: []) }
  }

  /// The files of the folder of `path` are looked at anew.
  mutating func surveyAgain(_ path: FilePath) { surveys[path.parent]?.listAgain() }

  /// Looks at all files of the folder of a document at once, for a client that cannot be told later what
  /// they change.
  mutating func finishSurvey(beside path: FilePath?) {
    guard let folder = path?.parent else { return }
    if surveys[folder] == nil { surveys[folder] = FolderSurvey() }
    while surveys[folder]?.hasWork ?? false { survey(folder) }
  }

  /// Says anew what is wrong with documents that edited ones are checked against.
  mutating func publishOutdated(besides settled: [DocumentKey]) {
    sayOutdated(in: Set(settled.compactMap { documents[$0]?.path?.parent }), besides: settled)
  }

  /// Publishes anew what is wrong with the open documents of folders that are to be checked against other
  /// figures than they were, or has the client ask.
  private mutating func sayOutdated(in folders: Set<FilePath>, besides settled: [DocumentKey]) {
    for key in documents.keys.sorted() where !settled.contains(key) && !unsettled.contains(key) {
      guard let document = documents[key], let folder = document.path?.parent, folders.contains(folder),
        isOutdated(document)
      else { continue }
      if !traits.capabilities.pullsDiagnostics {
        publish(key)
      } else if traits.capabilities.diagnosticRefresh {
        return ask(.diagnostics)
      }
    }
  }

  /// The text of a document that findings refer to, in the client's spelling.
  func text(of other: ReferredDisclosure, in related: RelatedDocuments) -> (uri: String, bytes: [UInt8])? {
    guard let path = related.path(of: other) else { return nil }
    let uri = FileLocation.uri(of: path)
    if let open = documents[DocumentKey(uri)] { return (open.uri, open.bytes) }
    return surroundings.bytes(of: path).map { (uri, SourceText($0).bytes) }
  }
}
