import JSONText
import Lint
import Rules

/// The JSON Schema of configuration files, made from the declared keys.
@usableFromInline package enum ConfigurationSchema {
  /// The schema, after draft 7, with descriptions in `language`.
  package static func json(in language: MessageLanguage) -> [UInt8] {
    var writer = JSONWriter(indentation: 2, capacity: 1 << 14)
    writer.object { writer in
      writer.member("$schema", "http://json-schema.org/draft-07/schema#")
      writer.member("title", ConfigurationStore.fileName)
      writer.member("type", "object")
      writer.member("additionalProperties", false)
      writeProperties(ConfigurationKey.all, language, to: &writer)
      writer.key("definitions")
      writer.object { writer in
        writer.key("level")
        writer.object { writer in writeWords(RuleLevel.all.map(\.name), to: &writer) }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static func writeProperties(
    _ keys: [ConfigurationKey], _ language: MessageLanguage, to writer: inout JSONWriter
  ) {
    writer.key("properties")
    writer.object { writer in
      for key in keys {
        writer.key(named: key.name)
        writer.object { writer in
          writer.member("description", key.summary[language])
          write(key.type, language, to: &writer)
        }
      }
    }
  }

  private static func write(_ type: ConfigurationType, _ language: MessageLanguage, to writer: inout JSONWriter) {
    switch type {
    case .text: writeText(to: &writer)
    case .texts:
      writer.key("anyOf")
      writer.array { writer in
        writer.object { writeText(to: &$0) }
        writer.object { writer in
          writer.member("type", "array")
          writer.key("items")
          writer.object { writeText(to: &$0) }
        }
      }
    case .word(let words): writeWords(words, to: &writer)
    case .number(let range):
      writer.member("type", "integer")
      writer.member("minimum", range.lowerBound)
      writer.member("maximum", range.upperBound)
    case .ruleLevels: writeRules(language, to: &writer)
    case .overrides:
      writer.member("type", "array")
      writer.key("items")
      writer.object { writer in
        writer.member("type", "object")
        writer.member("additionalProperties", false)
        writer.key("required")
        writer.array { $0.string(ConfigurationKey.files.name) }
        writeProperties(ConfigurationKey.ofOverride, language, to: &writer)
      }
    }
  }

  private static func writeText(to writer: inout JSONWriter) {
    writer.member("type", "string")
    writer.member("minLength", 1)
  }

  private static func writeWords(_ words: [String], to writer: inout JSONWriter) {
    writer.key("enum")
    writer.array { writer in
      for word in words { writer.string(word) }
    }
  }

  private static func writeRules(_ language: MessageLanguage, to writer: inout JSONWriter) {
    writer.member("type", "object")
    writer.member("additionalProperties", false)
    writer.key("properties")
    writer.object { writer in
      for info in RuleRegistry.all {
        writer.key(named: info.name)
        writer.object { writer in
          writer.member("description", info.summary[language])
          writer.key("allOf")
          writer.array { writer in
            writer.object { $0.member("$ref", "#/definitions/level") }
          }
          writer.member("default", info.severity.name)
        }
      }
    }
  }
}
