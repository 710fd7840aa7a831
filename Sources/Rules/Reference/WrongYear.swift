import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds years that cannot stand where they stand.
struct WrongYear: DocumentRule {
  static let info = RuleInfo(
    name: "wrong-year", category: .reference, severity: .error,
    summary: LocalizedText(
      "年份既不是本文件的年度，也不是应比较的上一年。",
      "A year is neither the document's nor, where the text compares, the one before it."),
    rationale: LocalizedText(
      "在上年文本上改写时漏改的年份，是公开文件中最常见的错误之一。",
      "A year left over from last year's text is among the commonest errors in published documents."),
    fixSafety: LocalizedText(
      "只在该处只可能是一个年份时报告，可直接改正。",
      "Safe: it is reported only where a single year is possible."),
    examples: [
      .section(
        wrong: "2025年收入总计100.00万元，支出总计100.00万元，与⟦2023⟧年预算相比，收支总计各增加10.00万元，增长11.11%。",
        right: "2025年收入总计100.00万元，支出总计100.00万元，与2024年预算相比，收支总计各增加10.00万元，增长11.11%。"),
      .section(
        wrong: "2025年部门收支预算表\n\n部门名称：某局⟦2024⟧年度单位：万元\n\n项目    预算数\n合计    21.60",
        right: "2025年部门收支预算表\n\n部门名称：某局2025年度单位：万元\n\n项目    预算数\n合计    21.60"),
    ])

  static let decidesReading = true

  func findings(in document: DisclosureDocument) -> [Finding] {
    var findings: [Finding] = []
    // A heading may give its section to another year: 二、2021 年“三公”经费决算情况.
    var headed: Int?
    for block in document.tree.blocks {
      if block.block.kind == .heading, block.block.numbering.map({ $0.level <= 2 }) ?? false { headed = nil }
      for (index, token) in block.tokens.enumerated() {
        guard case .year(let year) = token.kind else { continue }
        let place = YearPlace(index, in: block, of: document.profile)
        let expected = place.expected
        if block.block.kind == .heading {
          if document.profile.kind == .budget, place.titleIsOfAccounts { headed = year }
        } else if year == headed {
          continue
        }
        guard let meant = expected.first, !expected.contains(year), abs(meant - year) <= 40 else { continue }
        let text = block.block.text
        findings.append(finding(year, meant, token.range.lowerBound..<YearPlace.digitsEnd(of: token, in: text), text))
      }
    }
    return findings + labelFindings(in: document)
  }

  private func labelFindings(in document: DisclosureDocument) -> [Finding] {
    guard let own = document.profile.fiscalYear, document.profile.kind != .unknown else { return [] }
    return YearLabel.labels(in: document).compactMap { label in
      label.year == own || abs(label.year - own) > 40 ? nil : finding(label.year, own, label.digits, label.text)
    }
  }

  private func finding(_ year: Int, _ meant: Int, _ digits: Range<Int>, _ text: RunningText) -> Finding {
    Finding(
      rule: Self.info.name, severity: Self.info.severity, range: text.sourceRange(of: digits),
      message: LocalizedText(
        "年份有误：此处应为 \(meant) 年，文中为 \(year) 年", "wrong year: \(meant) belongs here, the text has \(year)"),
      fixes: [
        Fix(
          title: LocalizedText("将“\(year)”改为“\(meant)”", "change “\(year)” to “\(meant)”"), isPreferred: true,
          isSafe: true,
          edits: FigureFix.edits(digits, in: text, to: String(meant)))
      ])
  }
}
