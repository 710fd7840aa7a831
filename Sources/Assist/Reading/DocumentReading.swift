import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint
import Rules

/// A disclosure with everything that an editor can ask of it: its blocks, its figures by place,
/// and the relations that each stands in.
///
///     let reading = DocumentReading(SourceText("某局2025年度部门预算公开 …"), linter: Linter())
///     reading.figure(at: cursor)     // the figure before, under or behind the cursor
///
/// A value: a request that is answered from it sees one state of the text, whatever is typed
/// meanwhile.
package struct DocumentReading: Sendable {
  /// The document as it is judged.
  package let document: DisclosureDocument
  /// The lines of its file that stand before it.
  let linesBefore: Int
  /// The relations that the rules state of it.
  package let sheet: RelationSheet
  /// What became of each relation.
  package let outcomes: [Outcome]
  /// The figures and words of direction that stand for something, by place.
  package let figures: [PlacedFigure]
  /// The relations of each quantity.
  private let relationsByQuantity: [[Int]]
  /// The name of the rule that stated each relation.
  private let engine: Engine

  /// Reads `text`. Never fails.
  ///
  /// - Complexity: O(*n*).
  package init(_ text: SourceText, linter: Linter) {
    self.init(linter.read(text), linter: linter)
  }

  /// Looks at what `linter` has read, where so many lines of its file stand before it.
  ///
  /// - Complexity: O(*n*) for *n* figures and relations.
  package init(_ read: DisclosureDocument, linter: Linter, linesBefore: Int = 0) {
    engine = linter.engine
    document = linter.judged(read)
    self.linesBefore = linesBefore
    (sheet, outcomes) = engine.judge(document)
    var relations = [[Int]](repeating: [], count: sheet.marks.count)
    for (index, relation) in sheet.ledger.relations.enumerated() {
      for quantity in relation.quantities { relations[quantity].append(index) }
    }
    relationsByQuantity = relations
    figures = Self.figures(of: document, in: sheet)
  }

  /// The relations that `figure` stands in, in the order they were stated.
  package func relations(of figure: PlacedFigure) -> [Int] { figure.quantity.map { relationsByQuantity[$0] } ?? [] }

  /// The relations that a quantity stands in.
  func relations(of quantity: QuantityIndex) -> [Int] { relationsByQuantity[quantity] }

  /// The relation at `index`.
  func relation(_ index: Int) -> Relation { sheet.ledger.relations[index] }

  /// The name of the rule that stated a relation.
  func ruleName(_ index: Int) -> String { engine.ruleName(of: relation(index)) }

  /// The figure that a cursor at `offset` stands before, in or behind; the one it stands before
  /// where it is between two.
  ///
  /// - Complexity: O(log *figures*).
  package func figure(at offset: Int) -> PlacedFigure? {
    let behind = figures.partitioningIndex { $0.range.lower <= offset }
    guard behind > 0, figures[behind - 1].range.upper >= offset else { return nil }
    return figures[behind - 1]
  }

  /// The figures whose first byte lies in `range`.
  func figures(in range: TextRange) -> ArraySlice<PlacedFigure> {
    let lower = figures.partitioningIndex { $0.range.lower < range.lower }
    let upper = figures.partitioningIndex { $0.range.lower < range.upper }
    return figures[lower..<upper]
  }

  /// The line of the file that the byte at `offset` stands on, from 1.
  func line(at offset: Int) -> Int { linesBefore + document.lines.line(at: offset) + 1 }

  /// The index of the block that holds `offset`, or the last one before it.
  func block(at offset: Int) -> Int? {
    let behind = document.tree.blocks.partitioningIndex { $0.block.range.lower <= offset }
    return behind > 0 ? behind - 1 : nil
  }

  private static func figures(of document: DisclosureDocument, in sheet: RelationSheet) -> [PlacedFigure] {
    var found: [PlacedFigure] = []
    var isInSheet = Set<RelationSheet.Mark>()
    for (quantity, mark) in sheet.marks.enumerated() where mark != .constant {
      found.append(PlacedFigure(mark: mark, range: sheet.range(of: mark), quantity: quantity))
      isInSheet.insert(mark)
    }
    for index in document.narrative.statements.indices where document.numeral(index) != nil {
      let mark = RelationSheet.Mark.figure(index)
      if !isInSheet.contains(mark) {
        found.append(PlacedFigure(mark: mark, range: sheet.range(of: mark), quantity: nil))
      }
    }
    return found.filter { !$0.range.isEmpty }.sorted { $0.range < $1.range }
  }
}

/// A printed figure, or a word that says which way one went.
package struct PlacedFigure: Hashable, Sendable {
  /// What it is in the document.
  package let mark: RelationSheet.Mark
  /// Where it stands, from its first piece to the end of its last.
  package let range: TextRange
  /// Its number in the ledger; nil where it stands in no relation.
  package let quantity: QuantityIndex?

  /// Whether it is a word rather than a number.
  package var isWord: Bool {
    if case .word = mark { true } else { false }
  }
}

extension RandomAccessCollection where Index == Int {
  /// The first index whose element does not satisfy `predicate`, where those that do come first.
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
