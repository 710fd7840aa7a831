import DisclosureText

/// Figures that a narrow cell breaks: their last digits stand on the line below.
///
///     办公费   1,936   240.00
///                .42
extension TableLines {
  /// The lines from `first` on with the parts of broken figures put together, and for each of these, by its first
  /// byte, where its rest stands; nil where no figure is broken.
  ///
  /// Parts belong together if they make a number with as many decimals as the table's others have, each rest has
  /// one beginning only and stands below it. What is broken otherwise cannot be read.
  ///
  /// - Complexity: O(pieces).
  package func joined(from first: Int, in bytes: [UInt8]) -> (lines: TableLines, rests: [Int: TextRange])? {
    var candidates: [Int] = []
    for line in max(first, 1)..<max(first, 1, count) where mayBeRests(line) || isWrapped(line) {
      candidates.append(line)
    }
    guard !candidates.isEmpty, let decimals = usualDecimals(from: first) else { return nil }
    var joiner = FigureJoiner(lines: self, bytes: bytes, decimals: decimals)
    for line in candidates { joiner.join(line, notBefore: first) }
    return joiner.hasChanged ? joiner.result : nil
  }

  /// Whether a line may have nothing but rests of figures, and words.
  private func mayBeRests(_ line: Int) -> Bool {
    let range = lines[line].pieces
    guard !lines[line].hasFields, !range.isEmpty, range.count <= 16 else { return false }
    var hasRest = false
    for index in range {
      let piece = pieces[index]
      switch piece.kind {
      case .integer: hasRest = true
      case .amount: if piece.hasSeparators || piece.digits > 5 { return false } else { hasRest = true }
      case .text:
        if piece.isUnread {
          hasRest = true
        } else if index == range.lowerBound, range.count > 3, !range.contains(where: { pieces[$0].isUnread }) {
          // A row begins with words too, but its figures are whole.
          return false
        }
      case .dash, .percentage: return false
      }
    }
    return hasRest
  }

  /// Whether the line before ends in a figure that goes on, `1,645.`, and this one begins with digits.
  func isWrapped(_ line: Int) -> Bool {
    let (own, before) = (lines[line], lines[line - 1])
    guard !own.hasFields, !before.hasFields, own.number == before.number + 1, let end = before.pieces.last,
      let begin = own.pieces.first
    else { return false }
    // Where blanks keep the columns, rests stand below what they belong to.
    guard pieces[begin].gap < 2, own.pieces.contains(where: { pieces[$0].kind == .amount }) else { return false }
    return pieces[end].isUnread && pieces[end].digits > 0 && pieces[begin].kind == .integer && pieces[begin].digits <= 3
      && before.pieces.contains { pieces[$0].kind == .text && !pieces[$0].isUnread }
      && own.pieces.allSatisfy { pieces[$0].isNumber || pieces[$0].kind == .percentage }
  }

  /// How many decimals amounts have that are not broken: the most that several have, or the rest of one.
  private func usualDecimals(from first: Int) -> Int? {
    var counts = [Int](filledWith: 0, count: 5)
    for line in first..<max(first, count) {
      for index in lines[line].pieces {
        if pieces[index].kind == .amount {
          counts[min(4, Int(pieces[index].decimals))] += 1
        } else if pieces[index].isUnread, pieces[index].first == 0x2E {
          counts[min(4, Int(pieces[index].digits))] += 1
        }
      }
    }
    return counts.indices.last { counts[$0] >= 2 }
  }
}
