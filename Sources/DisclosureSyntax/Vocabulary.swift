import DisclosureText

/// The words of disclosures and the terms they stand for.
///
/// Words are found longest first, so that 收入支出总计 is never read as 收入. Blanks do not
/// count, brackets may be of either kind.
@usableFromInline package final class Vocabulary: Sendable {
  static let shared = Vocabulary(entries)

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
  /// For each 64 characters those that begin words, and how many smaller ones do.
  private let beginnings: [UInt64]
  private let ranks: [UInt16]
  /// For each character that begins words a bit for the last six of those of the characters that follow it in one;
  /// all of them where it is a word by itself.
  private let followers: [UInt64]

  private init(_ entries: [(Term, String)]) {
    // First as words are added: for each node the last one that is a character longer, and the one beside it.
    var grown: [(unit: UInt16, longer: Int, beside: Int, term: Term?)] = []
    var roots = [Int](filledWith: -1, count: 0x10000)
    var beginnings = [UInt64](filledWith: 0, count: 0x400)
    for (term, list) in entries {
      var node = -1
      for unit in list.utf16 {
        if unit == 0x20 {
          // Of the same word in two lists the first counts.
          if node >= 0, grown[node].term == nil { grown[node].term = term }
          node = -1
          continue
        }
        let unit = node < 0 ? unit : Self.usual(unit)
        var next = node < 0 ? roots[Int(unit)] : grown[node].longer
        while next >= 0, grown[next].unit != unit { next = grown[next].beside }
        if next < 0 {
          next = grown.count
          if node < 0 {
            roots[Int(unit)] = next
            beginnings[Int(unit >> 6)] |= 1 << UInt64(unit & 63)
          }
          grown.append((unit, -1, node < 0 ? -1 : grown[node].longer, nil))
          if node >= 0 { grown[node].longer = next }
        }
        node = next
      }
      if node >= 0, grown[node].term == nil { grown[node].term = term }
    }
    // Then in the order of their lengths.
    var order: [Int] = []
    var ranks: [UInt16] = []
    for page in beginnings.indices {
      ranks.append(UInt16(truncatingIfNeeded: order.count))
      var bits = beginnings[page]
      while bits != 0 {
        order.append(roots[page << 6 | bits.trailingZeroBitCount])
        bits &= bits - 1
      }
    }
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
    followers = nodes[..<Self.count(beginnings)].map { node in
      if node.term != nil { return .max }
      let first = Int(node.next)
      return nodes[first..<first + Int(node.count)].reduce(0) { $0 | 1 << UInt64($1.unit & 63) }
    }
    self.nodes = nodes
    self.beginnings = beginnings
    self.ranks = ranks
  }

  private static func count(_ beginnings: [UInt64]) -> Int { beginnings.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// The node of the character at `index`; nil where no word begins with it and the one behind it, as nearly always.
  @inline(__always)
  func beginning(_ units: [UInt16], _ index: Int) -> Int? {
    guard let root = root(of: units[index]) else { return nil }
    guard index + 1 < units.count else { return root }
    return followers[root] >> UInt64(Self.usual(units[index + 1]) & 63) & 1 == 1 ? root : nil
  }

  /// The node of a character that begins words.
  @inline(__always)
  private func root(of first: UInt16) -> Int? {
    let bits = beginnings[Int(first >> 6)]
    let place = UInt64(first & 63)
    guard bits >> place & 1 == 1 else { return nil }
    return Int(ranks[Int(first >> 6)]) + (bits & (1 << place - 1)).nonzeroBitCount
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
