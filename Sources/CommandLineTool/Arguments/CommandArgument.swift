import Workspace

/// One argument of the command line: a word, or the bytes of a path.
package struct CommandArgument: Hashable, Sendable {
  /// The bytes the shell passed.
  package let bytes: [UInt8]

  /// Creates an argument from the bytes the shell passed.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Creates an argument from a string.
  package init(_ string: String) {
    bytes = Array(string.utf8)
  }

  /// The argument as a word.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The argument as a path.
  var path: FilePath { FilePath(bytes: bytes) }
}

extension CommandArgument: ExpressibleByStringLiteral {
  /// Creates an argument from a literal.
  package init(stringLiteral value: String) {
    self.init(value)
  }
}
