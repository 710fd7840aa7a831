import JSONText
import LanguageServerProtocol
import Lint
import Workspace

/// One client's conversation with the server, from `initialize` to `exit`.
///
/// Messages go in as bytes, answers collect in ``output``; nothing but files is read besides.
/// Messages are handled in the order they arrive, each to its end; only judging waits until
/// ``settle()``, so that of many keystrokes that arrive together the last one counts. What takes
/// long is done in steps by ``work()``, between which messages are taken.
///
///     var session = Session(settings: ServerSettings(version: "0.0.0"))
///     session.receive(body)
///     session.settle()
///     send(session.output.take())
package struct Session: Sendable {
  /// The messages for the client.
  package var output = MessageOutput()
  /// How far the conversation is.
  package internal(set) var phase = Phase.waiting
  /// The client's process, which the server must not outlive.
  package internal(set) var clientProcess: Int?

  let settings: ServerSettings
  var traits = ClientTraits()
  var documents: [DocumentKey: OpenDocument] = [:]
  /// The documents that were edited since they were judged, in the order of the edits.
  var unsettled: [DocumentKey] = []
  /// What was read of a document before its last edit, kept until its findings are sent: to free it takes
  /// longer than to send them.
  var retired: DisclosureFile?
  /// The folders, the files and what is configured.
  var surroundings: Surroundings
  /// What the files of the folders of open documents say, as far as that was looked at.
  var surveys: [FilePath: FolderSurvey] = [:]
  /// What the client was asked and has not answered.
  var awaited: [RequestIdentifier: AwaitedReply] = [:]
  /// The checks of all documents that are going on.
  var checks: [WorkspaceCheck] = []
  /// The number of the last report or request; none is used twice in a session.
  var lastNumber = 0
  /// How often what is configured has changed.
  var configurationCount = 0
  /// What was said of wrong settings, so that it is not said again with each keystroke.
  var saidProblems: Set<String> = []

  /// How far a conversation can be.
  package enum Phase: Hashable, Sendable {
    /// `initialize` has not come.
    case waiting
    /// Anything may come.
    case running
    /// `shutdown` has come; only `exit` may follow.
    case shutDown
    /// `exit` has come.
    case ended(exitCode: Int32)
  }

  /// Creates a session in which nothing was said, over `files`.
  package init(settings: ServerSettings, files: any FileSystem = MemoryFileSystem()) {
    self.settings = settings
    surroundings = Surroundings(files: files)
  }

  /// The exit code of the command if the conversation stops here: 0 if the client took leave.
  package var exitCode: Int32 {
    switch phase {
    case .ended(let exitCode): exitCode
    case .shutDown: 0
    case .waiting, .running: 1
    }
  }

  /// A number that no report or request of the session has.
  mutating func nextNumber() -> Int {
    lastNumber += 1
    return lastNumber
  }
}
