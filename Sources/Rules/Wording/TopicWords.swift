/// The words by which is known what an item, or a class of them, is spent on.
struct TopicWords {
  /// In the names of what is spent on it.
  let names: [[UInt16]]
  /// In what is said of it, each enough to show that it may be meant.
  let own: [[UInt16]]
  /// In what is said of it and of nothing else.
  let telling: [[UInt16]]

  /// Takes three lists of words with blanks between them.
  init(_ names: String, _ own: String, _ telling: String) {
    func list(_ words: String) -> [[UInt16]] { words.utf16.split(separator: 0x20).map { Array($0) } }
    self.names = list(names)
    self.own = list(own)
    self.telling = list(telling)
  }
}

/// The names of what is spent on several topics in one list, which one look goes through.
struct TopicNames {
  private var units: [UInt16] = []
  /// Where each name ends in `units`, and the number of its topic.
  private var ends: [Int] = []
  private var topics: [Int] = []
  /// The first characters of the names: for the lowest six bits of each, one bit of 64.
  private var begins: UInt64 = 0

  /// Takes the names of as many topics, at most 64.
  init(of table: [TopicWords]) {
    for (topic, words) in table.enumerated() {
      for name in words.names {
        units += name
        begins |= name.first.map(Self.bit) ?? 0
        ends.append(units.count)
        topics.append(topic)
      }
    }
  }

  /// The topics of which a name stands in `words`, one bit for each.
  ///
  /// - Complexity: O(*n* *m*) for *n* characters and *m* names.
  func topics(in words: [UInt16]) -> UInt64 {
    let (words, units, ends) = (words.span, units.span, ends.span)
    var found: UInt64 = 0
    for at in words.indices where begins & Self.bit(words[at]) != 0 {
      var start = 0
      for number in ends.indices {
        let end = ends[number]
        if words[at] == units[start], at + end - start <= words.count {
          var place = start + 1
          while place < end, words[at + place - start] == units[place] { place += 1 }
          if place == end { found |= 1 << UInt64(topics[number]) }
        }
        start = end
      }
    }
    return found
  }

  private static func bit(_ unit: UInt16) -> UInt64 { 1 << UInt64(unit & 63) }
}
