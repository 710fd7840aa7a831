import DisclosureText
import JSONText
import Lint
import Rules
import Workspace

/// The Static Analysis Results Interchange Format, 2.1.0 (OASIS): one run, with the rules, the
/// repairs and fingerprints that survive edits elsewhere. Columns count Unicode code points.
struct SARIFReporter: Reporter {
  let language: MessageLanguage

  /// The tool with its rules, and the beginning of the results.
  func opening() -> [UInt8] {
    var writer = JSONWriter(capacity: 1 << 14)
    writer.object { writer in
      writer.key("driver")
      writer.object { writer in
        JSONReporter.writeTool(to: &writer)
        writer.member("semanticVersion", Product.version)
        writer.member("language", language.tag)
        writer.key("rules")
        writer.array { writer in
          for info in RuleRegistry.all { write(info, to: &writer) }
        }
      }
    }
    let head =
      "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{\"tool\":"
    return Array(head.utf8) + writer.bytes
      + Array(",\"columnKind\":\"unicodeCodePoints\",\"language\":\"\(language.tag)\",\"results\":[\n".utf8)
  }

  /// Results stand each on a line of its own.
  var separator: [UInt8] { Array(",\n".utf8) }

  /// The results of one input; of one that could not be read, a notification.
  func render(_ input: CheckedInput) -> RenderedInput {
    switch input.outcome {
    case .linted(let document):
      let findings = document.report.findings
      let results = zip(findings, FindingFingerprint.all(of: findings, in: document.text)).map {
        SARIFResult(finding: $0, fingerprint: $1, input: input, document: document, language: language).json()
      }
      return RenderedInput(report: Array(results.joined(separator: separator)))
    case .unreadable(let error):
      return RenderedInput(entry: notification(error, of: input))
    case .emptyFolder: return RenderedInput()
    }
  }

  /// Whether all went well, and what did not.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] {
    var writer = JSONWriter()
    writer.array { writer in
      writer.object { writer in
        writer.member("executionSuccessful", totals.unreadable == 0)
        writer.key("toolExecutionNotifications")
        writer.array { writer in
          for entry in entries { writer.raw(entry) }
        }
      }
    }
    return Array("\n],\"invocations\":".utf8) + writer.bytes + Array("}]}\n".utf8)
  }

  private func notification(_ error: InputError, of input: CheckedInput) -> [UInt8] {
    let text = ToolMessage.texts(of: error, at: input.name.printable).map { $0[language] }.joined(separator: "\n")
    var writer = JSONWriter()
    writer.object { writer in
      writer.key("message")
      writer.object { $0.member("text", text) }
      writer.member("level", "error")
      writer.key("locations")
      writer.array { writer in
        writer.object { writer in
          writer.key("physicalLocation")
          writer.object { writer in
            writer.key("artifactLocation")
            writer.object { $0.member("uri", input.name.uriReference) }
          }
        }
      }
    }
    return writer.bytes
  }

  private func write(_ info: RuleInfo, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("id", info.name)
      for (key, text): (StaticString, _) in [
        ("shortDescription", info.summary[language]), ("fullDescription", info.rationale[language]),
        ("help", "\(info.rationale[language])\n\(info.fixSafety[language])\n\(info.source[language])"),
      ] {
        writer.key(key)
        writer.object { $0.member("text", text) }
      }
      writer.key("defaultConfiguration")
      writer.object { $0.member("level", info.severity.sarifLevel) }
      writer.key("properties")
      writer.object { writer in
        writer.key("tags")
        writer.array { $0.string(info.category.rawValue) }
      }
    }
  }
}

extension Severity {
  /// The format's word.
  var sarifLevel: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "note"
    }
  }
}

extension MessageLanguage {
  /// The language as a tag of BCP 47 of the form that the format takes.
  fileprivate var tag: String {
    switch self {
    case .chinese: "zh-CN"
    case .english: "en-US"
    }
  }
}

extension FilePath {
  /// The path as a reference of RFC 3986: relative, or `file://` from the root.
  var uriReference: String {
    var result = bytes.first == 0x2F ? "file://" : ""
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
        UInt8(ascii: "~"), UInt8(ascii: "/"):
        result.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16, uppercase: true)
        result += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
      }
    }
    return result
  }
}
