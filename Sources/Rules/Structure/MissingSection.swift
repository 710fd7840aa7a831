import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Finds what every disclosure has to speak of and this one does not.
struct MissingSection: DocumentRule {
  static let info = RuleInfo(
    name: "missing-section", category: .structure, severity: .warning,
    summary: LocalizedText(
      "情况说明没有“三公”经费、政府采购、名词解释等必须公开的内容；送审检查时，还包括机关运行经费、国有资产和绩效。",
      "The narrative says nothing of the three public expenses, procurement or terms, which it has to; before submission also of agency operating funds, state assets and performance."
    ),
    rationale: LocalizedText(
      "缺少规定内容，公开即不完整。", "Without what is prescribed the disclosure is incomplete."),
    fixSafety: LocalizedText("内容要由编制人补写，没有自动修改。", "The writer has to supply it, so there is no fix."),
    source: LocalizedText(
      "《地方预决算公开操作规程》（财预〔2016〕143号）第四章规定的公开内容；只对完整的文件（有目录和各部分）检查",
      "chapter 4 of the rules for local disclosure (财预〔2016〕143号); judged only where the document is meant whole, with contents and parts"
    ),
    examples: [
      RuleExample(
        wrong: "⟦某局2025年部门预算公开⟧" + front + body + ending, right: "某局2025年部门预算公开" + front + body + procurement + ending)
    ])

  private static let front = "\n\n目录\n\n第一部分 部门概况\n第二部分 部门预算情况说明\n第三部分 名词解释\n\n第一部分 部门概况\n\n某局负责有关工作。\n\n"
  private static let body =
    "第二部分 部门预算情况说明\n\n一、收入支出预算总体情况说明\n\n收入总计100.00万元，支出总计100.00万元，其中：基本支出60.00万元；项目支出40.00万元。\n\n二、“三公”经费支出情况说明\n\n2025年“三公”经费预算为3.10万元，其中：因公出国（境）费0.00万元，公务用车购置费0.00万元，公务用车运行费2.00万元，公务接待费1.10万元。\n\n三、绩效目标设置情况说明\n\n全部项目编制了绩效目标。\n\n"
  private static let procurement = "四、政府采购情况说明\n\n政府采购预算8.00万元，其中：货物8.00万元。\n\n"
  private static let ending = "第三部分 名词解释\n\n一、基本支出：指保障机构运转的支出。\n"

  func findings(in document: DisclosureDocument) -> [Finding] {
    guard isWhole(document), let title = document.tree.blocks.first?.block
    else { return [] }
    let isKnownWhole = document.expectation.isWhole
    let missing = Self.subjects.filter { subject in
      (subject.isCore || isKnownWhole) && !(subject.isOfAgencies && isInstitution(document))
        && !isSpokenOf(subject, in: document)
    }
    // One whose subjects are nearly all missing is no whole document.
    guard !missing.isEmpty, missing.count <= (isKnownWhole ? 4 : 2) else { return [] }
    let names = missing.map(\.name).joined(separator: "、")
    let english = missing.map(\.english).joined(separator: ", ")
    let end = document.tree.blocks.first.map { Self.titleEnd($0.block.text) } ?? title.text.count
    return [
      Self.info.finding(
        title.text.sourceRange(of: 0..<end),
        LocalizedText("缺少规定公开的内容：\(names)", "missing: \(english)"))
    ]
  }

  /// Whether the narrative speaks of `subject`: not the titles of tables, nor the explanation of terms.
  private func isSpokenOf(_ subject: Subject, in document: DisclosureDocument) -> Bool {
    let (outline, blocks) = (document.outline, document.tree.blocks)
    lazy var isListed = Set(outline.entries.map(\.block))
    func speaks(_ number: Int) -> Bool {
      let units = blocks[number].block.text.units
      guard subject.words.contains(where: { TitleWords.contains(units, $0) }), !isListed.contains(number) else {
        return false
      }
      if subject.isOfTerms { return true }
      switch blocks[number].block.kind {
      case .table, .contents, .tableTitle: return false
      case .heading: return document.titleWords(number).last != HeadingWords.table
      case .note, .paragraph:
        guard !outline.glossary.contains(number) else { return false }
        if subject.isOfExpenses, !TitleWords.contains(units, TableSubject.threePublic.word) {
          // What operating funds include, 主要包括办公费、公务接待费, says nothing of the three.
          return blocks[number].statements.contains { $0.subject.measure == .reception }
        }
        // Duties speak of procurement too, but give no figures of it.
        return !subject.isCounted || !blocks[number].numerals.isEmpty
          || Self.denials.contains { TitleWords.contains(units, $0) }
      }
    }
    let all = blocks.indices[outline.contents.upperBound...]
    // Terms are explained at the end.
    return subject.isOfTerms ? all.reversed().contains(where: speaks) : all.contains(where: speaks)
  }

  private static let denials = ["无", "没有", "未", "不涉及", "详见", "见附"].map { Array($0.utf16) }

  /// Whether the name is that of an institution, which has no agency operating funds.
  private func isInstitution(_ document: DisclosureDocument) -> Bool {
    guard let name = document.profile.entity.map({ Array($0.utf16) }) else { return false }
    if Self.courts.contains(where: { name.ends(with: $0) }) { return false }
    return Self.institutions.contains { name.ends(with: $0) }
  }

  private static let courts = ["法院", "检察院"].map { Array($0.utf16) }
  private static let institutions = [
    "学校", "小学", "中学", "大学", "学院", "幼儿园", "医院", "中心", "站", "所", "馆", "队", "院", "场", "台", "园", "社", "团",
  ].map { Array($0.utf16) }

  /// Whether the document has contents and three of its parts, and tells of figures.
  private func isWhole(_ document: DisclosureDocument) -> Bool {
    if document.expectation.isWhole { return true }
    let parts = document.outline.headings.count { document.tree.blocks[$0.block].block.numbering?.level == 0 }
    return !document.outline.contents.isEmpty && parts >= 3 && document.narrative.statements.count >= 8
  }

  /// The title ends before the word 目录, which a narrow page may join to it.
  private static func titleEnd(_ text: RunningText) -> Int {
    TitleWords.position(of: contents, in: text.units).map { $0 > 0 ? $0 : text.count } ?? text.count
  }

  private static let contents = Array("目录".utf16)

  /// What a document has to speak of, and the words of which one at least stands where it does.
  private struct Subject {
    var name: String
    var english: String
    var words: [[UInt16]]
    /// Whether every disclosure has it in its own text rather than in a file beside it.
    var isCore: Bool
    /// Whether its paragraphs give figures, or say that there are none.
    var isCounted = false
    /// Whether agencies alone have it.
    var isOfAgencies = false
    /// Whether it is the three public expenses, of which other parts list one by name.
    var isOfExpenses = false
    /// Whether it is the explanation of terms itself.
    var isOfTerms = false

    init(_ name: String, _ english: String, _ words: String..., isCore: Bool) {
      self.name = name
      self.english = english
      self.words = words.map { Array($0.utf16) }
      self.isCore = isCore
    }

    func with(_ flag: WritableKeyPath<Subject, Bool>) -> Subject {
      var subject = self
      subject[keyPath: flag] = true
      return subject
    }
  }

  private static let subjects = [
    Subject("“三公”经费", "the three public expenses", "三公", "公务接待费", isCore: true)
      .with(\.isOfExpenses),
    Subject("机关运行经费", "agency operating funds", "运行经费", "运转经费", "机关运行", "机构运行", isCore: false)
      .with(\.isOfAgencies),
    Subject("政府采购", "procurement", "采购", isCore: true).with(\.isCounted),
    Subject("国有资产占用情况", "state assets", "国有资产", "固定资产", "车辆", isCore: false).with(\.isCounted),
    Subject("绩效", "performance", "绩效", isCore: false),
    Subject("名词解释", "an explanation of terms", "名词解释", "：指", "是指", "名词说明", "专业名词", isCore: true).with(\.isOfTerms),
  ]
}
