import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Items of the narrative that name an account a second time where another one is meant: copied from the item above,
/// with the amount changed and the name left.
extension AccountNameRule {
  /// One finding for an item whose account an item before it or behind it names, with the amount that the tables have
  /// for that account, while its own amount is that of one neighbour in the chart which no item names.
  ///
  /// Lists by project or by fund name an account more than once, too; their amounts are those of no other account.
  ///
  /// - Complexity: O(*chains*), and O(*rows*) for each account that is named twice.
  func repeatedItems(in document: DisclosureDocument) -> [Finding] {
    let chains = document.outline.chains
    guard chains.count > 2, !document.tables.tables.isEmpty else { return [] }
    var found: [Finding] = []
    for index in chains.indices.dropFirst() {
      guard let account = chains[index].account, account.level == .item,
        let former = chains[..<index].lastIndex(where: { $0.account == account }), isList(former...index, document)
      else { continue }
      for (item, other) in [(index, former), (former, index)] {
        if let owner = owner(item, other, account, in: document) {
          found.append(finding(chains[item], account, owner, in: document))
          break
        }
      }
    }
    return found
  }

  /// Whether the chains begin the items of one list.
  private func isList(_ range: ClosedRange<Int>, _ document: DisclosureDocument) -> Bool {
    let chains = document.outline.chains
    let blocks = document.tree.blocks
    guard chains[range.lowerBound].block < chains[range.upperBound].block else { return false }
    let level = blocks[chains[range.lowerBound].block].block.numbering?.level
    return level != nil && blocks[chains[range.upperBound].block].block.numbering?.level == level
      && (chains[range.lowerBound].block...chains[range.upperBound].block).allSatisfy {
        blocks[$0].block.kind == .paragraph
      }
  }

  /// The account below the same section that alone has the amount of the item and is named by no other item, if the
  /// tables have the amount of the other item for the account that both name.
  private func owner(_ item: Int, _ other: Int, _ account: Account, in document: DisclosureDocument) -> Account? {
    guard let amount = printedAmount(of: item, in: document), let own = printedAmount(of: other, in: document),
      amount != own
    else { return nil }
    var isOwn = false
    var owners: Set<Int> = []
    let siblings = Int(account.code.digits) / 100
    for table in document.tables.tables {
      for entry in table.entries {
        guard let code = entry.row.code, code.digits == 7, Int(code.value) / 100 == siblings else { continue }
        let amounts = entry.cells.map { document.tables.cells[$0].piece }
        let hasAmount = amounts.contains { $0.value == amount.value && Int($0.decimals) == amount.decimals }
        if Int(code.value) == Int(account.code.digits) {
          if hasAmount { return nil }
          isOwn = isOwn || amounts.contains { $0.value == own.value && Int($0.decimals) == own.decimals }
        } else if hasAmount {
          owners.insert(Int(code.value))
        }
      }
    }
    guard isOwn, owners.count == 1, let digits = owners.first, let code = AccountCode(digits),
      let owner = Chart.account(code, in: .functional), ChainJudgement.certain(owner),
      !document.outline.chains.contains(where: { $0.account == owner })
    else { return nil }
    return owner
  }

  private struct Amount: Equatable {
    var value: Int64
    var decimals: Int
  }

  /// The first amount behind the account of an item, in 万元.
  private func printedAmount(of item: Int, in document: DisclosureDocument) -> Amount? {
    let placed = document.outline.chains[item]
    let block = document.tree.blocks[placed.block]
    for token in block.tokens[(placed.token + 1)...] {
      switch token.kind {
      case .numeral(let number):
        let numeral = block.numerals[Int(number)]
        guard numeral.unit == .tenThousandYuan, numeral.value != 0 else { return nil }
        return Amount(value: numeral.value, decimals: Int(numeral.decimals))
      case .stop, .semicolon, .account: return nil
      default: continue
      }
    }
    return nil
  }

  private func finding(
    _ placed: Outline.PlacedChain, _ account: Account, _ owner: Account, in document: DisclosureDocument
  ) -> Finding {
    let text = document.tree.blocks[placed.block].block.text
    let name = placed.chain.names[placed.chain.names.count - 1]
    return Self.info.finding(
      text.sourceRange(of: name),
      LocalizedText(
        "科目重复：“\(account.name)”另有一项，本项的金额是表中 \(owner.code)“\(owner.name)”的",
        "the account stands twice: “\(account.name)” has an item of its own, the amount of this one is that of \(owner.code) “\(owner.name)” in the tables"
      ),
      fixes: [.replacing(name, in: text, by: owner.name, isPreferred: true, isSafe: false)])
  }
}
