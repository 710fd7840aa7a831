/// What is wrong with a command line; said to the user by ``ToolMessage``.
enum ArgumentError: Error, Hashable, Sendable {
  /// There is no such option; `nearest` is the one that was probably meant.
  case unknownOption(String, nearest: String?)
  /// There is neither such a command nor such a file.
  case unknownCommand(String, nearest: String?)
  /// The option stands last and wants a value.
  case missingValue(option: String, placeholder: String)
  /// The option takes no value and got one.
  case unexpectedValue(option: String, value: String)
  /// The value is none of those the option takes.
  case unknownValue(option: String, value: String, choices: [String], nearest: String?)
  /// The value is no whole number of at least 1.
  case notCount(option: String, value: String)
  /// `--stdin-filename` beside paths none of which is `-`.
  case namedInputWithoutInput
  /// The standard input is both a document and the list of paths.
  case standardInputTwice
  /// The one option says what the other makes impossible.
  case apart(String, String)
  /// Two reports are to be written to this file.
  case sameOutputFile(String)
  /// What is written would take the place of what is checked.
  case outputIsInput(String)
  /// The list of known findings would take the place of a document.
  case baselineIsDocument(String)
  /// The command wants an argument and got none.
  case missingOperand(command: String, placeholder: String)
  /// There is no such rule; `nearest` is the one that was probably meant.
  case unknownRule(String, nearest: String?)
  /// The command takes no such argument.
  case unexpectedOperand(String)
}
