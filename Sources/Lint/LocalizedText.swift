/// The language of messages.
@usableFromInline package enum MessageLanguage: String, Hashable, Sendable, CaseIterable {
  /// Chinese, the language of the documents.
  case chinese = "zh"
  /// English.
  case english = "en"
}

/// One text in both languages.
@usableFromInline package struct LocalizedText: Hashable, Sendable {
  /// The Chinese text.
  package let chinese: String
  /// The English text.
  package let english: String

  /// Creates a text from its two versions.
  package init(_ chinese: String, _ english: String) {
    self.chinese = chinese
    self.english = english
  }

  /// The version in `language`.
  package subscript(language: MessageLanguage) -> String {
    switch language {
    case .chinese: chinese
    case .english: english
    }
  }

  /// Both texts, one behind the other, in each language.
  package static func + (left: LocalizedText, right: LocalizedText) -> LocalizedText {
    LocalizedText(left.chinese + right.chinese, left.english + right.english)
  }
}
