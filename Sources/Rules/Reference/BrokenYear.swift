import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds years with a digit too few or too many.
struct BrokenYear: RecallingRule {
  static let info = RuleInfo(
    name: "broken-year", category: .reference, severity: .error,
    summary: LocalizedText(
      "年份少了或多了一位数字，如“202年度”，数字颠倒或混入字母，如“2205年”“2O25年”，或漏了“年”字，如“比2024预算执行数”。",
      "A year has a digit too few or too many, as in “202 年度”, digits out of order or a letter, as in “2205 年” and “2O25 年”, or lacks the word 年, as in “比 2024 预算执行数”."
    ),
    rationale: LocalizedText(
      "残缺的年份多半出现在套用模板之后，公开后十分显眼。",
      "A broken year is left over from filling in a template, and is conspicuous once published."),
    fixSafety: LocalizedText(
      "按文件的年度改正或补上“年”字，可直接采用。",
      "Safe: the year is the document's own, or the one before it where the text compares; or 年 is added."),
    examples: [
      .section(wrong: "⟦202年度⟧机关运行经费126.00万元。", correction: "2025年度"),
      .section(wrong: "⟦2O25⟧年机关运行经费126.00万元。", correction: "2025"),
      .section(wrong: "机关运行经费126.00万元，比⟦2024⟧预算执行数增加6.00万元，增长5.00%。", correction: "2024年"),
    ])

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    let broken = memory.sights(BrokenYears(), in: document).flatMap { seen in
      seen.sight.map { finding($0, in: document.tree.blocks[seen.block], of: document) }
    }
    guard let year = document.profile.fiscalYear else { return broken }
    return broken
      + memory.sights(BrokenYearDigits(year: year), in: document).flatMap { seen in
        let text = document.tree.blocks[seen.block].block.text
        return seen.sight.map { sight in
          sight.lacksWord
            ? lackingWord(Int(year), sight.digits, text, isSure: true)
            : misspelt(sight.digits, text, meant: sight.meant)
        }
      }
  }

  /// A year with a letter for a digit, or with the document's own digits in another order or one too few.
  private func misspelt(_ digits: Range<Int>, _ text: RunningText, meant: Int) -> Finding {
    let printed = text.string(in: digits)
    return Self.info.finding(
      text.sourceRange(of: digits),
      LocalizedText(
        "年份残缺：“\(printed)年”不是年份，应为 \(meant) 年",
        "broken year: “\(printed)” is no year; \(meant) belongs here"),
      fixes: [.replacing(digits, in: text, by: String(meant), isPreferred: true, isSafe: true)])
  }

  private func finding(_ index: Int, in block: ReadBlock, of document: DisclosureDocument) -> Finding {
    let token = block.tokens[index]
    let text = block.block.text
    if case .year(let year) = token.kind {
      let isNear = document.profile.fiscalYear.map { abs($0 - Int(year)) <= 2 } ?? false
      return lackingWord(Int(year), token.range, text, isSure: isNear)
    }
    let digits = token.range.lowerBound..<YearPlace.digitsEnd(of: token, in: text)
    let printed = text.string(in: token.range)
    var fixes: [Fix] = []
    var expected = ""
    var meantInEnglish = ""
    if let year = document.profile.fiscalYear {
      let meant = YearPlace(index, in: block, of: document.profile.kind, year).expected.first ?? year
      expected = "，应为 \(meant) 年"
      meantInEnglish = "; \(meant) belongs here"
      fixes = [
        Fix(
          title: LocalizedText("改为 \(meant)", "change to \(meant)"), isPreferred: true, isSafe: true,
          edits: FigureFix.edits(digits, in: text, to: String(meant)))
      ]
    }
    var end = token.range.upperBound
    if end < text.units.count, text.units[end] == 0x5EA6 { end += 1 }
    return Finding(
      rule: Self.info.name, severity: Self.info.severity, range: text.sourceRange(of: token.range.lowerBound..<end),
      message: LocalizedText(
        "年份残缺：“\(printed)”不是年份\(expected)", "broken year: “\(printed)” is no year\(meantInEnglish)"), fixes: fixes)
  }
}

extension BrokenYear {
  private func lackingWord(_ year: Int, _ digits: Range<Int>, _ text: RunningText, isSure: Bool) -> Finding {
    Finding(
      rule: Self.info.name, severity: Self.info.severity, range: text.sourceRange(of: digits),
      message: LocalizedText("漏了“年”字：“\(year)”应为“\(year)年”", "年 is missing behind the year \(year)"),
      fixes: [
        Fix(
          title: LocalizedText("补上“年”字", "add 年"), isPreferred: isSure, isSafe: isSure,
          edits: FigureFix.edits(digits, in: text, to: "\(year)年"))
      ])
  }
}

/// The tokens of one block that are broken years.
private struct BrokenYears: BlockLook {
  static var signals: BlockSignals { [.year, .brokenYear] }

  func sight(in text: BlockText) -> [Int]? {
    // The head of a column may do without 年.
    let isSentence = text.block.block.kind == .paragraph
    let found = text.block.tokens.indices.filter { index in
      let token = text.block.tokens[index]
      return switch token.kind {
      case .brokenYear: true
      case .year: isSentence && index > 0 && token.range.count == 4
      default: false
      }
    }
    return found.isEmpty ? nil : found
  }
}
