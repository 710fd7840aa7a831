import Lint
import Rules
import Workspace

/// The page of all rules that stands in the repository.
enum RulePage {
  /// The page in Markdown, in Chinese with a summary in English.
  static func markdown() -> [UInt8] {
    let rules = RuleRegistry.all
    var lines = [
      "# 规则", "",
      "本页由 `\(Product.name) rules --format markdown > RULES.md` 生成，请勿手工修改。",
      "示例中 `⟦ ⟧` 标出错处；每个示例都是测试。", "",
      "This page is generated. Each rule is described in Chinese, with its summary in English;",
      "`\(Product.name) explain RULE --lang en` says the rest.",
    ]
    for category in RuleCategory.allCases {
      let members = rules.filter { $0.category == category }
      if members.isEmpty { continue }
      lines += [
        "", "## \(category.title.chinese)（\(category.title.english)）", "", "| 规则 | 级别 | 查什么 |", "| --- | --- | --- |",
      ]
      lines += members.map { "| [`\($0.name)`](#\($0.name)) | \($0.severity.title.chinese) | \($0.summary.chinese) |" }
    }
    for info in RuleCategory.allCases.flatMap({ category in rules.filter { $0.category == category } }) {
      lines += section(info)
    }
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private static func section(_ info: RuleInfo) -> [String] {
    var lines = [
      "", "## \(info.name)", "", "\(info.severity.title.chinese)（`\(info.severity.name)`）。\(info.summary.chinese)",
      "*\(info.summary.english)*", "", "为什么：\(info.rationale.chinese)", "", "如何改：\(info.fixSafety.chinese)",
      "", "依据：\(info.source.chinese)",
    ]
    for example in info.examples {
      if let other = example.other { lines += ["", "\(other.document.title.chinese)：", ""] + block(other.text) }
      lines += ["", "错误：", ""] + block(example.wrong) + ["", "正确：", ""] + block(example.right)
    }
    return lines
  }

  private static func block(_ text: String) -> [String] {
    ["```text"] + text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { String($0) } + ["```"]
  }
}
