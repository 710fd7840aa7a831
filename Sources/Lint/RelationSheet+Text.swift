import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger

/// The way back from the ledger's numbers to the text: where a figure stands, how it is printed,
/// and what has to be typed for it to say something else.
extension RelationSheet {
  /// The bytes of a figure, without its unit but with a percent sign, or of a word; empty for a
  /// constant.
  package func range(of mark: Mark) -> TextRange {
    switch mark {
    case .cell(let index): return document.range(ofCell: index)
    case .figure(let index):
      guard let numeral = document.numeral(index) else { return TextRange(0, 0) }
      return document.runningText(index).sourceRange(of: numeral.unit == .percent ? numeral.range : numeral.digits)
    case .word(let index):
      return document.statement(index).word.map { document.runningText(index).sourceRange(of: $0) } ?? TextRange(0, 0)
    case .entries(let index): return document.narrative.countedLists[index].range
    case .constant: return TextRange(0, 0)
    }
  }

  /// The bytes of a figure with its unit, or of a word; empty for a constant.
  package func wholeRange(of mark: Mark) -> TextRange {
    guard case .figure(let index) = mark, let numeral = document.numeral(index) else { return range(of: mark) }
    return document.runningText(index).sourceRange(of: numeral.range)
  }

  /// The digits of a figure without unit or sign, and where they stand; nil for what is no number.
  package func digits(of mark: Mark) -> (range: TextRange, text: String)? {
    switch mark {
    case .figure(let index):
      guard let numeral = document.numeral(index) else { return nil }
      let text = document.runningText(index)
      return (text.sourceRange(of: numeral.digits), text.string(in: numeral.digits))
    case .cell(let index): return (range(of: mark), document.printedCell(index))
    case .word, .entries, .constant: return nil
    }
  }

  /// The figure with its unit, or the word, without line ends inside.
  package func printed(_ mark: Mark) -> String { FigureText(document: document).printed(mark) }

  /// The words that name what a figure measures, if they are short; empty otherwise.
  package func name(of mark: Mark) -> String { FigureText(document: document).name(mark) }

  /// How the text would print `value` where the figure or word `mark` stands; empty where it cannot.
  package func written(_ value: Int128, for mark: Mark) -> String {
    guard case .word = mark else { return FigureText(document: document).written(value, like: mark) }
    return DirectionWord.opposite(of: printed(mark)) ?? ""
  }

  /// The edits that make the figure `mark` say `value`, or turn the word; empty where nothing has
  /// to be typed or nothing can be.
  package func edits(writing value: Int128, for mark: Mark) -> [TextEdit] {
    switch mark {
    case .figure(let index):
      guard let numeral = document.numeral(index) else { return [] }
      let digits = FigureText(document: document).digits(
        value, like: numeral, isRate: document.statement(index).lacksPercentSign)
      return FigureFix.edits(numeral.digits, in: document.runningText(index), to: digits)
    case .cell(let index):
      return FigureFix.edits(ofCell: index, in: document, to: written(value, for: mark))
    case .word(let index):
      let new = written(value, for: mark)
      guard let word = document.statement(index).word, !new.isEmpty else { return [] }
      return FigureFix.edits(word, in: document.runningText(index), to: new)
    case .entries, .constant: return []
    }
  }

  /// The computation that `relation` stands for, beside what the text has.
  package func computation(of relation: Relation) -> LocalizedText { VerdictText(self).computation(relation) }

  /// The computation alone, with its result: `413.84 ÷ 1593.84 = 25.96%`; nil for what computes nothing.
  package func result(of relation: Relation) -> String? { VerdictText(self).result(relation) }
}

extension RelationSheet.Mark {
  /// The cell it is; nil for everything else.
  package var cell: CellIndex? {
    if case .cell(let index) = self { index } else { nil }
  }
}
