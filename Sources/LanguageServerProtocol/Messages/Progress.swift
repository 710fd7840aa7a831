import JSONText

/// `$/progress`: how far something is, or a part of an answer.
package struct Progress<Value: JSONWritable>: OutgoingNotification {
  /// The name of the method.
  package static var method: String { "$/progress" }

  /// What the progress belongs to.
  package var token: RequestIdentifier
  /// What there is to tell.
  package var value: Value

  /// Creates a message.
  package init(token: RequestIdentifier, value: Value) {
    self.token = token
    self.value = value
  }

  /// Writes the message.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("token", token)
      writer.member("value", value)
    }
  }
}

/// How far a long piece of work is.
package enum WorkDone: Hashable, Sendable, JSONWritable {
  /// It begins, and can be cancelled.
  case begin(title: String)
  /// It goes on.
  case report(message: String, percentage: Int)
  /// It is over.
  case end

  /// Writes the message.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      switch self {
      case .begin(let title):
        writer.member("kind", "begin")
        writer.member("title", title)
        writer.member("cancellable", true)
        writer.member("percentage", 0)
      case .report(let message, let percentage):
        writer.member("kind", "report")
        writer.member("message", message)
        writer.member("percentage", percentage)
      case .end: writer.member("kind", "end")
      }
    }
  }
}

/// `window/workDoneProgress/create`: asks for a token to tell progress on.
package struct CreateProgress: OutgoingRequest {
  /// The name of the method.
  package static let method = "window/workDoneProgress/create"

  /// The token.
  package var token: RequestIdentifier

  /// Creates the request.
  package init(token: RequestIdentifier) { self.token = token }

  /// Writes the parameters.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in writer.member("token", token) }
  }
}

/// `window/workDoneProgress/cancel`: the user does not want it any more.
package struct CancelProgress: IncomingNotification {
  /// The name of the method.
  package static let method = "window/workDoneProgress/cancel"

  /// The token; nil for one that cannot be one.
  package let token: RequestIdentifier?

  /// Reads the parameters.
  package init(_ parameters: JSONValue) { token = RequestIdentifier(parameters["token"]) }
}
