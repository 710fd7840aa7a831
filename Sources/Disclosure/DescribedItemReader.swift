import Accounts
import DisclosureSyntax

/// What is known of an item while it is read.
struct DescribedItemDraft {
  /// Where the names above it stand, from the class down, and behind them its own; never empty.
  let names: [Range<Int>]
  /// The block of its name.
  let titled: ReadBlock
  /// The block that describes it, which may be the one behind its name.
  var read: ReadBlock
  var block: Int
  var purpose: Range<Int>?
  var reason: Range<Int>?

  init(_ names: [Range<Int>], in titled: ReadBlock, block: Int) {
    self.names = names
    self.titled = titled
    read = titled
    self.block = block
  }

  /// Whether anything is said of it.
  var isDescribed: Bool { purpose != nil || reason != nil }

  /// Takes the block that describes it.
  mutating func stands(in block: ReadBlock, _ number: Int) {
    read = block
    self.block = number
  }
}

/// Reads the items of one paragraph.
struct DescribedItemReader {
  let block: ReadBlock
  let number: Int
  let chains: ArraySlice<Outline.PlacedChain>
  var open: DescribedItemDraft?

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
        if let current, current.isDescribed { items.append(DescribedItem(current)) }
        current = DescribedItemDraft(names, in: block, block: number)
      } else if case .term(.purpose) = token.kind, current?.purpose == nil {
        current?.purpose = clause(behind: index)
        current?.stands(in: block, number)
      } else if case .term(.reason) = token.kind, current?.reason == nil {
        current?.reason = sentence(behind: index)
        current?.stands(in: block, number)
      }
    }
    if let current {
      if current.isDescribed {
        items.append(DescribedItem(current))
      } else if block.numerals.isEmpty {
        open = current
      }
    }
    return items
  }

  /// Where the names above an item stand that `token` names, and behind them its own; never empty.
  private func names(_ token: Token, _ index: Int) -> [Range<Int>]? {
    if case .account = token.kind, let placed = chains.first(where: { $0.token == index }) {
      return placed.chain.names
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
