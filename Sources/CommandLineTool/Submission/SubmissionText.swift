import Assist
import DisclosureText
import Lint

/// The verdict for people, at a terminal.
struct SubmissionText {
  let language: MessageLanguage

  /// What is wrong with each document, what nobody could check, and the verdict.
  func text(_ head: SubmissionHead, _ records: [SubmissionRecord]) -> [UInt8] {
    var result: [UInt8] = []
    for record in records {
      let name = record.input.name.printable
      result += ConciseReporter(language: language).render(record.input).report
      result += unverified(record, name: name) + doubtful(record, name: name)
      for (info, level) in record.changedRules {
        result += Remarks.lines(
          [
            LocalizedText(
              "规则 \(info.name) 按配置为 \(level.name)，本为 \(info.severity.name)",
              "rule \(info.name) is configured as \(level.name) instead of \(info.severity.name)")
          ], name: name, language: language)
      }
      let reasons = record.reasons.map { $0[language] }.joined(separator: language == .chinese ? "，" : ", ")
      result += Remarks.lines(
        [
          record.passes
            ? LocalizedText("通过", "passes") : LocalizedText("不通过：\(reasons)", "fails: \(reasons)")
        ], name: name, language: language)
    }
    if records.isEmpty { result += ToolMessage.line(ToolMessage.noInput, in: language) }
    let verdict =
      head.passes ? LocalizedText("结论：可以公开", "verdict: pass") : LocalizedText("结论：不得公开", "verdict: fail")
    return result + Array((verdict[language] + "\n").utf8)
  }

  /// The figures that nothing vouches for, with how many there are.
  private func unverified(_ record: SubmissionRecord, name: String) -> [UInt8] {
    guard case .linted(let document) = record.input.outcome, let figures = record.coverage?.unverified,
      !figures.isEmpty
    else { return [] }
    let total = record.coverage?.sections.reduce(0) { $0 + $1.total } ?? 0
    var result = Remarks.lines(
      [
        LocalizedText(
          "\(total) 个数字中有 \(figures.count) 个无从核对：", "\(figures.count) of \(total) figures that nothing vouches for:")
      ], name: name, language: language)
    for figure in figures {
      let place = TextReporter.place(figure.range.lower, of: name, in: document, language)
      result.append("  \(place) ")
      result.append(printable: figure.words.isEmpty ? figure.figure : "\(figure.words) \(figure.figure)")
      result.append(0x0A)
    }
    return result
  }

  /// The relations that are broken and raise no alarm, with how many there are.
  private func doubtful(_ record: SubmissionRecord, name: String) -> [UInt8] {
    guard case .linted(let document) = record.input.outcome, let relations = record.coverage?.doubtful,
      !relations.isEmpty
    else { return [] }
    var result = Remarks.lines(
      [Remarks.doubtful(relations.count) + LocalizedText("：", ":")], name: name, language: language)
    for relation in relations {
      result.append("  \(TextReporter.place(relation.range.lower, of: name, in: document, language)) ")
      result.append(printable: relation.computation[language])
      result.append(0x0A)
    }
    return result
  }
}
