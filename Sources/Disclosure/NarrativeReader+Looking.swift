import DisclosureSyntax

/// What the reader looks up, in a statement and back from it.
extension NarrativeReader {
  /// A statement by its index.
  subscript(_ index: StatementIndex) -> Statement { narrative.statements[index].statement }

  /// The budget or account that an amount with this basis is taken from.
  func column(of basis: Term?) -> ListStack.Column { ListStack.Column(basis, isFinal: profile.kind == .final) }

  /// The number of a statement.
  func numeral(_ index: StatementIndex) -> Numeral? {
    let placed = narrative.statements[index]
    return placed.statement.numeral.map { tree.blocks[placed.block].numerals[$0] }
  }

  /// The unit of a statement's number; none where it has none.
  func unit(_ index: StatementIndex) -> Unit { numeral(index)?.unit ?? .none }

  /// Whether the two figures count the same kind of thing.
  func sameKind(_ left: StatementIndex, _ right: StatementIndex) -> Bool {
    let (a, b) = (unit(left), unit(right))
    if a == b || (a.isMoney && b.isMoney) { return true }
    return (a == .none && isZero(left)) || (b == .none && isZero(right))
  }

  /// Whether the number is a printed zero.
  func isZero(_ index: StatementIndex) -> Bool { numeral(index)?.value == 0 }

  /// The last amount before `index`, not before `start`, that satisfies `condition`.
  func lastLevel(
    before index: StatementIndex, from start: StatementIndex, where condition: (StatementIndex) -> Bool = { _ in true }
  ) -> StatementIndex? {
    var at = index - 1
    // What stands further back than this is another subject's; no disclosure has as much.
    while at >= max(start, index - Self.memory) {
      let statement = self[at]
      if statement.role == .level, !statement.isAside, condition(at) { return at }
      at -= 1
    }
    return nil
  }

  /// How many statements back an amount is looked for.
  private static let memory = 1_000

  /// Whether the amount is one that others are compared with rather than the subject's own.
  func isBase(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    if statement.reference != nil || statement.subject.basis == .execution { return true }
    if statement.subject.relativeYear == -1 { return true }
    guard let year = statement.subject.year, let own = profile.fiscalYear else { return false }
    // A budget counts who was there when the year before ended: `2023 年末实有 41 人，其中：在职 28 人`.
    if unit(index) == .person, profile.kind == .budget, year == own - 1 { return false }
    return year < own
  }

  /// Whether the amount is one of several classes or accounts, which a reason before it does not
  /// make an explanation: `工资福利支出（301）90 万元，…，原因是增资；商品和服务支出（302）30 万元`.
  func isItemOfList(_ index: StatementIndex) -> Bool {
    let statement = self[index]
    if statement.subject.isAccount || isCoded(index) { return true }
    guard statement.subject.isListed, index > paragraphStart else { return false }
    return self[index - 1].sentence != statement.sentence || self[index - 1].part != statement.part
  }
}
