import DisclosureText
import Lint
import Rules

/// What can be typed at a place of a configuration file that may not be finished: keys, names of
/// rules, levels and the words that keys take.
@usableFromInline package enum ConfigurationProposals {
  /// A word and what it means.
  @usableFromInline package struct Word: Hashable, Sendable {
    /// The word.
    package let text: String
    /// What it means.
    package let meaning: LocalizedText
  }

  /// The words that fit at `offset`, and what of one was typed there already; nil where no string
  /// is being typed.
  ///
  /// - Complexity: O(*n*).
  package static func words(in bytes: [UInt8], at offset: Int) -> (typed: TextRange, words: [Word])? {
    var scanner = PrefixScanner()
    for at in 0..<min(offset, bytes.count) { scanner.take(bytes[at], at: at) }
    guard let start = scanner.openString else { return nil }
    let typed = TextRange(start + 1, offset)
    let path = scanner.keys
    if scanner.isKey { return (typed, keys(below: path)) }
    return (typed, values(of: path))
  }

  private static func keys(below path: [String]) -> [Word] {
    switch path.last {
    case nil: ConfigurationKey.all.map { Word(text: $0.name, meaning: $0.summary) }
    case "rules": RuleRegistry.all.map { Word(text: $0.name, meaning: $0.summary) }
    case "overrides": ConfigurationKey.ofOverride.map { Word(text: $0.name, meaning: $0.summary) }
    default: []
    }
  }

  private static func values(of path: [String]) -> [Word] {
    if path.dropLast().last == "rules" {
      return RuleLevel.all.map { Word(text: $0.name, meaning: LocalizedText("级别", "level")) }
    }
    guard let key = ConfigurationKey.all.first(where: { $0.name == path.last }), case .word(let words) = key.type
    else { return [] }
    return words.map { Word(text: $0, meaning: key.summary) }
  }

  /// Follows an unfinished JSON text up to a place: the keys around it, and the string it stands in.
  private struct PrefixScanner {
    /// For each open object or array, whether it is an object, and its key that is being given a value.
    private var open: [(isObject: Bool, key: String?)] = []
    /// Where the string begins that the place stands in.
    private(set) var openString: Int?
    private var text: [UInt8] = []
    private var isEscaped = false
    private var expectsKey = false

    /// Whether the string is a key.
    var isKey: Bool { open.last?.isObject ?? false && expectsKey }

    /// The keys of the objects around the place, the outermost first.
    var keys: [String] { open.compactMap(\.key) }

    mutating func take(_ byte: UInt8, at offset: Int) {
      if openString != nil {
        takeInString(byte)
        return
      }
      switch byte {
      case UInt8(ascii: "\""):
        openString = offset
        text = []
      case UInt8(ascii: "{"):
        open.append((true, nil))
        expectsKey = true
      case UInt8(ascii: "["):
        open.append((false, nil))
        expectsKey = false
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        _ = open.popLast()
        expectsKey = false
      case UInt8(ascii: ","):
        expectsKey = open.last?.isObject ?? false
        if expectsKey { open[open.count - 1].key = nil }
      case UInt8(ascii: ":"): expectsKey = false
      default: break
      }
    }

    private mutating func takeInString(_ byte: UInt8) {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
        return
      } else if byte == UInt8(ascii: "\"") {
        openString = nil
        if isKey { open[open.count - 1].key = String(decoding: text, as: UTF8.self) }
        return
      }
      text.append(byte)
    }
  }
}
