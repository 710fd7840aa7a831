import Assist
import DisclosureText
import JSONText
import Lint
import Workspace

/// The protocol of the last check, for programs and archives.
struct SubmissionProtocol {
  let language: MessageLanguage

  /// One JSON object.
  func json(_ head: SubmissionHead, _ records: [SubmissionRecord]) -> [UInt8] {
    var writer = JSONWriter(indentation: 2, capacity: 1 << 14)
    writer.object { writer in
      writer.key("tool")
      writer.object { JSONReporter.writeTool(to: &$0) }
      writer.member("checkedAt", head.date)
      writer.key("versions")
      writer.object { writer in
        for (name, version) in head.versions { writer.member(named: name, version) }
      }
      writer.member("verdict", Self.verdict(head.passes))
      writer.key("documents")
      writer.array { writer in
        for record in records { write(record, to: &writer) }
      }
    }
    writer.newline()
    return writer.bytes
  }

  /// The word for programs.
  static func verdict(_ passes: Bool) -> String { passes ? "pass" : "fail" }

  private func write(_ record: SubmissionRecord, to writer: inout JSONWriter) {
    writer.object { writer in
      if let entry = FileEntry(record.input, language: language) { entry.write(to: &writer) }
      writer.member("verdict", Self.verdict(record.passes))
      writer.key("reasons")
      writer.array { writer in
        for reason in record.reasons { writer.string(reason[language]) }
      }
      writer.key("digest")
      writer.object { writer in
        writer.member("algorithm", "sha256")
        writer.key("value")
        if let digest = record.digest { writer.string(digest) } else { writer.null() }
        writer.member("size", record.size)
      }
      writer.key("rules")
      writer.array { writer in
        for (info, level) in record.rules {
          writer.object { writer in
            writer.member("name", info.name)
            writer.member("level", level.name)
            writer.member("default", info.severity.name)
          }
        }
      }
      guard case .linted(let document) = record.input.outcome else { return }
      writeCoverage(record, document, to: &writer)
      let diagnostics = DiagnosticWriter(language: language, file: record.input.name.text, document: document)
      writer.key("diagnostics")
      writer.array { writer in
        for finding in document.report.findings { diagnostics.write(finding, to: &writer) }
      }
    }
  }

  private func writeCoverage(
    _ record: SubmissionRecord, _ document: CheckedDocument, to writer: inout JSONWriter
  ) {
    let diagnostics = DiagnosticWriter(language: language, file: record.input.name.text, document: document)
    writer.key("coverage")
    writer.array { writer in
      for section in record.coverage?.sections ?? [] {
        writer.object { writer in
          writer.member("title", section.title)
          writer.member("table", section.isTable)
          writer.member("total", section.total)
          writer.member("verified", section.verified)
        }
      }
    }
    writer.key("unverified")
    writer.array { writer in
      for figure in record.coverage?.unverified ?? [] {
        writer.object { writer in
          writer.member("words", figure.words)
          writer.member("figure", figure.figure)
          diagnostics.write(figure.range, to: &writer)
        }
      }
    }
    writer.key("doubtful")
    writer.array { writer in
      for relation in record.coverage?.doubtful ?? [] {
        writer.object { writer in
          writer.member("message", relation.computation[language])
          diagnostics.write(relation.range, to: &writer)
        }
      }
    }
  }
}
