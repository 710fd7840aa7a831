import DisclosureSyntax
import DisclosureText

/// An item of the narrative with what it is said to be for and why it changed.
///
/// Items are accounts (`…（项）30.00万元，主要用于…`), the three public expenses (`（二）公务接待费…`) and the agency operating
/// funds (`机关运行经费…，主要原因是…`).
///
/// It never changes, and is a class only so that those who compare items do not copy their parts.
@usableFromInline package final class DescribedItem: Sendable {
  /// The characters it stands in.
  package var text: RunningText { read.block.text }
  private let read: ReadBlock
  /// Its block.
  package let block: Int
  /// The block its name stands in, and where.
  private let titled: ReadBlock
  private let titleRange: Range<Int>
  /// Its name: the last of its chain.
  package let name: [UInt16]
  /// The names above it, the section first.
  package let above: [[UInt16]]
  /// Whether it is a whole class, `住房保障支出（类）`, which may say of its accounts what they say themselves.
  package let isClass: Bool
  /// Where its purpose stands.
  package let purpose: Range<Int>?
  /// Where the reason for its change stands.
  package let reason: Range<Int>?

  init(_ draft: DescribedItemDraft) {
    let units = draft.titled.block.text.units
    let names = draft.names
    let own = names[names.count - 1]
    read = draft.read
    block = draft.block
    titled = draft.titled
    titleRange = own
    name = TitleWords.words(units[own])
    above = names.dropLast().reversed().map { TitleWords.words(units[$0]) }
    let behind = units[own.upperBound...].prefix(4)
    isClass = names.count == 1 && behind.contains(0x7C7B)  // 类
    purpose = draft.purpose
    reason = draft.reason
  }

  /// Its name as it is printed, for messages.
  package var title: String { titled.block.text.string(in: titleRange) }

  /// The items of a document, in the order of the text.
  ///
  /// - Complexity: O(number of tokens).
  static func items(in tree: SyntaxTree, _ outline: Outline) -> [DescribedItem] {
    var items: [DescribedItem] = []
    // A chain that is a paragraph of its own names the item of the next one.
    var open: DescribedItemDraft?
    var last = -1
    for number in outline.paragraphs where !outline.glossary.contains(number) {
      if number != last + 1 { open = nil }
      last = number
      let chains = outline.chains(in: number)
      guard open != nil || !chains.isEmpty || DescribedItemReader.namesExpense(tree.blocks[number].tokens) else {
        continue
      }
      var reader = DescribedItemReader(block: tree.blocks[number], number: number, chains: chains, open: open)
      items += reader.read()
      open = reader.open
    }
    return items
  }

  /// The characters of its purpose that count.
  package var purposeWords: [UInt16] { purpose.map { TitleWords.words(text.units[$0]) } ?? [] }
  /// The characters of its reason that count.
  package var reasonWords: [UInt16] { reason.map { TitleWords.words(text.units[$0]) } ?? [] }

  /// The share of its name, by neighbouring characters, that `words` has: 0 for none of it.
  package func fit(_ words: [UInt16]) -> Double {
    guard name.count > 1 else { return 1 }
    var shared = 0
    for at in 1..<name.count where TitleWords.contains(words, [name[at - 1], name[at]]) { shared += 1 }
    return Double(shared) / Double(name.count - 1)
  }
}
