import JSONText

/// What names a request, so that its response can be told from others.
package enum RequestIdentifier: Hashable, Sendable {
  /// A number.
  case number(Int)
  /// A text.
  case text(String)
}

extension RequestIdentifier: JSONWritable {
  /// Writes the identifier in the type it came in.
  package func write(to writer: inout JSONWriter) {
    switch self {
    case .number(let number): writer.int(number)
    case .text(let text): writer.string(text)
    }
  }

  /// Reads an identifier; nil for what is none.
  package init?(_ value: JSONValue?) {
    if let number = value?.integer {
      self = .number(number)
    } else if let text = value?.string {
      self = .text(text)
    } else {
      return nil
    }
  }
}

/// One message from the client (JSON-RPC 2.0).
package enum IncomingMessage: Sendable {
  /// Wants an answer.
  case request(RequestIdentifier, method: String, parameters: JSONValue)
  /// Wants none.
  case notification(method: String, parameters: JSONValue)
  /// Is an answer; a failure has no result.
  case response(RequestIdentifier?, result: JSONValue?)

  /// Reads the message in `body`. Missing parameters are `null`.
  ///
  /// - Throws: ``ResponseError``, to be answered without an identifier.
  package init(_ body: [UInt8]) throws(ResponseError) {
    let value: JSONValue
    do {
      value = try JSONReader.read(body)
    } catch {
      throw ResponseError(.parseError, "no JSON: \(error)")
    }
    guard value.members != nil else { throw ResponseError(.invalidRequest, "a message must be an object") }
    guard let method = value["method"] else {
      guard value["result"] != nil || value["error"] != nil else {
        throw ResponseError(.invalidRequest, "a message must have a method, a result or an error")
      }
      self = .response(RequestIdentifier(value["id"]), result: value["error"] == nil ? value["result"] : nil)
      return
    }
    guard let name = method.string else { throw ResponseError(.invalidRequest, "method must be a string") }
    let parameters = value["params"] ?? .null
    guard let identifier = value["id"] else {
      self = .notification(method: name, parameters: parameters)
      return
    }
    guard let identifier = RequestIdentifier(identifier) else {
      throw ResponseError(.invalidRequest, "id must be an integer or a string")
    }
    self = .request(identifier, method: name, parameters: parameters)
  }
}
