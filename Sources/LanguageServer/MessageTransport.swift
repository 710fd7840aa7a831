/// Where the client's bytes come from and the server's go to.
package protocol MessageTransport {
  /// Waits for bytes, but not longer than `milliseconds`.
  mutating func read(waitingAtMost milliseconds: Int32) -> TransportInput

  /// Sends all of `bytes`; false if nobody can receive them any more.
  mutating func write(_ bytes: [UInt8]) -> Bool
}

/// What waiting for the client gave.
package enum TransportInput: Hashable, Sendable {
  /// Bytes, at least one.
  case bytes([UInt8])
  /// Nothing within the time.
  case nothing
  /// The client will send nothing any more.
  case end
}
