import Accounts
import DisclosureSyntax
import DisclosureText

/// An item of the narrative with what it is said to be for and why it changed.
///
/// Items are accounts (`…（项）30.00万元，主要用于…`), the three public expenses (`（二）公务接待费…`) and the agency operating
/// funds (`机关运行经费…，主要原因是…`).
@usableFromInline package struct DescribedItem: Sendable {
  /// The characters it stands in.
  package var text: RunningText { read.block.text }
  private var read: ReadBlock
  /// Its block.
  package private(set) var block: Int
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
  package fileprivate(set) var purpose: Range<Int>?
  /// Where the reason for its change stands.
  package fileprivate(set) var reason: Range<Int>?

  fileprivate init(_ names: [Range<Int>], in read: ReadBlock, block: Int) {
    let units = read.block.text.units
    let words = names.map { TitleWords.words(units[$0]) }
    self.read = read
    self.block = block
    titled = read
    titleRange = names[0]
    name = words[0]
    above = Array(words.dropFirst())
    let behind = units[names[0].upperBound...].prefix(4)
    isClass = names.count == 1 && behind.contains(0x7C7B)  // 类
  }

  /// Its name as it is printed, for messages.
  package var title: String { titled.block.text.string(in: titleRange) }

  /// The items of a document, in the order of the text.
  ///
  /// - Complexity: O(number of tokens).
  static func items(in tree: SyntaxTree, _ outline: Outline) -> [DescribedItem] {
    var items: [DescribedItem] = []
    // A chain that is a paragraph of its own names the item of the next one.
    var open: DescribedItem?
    var last = -1
    for number in outline.paragraphs where !outline.glossary.contains(number) {
      if number != last + 1 { open = nil }
      last = number
      let chains = outline.chains(in: number)
      guard open != nil || !chains.isEmpty || Reader.namesExpense(tree.blocks[number].tokens) else { continue }
      var reader = Reader(block: tree.blocks[number], number: number, chains: chains, open: open)
      items += reader.read()
      open = reader.open
    }
    return items
  }

  /// Takes the block that describes it, which may be the one behind its name.
  fileprivate mutating func stands(in block: ReadBlock, _ number: Int) {
    read = block
    self.block = number
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

/// Reads the items of one paragraph.
private struct Reader {
  let block: ReadBlock
  let number: Int
  let chains: ArraySlice<Outline.PlacedChain>
  var open: DescribedItem?

  /// Whether one of the three public expenses is named, or what an agency is run with.
  static func namesExpense(_ tokens: [Token]) -> Bool {
    tokens.contains { token in
      if case .term(let term) = token.kind { return isExpense(term) }
      return false
    }
  }

  mutating func read() -> [DescribedItem] {
    var items: [DescribedItem] = []
    var current = open
    open = nil
    for (index, token) in block.tokens.enumerated() {
      if let names = names(token, index) {
        if let item = current, item.purpose != nil || item.reason != nil { items.append(item) }
        current = DescribedItem(names, in: block, block: number)
      } else if case .term(.purpose) = token.kind, current?.purpose == nil {
        current?.purpose = clause(behind: index)
        current?.stands(in: block, number)
      } else if case .term(.reason) = token.kind, current?.reason == nil {
        current?.reason = sentence(behind: index)
        current?.stands(in: block, number)
      }
    }
    guard let item = current else { return items }
    if item.purpose == nil, item.reason == nil {
      if block.numerals.isEmpty { open = item }
    } else {
      items.append(item)
    }
    return items
  }

  /// Where the name that `token` gives an item stands, and behind it those above it; never empty.
  private func names(_ token: Token, _ index: Int) -> [Range<Int>]? {
    if case .account = token.kind, let placed = chains.first(where: { $0.token == index }) {
      return placed.chain.names.reversed()
    }
    guard case .term(let term) = token.kind, Self.isExpense(term), index < 3 || startsClause(index) else {
      return nil
    }
    return [token.range]
  }

  private func startsClause(_ index: Int) -> Bool {
    switch block.tokens[index - 1].kind {
    case .comma, .semicolon, .colon, .stop, .pause, .enumerator: true
    default: false
    }
  }

  /// From behind token `index` to the end of the clause.
  private func clause(behind index: Int) -> Range<Int>? {
    range(behind: index) { kind in
      switch kind {
      case .comma, .semicolon, .stop: true
      default: false
      }
    }
  }

  /// From behind token `index` to the end of the sentence.
  private func sentence(behind index: Int) -> Range<Int>? {
    range(behind: index) { kind in
      switch kind {
      case .semicolon, .stop: true
      default: false
      }
    }
  }

  private func range(behind index: Int, until ends: (Token.Kind) -> Bool) -> Range<Int>? {
    var start = index + 1
    while start < block.tokens.count, Self.isLead(block.tokens[start].kind) { start += 1 }
    guard let end = block.tokens[start...].firstIndex(where: { ends($0.kind) }), end > start else { return nil }
    return block.tokens[start].range.lowerBound..<block.tokens[end].range.lowerBound
  }

  private static func isLead(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .colon, .term(.filler), .term(.reason): true
    default: false
    }
  }

  private static func isExpense(_ term: Term) -> Bool {
    switch term {
    case .abroad, .vehicles, .vehiclePurchase, .vehicleOperation, .reception, .agencyOperation: true
    default: false
    }
  }
}
