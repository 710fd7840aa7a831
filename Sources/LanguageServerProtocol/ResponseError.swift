import JSONText

/// The answer to a request that cannot be fulfilled.
package struct ResponseError: Error, Hashable, Sendable {
  /// The kind of failure.
  package let code: ErrorCode
  /// What went wrong, in English.
  package let message: String

  /// Creates an error.
  package init(_ code: ErrorCode, _ message: String) {
    self.code = code
    self.message = message
  }
}

/// The kinds of failure that JSON-RPC and LSP number.
package enum ErrorCode: Int, Hashable, Sendable {
  /// The body is no JSON.
  case parseError = -32700
  /// The message is none, or not now.
  case invalidRequest = -32600
  /// The method does not exist or is not offered.
  case methodNotFound = -32601
  /// The parameters are not those of the method.
  case invalidParameters = -32602
  /// The client does not want the answer any more.
  case requestCancelled = -32800
  /// The request cannot be fulfilled, for a reason that the user should read.
  case requestFailed = -32803
  /// The session has not begun.
  case serverNotInitialized = -32002
}

extension ResponseError: JSONWritable {
  /// Writes the error object of a response.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("code", code.rawValue)
      writer.member("message", message)
    }
  }
}
