import DisclosureText

/// Where ranges of a text stand after edits of it.
struct EditShift {
  /// A stretch that an edit replaces, and how many bytes it puts there.
  private struct Change {
    let range: TextRange
    let length: Int
  }

  /// The changes in the order of the text.
  private var changes: [Change] = []
  /// By how much the text before each change is longer than it was, and the text behind all of them.
  private var shifts = [0]

  /// Creates the shift of disjoint `edits`, of which equal ones are made once.
  init(_ edits: [TextEdit]) {
    var last: TextEdit?
    for edit in edits.sorted(by: { $0.range < $1.range }) where edit != last {
      add(Change(range: edit.range, length: edit.text.utf8.count))
      last = edit
    }
  }

  private init() {}

  private mutating func add(_ change: Change) {
    shifts.append(shifts[changes.count] + change.length - change.range.count)
    changes.append(change)
  }

  /// Where ranges of the edited text stood before the edits.
  var undone: EditShift {
    var undone = EditShift()
    for (change, shift) in zip(changes, shifts) {
      let start = change.range.lower + shift
      undone.add(Change(range: TextRange(start, start + change.length), length: change.range.count))
    }
    return undone
  }

  /// The range after the edits; one that an edit replaces becomes what was put there.
  ///
  /// - Complexity: O(log *n*) for *n* edits.
  func moved(_ range: TextRange) -> TextRange {
    TextRange(moved(range.lower, isEnd: false), moved(range.upper, isEnd: true))
  }

  private func moved(_ offset: Int, isEnd: Bool) -> Int {
    // The changes that begin before the offset.
    var (low, high) = (0, changes.count)
    while low < high {
      let middle = (low + high) / 2
      if changes[middle].range.lower < offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0, changes[low - 1].range.upper > offset else { return offset + shifts[low] }
    // Inside: the end of the range is the end of what was put there, its start the start.
    return changes[low - 1].range.lower + shifts[low - 1] + (isEnd ? changes[low - 1].length : 0)
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
