import JSONText
import LanguageServerProtocol
import Lint
import Rules
import Workspace

extension Session {
  /// Asks for the user's settings: those that hold everywhere, then those of each folder.
  mutating func askForSettings() {
    guard traits.capabilities.configuration else { return }
    let scopes: [String?] = [nil] + surroundings.folders
    ask(ConfigurationRequest(section: Self.serverName, scopes: scopes), for: .settings(scopes: scopes))
  }

  /// Takes over the settings, which come in the order in which they were asked for; `null` says nothing.
  mutating func takeSettings(_ result: JSONValue?, scopes: [String?]) {
    guard let elements = result?.elements else { return }
    for (scope, settings) in zip(scopes, elements) {
      report(surroundings.take(settings, folder: scope))
    }
    configurationChanged()
  }

  /// The user changed settings: they come along, or are asked for.
  mutating func settingsChanged(_ message: DidChangeConfiguration) {
    if traits.capabilities.configuration { return askForSettings() }
    guard message.settings.members != nil else { return }
    report(surroundings.take(message.settings[Self.serverName] ?? message.settings, folder: nil))
    configurationChanged()
  }

  /// Files changed outside of the editor.
  mutating func filesChanged(_ message: DidChangeWatchedFiles) {
    let paths = message.uris.compactMap { FileLocation.path(of: $0) }
    for path in paths { surveyAgain(path) }
    if paths.contains(where: { surroundings.decidesReports($0) }) { configurationChanged() }
  }

  /// Folders were opened or closed.
  mutating func foldersChanged(_ message: DidChangeWorkspaceFolders) {
    let removed = Set(message.removed.map { DocumentKey($0) })
    surroundings.folders.removeAll { removed.contains(DocumentKey($0)) }
    for folder in message.added where !surroundings.folders.contains(folder) { surroundings.folders.append(folder) }
    askForSettings()
    configurationChanged()
  }

  /// Judges everything anew, under what is configured now.
  mutating func configurationChanged() {
    configurationCount += 1
    surroundings.forget()
    surveys = [:]
    for key in documents.keys.sorted() {
      documents[key]?.report = nil
      documents[key]?.reading = nil
      markUnsettled(key)
    }
    let capabilities = traits.capabilities
    if capabilities.pullsDiagnostics, capabilities.diagnosticRefresh { ask(.diagnostics) }
    if capabilities.inlayHintRefresh { ask(.inlayHints) }
    if capabilities.codeLensRefresh { ask(.codeLenses) }
  }

  /// What is configured for a document; nil where what is configured is wrong, which is said once.
  mutating func configuration(for path: FilePath?) -> Configuration? {
    let path = path ?? surroundings.root.appending(Array("untitled".utf8))
    do throws(ConfigurationError) {
      return try surroundings.configuration(for: path)
    } catch {
      report(error.problems)
      return nil
    }
  }

  /// Tells the user what is wrong with what is configured, each thing once.
  mutating func report(_ problems: [ConfigurationProblem]) {
    for problem in problems where saidProblems.insert(problem.line.chinese).inserted {
      output.notify(ShowMessage(problem.line[traits.language]))
    }
  }
}

extension DocumentKey: Comparable {
  /// Orders by bytes, so that the order of what is said depends on nothing else.
  static func < (left: DocumentKey, right: DocumentKey) -> Bool { left.bytes.lexicographicallyPrecedes(right.bytes) }
}
