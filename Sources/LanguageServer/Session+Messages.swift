import JSONText
import LanguageServerProtocol

extension Session {
  /// Handles the message in `body`. Never fails: what is wrong with the message is answered.
  package mutating func receive(_ body: [UInt8]) { receive([body]) }

  /// Handles messages that arrived together, in their order.
  ///
  /// A request that a later one of them cancels is not worked on: its answer says so.
  package mutating func receive(_ bodies: [[UInt8]]) {
    let messages = bodies.map { body in
      Result { () throws(ResponseError) in try IncomingMessage(body) }
    }
    var cancelled: [RequestIdentifier: Int] = [:]
    for (index, message) in messages.enumerated() {
      if case .success(.notification(CancelRequest.method, let parameters)) = message,
        let identifier = CancelRequest(parameters).identifier
      {
        cancelled[identifier] = index
      }
    }
    for (index, message) in messages.enumerated() {
      if index > 0, case .ended = phase { return }
      switch message {
      case .failure(let error): output.refuse(nil, with: error)
      case .success(.request(let identifier, _, _)) where cancelled[identifier].map { $0 > index } ?? false:
        output.refuse(identifier, with: Self.cancellation)
      case .success(.request(let identifier, let method, let parameters)):
        answer(identifier, method: method, parameters: parameters)
      case .success(.notification(let method, let parameters)): take(method: method, parameters: parameters)
      case .success(.response(let identifier, let result)): takeReply(identifier, result)
      }
    }
  }

  /// The answer to a request that the client does not want any more.
  static let cancellation = ResponseError(.requestCancelled, "cancelled by the client")

  private mutating func answer(_ identifier: RequestIdentifier, method: String, parameters: JSONValue) {
    do throws(ResponseError) {
      if let refusal = refusal(of: method) { throw refusal }
      switch Method.named(method)?.handler {
      case .request(let handle): output.respond(to: identifier, with: try handle(&self, parameters))
      case .longRequest(let begin): try begin(&self, identifier, parameters)
      case .notification, nil: throw ResponseError(.methodNotFound, "there is no request \(method)")
      }
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

  /// Takes the client's answer to a question; one that was not asked has no effect.
  private mutating func takeReply(_ identifier: RequestIdentifier?, _ result: JSONValue?) {
    guard phase == .running, let identifier, let question = awaited.removeValue(forKey: identifier) else { return }
    switch question {
    case .settings(let scopes): takeSettings(result, scopes: scopes)
    case .progress(let token): beginProgress(token, isAllowed: result != nil)
    case .nothing: break
    }
  }

  /// Asks the client for something without waiting for the answer.
  mutating func ask<Message: OutgoingRequest>(_ message: Message, for reply: AwaitedReply = .nothing) {
    let identifier = RequestIdentifier.number(nextNumber())
    awaited[identifier] = reply
    output.request(identifier, message)
  }

  /// Asks the client to ask again.
  mutating func ask(_ refresh: Refresh) {
    let identifier = RequestIdentifier.number(nextNumber())
    awaited[identifier] = .nothing
    output.request(identifier, refresh)
  }
}

/// What is done with an answer of the client.
enum AwaitedReply: Sendable {
  /// Nothing.
  case nothing
  /// It holds settings, for each of these folders, nil standing for everything.
  case settings(scopes: [String?])
  /// It allows to tell progress.
  case progress(token: RequestIdentifier)
}
