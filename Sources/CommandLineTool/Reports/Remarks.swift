import Lint
import Workspace

/// The sentences of the reports, apart from those of the findings.
enum Remarks {
  /// What is said of one input beside the reports, each line headed by its name.
  static func of(_ input: CheckedInput, language: MessageLanguage) -> [UInt8] {
    let name = input.name.printable
    switch input.outcome {
    case .linted(let document): return lines(notes(on: document), name: name, language: language)
    // It is said once, and not for every file it counts for.
    case .unreadable(.configuration): return []
    case .unreadable(let error):
      return ToolMessage.texts(of: error, at: name).flatMap { ToolMessage.line($0, in: language) }
    case .emptyFolder(let ignored):
      return ToolMessage.line(ToolMessage.emptyFolder(name, ignored: ignored), in: language)
    }
  }

  /// What a reader should know of one document.
  static func notes(on document: CheckedDocument) -> [LocalizedText] {
    var notes = document.report.notes + document.unread.map(\.text)
    if case .encoded(let encoding) = document.form {
      notes.append(LocalizedText("按 \(encoding) 编码读取。", "Read as \(encoding)."))
    }
    if !document.stale.isEmpty { notes.append(stale(document.stale)) }
    return notes
  }

  /// Entries of the baseline that nothing answers to.
  private static func stale(_ entries: [BaselineEntry]) -> LocalizedText {
    let shown = entries.prefix(5).map { "\($0.rule) “\($0.printed)”" }.joined(separator: ", ")
    let rest = entries.count > 5 ? ", …" : ""
    return LocalizedText(
      "已知问题清单中有 \(entries.count) 条已不存在，请用 --write-baseline 更新：\(shown)\(rest)",
      "\(counted(entries.count, "known finding")) of the baseline \(entries.count == 1 ? "is" : "are") gone; renew it by --write-baseline: \(shown)\(rest)"
    )
  }

  /// Sentences, each on a line headed by a name.
  static func lines(_ texts: [LocalizedText], name: String, language: MessageLanguage) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in texts {
      bytes.append(name + ": ")
      bytes.append(printable: text[language])
      bytes.append(0x0A)
    }
    return bytes
  }

  /// The line of a repair.
  static func remedy(_ title: String, isPreferred: Bool) -> LocalizedText {
    isPreferred
      ? LocalizedText("改法：\(title)（首选）", "fix: \(title) (preferred)")
      : LocalizedText("可能的改法：\(title)", "possible fix: \(title)")
  }

  /// The line that says how many repairs are not shown.
  static func moreCandidates(_ count: Int) -> LocalizedText {
    LocalizedText("另有 \(count) 种改法", "\(count) more possible fixes")
  }

  /// How many relations are broken and raise no alarm.
  static func doubtful(_ count: Int) -> LocalizedText {
    LocalizedText(
      "\(count) 项勾稽关系不符，但依据不足，未判为错误，请人工核实",
      "\(counted(count, "broken relation")) on evidence too weak for an alarm, for a person to look at")
  }

  /// What was checked and what came of it, in one line.
  static func summary(_ totals: RunTotals) -> LocalizedText {
    let errors = totals.count(of: .error)
    let warnings = totals.count(of: .warning)
    let infos = totals.count(of: .information)
    let hints = totals.count(of: .hint)
    let relations = totals.relations
    let figures = totals.figures
    let unreadable = totals.unreadable
    return LocalizedText(
      "检查 \(totals.files) 个文件" + (unreadable > 0 ? "（另有 \(unreadable) 项无法读取）" : "")
        + "：错误 \(errors)，警告 \(warnings)，信息 \(infos)，提示 \(hints)"
        + "；勾稽关系 \(relations.checked)：相符 \(relations.hold)，舍入所致 \(relations.rounding)，不符 \(relations.broken)"
        + "；数字 \(figures.total) 个，已核对 \(figures.verified) 个",
      "\(counted(totals.files, "file")) checked" + (unreadable > 0 ? " (\(unreadable) more could not be read)" : "")
        + ": \(counted(errors, "error")), \(counted(warnings, "warning")), \(infos) info, \(counted(hints, "hint"))"
        + "; \(counted(relations.checked, "relation")): \(relations.hold) held, \(relations.rounding) by rounding,"
        + " \(relations.broken) broken; \(figures.verified) of \(counted(figures.total, "figure")) verified")
  }

  static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
