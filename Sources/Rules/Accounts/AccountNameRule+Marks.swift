import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Marks of levels behind the names of a path of the chart: `农林水支出（款）水利（类）`.
extension AccountNameRule {
  /// One finding for a chain: marks that were swapped are one slip.
  func markFinding(_ placed: Outline.PlacedChain, in document: DisclosureDocument) -> Finding? {
    guard let first = placed.chain.wrongMarks.first else { return nil }
    let text = document.tree.blocks[placed.block].block.text
    let name = placed.chain.names.last { $0.upperBound <= first.place } ?? placed.chain.names[0]
    let (printed, right) = (text.string(in: first.place..<first.place + 1), String(codeUnits: [first.mark]))
    let words = text.string(in: name)
    let edits = placed.chain.wrongMarks.flatMap { wrong in
      FigureFix.edits(wrong.place..<wrong.place + 1, in: text, to: String(codeUnits: [wrong.mark]))
    }
    return Self.info.finding(
      text.sourceRange(of: first.place..<first.place + 1),
      LocalizedText(
        "科目层级有误：“\(words)”是“\(right)”，文中标为“\(printed)”",
        "wrong level: “\(words)” is a \(right), the text marks it as \(printed)"),
      fixes: [
        Fix(
          title: LocalizedText("改正类、款、项的标注", "mark the levels rightly"), isPreferred: true, isSafe: false, edits: edits)
      ])
  }
}
