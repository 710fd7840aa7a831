import JSONText
import Lint
import Workspace

/// The code quality report of GitLab: an array of issues.
struct GitLabReporter: Reporter {
  let language: MessageLanguage

  /// The array begins.
  func opening() -> [UInt8] { Array("[\n".utf8) }

  /// Issues stand each on a line of its own.
  var separator: [UInt8] { Array(",\n".utf8) }

  /// The issues of one input.
  func render(_ input: CheckedInput) -> RenderedInput {
    guard case .linted(let document) = input.outcome else { return RenderedInput() }
    let findings = document.report.findings
    let fingerprints = FindingFingerprint.all(of: findings, in: document.text)
    let issues = zip(findings, fingerprints).map { finding, fingerprint in
      let place = FindingPlace(finding.range, in: document)
      // GitLab wants fingerprints that no other file has.
      var hash = StableHash()
      hash.add(input.name.bytes)
      hash.add(Array(fingerprint.utf8))
      var writer = JSONWriter(capacity: 512)
      writer.object { writer in
        writer.member("description", place.message(of: finding, language))
        writer.member("check_name", finding.rule)
        writer.member("fingerprint", hash.text)
        writer.member("severity", finding.severity.word)
        writer.key("location")
        writer.object { writer in
          writer.member("path", input.name.text)
          writer.key("lines")
          writer.object { writer in
            writer.member("begin", place.start.line)
            writer.member("end", place.end.line)
          }
        }
      }
      return writer.bytes
    }
    return RenderedInput(report: Array(issues.joined(separator: separator)))
  }

  /// The array ends.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] { Array("\n]\n".utf8) }
}

extension Severity {
  /// GitLab's word.
  fileprivate var word: String {
    switch self {
    case .error: "critical"
    case .warning: "major"
    case .information, .hint: "info"
    }
  }
}
