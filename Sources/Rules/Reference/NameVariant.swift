import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// A name that is a slip of the pen away from the document's own.
struct NameVariant {
  /// The cell it stands in, where it stands in a table.
  var cell: Int?
  /// Where the whole name stands.
  var name: Range<Int>
  /// The characters that are wrong: one for another, two that changed places, or, where one is
  /// missing, those on both sides.
  var slip: Range<Int>
  /// The character printed in place of another.
  var printed: UInt16?
  /// Whether the department names itself there: behind a colon, before a year or before what is said of itself.
  var namesItself = false

  /// What places are called by.
  static let places = Set("省市县区州盟旗镇乡".utf16)
}

/// Looks for a name and for slips from it.
///
/// One slip leaves one half of a name as it is, and by that half it is found.
struct NameLook: BlockLook {
  static var signals: BlockSignals { .all }

  struct Sight {
    /// How often the name stands there.
    var count = 0
    /// The slips from it.
    var variants: [NameVariant] = []
  }

  private let name: [UInt16]
  private let first: SearchedWord
  private let second: SearchedWord

  init(_ name: [UInt16]) {
    self.name = name
    let half = name.count / 2
    first = SearchedWord(Array(name[..<half]))
    second = SearchedWord(Array(name[half...]))
  }

  /// - Complexity: O(*n*) for *n* characters of the block.
  func sight(in text: BlockText) -> Sight? {
    var sight = Sight()
    if text.block.block.kind != .table {
      lookForBoth(in: text.units, &sight)
    } else {
      look(for: first, 0, in: text, &sight)
      look(for: second, name.count / 2, in: text, &sight)
    }
    return sight.count == 0 && sight.variants.isEmpty ? nil : sight
  }

  /// Looks for both halves of the name in running text.
  private func lookForBoth(in units: [UInt16], _ sight: inout Sight) {
    var from = 0
    while let at = units.position(ofEither: first.units, or: second.units, from: from) {
      from = at + 1
      if units.holds(first.units, at: at) { take(at, 0, units, nil, &sight) }
      if units.holds(second.units, at: at) { take(at, name.count / 2, units, nil, &sight) }
    }
  }

  /// Looks for one half of the name, which stands so many characters behind its beginning.
  private func look(for half: SearchedWord, _ offset: Int, in text: BlockText, _ sight: inout Sight) {
    text.forEachStretch(holding: half) { units, cell in
      var from = 0
      while let at = TitleWords.position(of: half.units, in: units, from: from) {
        from = at + 1
        take(at, offset, units, cell, &sight)
      }
    }
  }

  /// Takes the half of the name that stands at `at`, so many characters behind its beginning.
  private func take(_ at: Int, _ offset: Int, _ units: [UInt16], _ cell: Int?, _ sight: inout Sight) {
    // Nearly always it is the name itself.
    if units.holds(name, at: at - offset) {
      if offset == 0 { sight.count += 1 }
    } else if let variant = variant(at, offset, units, cell),
      !sight.variants.contains(where: { $0.cell == cell && $0.name == variant.name })
    {
      sight.variants.append(variant)
    }
  }

  private func variant(_ half: Int, _ offset: Int, _ units: [UInt16], _ cell: Int?) -> NameVariant? {
    if let equal = whole(name, half - offset, units), !isFormer(units, equal.lowerBound) {
      let different = name.indices.filter { units[equal.lowerBound + $0] != name[$0] }
      let place = { (range: Range<Int>) in (equal.lowerBound + range.lowerBound)..<(equal.lowerBound + range.upperBound)
      }
      if different.count == 1 {
        let at = different[0]
        if at == name.count - 1, !endsAlike(units, equal.upperBound) { return nil }
        return NameVariant(
          cell: cell, name: equal, slip: place(at..<(at + 1)), printed: units[equal.lowerBound + at],
          namesItself: namesItself(units, equal))
      }
      if different.count == 2, different[1] == different[0] + 1,
        units[equal.lowerBound + different[0]] == name[different[1]],
        units[equal.lowerBound + different[1]] == name[different[0]]
      {
        return NameVariant(cell: cell, name: equal, slip: place(different[0]..<(different[1] + 1)))
      }
    }
    // Cells cut names off and wrap them.
    return cell == nil ? shortened(half, offset, units) : nil
  }

  private func whole(_ name: [UInt16], _ start: Int, _ units: [UInt16]) -> Range<Int>? {
    start >= 0 && start + name.count <= units.count ? start..<(start + name.count) : nil
  }

  /// Whether 原 stands before a name: what the department was once called may be told.
  private func isFormer(_ units: [UInt16], _ start: Int) -> Bool { start > 0 && units[start - 1] == 0x539F }

  /// Whether the character that ends a name stands for the one that sounds like it, and the name ends there: 水利系统
  /// is no slip of 水利局, and 体育馆 none of 体育局.
  private func endsAlike(_ units: [UInt16], _ end: Int) -> Bool {
    guard let right = name.last, !EntityReader.ends(units[end - 1]), units[end - 1] != Self.member else { return false }
    return (end == units.count || !Mark.isIdeograph(units[end])) && Homophones.areAlike(units[end - 1], right)
  }

  /// Whether a name stands where only the department's own does.
  private func namesItself(_ units: [UInt16], _ range: Range<Int>) -> Bool {
    if range.lowerBound > 0, Mark.isColon(units[range.lowerBound - 1]) { return true }
    guard range.upperBound < units.count else { return false }
    return Mark.isDigit(units[range.upperBound])
      || Self.sayings.contains { units.holds($0, at: range.upperBound) }
  }

  private static let member: UInt16 = 0x5458  // 员
  private static let sayings = ["负责", "共有", "没有", "内设"].map { Array($0.utf16) }

  /// The name with one character missing inside the half that was not found.
  private func shortened(_ half: Int, _ offset: Int, _ units: [UInt16]) -> NameVariant? {
    let other = offset == 0 ? name.count / 2..<name.count : 0..<offset
    // Without its first or last character a name may begin or end elsewhere.
    for missing in other where missing > 0 && missing < name.count - 1 && !Self.droppable.contains(name[missing]) {
      var rest = name
      rest.remove(at: missing)
      let start = offset == 0 ? half : half - offset + 1
      guard let range = whole(rest, start, units), units[range].elementsEqual(rest) else { continue }
      let slip = (start + missing - 1)..<(start + missing + 1)
      return NameVariant(name: range, slip: slip)
    }
    return nil
  }

  /// What short forms of names leave out on purpose: 省 and its like, 人民政府, 局 before a body of its own, 和.
  private static let droppable = Set("省市县区州盟旗镇乡人民政府局厅处的和与及（）".utf16)
}

/// Counts words.
struct WordCount: BlockLook {
  static var signals: BlockSignals { .all }

  private let words: [SearchedWord]

  init(_ words: [[UInt16]]) { self.words = words.map { SearchedWord($0) } }

  /// How often each of the words stands in a block.
  func sight(in text: BlockText) -> [Int]? {
    // Most blocks have none of them.
    var counts: [Int] = []
    for (number, word) in words.enumerated() {
      text.forEachStretch(holding: word) { units, _ in
        var from = 0
        while let at = TitleWords.position(of: word.units, in: units, from: from) {
          if counts.isEmpty { counts = Array(repeating: 0, count: words.count) }
          counts[number] += 1
          from = at + word.units.count
        }
      }
    }
    return counts.isEmpty ? nil : counts
  }
}
