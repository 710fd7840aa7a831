import DisclosureText

extension BlockReader {
  /// The line behind lines that repeat the ones before them, or nil.
  ///
  /// Where a page cuts a text box, its clipped part stands in the text twice.
  mutating func repetitionLength(at number: Int) -> Int? {
    let line = lines[number]
    let isProse = line.ideographs >= 4 && line.loneNumbers < 2
    guard isProse else { return nil }
    defer {
      history.append(number)
      noteHash(line.hash, history.count)
    }
    // Nearly no line is one of the last ones once more.
    guard line.width >= 12, history.count - Int(lastPlaces[Int(line.hash & 0xFF)]) < Self.memory else { return nil }
    var back = 1
    while back <= min(Self.memory, history.count) {
      if lines[history[history.count - back]].hash == line.hash {
        if let end = repeats(back, from: number) { return end }
      }
      back += 1
    }
    return nil
  }

  /// Notes the hash of a prose line, before and with which there are so many.
  mutating func noteHash(_ hash: UInt64, _ count: Int) {
    lastPlaces[Int(hash & 0xFF)] = Int32(truncatingIfNeeded: count)
  }

  mutating func repeats(_ count: Int, from number: Int) -> Int? {
    var at = number
    var width = 0
    for step in 0..<count {
      let earlier = history[history.count - count + step]
      while at < lines.count, lines[at].isBlank || isFurniture(at) { at += 1 }
      guard at < lines.count, lines[at].hash == lines[earlier].hash else { return nil }
      width += lines[at].width
      at += 1
    }
    guard width >= 12 else { return nil }
    let first = history[history.count - count]
    return (width >= 16 && lines[number].sentenceMarks + count > 1)
      || pageEnds(between: first, and: number) && (lines[number].sentenceMarks > 0 || followsAtOnce(number)) ? at : nil
  }

  /// Whether nothing but the end of a page stands between a line and the words before it: where figures do, both are
  /// names of rows.
  private mutating func followsAtOnce(_ number: Int) -> Bool {
    guard let last = history.last else { return false }
    return ((last + 1)..<number).allSatisfy { lines[$0].isBlank || isFurniture($0) }
  }

  /// Whether page furniture or a form feed stands between the two lines.
  mutating func pageEnds(between first: Int, and second: Int) -> Bool {
    ((first + 1)...second).contains {
      lines[$0].features.contains(.startsPage) || (!lines[$0].isBlank && isFurniture($0))
    }
  }

  /// The line behind lines that repeat the open paragraph, or its last sentences, to the end, if no page
  /// end explains it; they are noted.
  mutating func doubledEnd(from number: Int) -> Int? {
    guard openKind == .paragraph,
      let first = history.suffix(Self.memory + 1).last(where: { $0 < number && lines[$0].hash == lines[number].hash }),
      first <= open.lastLine, lines[first].content.lower >= open.range.lower,
      lines[open.lastLine].sentenceMarks > 0,
      !pageEnds(between: first, and: number)
    else { return nil }
    var at = number
    var length = 0
    var end = number
    for line in first...open.lastLine where !lines[line].isBlank {
      while at < lines.count, lines[at].isBlank { at += 1 }
      guard at < lines.count, lines[at].hash == lines[line].hash else { return nil }
      length += lines[at].ideographs
      end = at
      at += 1
    }
    guard length >= Self.paragraphLength else { return nil }
    open.doubled = TextRange(lines[number].content.lower, lines[end].content.upper)
    return at
  }

  /// The ideographs of a paragraph that is not a phrase that stands in several places.
  private static let paragraphLength = 30
}
