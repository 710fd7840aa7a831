import DisclosureSyntax
import DisclosureText
import Ledger

/// Ties what the prose says of a self-evaluation to its tables.
struct EvaluationMentions {
  let tree: SyntaxTree
  let narrative: Narrative
  let model: TableModel

  /// `项目全年预算合计 17.85 万元，支出合计 4.90 万元，预算执行率 27.45%`: the sums of the list of projects, where the
  /// prose counts as many projects as the list has.
  func projectTies() -> (mentions: [MentionTie], rates: [EvaluationRate]) {
    guard model.evaluation.projects.count == 1, let projects = model.evaluation.projects.first else { return ([], []) }
    var ties: [MentionTie] = []
    var rates: [EvaluationRate] = []
    for completion in narrative.completions {
      guard let rate = completion.rate, narrative.statements[rate].statement.reference?.basis == .executionRate,
        speaksOfProjects(completion.plan), counts(projects.budget.count, near: completion.plan),
        let budget = projects.budget.first, let spent = projects.spent.first
      else { continue }
      ties.append(
        MentionTie(
          statement: completion.plan, cell: budget, more: Array(projects.budget.dropFirst()), evidence: .stated))
      ties.append(
        MentionTie(
          statement: completion.actual, cell: spent, more: Array(projects.spent.dropFirst()), evidence: .stated))
      rates.append(EvaluationRate(rate: rate, spent: projects.spent, budget: projects.budget))
    }
    return (ties, rates)
  }

  /// `部门整体绩效自评得分 96.71 分`: the total score of the department's form.
  func scoreTies() -> [MentionTie] {
    let totals = model.evaluation.totals
    let overall = totals.count == 1 ? totals : totals.filter(\.isOverall)
    guard overall.count == 1, let total = overall.first else { return [] }
    var ties: [MentionTie] = []
    for (index, placed) in narrative.statements.enumerated() where placed.statement.isFinished {
      guard let numeral = placed.statement.numeral, tree.blocks[placed.block].numerals[numeral].unit == .score else {
        continue
      }
      let words = sentence(before: numeral, in: placed.block)
      guard RowWords.contains(words, Self.overall), RowWords.contains(words, Self.score) else { continue }
      ties.append(MentionTie(statement: index, cell: total.score, evidence: .stated))
    }
    return ties
  }

  private static let overall = Array("整体".utf16)
  private static let score = Array("得分".utf16)
  private static let project = Array("项目".utf16)

  /// The characters between the number and the mark or figure before it.
  private func sentence(before numeral: Int, in block: Int) -> [UInt16] {
    let block = tree.blocks[block]
    let units = block.block.text.units
    let end = block.numerals[numeral].digits.lowerBound
    var start = end
    while start > 0, end - start < 40, !Mark.isStop(units[start - 1]), units[start - 1] != 0xFF0C,
      !Mark.isSemicolon(units[start - 1])
    {
      start -= 1
    }
    return Array(units[start..<end])
  }

  private func speaksOfProjects(_ index: StatementIndex) -> Bool {
    let placed = narrative.statements[index]
    guard let numeral = placed.statement.numeral else { return false }
    return RowWords.contains(sentence(before: numeral, in: placed.block), Self.project)
  }

  /// Whether the paragraph, or one of the next two, counts as many projects.
  private func counts(_ number: Int, near index: StatementIndex) -> Bool {
    let block = narrative.statements[index].block
    var at = index + 1
    while at < narrative.statements.count, narrative.statements[at].block <= block + 2 {
      let placed = narrative.statements[at]
      if let numeral = placed.statement.numeral {
        let figure = tree.blocks[placed.block].numerals[numeral]
        if figure.unit == .piece || figure.unit == .project { return figure.value == number }
      }
      at += 1
    }
    return false
  }
}
