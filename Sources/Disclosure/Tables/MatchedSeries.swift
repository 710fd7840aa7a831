/// Columns of accounts and lists of the narrative that were compared, and what ties them.
struct MatchedSeries: Sendable {
  /// The columns, by account and by class.
  var series: [AmountSeries] = []
  var classes: [AmountSeries] = []
  var ties: [CellTie] = []
  /// The lists of the narrative.
  var lists: [AmountSeries] = []
  var mentions: [MentionTie] = []

  init() {}

  /// Columns of which nothing is known yet.
  init(_ series: [AmountSeries]) {
    self.series = series
    classes = series.map { $0.byClass() }
  }
}
