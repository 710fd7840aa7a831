import Assist
import DisclosureText
import Lint
import Workspace

/// Says what to change where: repairs that were or can be made, and what is left to a person's choice.
///
///     预算.docx: 第2个表第2行第3列: [row-sum] 将“486.15”改为“468.15”
///     预算.docx: 第14段: [sum-mismatch] 分项合计不等于总数：…；请从中选一：
///       预算.docx: 第14段: 将“100.00”改为“107.00”
///         2025年支出合计【100.00】万元，其中：…
///       预算.docx: 第14段: 将“47.00”改为“40.00”
///         …；项目支出【47.00】万元。
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
      let range = Self.range(of: fix, for: finding)
      return line(fix.title, of: finding.rule, at: range.lower) + excerpt(range, of: fix, indent: 2) + edits(of: fix)
    }
  }

  /// The alarms that `choice` does not repair, each with the repairs that a person may choose from.
  func open(_ choice: FixChoice) -> [UInt8] {
    open { choice.fix(of: $0) == nil }
  }

  /// The alarms that other documents raise, which no repair is made for.
  func across() -> [UInt8] {
    open { $0.related.contains { $0.document != nil } }
  }

  private func open(_ isOpen: (Finding) -> Bool) -> [UInt8] {
    document.report.findings.flatMap { finding -> [UInt8] in
      guard finding.severity.isAlarm, isOpen(finding) else { return [] }
      let message = finding.fixes.isEmpty ? finding.message : finding.message + Self.choose(finding.fixes.count)
      var bytes = line(message, of: finding.rule, at: finding.range.lower)
      for related in finding.related where related.document != nil {
        let other = document.document(of: related, called: FilePath(name))
        let place = TextReporter.place(related.range.lower, of: other.name.printable, in: other.document, language)
        bytes.append("  \(place) ")
        bytes.append(printable: related.message[language])
        bytes.append(0x0A)
      }
      for fix in finding.fixes {
        let range = Self.range(of: fix, for: finding)
        bytes.append("  \(place(range.lower)) ")
        bytes.append(printable: fix.title[language])
        bytes.append(0x0A)
        bytes += excerpt(range, of: fix, indent: 4) + edits(of: fix)
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
      return bytes + excerpt(edit.range, indent: 6)
    }
  }

  /// What stands around the one place that a repair changes.
  private func excerpt(_ range: TextRange, of fix: Fix, indent: Int) -> [UInt8] {
    fix.edits.count == 1 ? excerpt(range, indent: indent) : []
  }

  /// The words around a place of a file that is no text, which has no columns to tell equal figures of one paragraph
  /// apart; none where nothing else stands in its cell.
  private func excerpt(_ range: TextRange, indent: Int) -> [UInt8] {
    let bytes = document.text.bytes
    guard document.imported(range.lower) != nil, range.upper <= bytes.count else { return [] }
    func ends(_ byte: UInt8) -> Bool { byte == 0x09 || byte == 0x0A || byte == 0x0C }
    let start = bytes[..<range.lower].lastIndex(where: ends).map { $0 + 1 } ?? 0
    let end = bytes[range.upper...].firstIndex(where: ends) ?? bytes.count
    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
    let (before, after) = (text(start..<range.lower), text(range.upper..<end))
    if (before + after).allSatisfy(\.isWhitespace) { return [] }
    var result = Array(repeating: UInt8(ascii: " "), count: indent)
    let (left, right) = (before.suffix(Self.wordsBefore), after.prefix(Self.wordsBehind))
    result.append(
      printable: "\(left.count < before.count ? "…" : "")\(left)【\(text(range.lower..<range.upper))】"
        + "\(right)\(right.count < after.count ? "…" : "")")
    result.append(0x0A)
    return result
  }

  private static let wordsBefore = 24
  private static let wordsBehind = 12

  private func place(_ offset: Int) -> String {
    TextReporter.place(offset, of: name, in: document, language)
  }

  private static func range(of fix: Fix, for finding: Finding) -> TextRange {
    fix.edits.map(\.range).min { $0.lower < $1.lower } ?? finding.range
  }

  private static func choose(_ count: Int) -> LocalizedText {
    count == 1
      ? LocalizedText("；请核实后决定是否：", "; see whether this is right:")
      : LocalizedText("；请从中选一：", "; choose one:")
  }
}
