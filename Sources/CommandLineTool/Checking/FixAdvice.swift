import Assist
import DisclosureText
import Lint

/// Says what to change where: repairs that were or can be made, and what is left to a person's choice.
///
///     预算.docx: 第2个表第2行第3列: [row-sum] 将“486.15”改为“468.15”
///     预算.docx: 第14段: [sum-mismatch] 分项合计不等于总数：…；请从中选一：
///       预算.docx: 第14段: 将“100.00”改为“107.00”
///       预算.docx: 第14段: 将“47.00”改为“40.00”
struct FixAdvice {
  /// The document that is spoken of.
  let document: CheckedDocument
  /// Its name.
  let name: String
  let language: MessageLanguage

  /// One repair and where it is made.
  func line(_ title: LocalizedText, of rule: String, at offset: Int) -> [UInt8] {
    var bytes = Array("\(place(offset)) [\(rule)] ".utf8)
    bytes.append(printable: title[language])
    bytes.append(0x0A)
    return bytes
  }

  /// The repairs of the document's findings that `choice` takes, in the order of the text.
  func chosen(_ choice: FixChoice) -> [UInt8] {
    document.report.findings.flatMap { finding -> [UInt8] in
      guard let fix = choice.fix(of: finding) else { return [] }
      return line(fix.title, of: finding.rule, at: Self.offset(of: fix, for: finding)) + edits(of: fix)
    }
  }

  /// The alarms that `choice` does not repair, each with the repairs that a person may choose from.
  func open(_ choice: FixChoice) -> [UInt8] {
    document.report.findings.flatMap { finding -> [UInt8] in
      guard finding.severity.isAlarm, choice.fix(of: finding) == nil else { return [] }
      let message = finding.fixes.isEmpty ? finding.message : finding.message + Self.choose(finding.fixes.count)
      var bytes = line(message, of: finding.rule, at: finding.range.lower)
      for fix in finding.fixes {
        bytes.append("  \(place(Self.offset(of: fix, for: finding))) ")
        bytes.append(printable: fix.title[language])
        bytes.append(0x0A)
        bytes += edits(of: fix)
      }
      return bytes
    }
  }

  /// What is put where, of a repair in several places.
  private func edits(of fix: Fix) -> [UInt8] {
    guard fix.edits.count > 1 else { return [] }
    return fix.edits.flatMap { edit in
      var bytes = Array("    \(place(edit.range.lower)) ".utf8)
      bytes.append(printable: "“\(document.text.string(in: edit.range))” → “\(edit.text)”")
      bytes.append(0x0A)
      return bytes
    }
  }

  private func place(_ offset: Int) -> String {
    TextReporter.place(offset, of: name, in: document, language)
  }

  private static func offset(of fix: Fix, for finding: Finding) -> Int {
    fix.edits.map(\.range.lower).min() ?? finding.range.lower
  }

  private static func choose(_ count: Int) -> LocalizedText {
    count == 1
      ? LocalizedText("；请核实后决定是否：", "; see whether this is right:")
      : LocalizedText("；请从中选一：", "; choose one:")
  }
}
