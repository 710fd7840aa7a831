import DisclosureSyntax
import DisclosureText
import Ledger

extension TableModel {
  /// The tables with what is read across them: self-evaluations, and what ties them to each other and to
  /// the narrative; `former` are the tables of the text before it was edited.
  ///
  /// - Parameter isEdited: whether what was compared for it is kept for the text after the next edit.
  consuming func together(
    _ text: SourceText, _ tree: SyntaxTree, _ profile: Profile, _ narrative: Narrative, _ customs: WritingCustoms,
    after former: TableModel? = nil, isEdited: Bool = false
  ) -> TableModel {
    guard !tables.isEmpty || !narrative.statements.isEmpty else { return self }
    var evaluations = EvaluationReader(self, tree, bytes: text.bytes, tree.index)
    var result = evaluations.read()
    if let former { result.matched = former.matched }
    result.tie(tree, profile, narrative, customs, isEdited: isEdited)
    return result
  }

  /// Ties the tables to each other and to the narrative.
  private mutating func tie(
    _ tree: SyntaxTree, _ profile: Profile, _ narrative: Narrative, _ customs: WritingCustoms, isEdited: Bool
  ) {
    quantities = cells.map { WritingCustoms.quantity(of: $0) }
    let amounts = narrative.statements.map { placed -> Quantity? in
      guard let numeral = placed.statement.numeral else { return nil }
      return customs.quantity(
        of: tree.blocks[placed.block].numerals[numeral], isRate: false, isChange: placed.statement.role == .change)
    }
    let reader = MentionReader(tree: tree, profile: profile, narrative: narrative, model: self, amounts: amounts)
    var matcher = SeriesMatcher()
    let series = series()
    let lists = reader.lists()
    matcher.match(series, lists: lists, after: matched)
    if isEdited { matched = matcher.matched }
    // Where they are not kept they are taken over, not copied.
    swap(&ties, &matcher.matched.ties)
    swap(&mentions, &matcher.matched.mentions)
    let funds = fundTies(series)
    if !funds.isEmpty {
      var known = AmountCounts(capacity: funds.count)
      for tie in funds { known.add(Self.pair(tie)) }
      ties.removeAll { known[Self.pair($0)] > 0 }
    }
    ties += funds
    ties += reader.headlineCellTies()
    var stated = hasMention(narrative)
    let ofFunds = reader.fundTies(of: lists, apartFrom: stated)
    for tie in ofFunds { stated[tie.statement] = true }
    mentions += ofFunds
    mentions += reader.rowTies()
    mentions += reader.headlineTies().filter { !stated[$0.statement] }
    mentions += reader.performanceTies()
    tieEvaluation(tree, narrative)
    echoes = reader.echoes(apartFrom: hasMention(narrative))
  }

  /// For each statement whether a cell states it.
  private func hasMention(_ narrative: Narrative) -> [Bool] {
    var result = [Bool](filledWith: false, count: narrative.statements.count)
    for index in mentions.indices { result[mentions[index].statement] = true }
    return result
  }

  /// The two cells that a tie is of, whichever stands first in the text, as one number.
  private static func pair(_ tie: CellTie) -> Int64 {
    Int64(min(tie.cell, tie.other)) << 32 | Int64(max(tie.cell, tie.other))
  }

  private mutating func tieEvaluation(_ tree: SyntaxTree, _ narrative: Narrative) {
    guard !evaluation.laws.isEmpty else { return }
    let found = EvaluationMentions(tree: tree, narrative: narrative, model: self)
    let projects = found.projectTies()
    let own = projects.mentions + found.scoreTies()
    let tied = Set(own.map(\.statement))
    mentions = mentions.filter { !tied.contains($0.statement) } + own
    evaluation.rates = projects.rates
  }
}
