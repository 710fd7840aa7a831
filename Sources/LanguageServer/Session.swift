import JSONText
import LanguageServerProtocol
import Rules

/// One client's conversation with the server, from `initialize` to `exit`.
///
/// Pure: messages go in as bytes, answers collect in ``output``. Messages are handled in the
/// order they arrive, each to its end; only linting waits until ``settle()``, so that of many
/// keystrokes that arrive together the last one counts.
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
  let linter = Linter()
  var traits = ClientTraits()
  var documents: [DocumentKey: OpenDocument] = [:]
  /// The documents that were edited since they were linted, in the order of the edits.
  var unsettled: [DocumentKey] = []

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

  /// Creates a session in which nothing was said.
  package init(settings: ServerSettings) {
    self.settings = settings
  }

  /// The exit code of the command if the conversation stops here: 0 if the client took leave.
  package var exitCode: Int32 {
    switch phase {
    case .ended(let exitCode): exitCode
    case .shutDown: 0
    case .waiting, .running: 1
    }
  }

  /// Handles the message in `body`. Never fails: what is wrong with the message is answered.
  package mutating func receive(_ body: [UInt8]) {
    do throws(ResponseError) {
      switch try IncomingMessage(body) {
      case .request(let identifier, let method, let parameters):
        answer(identifier, method: method, parameters: parameters)
      case .notification(let method, let parameters):
        take(method: method, parameters: parameters)
      case .response:
        break
      }
    } catch {
      output.refuse(nil, with: error)
    }
  }

  private mutating func answer(_ identifier: RequestIdentifier, method: String, parameters: JSONValue) {
    do throws(ResponseError) {
      if let refusal = refusal(of: method) { throw refusal }
      guard case .request(let handle) = Method.named(method)?.handler else {
        throw ResponseError(.methodNotFound, "there is no request \(method)")
      }
      output.respond(to: identifier, with: try handle(&self, parameters))
    } catch {
      output.refuse(identifier, with: error)
    }
  }

  private func refusal(of method: String) -> ResponseError? {
    switch phase {
    case .running: nil
    case .waiting where method == Initialize.method: nil
    case .waiting: ResponseError(.serverNotInitialized, "initialize must come before \(method)")
    case .shutDown, .ended: ResponseError(.invalidRequest, "\(method) came after shutdown")
    }
  }

  /// Handles a notification. One that is unknown, has wrong parameters or comes at a wrong
  /// time has no effect, as there is no answer to a notification.
  private mutating func take(method: String, parameters: JSONValue) {
    guard phase == .running || method == Exit.method else { return }
    guard case .notification(let handle) = Method.named(method)?.handler else { return }
    try? handle(&self, parameters)
  }
}
