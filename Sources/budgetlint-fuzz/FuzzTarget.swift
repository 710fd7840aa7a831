import Glibc

/// What inputs are thrown at.
///
/// Each takes any bytes at all; it ends the program where a promise is broken, as a broken promise
/// of the language does.
enum FuzzTarget: String, CaseIterable {
  /// Bytes made safe to read, lines and positions.
  case text
  /// A document, from its blocks to its findings and repairs.
  case parser
  /// A stream cut into messages.
  case framing
  /// The bodies of messages, one to a line, in a session with an open document.
  case messages
  /// A configuration file.
  case configuration
  /// A file of known findings.
  case baseline
  /// A crash that only who sees the branches finds: what proves that a fuzzer sees them.
  case planted

  /// Takes one input.
  func take(_ bytes: [UInt8]) {
    switch self {
    case .text: Self.text(bytes)
    case .parser: Self.parser(bytes)
    case .framing: Self.framing(bytes)
    case .messages: Self.messages(bytes)
    case .configuration: Self.configuration(bytes)
    case .baseline: Self.baseline(bytes)
    case .planted: Self.planted(bytes)
    }
  }

  private static func planted(_ bytes: [UInt8]) {
    guard bytes.count > 4, bytes[0] == 0x62 else { return }
    guard bytes[1] == 0x75 else { return }
    guard bytes[2] == 0x64 else { return }
    guard bytes[3] == 0x67 else { return }
    require(bytes[4] != 0x65, "the planted crash was found")
  }
}

/// Ends the program where `condition` does not hold.
func require(_ condition: Bool, _ promise: StaticString) {
  guard !condition else { return }
  _ = promise.withUTF8Buffer { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  _ = write(STDERR_FILENO, "\n", 1)
  abort()
}
