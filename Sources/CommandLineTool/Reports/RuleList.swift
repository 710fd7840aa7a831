import JSONText
import Lint
import Rules

/// The rules as a list.
enum RuleList {
  /// A table for people: name, severity and what is found, by category.
  static func text(in language: MessageLanguage) -> [UInt8] {
    let rules = RuleRegistry.all
    let width = rules.map { $0.name.utf8.count }.max() ?? 0
    var lines: [String] = []
    for category in RuleCategory.allCases {
      let members = rules.filter { $0.category == category }
      if members.isEmpty { continue }
      if !lines.isEmpty { lines.append("") }
      lines.append(category.title[language])
      for info in members {
        let name = info.name + String(repeating: " ", count: width - info.name.utf8.count)
        let severity = info.severity.name + String(repeating: " ", count: 7 - info.severity.name.utf8.count)
        lines.append("  \(name)  \(severity)  \(info.summary[language])")
      }
    }
    lines += ["", more[language]]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  /// The same for programs, with all that is known of each rule.
  static func json(in language: MessageLanguage) -> [UInt8] {
    var writer = JSONWriter(indentation: 2, capacity: 1 << 14)
    writer.object { writer in
      writer.key("rules")
      writer.array { writer in
        for info in RuleRegistry.all { write(info, in: language, to: &writer) }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private static func write(_ info: RuleInfo, in language: MessageLanguage, to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("name", info.name)
      writer.member("category", info.category.rawValue)
      writer.member("severity", info.severity.name)
      writer.member("summary", info.summary[language])
      writer.member("rationale", info.rationale[language])
      writer.member("fixSafety", info.fixSafety[language])
      writer.member("source", info.source[language])
      writer.key("examples")
      writer.array { writer in
        for example in info.examples {
          writer.object { writer in
            writer.member("wrong", example.wrong)
            writer.member("right", example.right)
            if let other = example.other { writer.member("other", other.text) }
          }
        }
      }
    }
  }

  private static let more = LocalizedText(
    "budgetlint explain RULE 说明一条规则，附正误示例。",
    "budgetlint explain RULE says all of one rule, with a wrong and a right example.")
}

extension RuleCategory {
  /// What the rules of the group have in common, as a heading.
  var title: LocalizedText {
    switch self {
    case .arithmetic: LocalizedText("数字与勾稽关系", "Figures and their relations")
    case .tables: LocalizedText("表格", "Tables")
    case .wording: LocalizedText("方向与用词", "Direction and wording")
    case .reference: LocalizedText("年份与名称", "Years and names")
    case .structure: LocalizedText("文件整体", "The document as a whole")
    case .accounts: LocalizedText("科目", "Accounts")
    case .documents: LocalizedText("文件之间", "Documents against each other")
    }
  }
}

extension Severity {
  /// The word for people; reports for programs have `name`.
  var title: LocalizedText {
    switch self {
    case .error: LocalizedText("错误", "error")
    case .warning: LocalizedText("警告", "warning")
    case .information: LocalizedText("信息", "information")
    case .hint: LocalizedText("提示", "hint")
    }
  }
}
