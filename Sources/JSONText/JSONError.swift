/// Why a text is no JSON: where it stopped being so, and what should have stood there.
@usableFromInline package struct JSONError: Error, Hashable, Sendable {
  /// The byte offset of what was not expected.
  package let offset: Int
  /// What was expected in its place.
  package let expected: Expected

  /// What a reader can miss.
  @usableFromInline package enum Expected: String, Hashable, Sendable {
    /// The beginning of a value.
    case value = "a value"
    /// The quotation mark that opens a key.
    case key = "a key in quotation marks"
    /// The colon behind a key.
    case colon = "a colon"
    /// More elements or the end of the array.
    case commaOrBracket = "a comma or ]"
    /// More members or the end of the object.
    case commaOrBrace = "a comma or }"
    /// The end of a string.
    case quotationMark = "a closing quotation mark"
    /// Control characters must be escaped.
    case escapedControl = "an escape in place of a control character"
    /// A character that may follow a backslash.
    case escape = "an escape: one of \" \\ / b f n r t u"
    /// The four digits of `\u`.
    case hexadecimalDigits = "four hexadecimal digits"
    /// A digit of a number.
    case digit = "a digit"
    /// A number that a double can hold.
    case finiteNumber = "a number below 1.8e308"
    /// Nothing but blanks.
    case end = "the end of the text"
    /// Fewer arrays and objects inside each other.
    case shallowerNesting = "less nesting"
  }

  /// Creates an error.
  package init(offset: Int, expected: Expected) {
    self.offset = offset
    self.expected = expected
  }
}

extension JSONError: CustomStringConvertible {
  /// The error as half a sentence.
  @usableFromInline package var description: String { "expected \(expected.rawValue) at byte \(offset)" }
}
