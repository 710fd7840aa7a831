import DisclosureText

/// Where ranges of a text stand after edits of it.
struct EditShift {
  /// The edits in the order of the text.
  private var edits: [TextEdit] = []
  /// By how much the text before each edit is longer than it was, and the text behind all of them.
  private var shifts = [0]

  /// Creates the shift of disjoint `edits`, of which equal ones are made once.
  init(_ edits: [TextEdit]) {
    for edit in edits.sorted(by: { $0.range < $1.range }) where edit != self.edits.last {
      shifts.append(shifts[self.edits.count] + edit.text.utf8.count - edit.range.count)
      self.edits.append(edit)
    }
  }

  /// The range after the edits; one that an edit replaces becomes what was put there.
  ///
  /// - Complexity: O(log *n*) for *n* edits.
  func moved(_ range: TextRange) -> TextRange {
    TextRange(moved(range.lower, isEnd: false), moved(range.upper, isEnd: true))
  }

  private func moved(_ offset: Int, isEnd: Bool) -> Int {
    // The edits that begin before the offset.
    var (low, high) = (0, edits.count)
    while low < high {
      let middle = (low + high) / 2
      if edits[middle].range.lower < offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, edits[low - 1].range.upper > offset else { return offset + shifts[low] }
    // Inside: the end of the range is the end of what was put there, its start the start.
    return edits[low - 1].range.lower + shifts[low - 1] + (isEnd ? edits[low - 1].text.utf8.count : 0)
  }
}

/// Edits that are to be made, to tell which others would touch them.
///
/// They are kept by stretches of the text: of edits that do not touch each other a stretch holds few.
struct TakenEdits {
  private var stretches: [Int: [TextEdit]] = [:]
  private static let length = 64

  private func numbers(_ edit: TextEdit) -> ClosedRange<Int> {
    edit.range.lower / Self.length...edit.range.upper / Self.length
  }

  /// Whether `edit` touches none that is taken, or is one of them.
  ///
  /// - Complexity: O(1), for a long edit O(*n*) in its length.
  func isFree(_ edit: TextEdit) -> Bool {
    numbers(edit).allSatisfy { number in
      stretches[number]?.allSatisfy { $0 == edit || !$0.range.touches(edit.range) } ?? true
    }
  }

  /// Takes `edit`, which is free.
  mutating func take(_ edit: TextEdit) {
    for number in numbers(edit) where stretches[number]?.contains(edit) != true {
      stretches[number, default: []].append(edit)
    }
  }
}
