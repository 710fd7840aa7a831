import Lint

/// The sentences of the reports, apart from those of the findings.
enum Remarks {
  /// What a reader should know of one text, each line headed by its name.
  static func notes(_ report: LintReport, name: String, language: MessageLanguage) -> [UInt8] {
    var bytes: [UInt8] = []
    for note in report.notes {
      bytes.append(name + ": ")
      bytes.append(printable: note[language])
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

  private static func counted(_ count: Int, _ noun: String) -> String {
    "\(count) \(noun)\(count == 1 ? "" : "s")"
  }
}
