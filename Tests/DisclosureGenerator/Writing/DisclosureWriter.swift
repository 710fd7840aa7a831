/// Writes a disclosure: collects its paragraphs and tables, its figures, and what ties them.
struct DisclosureWriter {
  /// A part of the document as it stands before it is printed.
  enum Block: Sendable {
    case title(Passage)
    case heading(Passage, level: Int)
    case paragraph(Passage)
    case table(Table)
  }

  var facts: DisclosureFacts
  var random: SplitMix64
  var style: FigureStyle
  var figures: [Figure] = []
  var ties: [Tie] = []
  var blocks: [Block] = []
  /// The figures that speak of one measure, by its name.
  var mentions: [String: [Int]] = [:]
  /// The figures in tables that speak of one measure, by its name.
  var cellMentions: [String: [Int]] = [:]
  /// What the tables of the document have in common.
  var habits = TableHabits()
  /// What is known of the tables, in the order of the text.
  var tables: [PrintedTable] = []
  /// Whether the document has tables.
  var hasTables = false
  /// Whether the figures now written stand in a table.
  var isInTable = false

  init(facts: DisclosureFacts, random: SplitMix64) {
    self.facts = facts
    self.random = random
    style = FigureStyle()
    style = .random(using: &self.random)
  }

  // MARK: Figures

  private mutating func add(_ kind: Figure.Kind, _ printed: String, unit: String) -> Figure {
    var printed = printed
    if kind == .amount || kind == .percent, random.chance(style.fullWidth) { printed = FigureStyle.widened(printed) }
    let figure = Figure(index: figures.count, kind: kind, printed: printed, unit: unit)
    figures.append(figure)
    return figure
  }

  /// An amount of `yuan`; one that speaks of `measure` equals all others that do.
  mutating func amount(_ yuan: Int, of measure: String? = nil) -> Figure {
    let added = add(.amount, style.amount(yuan), unit: isInTable ? "" : style.unit)
    figures[added.index].scale = style.unit == "元" ? 100 : 1_000_000
    figures[added.index].halfWidth = yuan == 0 ? 0 : style.halfWidth
    let figure = figures[added.index]
    if let measure { mentions[measure, default: []].append(figure.index) }
    return figure
  }

  mutating func percent(_ hundredths: Int) -> Figure { add(.percent, style.percent(hundredths), unit: "%") }

  /// What `part` is of `whole`, as the writer computes it from yuan.
  mutating func percent(_ part: Int, of whole: Int) -> Figure {
    percent(whole == 0 ? 0 : (part * 20_000 + whole) / (2 * whole))
  }

  mutating func direction(_ word: String) -> Figure { add(.direction, word, unit: "") }

  mutating func count(_ number: Int, _ unit: String) -> Figure { add(.count, "\(number)", unit: unit) }

  /// The document's year, or the one `back` years before, where no other can stand.
  mutating func year(back: Int = 0) -> Figure {
    let figure = add(.year, "\(facts.year - back)", unit: "年")
    tie(.fixed, figure)
    return figure
  }

  // MARK: Ties and blocks

  mutating func tie(_ form: Tie.Form, _ tied: Figure..., strength: Tie.Strength = .stated) {
    ties.append(Tie(form: form, strength: strength, figures: tied.map(\.index)))
  }

  mutating func tieSum(_ total: Figure, _ parts: [Figure], strength: Tie.Strength = .stated) {
    ties.append(Tie(form: .sum, strength: strength, figures: [total.index] + parts.map(\.index)))
  }

  /// What the measures that several places speak of tie together: the narrative alone, and with
  /// the tables.
  var equalities: [Tie] {
    let names = Set(mentions.keys).union(cellMentions.keys).sorted()
    return names.flatMap { name in
      let told = mentions[name] ?? []
      let printed = cellMentions[name] ?? []
      let inProse = told.count > 1 ? [Tie(form: .equal, strength: .matched, figures: told)] : []
      guard !printed.isEmpty, told.count + printed.count > 1 else { return inProse }
      return inProse + [Tie(form: .equal, strength: .tabular, figures: told + printed)]
    }
  }

  mutating func heading(_ passage: Passage, level: Int = 1) { blocks.append(.heading(passage, level: level)) }
  mutating func paragraph(_ passage: Passage) { blocks.append(.paragraph(passage)) }

  /// One of several wordings.
  mutating func wording(_ choices: Passage...) -> Passage { random.pick(choices) }
  mutating func word(_ choices: String...) -> String { random.pick(choices) }

  /// The name and the year at the head of a sentence.
  mutating func head() -> Passage {
    let year = year()
    let degree = facts.kind == .final ? "度" : ""
    return wording("\(facts.entity)\(year)\(degree)", "\(year)\(degree)\(facts.entity)", "\(year)\(degree)")
  }
}
