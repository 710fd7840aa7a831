import DisclosureSyntax
import DisclosureText

/// Reads the forms and lists of self-evaluation (绩效自评): weights, scores, execution rates, totals.
///
/// Their rows are found line by line beside the tables that were read: long words between the
/// figures make paragraphs of many of their lines. A relation is stated only where the rows show
/// that they were read whole: their weights make 100 or their scores the total, and rates follow
/// from the same columns in nearly all rows.
struct EvaluationReader {
  let bytes: [UInt8]
  let index: LineIndex
  let tree: SyntaxTree
  var model: TableModel
  /// The table that the present lines belong to.
  var table = 0
  /// The number of amounts that were there before.
  private let known: Int
  /// The others, by where they begin.
  private var added: [Int: CellIndex] = [:]

  init(_ model: TableModel, _ tree: SyntaxTree, bytes: [UInt8], _ index: LineIndex) {
    self.model = model
    self.tree = tree
    self.bytes = bytes
    self.index = index
    known = model.cells.count
  }

  /// The tables with what was found.
  ///
  /// - Complexity: O(*n*) for the bytes of the forms.
  mutating func read() -> TableModel {
    let regions = regions()
    for region in regions {
      table = region.table
      read(region)
    }
    if !regions.isEmpty {
      // What is no amount of money stands in no sum of a table.
      let model = model
      self.model.laws.removeAll { law in
        !model.cells[law.total].unit.isMoney
          || model.laws.parts(of: law).contains { !model.cells[$0].unit.isMoney }
      }
    }
    return model
  }

  // MARK: Where they stand

  private struct Region {
    var table: Int
    var range: TextRange
  }

  /// The stretches of text that hold a self-evaluation each: from its title to the next one's, or to
  /// the next part of the document.
  private func regions() -> [Region] {
    var found: [Region] = []
    var isOpen = false
    for number in model.tables.indices {
      let title = model.tables[number].titleRange
      let range = model.tables[number].range
      if isEvaluation(number) {
        if isOpen, title == nil {
          found[found.count - 1].range.upper = range.upper
          continue
        }
        found.append(Region(table: number, range: TextRange(title?.lower ?? range.lower, range.upper)))
        isOpen = true
      } else if isOpen {
        isOpen = title == nil
        if isOpen { found[found.count - 1].range.upper = range.upper }
      }
    }
    guard !found.isEmpty else { return [] }
    let parts = tree.blocks.filter { $0.block.kind == .heading && ($0.block.numbering?.level ?? 9) <= 1 }
    for place in found.indices {
      let range = found[place].range
      if let end = parts.first(where: { $0.block.range.lower > range.lower && $0.block.range.lower < range.upper }) {
        found[place].range.upper = end.block.range.lower
      }
    }
    return found
  }

  private func isEvaluation(_ table: Int) -> Bool {
    if model.tables[table].kind == .evaluation { return true }
    let head = model.tables[table].head
    return head.contains(Self.score) && Self.weights.contains { head.contains($0) }
  }

  private static let score = Array("得分".utf16)
  private static let weights = ["分值", "权重", "满分"].map { Array($0.utf16) }
  private static let overall = ["整体", "部门"].map { Array($0.utf16) }

  // MARK: Rows

  private mutating func read(_ region: Region) {
    let first = index.line(at: region.range.lower)
    let last = index.line(at: max(region.range.lower, region.range.upper - 1))
    let lines = TableLines(of: bytes, index, first..<(last + 1))
    let reader = EvaluationLineReader(bytes: bytes)
    let hasRule = statesRule(region.range)
    var form = EvaluationForm(hasRule: hasRule)
    for line in 0..<lines.count {
      switch reader.read(lines.pieces(of: line), columns: form.indicators.isEmpty ? form.funds?.amounts.count ?? 0 : 0)
      {
      case .funds(let amounts, let weight, let rate, let score):
        if form.funds != nil || !form.indicators.isEmpty {
          settle(form)
          form = EvaluationForm(hasRule: hasRule)
        }
        form.funds = EvaluationForm.Funds(amounts: amounts, weight: weight, rate: rate, score: score)
      case .part(let amounts, let rate): form.parts.append((amounts, rate))
      case .indicator(let actual, let weight, let score):
        form.indicators.append(EvaluationForm.Indicator(actual: actual, weight: weight, score: score))
      case .project(let amounts, let rate, let isTotal): form.projects.append((amounts, rate, isTotal))
      case .total(let weight, let score):
        form.total = (weight, score)
        settle(form)
        form = EvaluationForm(hasRule: hasRule)
      case nil: continue
      }
    }
    settle(form)
  }

  private mutating func settle(_ form: EvaluationForm) {
    settleFunds(form)
    settleScores(form)
    settleProjects(form)
  }

  // MARK: Cells

  /// The cell of a printed number, which counts `unit`; nil for an amount as its table counts it.
  mutating func cell(_ piece: TablePiece, _ unit: Unit?) -> CellIndex {
    var low = 0
    var high = known
    while low < high {
      let middle = (low + high) / 2
      if model.cells[middle].piece.range.lower < piece.range.lower { low = middle + 1 } else { high = middle }
    }
    if low < known, model.cells[low].piece.range.lower == piece.range.lower { return take(low, unit) }
    if let other = added[piece.range.lower] { return take(other, unit) }
    let cell = model.cells.count
    added[piece.range.lower] = cell
    model.cells.append(
      TableCell(
        piece: piece, table: table, row: model.tables[table].entries.count, unit: unit ?? model.tables[table].unit))
    let row = TableRow(lines: model.tables[table].entries.last?.row.lines ?? 0...0)
    model.tables[table].entries.append(TableEntry(row: row, role: .foreign, cells: cell..<(cell + 1)))
    model.tables[table].identity = TableIdentity()
    return cell
  }

  private mutating func take(_ cell: CellIndex, _ unit: Unit?) -> CellIndex {
    guard let unit else { return cell }
    model.cells[cell].unit = unit
    model.cells[cell].effectiveDecimals = Int(model.cells[cell].piece.decimals)
    return cell
  }

  /// Whether the title of the present table speaks of the whole department.
  var isOverall: Bool {
    let title = Array(model.tables[table].title.utf16)
    return Self.overall.contains { RowWords.contains(title, $0) }
  }
}
