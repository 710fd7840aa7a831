import DisclosureSyntax

/// The lists of numbered headings and items that are open, one inside the other.
struct NumberSequences {
  /// What is wrong with a number.
  struct Fault {
    enum Kind: Hashable {
      /// The number before it is the same.
      case repeated
      /// A number is left out.
      case gap
      /// Those before and behind it leave room for one number, and it is another.
      case wrong(expected: Int)
    }

    /// The block with the number.
    var block: Int
    /// The first block that tells so.
    var first: Int
    var kind: Kind
    /// Whether the numbers before it say so too, and none stands inside running text among them.
    var isProven: Bool
  }

  /// A number of a list.
  private struct Item {
    var value: Int
    var block: Int
    /// Whether numbers of its level stand inside running text behind it, where they begin no block.
    var hasHidden = false
    /// Whether the next number does.
    var hasHiddenNext = false
  }

  private struct Sequence {
    var level: Int
    /// The mark behind the number: `1.` is no `1、`.
    var mark: UInt16
    var last: Item
    var before: Item?

    func isLike(_ numbering: Numbering, _ mark: UInt16) -> Bool { level == numbering.level && self.mark == mark }
  }

  private var open: [Sequence] = []
  /// More lists than a document has open at once: where each begins and none goes on, the oldest
  /// are forgotten.
  private static let limit = 32

  /// Takes the number of the next heading or item.
  ///
  /// - Parameter isCopy: whether a block is another one printed twice.
  mutating func take(
    _ numbering: Numbering, mark: UInt16, block: Int, isCopy: (_ block: Int, _ before: Int) -> Bool
  ) -> Fault? {
    guard numbering.level <= 4 else { return nil }
    let item = Item(value: numbering.value, block: block)
    if numbering.value == 1 {
      // A list begins, inside another of its kind or in its place.
      open.removeAll { $0.level > numbering.level }
      if open.count == Self.limit { open.removeFirst() }
      open.append(Sequence(level: numbering.level, mark: mark, last: item))
      return nil
    }
    if let at = open.lastIndex(where: { $0.isLike(numbering, mark) && $0.last.value + 1 == numbering.value }) {
      goOn(at, item)
      return nil
    }
    guard let at = open.lastIndex(where: { $0.isLike(numbering, mark) }) else { return nil }
    let list = open[at]
    if list.last.value == item.value, isCopy(block, list.last.block) { return nil }
    if let fault = wrongLast(at, item, isCopy) { return fault }
    goOn(at, item)
    if list.last.value == item.value {
      let isProven = list.before.map { $0.value + 1 == item.value && !$0.hasHidden } ?? false
      return Fault(
        block: block, first: list.before?.block ?? list.last.block, kind: .repeated,
        isProven: isProven && !list.last.hasHidden)
    }
    let isGap = list.last.value + 2 == item.value && !list.last.hasHiddenNext
    return isGap ? Fault(block: block, first: list.last.block, kind: .gap, isProven: false) : nil
  }

  private mutating func goOn(_ at: Int, _ item: Item) {
    open.removeSubrange((at + 1)...)
    open[at].before = open[at].last
    open[at].last = item
  }

  /// The fault of the last number of the list at `at`, where the one before it and `item` leave room for one
  /// number and it is another: 三 behind 三 and before 五, or a second 一 before 三.
  private mutating func wrongLast(_ at: Int, _ item: Item, _ isCopy: (Int, Int) -> Bool) -> Fault? {
    let list = open[at]
    var start = at
    var former = list.before
    if list.last.value == 1 {
      guard let outer = open[..<at].lastIndex(where: { $0.level == list.level && $0.mark == list.mark }),
        open[outer].last.value == 1
      else { return nil }
      start = outer
      former = open[outer].last
    }
    guard let former, former.value + 2 == item.value, list.last.value != former.value + 1,
      list.last.value != former.value || !isCopy(list.last.block, former.block)
    else { return nil }
    let isProven = !former.hasHidden && !list.last.hasHidden
    open.removeSubrange((start + 1)...)
    open[start].before = Item(value: former.value + 1, block: list.last.block)
    open[start].last = item
    return Fault(
      block: list.last.block, first: former.block, kind: .wrong(expected: former.value + 1), isProven: isProven)
  }

  /// Forgets the lists of items, which no heading without a number stands among.
  mutating func closeItems() { open.removeAll { $0.level >= 3 } }

  /// Passes over text in which numbers stand that begin no block of their own.
  mutating func pass(_ numbers: [HiddenNumbers.Number]) {
    for number in numbers {
      for index in open.indices where number.isFirstLevel == (open[index].level == 1) {
        open[index].last.hasHidden = true
        if Self.numeral(open[index].last.value + 1) == number.numeral { open[index].last.hasHiddenNext = true }
      }
    }
  }

  /// The last character of a Chinese numeral: 二 of 十二.
  private static func numeral(_ value: Int) -> UInt16? {
    value % 10 == 0 ? 0x5341 : digits[value % 10 - 1]
  }

  private static let digits = Array("一二三四五六七八九".utf16)
}
