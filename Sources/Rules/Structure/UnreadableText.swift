import Lint

/// The rule under which bytes are reported that are not valid UTF-8.
///
/// The text itself knows them; nothing is searched here.
enum UnreadableText {
  static let info = RuleInfo(
    name: "unreadable-text", category: .structure, severity: .warning,
    summary: LocalizedText(
      "文件中有不是 UTF-8 的字节。",
      "The file holds bytes that are not valid UTF-8."),
    rationale: LocalizedText(
      "读不出的文字无法检查，公开后也会显示为乱码。",
      "What cannot be read cannot be checked, and is shown as garbage once published."),
    fixSafety: LocalizedText("没有修改：请把文件另存为 UTF-8。", "There is no fix: save the file as UTF-8."),
    examples: [])
}
