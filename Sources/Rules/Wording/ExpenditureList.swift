import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// What the narrative says that personnel or operating funds include.
struct ExpenditureList {
  /// A name of the list.
  struct Item {
    /// Where it stands.
    var range: Range<Int>
    /// The economic account of that name.
    var account: Account?
  }

  /// Where 主要包括 stands.
  var opening: Range<Int>
  /// Whether it is of personnel rather than of operation.
  var isPersonnel: Bool
  /// Its names.
  var items: [Item]
  /// Whether it ends in 等, so that it is not meant to be complete.
  var isOpen: Bool

  /// Whether the list is of accounts such as this one.
  func holds(_ code: AccountCode) -> Bool {
    let isPersonnelAccount = code.classCode.digits == 301 || code.classCode.digits == 303
    return isPersonnel == isPersonnelAccount
  }

  /// Reads the names behind 主要包括; nil where they do not end.
  fileprivate init?(_ opening: Range<Int>, _ isPersonnel: Bool, in block: ReadBlock) {
    let units = block.block.text.units
    guard
      let end = units[opening.upperBound...].firstIndex(where: { Mark.isStop($0) || Mark.isSemicolon($0) })
    else { return nil }
    self.opening = opening
    self.isPersonnel = isPersonnel
    isOpen = units[end - 1] == 0x7B49  // 等
    items = []
    var start = opening.upperBound
    while start < end {
      let close = units[start..<end].firstIndex { Mark.isPause($0) || Mark.isComma($0) } ?? end
      var range = start..<close
      while let first = range.first, !Mark.isIdeograph(units[first]) { range.removeFirst() }
      if close == end, isOpen { range = range.lowerBound..<max(range.lowerBound, close - 1) }
      if range.count >= 2 { items.append(Item(range: range, account: Self.account(Array(units[range])))) }
      start = close + 1
    }
  }

  /// The economic account that has or had the name; 其它 is 其他, and 部门 is 单位 where a global
  /// replacement made it so.
  private static func account(_ printed: [UInt16]) -> Account? {
    let name = AccountName(units: ItemList.withUnit(printed.map { $0 == 0x5B83 ? 0x4ED6 : $0 })[...])  // 它, 他
    return
      (Chart.accounts(named: name, in: .economicDepartment)
      + Chart.accounts(named: name.withOtherEnding, in: .economicDepartment))
      .first { $0.level == .section && $0.status != .abolished }
  }
}

/// What one paragraph says that personnel or operating funds include.
struct ExpenditureLists: BlockLook {
  static var signals: BlockSignals { .including }

  func sight(in text: BlockText) -> [ExpenditureList]? {
    guard text.block.block.kind == .paragraph else { return nil }
    var lists: [ExpenditureList] = []
    var isPersonnel: Bool?
    for token in text.block.tokens {
      switch token.kind {
      case .term(.personnelFunds): isPersonnel = true
      case .term(.operatingFunds): isPersonnel = false
      case .term(.including):
        if let isPersonnel, let list = ExpenditureList(token.range, isPersonnel, in: text.block) { lists.append(list) }
        isPersonnel = nil
      default: break
      }
    }
    return lists.isEmpty ? nil : lists
  }

  /// Whether the paragraph stands under a heading that speaks of basic expenditure, with paragraphs alone
  /// between them.
  static func isUnderBasicExpenditure(_ number: Int, in document: DisclosureDocument) -> Bool {
    var above = number - 1
    while above >= 0, document.tree.blocks[above].block.kind == .paragraph { above -= 1 }
    guard let heading = document.outline.headings.first(where: { $0.block == above }) else { return false }
    return TitleWords.contains(heading.words, basic) && heading.words.last != 0x8868
  }

  private static let basic = Array("基本支出".utf16)
}
