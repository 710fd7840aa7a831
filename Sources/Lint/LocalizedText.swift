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
  /// What stands behind both: it is put together with the one that is printed alone.
  private let shared: String

  /// Creates a text from its two versions.
  package init(_ chinese: String, _ english: String) { self.init(chinese, english, then: "") }

  /// Creates a text from the beginnings of its two versions and what goes on behind both of them.
  package init(_ chinese: String, _ english: String, then shared: String) {
    own = (chinese, english)
    self.shared = shared
  }

  /// The Chinese text.
  package var chinese: String { shared.isEmpty ? own.chinese : own.chinese + shared }

  /// The English text.
  package var english: String { shared.isEmpty ? own.english : own.english + shared }

  /// The version in `language`.
  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
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
    LocalizedText(left.chinese + right.chinese, left.english + right.english)
  }
}
