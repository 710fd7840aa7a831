import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds terms of the trade that the narrative uses and its glossary does not explain.
struct UndefinedTerm: DocumentRule {
  static let info = RuleInfo(
    name: "undefined-term", category: .structure, severity: .hint,
    summary: LocalizedText("正文用到的专业名词，名词解释中没有。", "A term of the trade is used, but the glossary does not explain it."),
    rationale: LocalizedText("公众读不懂的名词应有解释。", "What the public cannot know should be explained."),
    fixSafety: LocalizedText("解释要由编制人写，没有自动修改。", "The writer has to explain it, so there is no fix."),
    source: LocalizedText(
      "《地方预决算公开操作规程》（财预〔2016〕143号）：对专业性较强的名词进行解释",
      "the rules for local disclosure (财预〔2016〕143号): technical terms are explained"),
    examples: [
      .section(
        wrong:
          "一、支出预算情况说明\n\n支出合计100.00万元，其中：基本支出60.00万元；⟦项目支出⟧40.00万元。\n\n第三部分 名词解释\n\n一、财政拨款收入：指本级财政拨付的资金。\n\n二、基本支出：指保障机构运转的支出。\n\n三、机关运行经费：指日常公用经费。",
        right:
          "一、支出预算情况说明\n\n支出合计100.00万元，其中：基本支出60.00万元；项目支出40.00万元。\n\n第三部分 名词解释\n\n一、财政拨款收入：指本级财政拨付的资金。\n\n二、基本支出：指保障机构运转的支出。\n\n三、项目支出：指完成特定任务的支出。"
      )
    ])

  func findings(in document: DisclosureDocument) -> [Finding] {
    let glossary = document.tree.blocks[document.outline.glossary]
    guard glossary.count > 3 else { return [] }
    let explained = glossary.flatMap(\.block.text.units)
    return Self.terms.compactMap { term, name in
      guard !TitleWords.contains(explained, name),
        let (block, token) = firstUse(of: term, in: document)
      else { return nil }
      let text = document.tree.blocks[block].block.text
      let word = String(codeUnits: name[...])
      return Self.info.finding(
        text.sourceRange(of: token.range), LocalizedText("名词解释中没有“\(word)”", "the glossary does not explain “\(word)”"))
    }
  }

  private func firstUse(of term: Term, in document: DisclosureDocument) -> (block: Int, token: Token)? {
    for number in document.outline.paragraphs
    where !document.outline.glossary.contains(number) && !document.tree.blocks[number].numerals.isEmpty {
      for token in document.tree.blocks[number].tokens {
        if case .term(term) = token.kind { return (number, token) }
      }
    }
    return nil
  }

  private static let names: [(term: Term, name: String)] = [
    (.threePublic, "三公"), (.basicExpenditure, "基本支出"), (.projectExpenditure, "项目支出"), (.businessRevenue, "事业收入"),
    (.operatingRevenue, "经营收入"), (.superiorSubsidy, "上级补助"),
  ]
  private static let terms = names.map { (term: $0.term, name: Array($0.name.utf16)) }
}
