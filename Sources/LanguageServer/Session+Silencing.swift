import DisclosureText
import LanguageServerProtocol
import Lint
import Workspace

/// What silences findings: changes of the baseline and of the configuration.
extension Session {
  /// For each finding, adding it to the known ones.
  mutating func ignoring(
    _ selection: FindingSelection, _ report: OpenDocument.NumberedReport, _ document: OpenDocument
  ) -> [CodeAction] {
    guard let path = document.path, let configuration = configuration(for: path) else { return [] }
    let kept = configuration.baseline ?? configurationPlace(for: path).parent.appending(Array(Self.baselineName.utf8))
    let text = document.readable
    let diagnostics = diagnostics(report, document)
    return selection.indices.prefix(Self.silencingLimit).compactMap { index in
      let finding = report.report.findings[index]
      var baseline = surroundings.baseline(at: kept) ?? Baseline(at: kept)
      baseline.add([finding], of: text, at: path)
      let content = String(decoding: baseline.json(), as: UTF8.self)
      var documents = [replacement(of: kept, by: content)]
      if configuration.baseline == nil {
        documents.append(setting(["baseline"], to: Self.baselineName, for: path))
      }
      guard let edit = edit(documents) else { return nil }
      let printed = text.string(in: finding.range)
      var action = CodeAction(
        title: LocalizedText("不再提示“\(printed)”处的此问题", "Do not report this of “\(printed)” again")[traits.language],
        kind: ActionKind.ignore)
      action.diagnostics = [diagnostics[index]]
      action.edit = edit
      return action
    }
  }

  /// For each rule of the findings, the levels that it does not have.
  mutating func silencing(
    _ selection: FindingSelection, _ report: OpenDocument.NumberedReport, _ document: OpenDocument
  ) -> [CodeAction] {
    guard let path = document.path else { return [] }
    let diagnostics = diagnostics(report, document)
    var seen: Set<String> = []
    let chosen = selection.indices.filter { seen.insert(report.report.findings[$0].rule).inserted }
    var actions: [CodeAction] = []
    for index in chosen.prefix(Self.silencingLimit) {
      let finding = report.report.findings[index]
      for level in RuleLevel.all where level != .severity(finding.severity) {
        guard let edit = edit([setting(["rules", finding.rule], to: level.name, for: path)]) else { continue }
        let title = LocalizedText(
          "将规则 \(finding.rule) 设为 \(level.name)", "Set rule \(finding.rule) to \(level.name)")
        var action = CodeAction(title: title[traits.language], kind: ActionKind.severity)
        action.diagnostics = [diagnostics[index]]
        action.edit = edit
        actions.append(action)
      }
    }
    return actions
  }

  /// How many findings can be silenced from one place; a menu is no list of all there are.
  private static let silencingLimit = 4
  /// The file for known findings where none is configured.
  private static let baselineName = ".budgetlint-baseline.json"

  /// The configuration file that counts for a document, or the one to be made: in the folder that
  /// is open, else beside it.
  private mutating func configurationPlace(for path: FilePath) -> FilePath {
    if let file = surroundings.configurationFile(for: path) { return file }
    let folder = surroundings.folders.compactMap { FileLocation.path(of: $0) }.first { path.isBelow($0) }
    return (folder ?? path.parent).appending(Array(ConfigurationStore.fileName.utf8))
  }

  /// Giving a key of the configuration of a document another value; nil where that has no form.
  private mutating func setting(_ keys: [String], to value: String, for path: FilePath) -> DocumentEdit? {
    let file = configurationPlace(for: path)
    guard let bytes = surroundings.bytes(of: file) else {
      return newFile(file, ConfigurationEdit.file(setting: keys, to: value))
    }
    guard let edit = ConfigurationEdit.setting(keys, to: value, in: bytes) else { return nil }
    return documentEdit(edit, of: file, bytes)
  }

  private func replacement(of path: FilePath, by content: String) -> DocumentEdit? {
    guard let bytes = surroundings.bytes(of: path) else { return newFile(path, content) }
    return documentEdit(TextEdit(range: TextRange(0, bytes.count), text: content), of: path, bytes)
  }

  private func documentEdit(_ edit: TextEdit, of path: FilePath, _ bytes: [UInt8]) -> DocumentEdit {
    var converter = PositionConverter(bytes: bytes, lines: LineIndex(bytes), encoding: traits.encoding)
    let uri = FileLocation.uri(of: path)
    let open = documents[DocumentKey(uri)]
    return DocumentEdit(
      uri: open?.uri ?? uri, version: open?.version,
      edits: [ProtocolEdit(range: converter.range(edit.range), newText: edit.text)])
  }

  private func newFile(_ path: FilePath, _ content: String) -> DocumentEdit {
    let start = ProtocolPosition(line: 0, character: 0)
    return DocumentEdit(
      uri: FileLocation.uri(of: path), version: nil, isNew: true,
      edits: [ProtocolEdit(range: ProtocolRange(start: start, end: start), newText: content)])
  }

  /// The edits together; nil where one is missing, or makes a file for a client that cannot.
  private func edit(_ documents: [DocumentEdit?]) -> WorkspaceEdit? {
    let present = documents.compactMap { $0 }
    guard present.count == documents.count,
      traits.capabilities.fileCreation || !present.contains(where: \.isNew)
    else { return nil }
    return WorkspaceEdit(present, isVersioned: traits.capabilities.documentChanges)
  }
}
