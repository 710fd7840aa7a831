import Accounts
import DisclosureSyntax
import DisclosureText

/// Learns from its blocks how a document is put together.
struct OutlineReader {
  let blocks: [ReadBlock]
  let facts: [BlockFacts]
  var outline = Outline()
  /// The title lines that wait for their table.
  private var pending: [Int] = []

  /// - Parameter facts: what each block says by itself.
  init(_ tree: SyntaxTree, _ facts: [BlockFacts]) {
    blocks = tree.blocks
    self.facts = facts
  }

  /// The outline.
  ///
  /// - Complexity: O(*b* + *e*²) for *b* blocks and *e* lines of the contents.
  mutating func read() -> Outline {
    outline.headings.reserveCapacity(blocks.count / 4)
    outline.paragraphs.reserveCapacity(blocks.count / 2)
    readContents()
    var at = 0
    while at < blocks.count {
      if outline.contents.contains(at) {
        at = outline.contents.upperBound
        continue
      }
      if let end = readAnnexList(at) {
        at = end
        continue
      }
      take(at)
      at += 1
    }
    return outline
  }

  private mutating func take(_ at: Int) {
    switch blocks[at].block.kind {
    case .heading:
      pending = []
      closeGlossary(at)
      let words = titleWords(at)
      outline.headings.append(Outline.Heading(block: at, words: words))
      if words.suffix(Self.glossary.count).elementsEqual(Self.glossary) { outline.glossary = at..<blocks.count }
      if words.last == Self.table { pending = [at] }
    case .tableTitle:
      closeGlossary(at)
      pending.append(at)
    case .table, .contents:
      takeBody(at)
    case .note:
      outline.notes.append(at)
      takeChains(at)
      takeNote(at)
    case .paragraph:
      outline.paragraphs.append(at)
      takeChains(at)
    }
  }

  private mutating func takeChains(_ at: Int) {
    for chain in facts[at].chains {
      outline.chains.append(
        Outline.PlacedChain(block: at, token: chain.token, chain: chain.chain, account: chain.account))
    }
  }

  /// The accounts that a block names from their class down.
  static func chains(_ block: ReadBlock) -> [BlockFacts.Chain] {
    var chains: [BlockFacts.Chain] = []
    for token in block.tokens.indices {
      guard case .account = block.tokens[token].kind else { continue }
      if let chain = AccountChain(block.tokens[token], in: block.block.text) {
        let account = Chart.account(levels: chain.names.count) { block.block.text.units[chain.names[$0]] }
        let isPlain =
          (account != nil || chain.names.count > 1) && chain.isPlain(block.tokens[token], in: block.block.text)
        chains.append(BlockFacts.Chain(token: token, chain: chain, account: account, isPlain: isPlain))
      }
    }
    return chains
  }

  private mutating func closeGlossary(_ at: Int) {
    guard outline.glossary.upperBound == blocks.count, !outline.glossary.isEmpty else { return }
    let isPart = blocks[at].block.numbering.map { $0.level == 0 } ?? true
    if isPart || blocks[at].block.kind == .tableTitle { outline.glossary = outline.glossary.lowerBound..<at }
  }

  /// A note that stands between the title of another table and its rows speaks of that table.
  private mutating func takeNote(_ at: Int) {
    if let name = pending.last(where: { isName($0) }), case let words = titleWords(name),
      words != outline.tables.last?.words
    {
      outline.tables.append(TableOutline(title: name, words: words, titles: pending))
      pending = []
    }
    if !outline.tables.isEmpty { outline.tables[outline.tables.count - 1].notes.append(at) }
  }

  private mutating func takeBody(_ at: Int) {
    let name = pending.last { isName($0) }
    // What follows the notes of a table under a title of its own is another table, and so is what follows the
    // end of a title that is wrapped: `出表`.
    let isAnother =
      !pending.isEmpty && outline.tables.last.map { !$0.notes.isEmpty } ?? true || pending.contains { isTail($0) }
    if name != nil || outline.tables.isEmpty || isAnother {
      outline.tables.append(
        TableOutline(title: name, words: name.map { titleWords($0) } ?? [], titles: pending))
    } else {
      outline.tables[outline.tables.count - 1].titles += pending
    }
    pending = []
    outline.tables[outline.tables.count - 1].bodies.append(at)
    outline.tables[outline.tables.count - 1].fillings.append(facts[at].filling)
  }

  /// Whether the line is the name of a table rather than its number, department or unit.
  private func isName(_ at: Int) -> Bool {
    let words = titleWords(at)
    let units = blocks[at].block.text.units
    return words.last == Self.table && words.count >= 4
      && !units.dropFirst(TitleWords.tableNumberLength(units)).contains(where: { Mark.isColon($0) })
      && !units.dropLast().suffix(1).contains(where: Mark.isDigit)
  }

  /// Whether the line is the end of a name, too short for a whole one.
  private func isTail(_ at: Int) -> Bool {
    let units = blocks[at].block.text.units
    return units.count < 4 && units.last == Self.table && units.first.map { $0 >= 0x4E00 && $0 != 0x9644 } ?? false
  }

  /// What is printed in the cells of a block.
  static func filling(_ block: ReadBlock) -> TableOutline.Filling {
    var filling = TableOutline.Filling.nothing
    // A row that looks like a line of the contents is a row all the same.
    if block.block.kind == .contents { return hasAmount(block.block.text.units) ? .amounts : .unclear }
    let table = block.tableLines
    for line in 0..<table.count where !TableHead.isColumnNumbers(table.pieces(of: line)) {
      for piece in table.pieces(of: line) where piece.kind == .amount || piece.kind == .integer {
        if piece.kind == .amount, piece.value != 0 { return .amounts }
        filling = .unclear
      }
    }
    return filling
  }

  /// Whether an amount above zero with decimals stands among the characters.
  private static func hasAmount(_ units: [UInt16]) -> Bool {
    var (hasPoint, hasDigit) = (false, false)
    for unit in units {
      if let digit = Mark.digit(unit) {
        if digit > 0 { hasDigit = true }
      } else if Mark.isPoint(unit) {
        hasPoint = true
      } else if unit != 0x2C {
        (hasPoint, hasDigit) = (false, false)
      }
      if hasPoint, hasDigit { return true }
    }
    return false
  }

  static let table: UInt16 = 0x8868  // 表
  private static let glossary = Array("名词解释".utf16)
}

extension TableOutline.Filling: Comparable {
  @usableFromInline package static func < (left: Self, right: Self) -> Bool { left.rank < right.rank }

  private var rank: Int {
    switch self {
    case .nothing: 0
    case .unclear: 1
    case .amounts: 2
    }
  }
}
