import Workspace

/// Reads the arguments of a command by the description of its options.
///
///     let parsed = try ArgumentParser(options: [.help]).parse(["--help", "a.txt"])
///     parsed.isSet(.help)  // true
///     parsed.operands      // ["a.txt"]
///
/// Options and operands may be mixed; `--name=value` is `--name value`; `--` ends the options; `-` alone is an operand. Of equal options the last counts, but for those that are read as a
/// list.
struct ArgumentParser: Sendable {
  let options: [OptionDescription]

  /// The options and operands of `arguments`.
  func parse(_ arguments: [CommandArgument]) throws(ArgumentError) -> ParsedArguments {
    var parsed = ParsedArguments()
    var at = 0
    while at < arguments.count {
      let argument = arguments[at]
      at += 1
      if argument == "--" {
        parsed.operands += arguments[at...]
        break
      }
      guard argument.isOption else {
        parsed.operands.append(argument)
        continue
      }
      let (name, attached) = argument.nameAndValue
      let option = try option(named: name)
      guard let placeholder = option.value.placeholder else {
        if let attached { throw .unexpectedValue(option: name, value: attached) }
        parsed.values[option.name, default: []].append("")
        continue
      }
      if let attached {
        parsed.values[option.name, default: []].append(try check(attached, of: option))
      } else if at < arguments.count {
        parsed.values[option.name, default: []].append(try check(arguments[at].text, of: option))
        at += 1
      } else {
        throw .missingValue(option: option.name, placeholder: placeholder)
      }
    }
    return parsed
  }

  /// The place of the first operand before any `--`, however wrong the options are.
  func firstOperand(in arguments: [CommandArgument]) -> Int? {
    var at = 0
    while at < arguments.count, arguments[at] != "--" {
      guard arguments[at].isOption else { return at }
      let (name, attached) = arguments[at].nameAndValue
      let option = options.first { $0.name == name || $0.short == name }
      at += option?.value.placeholder != nil && attached == nil ? 2 : 1
    }
    return nil
  }

  private func option(named name: String) throws(ArgumentError) -> OptionDescription {
    if let option = options.first(where: { $0.name == name || $0.short == name }) { return option }
    throw .unknownOption(name, nearest: nearestWord(to: name, among: options.map(\.name)))
  }

  /// The value where the option takes it.
  private func check(_ value: String, of option: OptionDescription) throws(ArgumentError) -> String {
    switch option.value {
    case .none, .text, .assignment, .file: break
    case .choice(let choices):
      if choices.contains(value) { break }
      throw .unknownValue(
        option: option.name, value: value, choices: choices, nearest: nearestWord(to: value, among: choices))
    case .count:
      guard let count = Int(value), count >= 1 else { throw .notCount(option: option.name, value: value) }
    }
    return value
  }
}

/// What stood on a command line.
struct ParsedArguments: Hashable, Sendable {
  /// The values of each option that was given, in order; empty texts for one that takes none.
  var values: [String: [String]] = [:]
  /// The arguments that are no options, in order.
  var operands: [CommandArgument] = []

  /// Whether the option was given.
  func isSet(_ option: OptionDescription) -> Bool { values[option.name] != nil }

  /// The value of the option; of several the last.
  func value(of option: OptionDescription) -> String? { values[option.name]?.last }

  /// All values of an option that may be given several times.
  func values(of option: OptionDescription) -> [String] { values[option.name] ?? [] }
}

extension CommandArgument {
  /// Whether the argument is an option rather than an operand.
  var isOption: Bool { bytes.count > 1 && bytes[0] == UInt8(ascii: "-") }

  /// The parts before and behind the first `=`.
  fileprivate var nameAndValue: (name: String, value: String?) {
    guard let equals = bytes.firstIndex(of: UInt8(ascii: "=")) else { return (text, nil) }
    return (
      String(decoding: bytes[..<equals], as: UTF8.self), String(decoding: bytes[(equals + 1)...], as: UTF8.self)
    )
  }
}
