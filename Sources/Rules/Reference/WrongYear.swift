import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds years that cannot stand where they stand.
struct WrongYear: RecallingRule {
  static let info = RuleInfo(
    name: "wrong-year", category: .reference, severity: .error,
    summary: LocalizedText(
      "年份既不是本文件的年度，也不是应比较的上一年；或预算中的项目时限早于预算年度。",
      "A year is neither the document's nor, where the text compares, the one before it; or a project of a budget is to be done before its year begins."
    ),
    rationale: LocalizedText(
      "在上年文本上改写时漏改的年份，是公开文件中最常见的错误之一。",
      "A year left over from last year's text is among the commonest errors in published documents."),
    fixSafety: LocalizedText(
      "该处只可能是一个年份时可直接改正；项目时限、表头中并列的年份应由人确认。",
      "Safe where a single year is possible; deadlines of projects and the years of columns are for a person to check."),
    examples: [
      .section(
        wrong: "2025年收入总计100.00万元，支出总计100.00万元，与⟦2023⟧年预算相比，收支总计各增加10.00万元，增长11.11%。", correction: "2024"),
      .section(
        wrong: "2025年部门收支预算表\n\n部门名称：某局⟦2024⟧年度单位：万元\n\n项目    预算数\n合计    21.60", correction: "2025"),
    ])

  static let decidesReading = true

  func findings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    var wrong = wrongSentences(in: document, &memory) + wrongLabels(in: document, &memory)
    wrong += wrongColumns(in: document, &memory)
    wrong += wrongDeadlines(in: document, &memory).filter { late in
      !wrong.contains { $0.text.sourceRange(of: $0.digits) == late.text.sourceRange(of: late.digits) }
    }
    if !wrong.isEmpty, case let told = toldYears(in: document), !told.isEmpty {
      wrong.removeAll { told.contains($0.year) }
    }
    var counts: [Int: Int] = [:]
    for place in wrong { counts[place.year, default: 0] += 1 }
    return wrong.map { finding($0, isStray: counts[$0.year, default: 0] < Self.mostLeftOver) }
  }

  /// As many places that agree in another year are another year's text, and nothing is known of any of them.
  private static let mostLeftOver = 8

  /// A year that cannot stand where it stands.
  struct WrongPlace {
    var year: Int
    /// The one that belongs there.
    var meant: Int
    /// Its digits in `text`.
    var digits: Range<Int>
    var text: RunningText
    var severity = info.severity
    /// Whether no other year can be meant.
    var isSure = true
  }

  private func wrongSentences(in document: DisclosureDocument, _ memory: inout RuleMemory) -> [WrongPlace] {
    let blocks = document.tree.blocks
    var wrong: [WrongPlace] = []
    // A heading may give its section to another year: 二、2021 年“三公”经费决算情况.
    var headed: Int?
    var isOfAllocation = false
    var next = 0
    for seen in memory.sights(YearLook(document.profile), in: document) {
      while next <= seen.block {
        let block = blocks[next].block
        if block.kind == .heading {
          if block.numbering.map({ $0.level <= 2 }) ?? false { headed = nil }
          isOfAllocation = TitleWords.contains(block.text.units, TitleWords.allocation)
        }
        next += 1
      }
      let block = blocks[seen.block].block
      for place in seen.sight {
        if block.kind == .heading {
          if place.isOfAccounts { headed = place.year }
        } else if place.year == headed {
          continue
        }
        if let meant = place.meant, !isTwin(place, of: blocks, seen.block, own: document.profile.fiscalYear),
          states(place, seen.block, in: document, &memory)
        {
          wrong.append(
            WrongPlace(
              year: place.year, meant: meant, digits: place.digits, text: block.text, isSure: !place.namesAmount))
        } else if let own = document.profile.fiscalYear, isOfAllocation, place.isOnlyAllocation, place.year == own - 1 {
          // What the project was given in the year before may be told too, though nothing of this year is.
          wrong.append(
            WrongPlace(
              year: place.year, meant: own, digits: place.digits, text: block.text, severity: .warning, isSure: false))
        }
      }
    }
    return wrong
  }

  /// Whether the sentence cannot be about the year that it names: the amount it gives is one of the document's own,
  /// which stands elsewhere, too.
  private func states(
    _ place: YearLook.Place, _ block: Int, in document: DisclosureDocument, _ memory: inout RuleMemory
  ) -> Bool {
    switch place.standing {
    case .impossible: return true
    case .possible: return false
    case .stated(let amount):
      let look = AmountLook(Array(document.tree.blocks[block].block.text.units[amount]), year: place.year)
      return memory.sights(look, in: document).contains { $0.block != block }
    }
  }

  /// Whether the words up to the next figure stand in the paragraphs around it in the document's own year, too:
  /// both years are told of, `2022年本部门预算中，…` and `2023年本部门预算中，…`.
  private func isTwin(_ place: YearLook.Place, of blocks: [ReadBlock], _ number: Int, own: Int?) -> Bool {
    let (units, start) = (blocks[number].block.text.units, place.digits.lowerBound)
    guard let own, place.year != own, start <= 4 || units[start - 1] == 0x3002 else { return false }  // 。
    let words = units.dropFirst(place.digits.upperBound).prefix { !Mark.isDigit($0) }
    guard words.count >= 10 else { return false }
    return blocks[max(0, number - 1)...min(blocks.count - 1, number + 1)].contains { block in
      block.tokens.contains { token in
        guard case .year(Int32(truncatingIfNeeded: own)) = token.kind else { return false }
        let end = YearPlace.digitsEnd(of: token, in: block.block.text)
        return block.block.text.units.dropFirst(end).starts(with: words)
      }
    }
  }

  private func wrongLabels(in document: DisclosureDocument, _ memory: inout RuleMemory) -> [WrongPlace] {
    guard let own = document.profile.fiscalYear, document.profile.kind != .unknown else { return [] }
    let outline = document.outline
    let isTable = { (block: Int) in outline.entries.contains { $0.block == block && $0.isTable } }
    let isHead = { (block: Int) in outline.tables.contains { $0.bodies.first == block } }
    return memory.sights(YearLabels(), in: document).flatMap { seen -> [WrongPlace] in
      let wrong = seen.sight.filter { $0.year != own && abs($0.year - own) <= 40 }
      if wrong.isEmpty { return [] }
      switch document.tree.blocks[seen.block].block.kind {
      case .contents where !isTable(seen.block): return []
      case .table where !isHead(seen.block): return []
      default: break
      }
      return wrong.map { label in
        let text =
          label.line.map { document.blockText(seen.block).text(ofLine: $0) }
          ?? document.tree.blocks[seen.block].block.text
        return WrongPlace(year: label.year, meant: own, digits: label.digits, text: text)
      }
    }
  }

  private func finding(_ place: WrongPlace, isStray: Bool) -> Finding {
    let (year, meant) = (place.year, place.meant)
    let isSafe = place.isSure && isStray
    return Finding(
      rule: Self.info.name, severity: place.severity, range: place.text.sourceRange(of: place.digits),
      message: LocalizedText(
        "年份有误：此处应为 \(meant) 年，文中为 \(year) 年", "wrong year: \(meant) belongs here, the text has \(year)"),
      fixes: [
        Fix(
          title: LocalizedText("将“\(year)”改为“\(meant)”", "change “\(year)” to “\(meant)”"), isPreferred: isSafe,
          isSafe: isSafe,
          edits: FigureFix.edits(place.digits, in: place.text, to: String(meant)))
      ])
  }
}
