import DisclosureSyntax
import Ledger

extension TableModel {
  /// Ties the tables to each other and to the narrative.
  mutating func tie(_ tree: SyntaxTree, _ profile: Profile, _ narrative: Narrative, _ customs: WritingCustoms) {
    quantities = cells.map { WritingCustoms.quantity(of: $0) }
    let quantities = self.quantities
    let cellQuantity: (CellIndex) -> Quantity? = { quantities[$0] }
    let statementQuantity: (StatementIndex) -> Quantity? = { index in
      let placed = narrative.statements[index]
      guard let numeral = placed.statement.numeral else { return nil }
      return customs.quantity(
        of: tree.blocks[placed.block].numerals[numeral], isRate: false, isChange: placed.statement.role == .change)
    }
    var reader = MentionReader(
      tree: tree, profile: profile, narrative: narrative, model: self,
      cellQuantity: cellQuantity, statementQuantity: statementQuantity)
    var matcher = SeriesMatcher()
    matcher.match(series(), lists: reader.lists())
    ties = matcher.ties + reader.headlineCellTies()
    mentions = matcher.mentions
    let known = Set(mentions.map(\.statement))
    mentions += reader.rowTies()
    mentions += reader.headlineTies().filter { !known.contains($0.statement) }
  }
}
