import DisclosureText

extension TableLines {
  /// Cuts the lines `numbers` of a text into pieces, whatever blocks they belong to.
  ///
  /// Forms of self-evaluation mix rows of figures with long words, which are no rows of a table.
  ///
  /// - Complexity: O(*n*) for the bytes of the lines.
  package init(of bytes: [UInt8], _ index: LineIndex, _ numbers: Range<Int>) {
    let numbers = numbers.clamped(to: 0..<index.lineCount)
    var reader = TableLineReader(capacity: numbers.count)
    let span = bytes.span
    for number in numbers {
      let start = index.starts[number]
      let end = number + 1 < index.lineCount ? index.starts[number + 1] : bytes.count
      var line = Line()
      for at in start..<end {
        if span[at] == 0x7C { line.features.insert(.pipe) } else if span[at] == 0x09 { line.features.insert(.tab) }
      }
      reader.read(span, start, end, number: number, like: line)
    }
    self = reader.table
  }
}
