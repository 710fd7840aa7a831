import JSONText

/// Framed messages to the client, in the order they were added.
package struct MessageOutput: Sendable {
  /// The messages that were not taken yet, each with its header.
  package private(set) var bytes: [UInt8] = []
  private var writer = JSONWriter(capacity: 4096)

  /// Creates an output without messages.
  package init() {}

  /// Whether there is nothing to send.
  package var isEmpty: Bool { bytes.isEmpty }

  /// Removes and returns what is to be sent.
  package mutating func take() -> [UInt8] {
    defer { bytes.removeAll() }
    return bytes
  }

  /// Answers a request.
  package mutating func respond(to identifier: RequestIdentifier, with result: any JSONWritable) {
    message { writer in
      writer.member("id", identifier)
      writer.key("result")
      result.write(to: &writer)
    }
  }

  /// Answers a request, or a message that could not be read as one, with an error.
  package mutating func refuse(_ identifier: RequestIdentifier?, with error: ResponseError) {
    message { writer in
      writer.key("id")
      if let identifier { writer.value(identifier) } else { writer.null() }
      writer.member("error", error)
    }
  }

  /// Sends a notification.
  package mutating func notify<Message: OutgoingNotification>(_ message: Message) {
    self.message { writer in
      writer.member("method", Message.method)
      writer.member("params", message)
    }
  }

  /// Asks the client for something; the answer will have the same identifier.
  package mutating func request<Message: OutgoingRequest>(_ identifier: RequestIdentifier, _ message: Message) {
    self.message { writer in
      writer.member("id", identifier)
      writer.member("method", Message.method)
      writer.member("params", message)
    }
  }

  /// Asks the client to ask again.
  package mutating func request(_ identifier: RequestIdentifier, _ refresh: Refresh) {
    self.message { writer in
      writer.member("id", identifier)
      writer.member("method", refresh.rawValue)
    }
  }

  private mutating func message(_ members: (inout JSONWriter) -> Void) {
    writer.removeAll()
    writer.object { writer in
      writer.member("jsonrpc", "2.0")
      members(&writer)
    }
    bytes.append(contentsOf: "Content-Length: \(writer.bytes.count)\r\n\r\n".utf8)
    bytes.append(contentsOf: writer.bytes)
  }
}
