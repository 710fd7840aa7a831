import Disclosure
import DisclosureSyntax
import DisclosureText

/// Pages that tell of two years: how one went, and the budget of the next.
extension WrongYear {
  /// The years that titles and headings give the document to: `“三公”经费2024年执行情况和2025年预算情况`, or one heading
  /// for the budget of the one and one for the accounts of the other.
  ///
  /// - Complexity: O(*n*) for *n* words of titles and headings; asked for where a year is wrong only.
  func toldYears(in document: DisclosureDocument) -> Set<Int> {
    var told: Set<Int> = []
    var accounts: Set<Int> = []
    var budgets: Set<Int> = []
    for (number, block) in document.tree.blocks.enumerated() {
      let isHeading = block.block.kind == .heading
      guard isHeading || number < Self.opening && block.block.kind == .paragraph && block.numerals.isEmpty else {
        continue
      }
      let named = years(of: block)
      for year in named where year.isOfAccounts {
        if named.contains(where: { $0.year == year.year + 1 && !$0.isOfAccounts && $0.isOfBudget }) {
          told.formUnion([year.year, year.year + 1])
        }
      }
      guard isHeading, named.count == 1, let year = named.first, block.block.numbering.map({ $0.level <= 1 }) ?? false
      else { continue }
      if year.isOfAccounts { accounts.insert(year.year) } else if year.isOfBudget { budgets.insert(year.year) }
    }
    guard let own = document.profile.fiscalYear, accounts.contains(own), budgets.contains(own + 1),
      !budgets.contains(own), !accounts.contains(own + 1)
    else { return told }
    return told.union([own, own + 1])
  }

  /// A year that a title names, and of what.
  private struct NamedYear {
    var year: Int
    var isOfAccounts = false
    var isOfBudget = false
  }

  private func years(of block: ReadBlock) -> [NamedYear] {
    var named: [NamedYear] = []
    for token in block.tokens {
      switch token.kind {
      case .year(let year): named.append(NamedYear(year: Int(year)))
      case .term(.final), .term(.execution): if !named.isEmpty { named[named.count - 1].isOfAccounts = true }
      case .term(let term) where term.isBasis: if !named.isEmpty { named[named.count - 1].isOfBudget = true }
      case .text:
        guard !named.isEmpty else { continue }
        let words = Array(block.block.text.units[token.range])
        if words.position(of: Self.carriedOut) != nil { named[named.count - 1].isOfAccounts = true }
      default: continue
      }
    }
    return named
  }

  /// How many blocks may be the title and what stands below it.
  private static let opening = 6
  private static let carriedOut = Array("执行".utf16)
}
