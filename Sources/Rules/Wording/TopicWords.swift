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
