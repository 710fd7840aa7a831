import DisclosureSyntax
import DisclosureText

/// The accounts that paragraphs name before their first figure, in a sentence of its own:
/// `1.教育支出（类）普通教育（款）小学教育（项）。年初预算为 60 万元`.
///
/// A chain that begins with its section goes on from the class that a line above it names:
/// `1.教育支出（类）`, and below it `（1）普通教育（款）小学教育（项）。年初预算为 60 万元`.
struct AccountTitles {
  private let tree: SyntaxTree
  /// How many blocks were looked through for classes.
  private var looked = 0
  /// The line above that names a class and nothing else.
  private var classTitle: ArraySlice<UInt16>?

  init(_ tree: SyntaxTree) { self.tree = tree }

  /// The account that the paragraph of `placed` is about, if the words of the statement name nothing.
  ///
  /// Statements are asked for in the order of the text.
  mutating func account(of placed: PlacedStatement) -> Int64? {
    guard placed.statement.subject.isEmpty, let named = title(of: tree.blocks[placed.block]) else { return nil }
    if let account = AccountChainReader.account(named) { return account }
    look(before: placed.block)
    return classTitle.flatMap { AccountChainReader.account($0 + named) }
  }

  /// The first account that a block names, if it stands before every number.
  private func title(of block: ReadBlock) -> ArraySlice<UInt16>? {
    for token in block.tokens {
      switch token.kind {
      case .numeral: return nil
      case .account: return block.block.text.units[token.range]
      default: continue
      }
    }
    return nil
  }

  /// Goes on to the last line before `block` that names a class.
  private mutating func look(before block: Int) {
    while looked < block {
      let read = tree.blocks[looked]
      looked += 1
      guard read.numerals.isEmpty, let named = title(of: read), let end = read.tokens.last?.range.upperBound,
        named.endIndex >= end - 1, let account = AccountChainReader.account(named), account < 1000
      else { continue }
      classTitle = named
    }
  }
}
