import Assist
import DisclosureText
import JSONText
import LanguageServerProtocol
import Lint

extension Session {
  /// What can be done at a place: repairs first, the preferred one before others, then what
  /// concerns the paragraph and the document, then what only silences.
  mutating func codeActions(_ message: CodeActions) -> CodeActionList {
    let key = DocumentKey(message.uri)
    guard traits.capabilities.codeActionLiterals, let report = report(on: key), let document = documents[key],
      !document.isConfiguration
    else { return CodeActionList([]) }
    let selection = FindingSelection(message, in: document, report, encoding: traits.encoding)
    var actions: [CodeAction] = []
    if message.wants(ActionKind.quickFix) { actions += repairs(selection, report, document) }
    if selection.isOneRepairEach { return CodeActionList(actions) }
    if message.wants(ActionKind.recompute) {
      // Where a repair is the same, one entry of the menu is enough.
      let known = Set(actions.map(\.edit))
      actions += recomputation(message, document).filter { message.only != nil || !known.contains($0.edit) }
    }
    // What is done to the whole document is done when it is asked for, not beside a figure.
    if message.only != nil, message.wants(ActionKind.fixAll) { actions += fixAll(report, document) }
    if message.wants(ActionKind.ignore) { actions += ignoring(selection, report, document) }
    if message.wants(ActionKind.severity) { actions += silencing(selection, report, document) }
    return CodeActionList(actions)
  }

  private func repairs(
    _ selection: FindingSelection, _ report: OpenDocument.NumberedReport, _ document: OpenDocument
  ) -> [CodeAction] {
    var fixes = QuickFix.all(in: report.report, findingIndices: selection.indices)
    if selection.isOneRepairEach {
      var seen: Set<Int> = []
      fixes.removeAll { !seen.insert($0.findingIndex).inserted }
    }
    let diagnostics = diagnostics(report, document)
    return fixes.map { quickFix in
      var action = CodeAction(title: quickFix.fix.title[traits.language], kind: ActionKind.quickFix)
      action.diagnostics = [diagnostics[quickFix.findingIndex]]
      action.isPreferred = quickFix.fix.isPreferred
      action.edit = edit(quickFix.fix.edits, of: document)
      return action
    }
  }

  /// Computing the paragraph anew that the selection begins in.
  private mutating func recomputation(_ message: CodeActions, _ document: OpenDocument) -> [CodeAction] {
    guard let (_, placed, offset) = reading(of: message.uri, at: message.range.start) else { return [] }
    let edits = ParagraphRecomputation.edits(placed.reading, at: offset).map { $0.moved(by: placed.start) }
    guard !edits.isEmpty else { return [] }
    var action = CodeAction(
      title: LocalizedText("按本段数额重算占比、增减和合计", "Recompute this paragraph from its amounts")[traits.language],
      kind: ActionKind.recompute)
    action.edit = edit(edits, of: document)
    return [action]
  }

  /// All safe repairs; which they are is worked out when the client asks for them, where it does.
  private mutating func fixAll(_ report: OpenDocument.NumberedReport, _ document: OpenDocument) -> [CodeAction] {
    guard !document.isCommaSeparated, report.report.findings.contains(where: { FixChoice.safe.fix(of: $0) != nil })
    else { return [] }
    var action = CodeAction(
      title: LocalizedText("改正全部可放心改正之处", "Make all safe repairs")[traits.language], kind: ActionKind.fixAll)
    if traits.capabilities.resolvesEdits {
      action.data = JSONValue(
        .array([JSONValue(.string(document.uri)), JSONValue(.integer(Int64(report.number)))]))
    } else {
      let edits = SafeFixes.edits(SourceText(document.bytes), linter: linter(for: document.path))
      if edits.isEmpty { return [] }
      action.edit = edit(edits, of: document)
    }
    return [action]
  }

  /// The edit of an action that was offered without. It is for the text that the action was offered
  /// for; where that has changed, there is none.
  mutating func resolve(_ message: ResolveCodeAction) throws(ResponseError) -> ResolvedCodeAction {
    guard let data = message.action["data"]?.elements, data.count == 2, let uri = data[0].string,
      let number = data[1].integer
    else { return ResolvedCodeAction(action: message.action, edit: nil) }
    let key = DocumentKey(uri)
    guard let report = report(on: key), report.number == number, let document = documents[key] else {
      return ResolvedCodeAction(action: message.action, edit: nil)
    }
    let edits = SafeFixes.edits(SourceText(document.bytes), linter: linter(for: document.path))
    return ResolvedCodeAction(action: message.action, edit: edit(edits, of: document))
  }

  /// Edits of one open document.
  func edit(_ edits: [TextEdit], of document: OpenDocument) -> WorkspaceEdit {
    var converter = PositionConverter(document, encoding: traits.encoding)
    let edits = edits.map { ProtocolEdit(range: converter.range($0.range), newText: $0.text) }
    return WorkspaceEdit(
      [DocumentEdit(uri: document.uri, version: document.version, edits: edits)],
      isVersioned: traits.capabilities.documentChanges)
  }
}
