import JSONText

/// `workspace/executeCommand`: does what a command of the server's stands for.
package struct ExecuteCommand: IncomingRequest {
  /// What it is answered with.
  package typealias Response = NullResponse

  /// The name of the method.
  package static let method = "workspace/executeCommand"

  /// The command.
  package let command: String
  /// Where progress may be told.
  package let workDoneToken: RequestIdentifier?

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    command = try parameters.requiredString("command")
    workDoneToken = RequestIdentifier(parameters["workDoneToken"])
  }
}
