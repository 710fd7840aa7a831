import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// The relations of one document while rules state them, with the way back from the ledger's
/// numbers to the text.
@usableFromInline package struct RelationSheet: Sendable {
  /// What a quantity of the ledger stands for in the document.
  @usableFromInline package enum Mark: Hashable, Sendable {
    /// The number of a statement.
    case figure(StatementIndex)
    /// The word of direction of a statement.
    case word(StatementIndex)
    /// An amount of a table.
    case cell(CellIndex)
    /// How many names a list has, by its number among the counted lists.
    case entries(Int)
    /// A number that no figure of the text gives, such as 100%.
    case constant

    /// The statement it belongs to; nil for a cell, a list and a constant.
    package var statement: StatementIndex? {
      switch self {
      case .figure(let index), .word(let index): index
      case .cell, .entries, .constant: nil
      }
    }
  }

  /// The document.
  package let document: DisclosureDocument
  /// The figures and relations stated so far.
  package internal(set) var ledger = FigureLedger()
  /// What each quantity stands for.
  package private(set) var marks: [Mark] = []
  /// The rule that is stating, by its number.
  package var origin = 0
  /// How many of the relations are those of the document itself; the others rest on what was published elsewhere.
  package var ownRelations = 0
  /// The cells that another document of the same body refutes: they are the slip, and nothing is measured by them.
  package var refuted: Set<CellIndex> = []

  /// For each statement the quantity of its number and of its word, and for each cell that of its amount; -1 where
  /// none was added yet.
  private var figures: [Int32]
  private var words: [Int32]
  private var cells: [Int32]
  /// Whether an amount of a table has a minus.
  let hasNegatives: Bool

  /// Creates an empty sheet for `document`.
  package init(_ document: DisclosureDocument) {
    self.document = document
    figures = Array(filledWith: -1, count: document.narrative.statements.count)
    words = Array(filledWith: -1, count: document.narrative.statements.count)
    cells = Array(filledWith: -1, count: document.tables.cells.count)
    let tables = document.tables
    hasNegatives = tables.cells.contains { $0.piece.isNegative }
    // Words of direction are figures, too, where they are compared.
    let quantities = figures.count + figures.count / 4 + cells.count
    ledger.reserveCapacity(
      quantities: quantities,
      relations: figures.count + tables.laws.count + tables.ties.count + tables.mentions.count)
    marks.reserveCapacity(quantities)
  }

  /// The quantity of a statement's number; nil where there is none or its sentence is not
  /// finished.
  package mutating func figure(_ index: StatementIndex) -> QuantityIndex? {
    if figures[index] >= 0 { return Int(figures[index]) }
    let statements = document.narrative.statements
    // A rate without its sign is judged once it has one.
    guard statements[index].statement.isFinished, !statements[index].statement.lacksPercentSign,
      let quantity = document.quantity(index)
    else { return nil }
    let added = ledger.add(quantity)
    figures[index] = Int32(truncatingIfNeeded: added)
    marks.append(.figure(index))
    return added
  }

  /// The quantity of a statement's word of direction.
  package mutating func word(_ index: StatementIndex) -> QuantityIndex? {
    if words[index] >= 0 { return Int(words[index]) }
    let statement = document.statement(index)
    guard statement.isFinished, let direction = statement.direction, statement.word != nil else { return nil }
    let added = ledger.add(Quantity(direction: Int(direction.rawValue)))
    words[index] = Int32(truncatingIfNeeded: added)
    marks.append(.word(index))
    return added
  }

  /// The quantity of a cell; nil where it is beyond every measure.
  package mutating func cell(_ index: CellIndex) -> QuantityIndex? {
    if cells[index] >= 0 { return Int(cells[index]) }
    guard let quantity = document.tables.quantities[index] else { return nil }
    let added = ledger.add(quantity)
    cells[index] = Int32(truncatingIfNeeded: added)
    marks.append(.cell(index))
    return added
  }

  /// How many names the counted list `index` has, less those that its figures leave out. It may be wrong, but what
  /// is missing in a list nobody but its writer can say.
  package mutating func entries(ofList index: Int) -> QuantityIndex {
    let list = document.narrative.countedLists[index]
    marks.append(.entries(index))
    return ledger.add(Quantity(value: Int128(list.number - list.uncounted) * Self.one, halfWidth: 0, step: Self.one))
  }

  /// One thing among things that are counted.
  private static let one: Int128 = 1_000_000

  /// The words that say there is nothing of something, as an amount of zero that is never blamed.
  package mutating func absence(_ index: StatementIndex) -> QuantityIndex? {
    if words[index] >= 0 { return Int(words[index]) }
    guard document.statement(index).isFinished else { return nil }
    let added = ledger.add(Quantity(constant: 0))
    words[index] = Int32(truncatingIfNeeded: added)
    marks.append(.word(index))
    return added
  }

  /// An amount that another document has published, which is never blamed here.
  package mutating func published(_ quantity: Quantity) -> QuantityIndex {
    var added = quantity
    added.isConstant = true
    marks.append(.constant)
    return ledger.add(added)
  }

  /// A number that is no figure of the text and is never blamed.
  package mutating func constant(_ value: Int128) -> QuantityIndex {
    marks.append(.constant)
    return ledger.add(Quantity(constant: value))
  }

  /// The printed amount of a figure.
  package func value(_ quantity: QuantityIndex) -> Int128 { ledger.quantities[quantity].value }

  /// States that `total` is the sum of `parts`.
  package mutating func sum(_ total: QuantityIndex, _ parts: [QuantityIndex], evidence: Relation.Evidence = .stated) {
    ledger.beginSum(total)
    for part in parts { ledger.addPart(part) }
    ledger.stateSum(evidence: evidence, origin: origin)
  }

  /// States that `total` is the sum of the amounts of `cells`, unless one of them is beyond every measure.
  package mutating func sum(_ total: QuantityIndex, ofCells cells: [CellIndex], evidence: Relation.Evidence) {
    if beginSum(total, ofCells: cells.span) { ledger.stateSum(evidence: evidence, origin: origin) }
  }

  /// States that `total` is the amount of a cell.
  package mutating func sum(_ total: QuantityIndex, ofCell other: CellIndex, evidence: Relation.Evidence) {
    guard let part = cell(other) else { return }
    ledger.state(sum: total, of: part, evidence: evidence, origin: origin)
  }

  /// Begins the sum of the amounts of `cells`; false where one of them is beyond every measure, so that it is none.
  mutating func beginSum(_ total: QuantityIndex, ofCells cells: Span<CellIndex>) -> Bool {
    ledger.beginSum(total)
    var isWhole = true
    for index in cells.indices {
      if let part = cell(cells[index]) { ledger.addPart(part) } else { isWhole = false }
    }
    if !isWhole { ledger.dropSum() }
    return isWhole
  }

  /// States that two figures are equal; the second is the one that repeats.
  package mutating func equal(_ first: QuantityIndex, _ second: QuantityIndex, evidence: Relation.Evidence) {
    state(.linear([Operand(first), Operand(second, coefficient: -1)]), derived: second, evidence)
  }

  /// States that signed amounts add to zero.
  package mutating func balance(
    _ operands: [Operand], derived: QuantityIndex, evidence: Relation.Evidence = .stated, isLoose: Bool = false
  ) {
    state(.linear(Operands(operands)), derived: derived, evidence, isLoose: isLoose)
  }

  /// States that `rate` is `numerator` over `denominator`.
  package mutating func ratio(
    _ rate: Operand, of numerator: [Operand], over denominator: [Operand], isLoose: Bool = false
  ) {
    state(
      .quotient(rate: rate, numerator: Operands(numerator), denominator: Operands(denominator)),
      derived: rate.quantity, .stated, isLoose: isLoose)
  }

  /// States any other relation.
  package mutating func state(
    _ form: Relation.Form, derived: QuantityIndex, _ evidence: Relation.Evidence, isLoose: Bool = false
  ) {
    ledger.state(Relation(form: form, evidence: evidence, derived: derived, origin: origin, isLoose: isLoose))
  }
}
