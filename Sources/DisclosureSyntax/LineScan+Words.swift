import DisclosureText

/// Where words and numbers of a line begin and end.
extension LineScan {
  /// Takes the first character of the line or behind a blank.
  mutating func beginWord(_ unit: UInt16, _ start: Int) {
    if width == 0 {
      lower = start
      line.indent = blanks
      line.first = unit
    } else {
      if blanks >= 3 { gaps &+= 1 }
      if hadTab { line.features.insert(.tab) }
      if isPending, !Self.isUnitStart(unit) { addNumber() }
    }
    isPending = false
    blanks = 0
    hadTab = false
  }

  /// Takes the blank behind a number; `5.` is the number of an item, not an amount.
  mutating func endNumber(_ bytes: Span<UInt8>) {
    isOpen = false
    let last = bytes[upper - 1]
    isPending = isPending || last != 0x2E && last != 0x2C
  }

  mutating func addNumber() {
    loneNumbers &+= 1
    if hasMark { line.features.insert(.loneAmount) }
  }

  mutating func finished(_ bytes: Span<UInt8>) -> Line {
    if isOpen { endNumber(bytes) }
    if isPending {
      addNumber()
      if width == digits { line.features.insert(.bareNumber) }
    }
    if width == 0 { line.features.insert(.blank) } else { line.last = Self.lastUnit(bytes, upper) }
    if dots >= 6 { line.features.insert(.leaders) }
    line.content = TextRange(lower, upper)
    line.width = width
    line.gaps = gaps
    line.loneNumbers = loneNumbers
    line.sentenceMarks = sentenceMarks
    line.ideographs = ideographs
    line.hash = hash
    return line
  }
}
