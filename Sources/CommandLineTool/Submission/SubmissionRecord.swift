import Assist
import Lint
import Rules
import Workspace

/// What the last check of one document found, as the protocol has it.
struct SubmissionRecord: Sendable {
  /// The input.
  let input: CheckedInput
  /// The digest of its file.
  let digest: String?
  /// The bytes of its file.
  let size: Int
  /// The rules and their levels.
  let rules: [(info: RuleInfo, level: RuleLevel)]
  /// The sections, and the figures that nothing vouches for; nil where the input was not read.
  var coverage: CoverageReading? {
    if case .linted(let document) = input.outcome { document.coverage } else { nil }
  }

  /// Why the document cannot be published as it is; empty where it can.
  var reasons: [LocalizedText] {
    switch input.outcome {
    case .unreadable(let error): return ToolMessage.texts(of: error, at: input.name.printable)
    case .emptyFolder(let ignored): return [ToolMessage.emptyFolder(input.name.printable, ignored: ignored)]
    case .linted(let document):
      var reasons: [LocalizedText] = []
      let errors = document.report.findings.count { $0.severity == .error }
      let warnings = document.report.findings.count { $0.severity == .warning }
      if errors > 0 { reasons.append(LocalizedText("有 \(errors) 个错误", Remarks.counted(errors, "error"))) }
      if warnings > 0 { reasons.append(LocalizedText("有 \(warnings) 个警告", Remarks.counted(warnings, "warning"))) }
      if document.report.profile.kind == "unknown" {
        reasons.append(LocalizedText("不像部门预算或决算公开，未能检查", "this is no disclosure that could be checked"))
      }
      return reasons + document.unread.map(\.text)
    }
  }

  /// Whether the document may be published.
  var passes: Bool { reasons.isEmpty }

  /// The rules that do not speak with their own severity.
  var changedRules: [(info: RuleInfo, level: RuleLevel)] {
    rules.filter { $0.level != .severity($0.info.severity) }
  }
}

/// What the protocol says of the run as a whole.
struct SubmissionHead: Sendable {
  /// When it was checked: date and time in UTC, after ISO 8601.
  let date: String
  /// The programs that took part and their versions.
  let versions: [(name: String, version: String)]
  /// Whether every document may be published.
  let passes: Bool
}
