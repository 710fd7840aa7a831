/// A replacement of one range of a text.
@usableFromInline package struct TextEdit: Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  package var range: TextRange
  /// What stands there afterwards.
  package var text: String

  /// Creates the replacement of `range` by `text`.
  package init(range: TextRange, text: String) {
    self.range = range
    self.text = text
  }
}

extension TextEdit {
  /// The edit so many bytes further down.
  package func moved(by bytes: Int) -> TextEdit { TextEdit(range: range.moved(by: bytes), text: text) }

  /// The bytes after all `edits` were made at once.
  ///
  /// Ranges refer to the text before any edit. Edits are taken in the order of their
  /// ranges; one that overlaps an edit before it is left out, and equal ones are made once, so
  /// that two findings with the same repair repair it once. Ranges past the end are clamped.
  ///
  /// - Complexity: O(*n* + *e* log *e*) for *n* bytes and *e* edits.
  package static func apply(_ edits: [TextEdit], to bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var end = 0
    var last: TextEdit?
    for edit in edits.sorted(by: { $0.range < $1.range }) {
      if edit == last { continue }
      last = edit
      let lower = min(edit.range.lower, bytes.count)
      let upper = min(edit.range.upper, bytes.count)
      if lower < end { continue }
      result.append(contentsOf: bytes[end..<lower])
      result.append(contentsOf: edit.text.utf8)
      end = upper
    }
    result.append(contentsOf: bytes[end...])
    return result
  }
}
