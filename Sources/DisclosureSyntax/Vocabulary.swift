import DisclosureText

/// The words of disclosures and the terms they stand for.
///
/// Words are found longest first, so that 收入支出总计 is never read as 收入. Blanks do not
/// count, brackets may be of either kind.
@usableFromInline package final class Vocabulary: Sendable {
  static let shared = Vocabulary(entries, Lexer.years.map(\.word).joined(separator: " "))

  /// The words as a tree of characters. A node is all that words have in common up to a character.
  ///
  /// What may follow a character stands behind each other, so that a look takes one or two lines of memory: the
  /// whole tree has as many bytes as fit beside the text that is being read.
  private struct Node: Sendable {
    /// The last character.
    var unit: UInt16
    /// The first of the nodes one character longer, and how many there are.
    var next: UInt16 = 0
    var count: UInt8 = 0
    /// The term of the word that ends here.
    var term: Term?
  }

  /// The nodes; first those of one character, ascending, then those of two, and so on.
  private let nodes: [Node]
  /// For each 64 characters where among ``roots`` those stand of which one begins words; first stand 64 that begin
  /// none.
  private let pages: [UInt16]
  /// The node of a character that begins words, else ``noRoot``.
  private let roots: [UInt16]
  /// For each character that begins words a bit for the last six of those of the characters that follow it in one;
  /// all of them where it is a word by itself.
  private let followers: [UInt64]

  private static let noRoot = UInt16.max

  /// - Parameter others: words that stand for no term but begin where one may be looked for.
  private init(_ entries: [(Term, String)], _ others: String) {
    // First as words are added: for each node the last one that is a character longer, and the one beside it.
    var grown: [(unit: UInt16, longer: Int, beside: Int, term: Term?)] = []
    var firsts = [Int](filledWith: -1, count: 0x10000)
    for (term, list) in entries.map({ (Optional($0), $1) }) + [(nil, others)] {
      var node = -1
      for unit in list.utf16 {
        if unit == 0x20 {
          // Of the same word in two lists the first counts.
          if node >= 0, grown[node].term == nil { grown[node].term = term }
          node = -1
          continue
        }
        let unit = node < 0 ? unit : Self.usual(unit)
        var next = node < 0 ? firsts[Int(unit)] : grown[node].longer
        while next >= 0, grown[next].unit != unit { next = grown[next].beside }
        if next < 0 {
          next = grown.count
          if node < 0 { firsts[Int(unit)] = next }
          grown.append((unit, -1, node < 0 ? -1 : grown[node].longer, nil))
          if node >= 0 { grown[node].longer = next }
        }
        node = next
      }
      if node >= 0, grown[node].term == nil { grown[node].term = term }
    }
    // Then in the order of their lengths.
    var order: [Int] = []
    var pages = [UInt16](filledWith: 0, count: 0x400)
    var roots = [UInt16](filledWith: Self.noRoot, count: 64)
    for (unit, first) in firsts.enumerated() where first >= 0 {
      if pages[unit >> 6] == 0 {
        pages[unit >> 6] = UInt16(truncatingIfNeeded: roots.count >> 6)
        roots += repeatElement(Self.noRoot, count: 64)
      }
      roots[Int(pages[unit >> 6]) << 6 | unit & 63] = UInt16(truncatingIfNeeded: order.count)
      order.append(first)
    }
    let count = order.count
    var nodes: [Node] = []
    nodes.reserveCapacity(grown.count)
    while nodes.count < order.count {
      let own = grown[order[nodes.count]]
      var node = Node(unit: own.unit, next: UInt16(truncatingIfNeeded: order.count), term: own.term)
      var longer = own.longer
      while longer >= 0 {
        order.append(longer)
        node.count += 1
        longer = grown[longer].beside
      }
      nodes.append(node)
    }
    followers = nodes[..<count].map { node in
      if node.term != nil { return .max }
      let first = Int(node.next)
      return nodes[first..<first + Int(node.count)].reduce(0) { $0 | 1 << UInt64($1.unit & 63) }
    }
    self.nodes = nodes
    self.pages = pages
    self.roots = roots
  }

  /// The next place, not before `start`, at which a word may begin, with the node of its first character; where one of
  /// other characters than the usual ideographs comes first, its place and no node.
  ///
  /// - Complexity: O(length of the characters passed over).
  func nextBeginning(in units: [UInt16], from start: Int) -> (at: Int, root: Int?) {
    let units = units.span
    var at = start
    while at < units.count, case let unit = units[unchecked: at], unit &- 0x4E00 <= 0x51FF {
      if let root = root(of: unit) {
        if at &+ 1 == units.count { return (at, root) }
        if followers[root] >> UInt64(Self.usual(units[unchecked: at &+ 1]) & 63) & 1 == 1 { return (at, root) }
      }
      at &+= 1
    }
    return (at, nil)
  }

  /// The node of a character that begins words.
  @inline(__always)
  private func root(of first: UInt16) -> Int? {
    let root = roots[Int(pages[Int(first >> 6)]) << 6 | Int(first & 63)]
    return root == Self.noRoot ? nil : Int(root)
  }

  /// The longest word at `index`, or nil.
  ///
  /// - Complexity: O(length of the word).
  func word(in units: [UInt16], at index: Int) -> (term: Term, length: Int)? {
    root(of: units[index]).flatMap { word(from: $0, in: units, at: index) }
  }

  /// The longest word at `index`, with whose character the node `root` begins, or nil.
  func word(from root: Int, in units: [UInt16], at index: Int) -> (term: Term, length: Int)? {
    var number = root
    var word: Term?
    var length = 0
    var at = index + 1
    let nodes = nodes
    search: while true {
      let node = nodes[number]
      if let term = node.term {
        word = term
        length = at - index
      }
      guard node.count > 0, at < units.count else { break }
      let unit = Self.usual(units[at])
      number = Int(node.next)
      let end = number + Int(node.count)
      while nodes[number].unit != unit {
        number += 1
        if number == end { break search }
      }
      at += 1
    }
    return word.map { ($0, length) }
  }

  /// The term that the characters begin with, and how many of them it takes.
  package static func term(in units: [UInt16]) -> (term: Term, length: Int)? {
    units.isEmpty ? nil : shared.word(in: units, at: 0)
  }

  /// A bracket or quotation mark in the form that stands for all of its kind.
  @inline(__always)
  private static func usual(_ unit: UInt16) -> UInt16 {
    if unit >= 0x4E00, unit < 0xFF00 { return unit }
    return unit == 0x28 ? 0xFF08 : unit == 0x29 ? 0xFF09 : Mark.isQuote(unit) ? 0x22 : unit
  }
}
