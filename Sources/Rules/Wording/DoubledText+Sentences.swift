import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Sentences with figures that stand twice in one section, apart from each other.
extension DoubledText {
  private struct Sentence {
    var block: Int
    var range: Range<Int>
    /// The place of the finding about the second of them; nil while it stands there once.
    var finding: Int?
  }

  /// The second of two equal sentences in paragraphs that follow each other under one heading.
  ///
  /// Only a long one that gives amounts says the same twice; what items are used for is said of many, and what stands
  /// three times is a form that is filled in again and again. A hint, since what a section is about may be taken up
  /// again on purpose.
  ///
  /// - Complexity: O(*t*) for the tokens of paragraphs with two figures and more, and for each such sentence at most
  ///   `reach` others.
  func sentences(in document: DisclosureDocument) -> [Finding] {
    let blocks = document.tree.blocks
    var seen: [Sentence] = []
    var last = -1
    var found: [Finding?] = []
    for number in document.outline.paragraphs {
      if number != last + 1 { seen.removeAll(keepingCapacity: true) }
      last = number
      // Items say the same of each, with the same figures now and then.
      guard blocks[number].numerals.count >= 2, blocks[number].block.numbering == nil,
        document.outline.chains(in: number).isEmpty
      else { continue }
      let units = blocks[number].block.text.units
      for range in Self.sentences(of: blocks[number]) {
        let near = max(0, seen.count - Self.reach)..<seen.count
        let former = near.first { place in
          seen[place].range.count == range.count
            && blocks[seen[place].block].block.text.units[seen[place].range].elementsEqual(units[range])
        }
        guard let former else {
          seen.append(Sentence(block: number, range: range))
          continue
        }
        if let finding = seen[former].finding {
          found[finding] = nil
        } else {
          seen[former].finding = found.count
          found.append(isParagraph(range, number, in: document) ? nil : sentence(range, in: blocks[number].block.text))
        }
      }
    }
    return found.compactMap { $0 }
  }

  /// Whether the sentence is the whole of a paragraph that repeats the one before it, which is reported as such.
  private func isParagraph(_ range: Range<Int>, _ number: Int, in document: DisclosureDocument) -> Bool {
    let block = document.tree.blocks[number].block
    return block.doubled != nil
      || range.upperBound == block.text.count
        && range.lowerBound == block.numbering?.length ?? 0
        && number > 0 && document.tree.blocks[number - 1].block.text.units.ends(with: Array(block.text.units[range]))
  }

  /// The long sentences of a block with two figures and more, one of them an amount above zero.
  private static func sentences(of block: ReadBlock) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = block.block.numbering?.length ?? 0
    var figures = 0
    var hasAmount = false
    for token in block.tokens {
      switch token.kind {
      case .numeral(let number):
        figures += 1
        let numeral = block.numerals[Int(number)]
        hasAmount = hasAmount || numeral.unit.isMoney && numeral.value != 0
      case .stop:
        let range = start..<token.range.upperBound
        if figures >= 2, hasAmount, range.count >= sentenceLength { found.append(range) }
        start = token.range.upperBound
        figures = 0
        hasAmount = false
      default: continue
      }
    }
    return found
  }

  /// How many sentences of a section before it one may repeat.
  private static let reach = 200
  /// The characters of a sentence that nobody writes twice.
  private static let sentenceLength = 40

  private func sentence(_ range: Range<Int>, in text: RunningText) -> Finding {
    Self.info.finding(
      text.sourceRange(of: range), LocalizedText("本节已有同样的一句", "the section has the same sentence already"),
      severity: .hint,
      fixes: [.removing(range, in: text, isPreferred: false, isSafe: false)])
  }
}
