/// What differs between two texts, as `patch` and `git apply` read it.
struct UnifiedDifference {
  /// The text before and after, line by line with their ends.
  private let old: [ArraySlice<UInt8>]
  private let new: [ArraySlice<UInt8>]
  private let name: String

  private static let context = 3

  /// Compares two texts of the file called `name`.
  init(from old: [UInt8], to new: [UInt8], name: String) {
    self.old = Self.lines(of: old)
    self.new = Self.lines(of: new)
    self.name = name
  }

  /// The difference; nothing where there is none.
  func bytes() -> [UInt8] {
    let changes = Self.changes(from: old, to: new)
    guard !changes.isEmpty else { return [] }
    var result = Array("--- a/\(name)\n+++ b/\(name)\n".utf8)
    for hunk in Self.hunks(of: changes) { append(hunk, to: &result) }
    return result
  }

  /// Lines of the old text that give way to lines of the new one.
  private struct Change {
    var old: Range<Int>
    var new: Range<Int>
  }

  private static func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = 0
    for (at, byte) in bytes.enumerated() where byte == 0x0A {
      lines.append(bytes[start...at])
      start = at + 1
    }
    if start < bytes.count { lines.append(bytes[start...]) }
    return lines
  }

  private static func changes(from old: [ArraySlice<UInt8>], to new: [ArraySlice<UInt8>]) -> [Change] {
    let difference = new.difference(from: old)
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): inserted.insert(offset)
      }
    }
    var changes: [Change] = []
    var (left, right) = (0, 0)
    while left < old.count || right < new.count {
      let start = (left, right)
      while removed.contains(left) { left += 1 }
      while inserted.contains(right) { right += 1 }
      if start != (left, right) { changes.append(Change(old: start.0..<left, new: start.1..<right)) }
      left += 1
      right += 1
    }
    return changes
  }

  /// Changes that are near each other stand together.
  private static func hunks(of changes: [Change]) -> [[Change]] {
    var hunks: [[Change]] = []
    for change in changes {
      if let last = hunks.last?.last, change.old.lowerBound - last.old.upperBound <= 2 * context {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private func append(_ hunk: [Change], to result: inout [UInt8]) {
    guard let first = hunk.first, let last = hunk.last else { return }
    let oldStart = max(0, first.old.lowerBound - Self.context)
    let newStart = first.new.lowerBound - (first.old.lowerBound - oldStart)
    let oldEnd = min(old.count, last.old.upperBound + Self.context)
    let newEnd = last.new.upperBound + (oldEnd - last.old.upperBound)
    result.append("@@ -\(Self.span(oldStart..<oldEnd)) +\(Self.span(newStart..<newEnd)) @@\n")
    var at = oldStart
    for change in hunk {
      for line in old[at..<change.old.lowerBound] { append(line, sign: " ", to: &result) }
      for line in old[change.old] { append(line, sign: "-", to: &result) }
      for line in new[change.new] { append(line, sign: "+", to: &result) }
      at = change.old.upperBound
    }
    for line in old[at..<oldEnd] { append(line, sign: " ", to: &result) }
  }

  private func append(_ line: ArraySlice<UInt8>, sign: String, to result: inout [UInt8]) {
    result.append(sign)
    result.append(contentsOf: line)
    if line.last != 0x0A { result.append("\n\\ No newline at end of file\n") }
  }

  /// Lines from 1 and their number; an empty span stands behind the line it names.
  private static func span(_ range: Range<Int>) -> String {
    "\(range.isEmpty ? range.lowerBound : range.lowerBound + 1),\(range.count)"
  }
}
