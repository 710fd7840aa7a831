import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// The numbered list of expenditure classes in a table.
struct ClassList: TableLook {
  /// A line of the list.
  struct Item {
    /// Its number: 8 for 八.
    var ordinal: Int
    /// The block it stands in, by its place in the table, and the cell where it stands in rows.
    var place: Int
    var cell: Int?
    /// Where its name stands.
    var name: Range<Int>
    /// The class that has or had the name.
    var account: Account?
  }

  /// A line that cannot be right.
  struct Complaint {
    var item: Item
    /// The class that belongs there.
    var account: Account
    /// The class that the name belongs to, where the list has it once more.
    var twin: Account?
  }

  /// What is wrong with the numbered list of a table, where it has one.
  func sight(in table: TableText) -> [Complaint]? {
    // Only tables of revenue and expenditure list the classes by number.
    guard table.words.contains(Self.revenue) else { return nil }
    let complaints = Self.complaints(about: Self.items(of: table), in: table)
    return complaints.isEmpty ? nil : complaints
  }

  /// The numbered lines of `table` that may be classes, in the order of the text.
  private static func items(of table: TableText) -> [Item] {
    var items: [Item] = []
    var units: [UInt16] = []
    for place in table.numbers.indices {
      let text = table.block(place)
      if text.block.block.kind == .table {
        let all = text.block.tableLines.pieces
        let pieces = all.span
        for cell in pieces.indices where pieces[cell].kind == .text && mayBeNumbered(pieces[cell]) {
          text.read(cell, into: &units)
          append(units, at: (place, cell), to: &items)
        }
      } else {
        append(text.units, at: (place, nil), to: &items)
      }
    }
    return items
  }

  /// What is wrong with the lines of a list.
  ///
  /// The list says itself which class each number stands for: two thirds of its lines, eight at
  /// least, must be as many numbers away from their class, or have the numbers of the form of final accounts.
  private static func complaints(about items: [Item], in table: TableText) -> [Complaint] {
    guard let numbering = numbering(of: items) else { return [] }
    return items.compactMap { complaint(about: $0, among: items, in: table, numbering) }
  }

  /// Which class a number stands for.
  private enum ListNumbering {
    /// So many more than the number.
    case offset(Int)
    /// As in the form of final accounts (财政部《部门决算报表》), whose numbers leave out no class that may be empty.
    case form

    func code(at ordinal: Int) -> Int? {
      switch self {
      case .offset(let offset): offset + ordinal
      case .form: ordinal <= Self.classes.count ? Self.classes[ordinal - 1] : nil
      }
    }

    private static let classes = Array(201...208) + Array(210...217) + Array(219...224) + [229, 231, 232, 234]
  }

  private static func numbering(of items: [Item]) -> ListNumbering? {
    // Those that are known, by their places: an item is not copied to look at it.
    var known: [Int] = []
    var distances: [Int] = []
    known.reserveCapacity(items.count)
    distances.reserveCapacity(items.count)
    for place in items.indices where items[place].ordinal > 0 {
      guard let account = items[place].account, account.status != .abolished else { continue }
      known.append(place)
      distances.append(Int(account.code.digits) - items[place].ordinal)
    }
    if distances.count >= 8 {
      // What two thirds have stands in the middle of all that are in order.
      distances.sort()
      let usual = distances[distances.count / 2]
      if distances.count(where: { $0 == usual }) * 3 >= distances.count * 2 { return .offset(usual) }
    }
    // Behind 八 the numbers of the form are those of no list that counts its own lines.
    var ofForm = 0
    var (telling, isTelling): (Int?, Bool) = (nil, false)
    for place in known where isExpected(items[place], .form) {
      ofForm += 1
      let ordinal = items[place].ordinal
      guard ordinal >= 9 else { continue }
      if let telling { isTelling = isTelling || ordinal != telling } else { telling = ordinal }
    }
    return isTelling && ofForm * 3 >= known.count * 2 ? .form : nil
  }

  private static func complaint(
    about item: Item, among items: [Item], in table: TableText, _ numbering: ListNumbering
  ) -> Complaint? {
    guard let code = numbering.code(at: item.ordinal).flatMap({ AccountCode(Int64($0)) }), item.account?.code != code,
      let account = Chart.account(code),
      ChainJudgement.certain(account)
    else { return nil }
    // The class stands there: the name is one of revenue, wrapped beside it.
    if items.contains(where: { $0.ordinal == item.ordinal && $0.account?.code == code }) { return nil }
    if let own = item.account {
      // What is named like another class is misnamed where that one has a line of its own.
      guard
        items.contains(where: {
          $0.ordinal != item.ordinal && $0.account?.code == own.code && isExpected($0, numbering)
        })
      else { return nil }
    }
    guard item.account != nil || mayBeSlip(item.name.count, of: account.nameLength) else { return nil }
    let printed = name(of: item, in: table)
    let names = [account.comparedName, account.comparedName.withOtherEnding]
    // A narrow column cuts names off, with 支出 at their end or without.
    guard account.agreement(with: printed) == .different,
      !names.contains(where: { $0.bytes.starts(with: printed.bytes) || printed.bytes.starts(with: $0.bytes) })
    else { return nil }
    if let own = item.account { return Complaint(item: item, account: account, twin: own) }
    return names.contains { $0.isSlip(of: printed) } ? Complaint(item: item, account: account) : nil
  }

  /// Whether a name of so many characters may be a slip of one, written with 支出 or without.
  private static func mayBeSlip(_ count: Int, of length: Int) -> Bool { abs(count - length) <= 4 }

  private static func isExpected(_ item: Item, _ numbering: ListNumbering) -> Bool {
    item.account.map { Int($0.code.digits) == numbering.code(at: item.ordinal) } ?? false
  }

  private static func name(of item: Item, in table: TableText) -> AccountName {
    let text = table.block(item.place)
    guard let cell = item.cell else { return AccountName(units: text.units[item.name]) }
    var units: [UInt16] = []
    text.read(cell, into: &units)
    return AccountName(units: units[item.name])
  }

  private static let revenue: UInt16 = 0x6536  // 收

  private static func mayBeNumbered(_ piece: TablePiece) -> Bool {
    Mark.isChineseNumeral(piece.first) || Mark.isOpeningBracket(piece.first)
  }

  /// Takes every `八、名称` and `（八）名称` of `text`; two stand on one line side by side.
  private static func append(_ units: [UInt16], at place: (block: Int, cell: Int?), to items: inout [Item]) {
    var at = 0
    while at < units.count {
      guard let (ordinal, start) = number(units, at) else {
        at += 1
        continue
      }
      var end = start
      while end < units.count, Mark.isIdeograph(units[end]), number(units, end) == nil { end += 1 }
      if end - start >= 2 {
        if items.isEmpty { items.reserveCapacity(32) }  // as many as most lists have
        let account = account(named: units[start..<end], at: ordinal)
        items.append(
          Item(ordinal: ordinal, place: place.block, cell: place.cell, name: start..<end, account: account))
      }
      at = max(end, at + 1)
    }
  }

  /// The class that has or had the name, with 支出 at its end or without, looked for first where lists have it.
  private static func account(named units: ArraySlice<UInt16>, at ordinal: Int) -> Account? {
    if let account = Chart.functionalClass(named: units, among: 200 + ordinal...201 + ordinal) { return account }
    return units.suffix(2).elementsEqual(expenditure)
      ? Chart.functionalClass(named: units.dropLast(2)) : Chart.functionalClass(named: units, and: expenditure)
  }

  private static let expenditure = Array("支出".utf16)

  /// The value of `八、` or `（八）` at `at` and the place behind it.
  private static func number(_ units: [UInt16], _ at: Int) -> (value: Int, end: Int)? {
    let isBracketed = Mark.isOpeningBracket(units[at])
    guard isBracketed || Mark.isChineseNumeral(units[at]), let numbering = Numbering(reading: units[at...]),
      numbering.level == (isBracketed ? 2 : 1)
    else { return nil }
    return (numbering.value, at + numbering.length)
  }
}
