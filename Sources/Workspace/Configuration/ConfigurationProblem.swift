import Lint

/// What is wrong with a configuration, and where.
@usableFromInline package struct ConfigurationProblem: Hashable, Sendable {
  /// Where the setting was said.
  package let source: ConfigurationSource
  /// The line from 1 and the column from 1 in Unicode scalars; nil where there is no file.
  package let position: ConfigurationPosition?
  /// The key, with those it stands in: `rules.wrong-share`; empty for the file as a whole.
  package let key: String
  /// What is wrong and what would be right.
  package let message: LocalizedText

  /// Creates a problem.
  init(source: ConfigurationSource, position: ConfigurationPosition?, key: String, message: LocalizedText) {
    self.source = source
    self.position = position
    self.key = key
    self.message = message
  }

  /// Place, key and sentence in one line: `.budgetlint.json:3:5: rules.wrong-shar: …`.
  package var line: LocalizedText {
    var place = source.name
    if let position {
      place = LocalizedText(
        place.chinese + ":\(position.line):\(position.column)", place.english + ":\(position.line):\(position.column)")
    }
    let behind = key.isEmpty ? "" : key + ": "
    return LocalizedText(
      "\(place.chinese): \(behind)\(message.chinese)", "\(place.english): \(behind)\(message.english)")
  }
}

/// A place in a configuration file.
@usableFromInline package struct ConfigurationPosition: Hashable, Sendable {
  /// The line, from 1.
  package let line: Int
  /// The column, from 1, in Unicode scalars.
  package let column: Int
}

/// A configuration that cannot be used.
@usableFromInline package struct ConfigurationError: Error, Hashable, Sendable {
  /// What is wrong, in the order of the file; at least one.
  package let problems: [ConfigurationProblem]
}

extension ConfigurationSource {
  /// How reports name the source.
  package var name: LocalizedText {
    switch self {
    case .file(let path): LocalizedText(path.text, path.text)
    case .commandLine: LocalizedText("命令行", "command line")
    case .editor: LocalizedText("编辑器设置", "editor settings")
    }
  }
}
