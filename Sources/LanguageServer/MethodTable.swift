import JSONText
import LanguageServerProtocol

/// A method that the client may call, and what happens then.
struct Method: Sendable {
  /// Its name.
  let name: String
  /// Its handler, by whether it is answered.
  let handler: Handler

  /// What a method does to the session.
  enum Handler: Sendable {
    /// Is answered with a result.
    case request(@Sendable (inout Session, JSONValue) throws(ResponseError) -> any JSONWritable)
    /// Is not answered.
    case notification(@Sendable (inout Session, JSONValue) throws(ResponseError) -> Void)
  }

  /// A row for a request.
  static func request<Parameters: IncomingRequest>(
    _ handle: @escaping @Sendable (inout Session, Parameters) throws(ResponseError) -> Parameters.Response
  ) -> Method {
    Method(
      name: Parameters.method,
      handler: .request { (session, parameters) throws(ResponseError) -> any JSONWritable in
        try handle(&session, try Parameters(parameters))
      })
  }

  /// A row for a notification.
  static func notification<Parameters: IncomingNotification>(
    _ handle: @escaping @Sendable (inout Session, Parameters) throws(ResponseError) -> Void
  ) -> Method {
    Method(
      name: Parameters.method,
      handler: .notification { (session, parameters) throws(ResponseError) -> Void in
        try handle(&session, try Parameters(parameters))
      })
  }

  /// The method called `name`, or nil if there is none.
  static func named(_ name: String) -> Method? {
    all.first { $0.name == name }
  }

  /// Every method, the frequent ones first.
  static let all: [Method] = [
    .notification { (session, message: DidChange) in session.change(message) },
    .request { (session, message: CodeActions) in session.codeActions(message) },
    .notification { (session, message: DidOpen) in session.open(message) },
    .notification { (session, message: DidClose) in session.close(message) },
    .notification { (_, _: DidSave) in },
    .notification { (_, _: CancelRequest) in },
    .request { (session, message: Initialize) throws(ResponseError) in try session.initialize(message) },
    .notification { (_, _: Initialized) in },
    .request { (session, _: Shutdown) in session.shutDown() },
    .notification { (session, _: Exit) in session.exit() },
  ]
}
