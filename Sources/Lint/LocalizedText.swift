/// The language of messages.
@usableFromInline package enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  /// Chinese, the language of the documents.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// One text in both languages.
@usableFromInline package struct LocalizedText: Hashable, Sendable {
  private let own: (chinese: String, english: String)
  /// What stands behind each of them, in parts that are put together with the one that is printed.
  private let parts: (chinese: [String], english: [String])
  /// What stands behind both of them, likewise.
  private let shared: String

  /// Creates a text from its two versions.
  package init(_ chinese: String, _ english: String) { self.init(chinese, english, then: "") }

  /// Creates a text from the beginnings of its two versions and what goes on behind both of them.
  package init(_ chinese: String, _ english: String, then shared: String) {
    own = (chinese, english)
    parts = ([], [])
    self.shared = shared
  }

  /// Creates a text from its two versions in parts.
  package init(parts chinese: TextParts, _ english: TextParts) {
    own = ("", "")
    parts = (chinese.parts, english.parts)
    shared = ""
  }

  /// The Chinese text.
  package var chinese: String { self[.chinese] }

  /// The English text.
  package var english: String { self[.english] }

  /// The version in `language`.
  package subscript(language: MessageLanguage) -> String {
    var text = ""
    forEachPart(in: language) { part in if text.isEmpty { text = part } else { text += part } }
    return text
  }

  /// Calls `body` with all parts of the version in `language`, in order.
  package func forEachPart(in language: MessageLanguage, _ body: (String) -> Void) {
    switch language {
    case .chinese:
      if !own.chinese.isEmpty { body(own.chinese) }
      parts.chinese.forEach(body)
    case .english:
      if !own.english.isEmpty { body(own.english) }
      parts.english.forEach(body)
    }
    if !shared.isEmpty { body(shared) }
  }

  @usableFromInline package static func == (left: LocalizedText, right: LocalizedText) -> Bool {
    left.chinese == right.chinese && left.english == right.english
  }

  @usableFromInline package func hash(into hasher: inout Hasher) {
    hasher.combine(chinese)
    hasher.combine(english)
  }

  /// Both texts, one behind the other, in each language.
  package static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
    LocalizedText(parts: "\(left, .chinese)\(right, .chinese)", "\(left, .english)\(right, .english)")
  }
}
