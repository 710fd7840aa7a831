/// The one of `words` that `word` was probably meant to be: at most one slip away, or one in
/// three characters of a longer word.
///
///     nearestWord(to: "--fromat", among: ["--format", "--lang"])  // "--format"
package func nearestWord(to word: String, among words: [String]) -> String? {
  let typed = Array(word.utf8)
  guard typed.count <= 64 else { return nil }
  var best: (word: String, distance: Int)?
  for candidate in words {
    let known = Array(candidate.utf8)
    let distance = slips(from: typed, to: known)
    let letters = known.filter { $0 != UInt8(ascii: "-") }.count
    if distance <= max(1, letters / 3), distance < best?.distance ?? Int.max { best = (candidate, distance) }
  }
  return best?.word
}

/// The least number of letters typed wrong, left out, put in or swapped with their neighbour
/// that makes `left` of `right` (the optimal string alignment distance).
private func slips(from left: [UInt8], to right: [UInt8]) -> Int {
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    for column in 0..<right.count {
      var least = min(previous[column] + (left[row] == right[column] ? 0 : 1), previous[column + 1] + 1)
      least = min(least, current[column] + 1)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        least = min(least, beforePrevious[column - 1] + 1)
      }
      current.append(least)
    }
    beforePrevious = previous
    previous = current
  }
  return previous[right.count]
}
