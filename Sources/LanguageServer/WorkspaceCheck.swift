import DisclosureText
import LanguageServerProtocol
import Lint
import Workspace

/// A check of all documents, open or not, that goes on while messages are taken.
struct WorkspaceCheck: Sendable {
  /// The request that is answered at the end.
  let identifier: RequestIdentifier
  /// What becomes of the reports.
  var purpose: Purpose
  /// The files that were not looked at yet, the next one last.
  var pending: [FilePath]
  /// How many there were.
  let total: Int
  /// Where progress is told; nil where it is not.
  var progress: RequestIdentifier?
  /// Whether telling it has begun.
  var isTelling = false

  /// What becomes of the reports.
  enum Purpose: Sendable {
    /// They answer the request, in parts where there is a token for them; what the client has already
    /// is not said again.
    case answer(part: RequestIdentifier?, known: [DocumentKey: String], reports: [WorkspaceDocumentReport])
    /// They are published.
    case publish
  }
}

extension Session {
  /// The command that checks all documents.
  static let checkCommand = "budgetlint.checkWorkspace"

  /// Whether there is something left to be done step by step.
  package var hasWork: Bool { !checks.isEmpty || unsurveyedFolder != nil }

  /// Whether the client waits for what is left.
  package var isAwaited: Bool { !checks.isEmpty }

  /// Does the next step: looks at one file that documents are checked against, or checks one of the check
  /// that was begun first.
  package mutating func work() {
    if let folder = unsurveyedFolder { return survey(folder) }
    guard var check = checks.first else { return }
    if let folder = check.pending.last?.parent, surveys[folder] == nil {
      surveys[folder] = FolderSurvey()
      return
    }
    checks.removeFirst()
    guard let path = check.pending.popLast() else { return finish(check) }
    look(at: path, for: &check)
    let done = check.total - check.pending.count
    if check.isTelling, let token = check.progress, done % max(1, check.total / 20) == 0 {
      let value = WorkDone.report(message: "\(done)/\(check.total)", percentage: done * 100 / check.total)
      output.notify(Progress(token: token, value: value))
    }
    checks.insert(check, at: 0)
  }

  /// Begins to answer what there is to say of all documents.
  mutating func beginCheck(_ identifier: RequestIdentifier, _ message: WorkspaceDiagnostics) {
    let known = Dictionary(message.previousResults.map { (DocumentKey($0.uri), $0.name) }) { $1 }
    var check = newCheck(
      identifier, purpose: .answer(part: message.partialResultToken, known: known, reports: []),
      token: message.workDoneToken)
    for key in documents.keys.sorted() where documents[key]?.isConfiguration == false {
      if !traits.capabilities.diagnosticRefresh { finishSurvey(beside: documents[key]?.path) }
      guard let report = report(on: key), let document = documents[key] else { continue }
      add(
        WorkspaceDocumentReport(
          uri: document.uri, version: document.version,
          report: known[key] == report.name
            ? .unchanged(name: report.name) : .full(diagnostics(report, document), name: report.name)), to: &check)
    }
    checks.append(check)
  }

  /// Begins to publish what there is to say of the documents that are not open; to a client that asks
  /// for diagnostics, asks it to ask.
  mutating func execute(_ identifier: RequestIdentifier, _ message: ExecuteCommand) throws(ResponseError) {
    guard message.command == Self.checkCommand else {
      throw ResponseError(.invalidParameters, "there is no command \(message.command)")
    }
    if traits.capabilities.pullsDiagnostics {
      if traits.capabilities.diagnosticRefresh { ask(.diagnostics) }
      return output.respond(to: identifier, with: NullResponse())
    }
    checks.append(newCheck(identifier, purpose: .publish, token: message.workDoneToken))
  }

  private mutating func newCheck(
    _ identifier: RequestIdentifier, purpose: WorkspaceCheck.Purpose, token: RequestIdentifier?
  ) -> WorkspaceCheck {
    // Files may have changed since they were looked at.
    for folder in surveys.keys { surveys[folder]?.listAgain() }
    let files = surroundings.documents().filter { documents[DocumentKey(FileLocation.uri(of: $0))] == nil }
    var check = WorkspaceCheck(
      identifier: identifier, purpose: purpose, pending: files.reversed(), total: files.count, progress: token)
    if let token {
      check.isTelling = true
      tellBeginning(on: token)
    } else if traits.capabilities.workDoneProgress, !files.isEmpty {
      let token = RequestIdentifier.text("\(Self.serverName)-\(nextNumber())")
      check.progress = token
      ask(CreateProgress(token: token), for: .progress(token: token))
    }
    return check
  }

  /// Begins to tell progress on a token that the client was asked for.
  mutating func beginProgress(_ token: RequestIdentifier, isAllowed: Bool) {
    guard isAllowed, let index = checks.firstIndex(where: { $0.progress == token }) else { return }
    checks[index].isTelling = true
    tellBeginning(on: token)
  }

  private mutating func tellBeginning(on token: RequestIdentifier) {
    let title = traits.language == .chinese ? "检查全部文件" : "Checking all documents"
    output.notify(Progress(token: token, value: WorkDone.begin(title: title)))
  }

  /// Judges one file, or leaves it out where it was opened or removed meanwhile.
  private mutating func look(at path: FilePath, for check: inout WorkspaceCheck) {
    let uri = FileLocation.uri(of: path)
    guard documents[DocumentKey(uri)] == nil, let bytes = surroundings.bytes(of: path) else { return }
    let name = resultName(of: bytes, against: related(ofFileAt: path))
    if case .answer(_, let known, _) = check.purpose, known[DocumentKey(uri)] == name {
      return add(WorkspaceDocumentReport(uri: uri, version: nil, report: .unchanged(name: name)), to: &check)
    }
    let text = SourceText(bytes)
    let judgement = judge(bytes, at: path)
    let converter = PositionConverter(bytes: text.bytes, lines: LineIndex(text.bytes), encoding: traits.encoding)
    var places = FindingPlaces(uri: uri, converter, related: judgement.related)
    let diagnostics = judgement.report.findings.map { diagnostic($0, &places) }
    if case .publish = check.purpose {
      output.notify(PublishDiagnostics(uri: uri, version: nil, diagnostics: diagnostics))
    } else {
      add(WorkspaceDocumentReport(uri: uri, version: nil, report: .full(diagnostics, name: name)), to: &check)
    }
  }

  /// The name of the report on a file: the same for the same bytes under the same configuration,
  /// checked against the same figures.
  private func resultName(of bytes: [UInt8], against related: RelatedDocuments) -> String {
    let hash = bytes.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }
    let others = related.documents.isEmpty ? "" : "-\(String(related.digest, radix: 16))"
    return "\(String(hash, radix: 16))-\(bytes.count)-\(configurationCount)\(others)"
  }

  private mutating func add(_ report: WorkspaceDocumentReport, to check: inout WorkspaceCheck) {
    guard case .answer(let part, let known, let reports) = check.purpose else { return }
    if let part {
      output.notify(Progress(token: part, value: WorkspaceReport([report])))
    } else {
      check.purpose = .answer(part: part, known: known, reports: reports + [report])
    }
  }

  private mutating func finish(_ check: WorkspaceCheck) {
    endProgress(of: check)
    if case .answer(_, _, let reports) = check.purpose {
      output.respond(to: check.identifier, with: WorkspaceReport(reports))
    } else {
      output.respond(to: check.identifier, with: NullResponse())
    }
  }

  private mutating func endProgress(of check: WorkspaceCheck) {
    if check.isTelling, let token = check.progress { output.notify(Progress(token: token, value: WorkDone.end)) }
  }

  /// Answers that a check was cancelled.
  mutating func cancel(_ check: WorkspaceCheck) {
    endProgress(of: check)
    output.refuse(check.identifier, with: Self.cancellation)
  }

  /// The client does not wait for a check any more.
  mutating func cancelChecks(where isMeant: (WorkspaceCheck) -> Bool) {
    for check in checks where isMeant(check) { cancel(check) }
    checks.removeAll(where: isMeant)
  }
}
