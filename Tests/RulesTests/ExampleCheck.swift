import Disclosure
import DisclosureText
import Lint
import Rules
import Testing

/// One example of one rule, in one form.
struct ExampleCheck: CustomTestStringConvertible {
  let info: RuleInfo
  /// The example's place among those of its rule, from 1.
  let number: Int
  let form: ExampleForm

  /// What stands in the reports of tests.
  var testDescription: String { "\(example) \(form.rawValue)" }

  /// Rule and number, as the list of known faults has them.
  var example: String { "\(info.name) \(number)" }

  private var texts: RuleExample { info.examples[number - 1] }

  /// Every example in every form.
  static let all = RuleRegistry.all.flatMap { info in
    info.examples.indices.flatMap { index in
      ExampleForm.allCases.map { ExampleCheck(info: info, number: index + 1, form: $0) }
    }
  }

  /// What is found in `text`, checked against the example's other document where it has one.
  private func findings(in text: SourceText) -> [Finding] {
    let linter = Linter()
    var related = RelatedFigures()
    if let other = texts.other {
      related[other.document] = FigureSummary(linter.read(SourceText(form.of(other.text))))
    }
    return linter.report(on: linter.read(text), against: related).findings
  }

  // MARK: What is asked of an example

  /// What is wrong with the places of the findings, or nil.
  ///
  /// One mark is one finding. Where several figures are marked the evidence may not single
  /// one out: the finding stands on any of them.
  func faultOfPlaces() -> String? {
    let marked = MarkedText(form.of(texts.wrong))
    if marked.marks.isEmpty { return "no place is marked" }
    let text = SourceText(marked.bytes)
    let findings = findings(in: text).filter { $0.rule == info.name }
    if findings.isEmpty { return "nothing is found" }
    for finding in findings where !marked.marks.contains(where: { finding.range.contains($0) }) {
      return "found on “\(text.string(in: finding.range))”, which is not marked"
    }
    if marked.marks.count == 1, findings.count > 1 { return "found \(findings.count) times" }
    return nil
  }

  /// What is found in the right text, or nil.
  func faultOfRightText() -> String? {
    let text = SourceText(form.of(texts.right))
    let finding = findings(in: text).first { $0.rule == info.name || $0.severity.isAlarm }
    return finding.map { "\($0.rule) on “\(text.string(in: $0.range))”" }
  }

  /// What is wrong with a repair: it leaves its finding, adds one, or does not come to an end.
  func faultOfRepairs() -> String? {
    let text = SourceText(MarkedText(form.of(texts.wrong)).bytes)
    let before = findings(in: text)
    for finding in before where finding.rule == info.name {
      for fix in finding.fixes {
        let title = "“\(fix.title.english)”"
        if fix.edits.isEmpty { return "\(title) changes nothing" }
        let repaired = SourceText(TextEdit.apply(fix.edits, to: text.bytes))
        let after = findings(in: repaired)
        if after.count(where: \.severity.isAlarm) > before.count(where: \.severity.isAlarm) {
          return "\(title) adds a finding"
        }
        if after.count(where: { $0.rule == info.name }) >= before.count(where: { $0.rule == info.name }) {
          return "\(title) leaves the finding"
        }
        let again = after.filter { $0.rule == info.name }.flatMap { $0.fixes.filter(\.isPreferred).flatMap(\.edits) }
        let last = SourceText(TextEdit.apply(again, to: repaired.bytes))
        let rest = findings(in: last).filter {
          $0.rule == info.name && $0.fixes.contains(where: \.isPreferred)
        }
        if !rest.isEmpty { return "\(title) does not converge" }
      }
    }
    return nil
  }
}
