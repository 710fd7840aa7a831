import DisclosureText

/// What one line of the file looks like, before its role is decided.
struct Line: Sendable {
  /// The bytes of the line without leading and trailing blanks.
  var content = TextRange(0, 0)
  private var counts = Counts()
  /// The first and the last character of the content; 0 in a blank line.
  var first: UInt16 = 0
  var last: UInt16 = 0
  /// A hash of the content without blanks, equal for equal texts.
  var hash: UInt64 = 0
  /// What else is known.
  var features: Features = []

  struct Features: OptionSet, Sendable {
    let rawValue: UInt16
    static let blank = Features(rawValue: 1)
    /// A form feed stands before the content.
    static let startsPage = Features(rawValue: 2)
    /// Cells are separated by tabs.
    static let tab = Features(rawValue: 4)
    /// Cells are separated by `|`.
    static let pipe = Features(rawValue: 8)
    /// Dots lead to a page number.
    static let leaders = Features(rawValue: 16)
    /// The content is a number and nothing else.
    static let bareNumber = Features(rawValue: 32)
    /// A figure with decimals or separators stands alone between blanks.
    static let loneAmount = Features(rawValue: 64)
    /// `≥`, `≤` stand in it.
    static let target = Features(rawValue: 128)
    /// `单位：` stands in it.
    static let unitLabel = Features(rawValue: 256)
  }

  var isBlank: Bool { features.contains(.blank) }

  /// What is counted, kept small: the reader of blocks looks at lines many times.
  private struct Counts {
    var indent: Int32 = 0
    var width: Int32 = 0
    var ideographs: Int32 = 0
    var sentenceMarks: Int32 = 0
    var loneNumbers: Int32 = 0
    var gaps: Int32 = 0
  }

  /// The columns before the content; wide blanks count two.
  var indent: Int {
    get { Int(counts.indent) }
    set { counts.indent = Int32(truncatingIfNeeded: newValue) }
  }

  /// The number of characters of the content that are no blanks.
  var width: Int {
    get { Int(counts.width) }
    set { counts.width = Int32(truncatingIfNeeded: newValue) }
  }

  /// The number of ideographs.
  var ideographs: Int {
    get { Int(counts.ideographs) }
    set { counts.ideographs = Int32(truncatingIfNeeded: newValue) }
  }

  /// The number of marks that sentences are made with: `，` `。` `；`.
  var sentenceMarks: Int {
    get { Int(counts.sentenceMarks) }
    set { counts.sentenceMarks = Int32(truncatingIfNeeded: newValue) }
  }

  /// The number of figures that stand alone between blanks and are no year and have no unit.
  var loneNumbers: Int {
    get { Int(counts.loneNumbers) }
    set { counts.loneNumbers = Int32(truncatingIfNeeded: newValue) }
  }

  /// The number of stretches of three blanks or more inside the content.
  var gaps: Int {
    get { Int(counts.gaps) }
    set { counts.gaps = Int32(truncatingIfNeeded: newValue) }
  }
}

/// Reads the lines of a text.
struct LineReader {
  /// Looks at every line once, but at those of the text before an edit that are as they were.
  ///
  /// - Complexity: O(*n*).
  static func lines(of bytes: [UInt8], index: LineIndex, after known: FormerLines? = nil) -> [Line] {
    var lines: [Line] = []
    lines.reserveCapacity(index.lineCount)
    let span = bytes.span
    let starts = index.starts
    // Every third line is empty.
    var blank = line(span, 0, 0)
    for number in starts.indices {
      if let same = known?.line(number) {
        lines.append(same)
        continue
      }
      let start = starts[number]
      let end = number + 1 < starts.count ? starts[number + 1] : bytes.count
      if end - start <= 2, end - start > 0, bytes[start] == 0x0A || bytes[start] == 0x0D {
        blank.content = TextRange(start, start)
        lines.append(blank)
      } else {
        lines.append(line(span, start, end))
      }
    }
    return lines
  }

  private static func line(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Line {
    var line = Line()
    var lower = start
    var upper = start
    var width = 0
    var ideographs = 0
    var last: UInt16 = 0
    var at = start
    var blanks = 0
    var hadTab = false
    var dots = 0
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    // A number that stands alone, so far.
    var number = 0
    var numberHasMark = false
    var numberOpen = false
    var pending = 0
    var pendingAmount = false
    var beforeLast: UInt16 = 0
    var (gaps, loneNumbers, sentenceMarks) = (0, 0, 0)

    while at < end {
      let before = at
      let scalar = decodeScalar(bytes, &at)
      if scalar == 0x20 || Mark.isBlank(scalar) {
        if scalar != 0x20, Mark.isInvisible(scalar) { continue }
        if scalar == 0x0C, width == 0 { line.features.insert(.startsPage) }
        if scalar == 0x09 { hadTab = true }
        // `5.` is the number of an item, not an amount.
        if numberOpen, number > 0, last != 0x2E, last != 0x2C {
          pending = 1
          pendingAmount = numberHasMark
        }
        numberOpen = false
        blanks &+= scalar == 0x3000 ? 2 : 1
        while at < end, bytes[unchecked: at] == 0x20 {
          blanks &+= 1
          at &+= 1
        }
        continue
      }
      let unit = scalar < 0x10000 ? UInt16(scalar) : 0xD800
      if width == 0 {
        lower = before
        line.indent = blanks
        line.first = unit
      } else if blanks > 0 {
        if blanks >= 3 { gaps &+= 1 }
        if hadTab { line.features.insert(.tab) }
      }
      if pending > 0 {
        if !isUnitStart(unit) {
          loneNumbers &+= 1
          if pendingAmount { line.features.insert(.loneAmount) }
        }
        pending = 0
      }
      let isBegin = width == 0 || blanks > 0
      blanks = 0
      hadTab = false
      if scalar >= 0x4E00, scalar <= 0x9FFF {
        // Ideographs are counted and change nothing else.
        if numberOpen {
          numberOpen = false
          number = 0
        }
        at = before
        let raw = bytes.bytes
        while at &+ 3 < end {
          let four = raw.unsafeLoadUnaligned(fromUncheckedByteOffset: at, as: UInt32.self)
          let next = UInt32(bigEndian: four) >> 8
          guard next &- 0xE4_B880 <= 0x05_073F else { break }
          hash = (hash ^ UInt64(next)) &* 0x100_0000_01b3
          at &+= 3
        }
        while at &+ 2 < end {
          let lead = UInt32(bytes[unchecked: at])
          let next = lead << 16 | UInt32(bytes[unchecked: at &+ 1]) << 8 | UInt32(bytes[unchecked: at &+ 2])
          // The bytes of U+4E00 to U+9FFF, as one number.
          guard next &- 0xE4_B880 <= 0x05_073F else { break }
          hash = (hash ^ UInt64(next)) &* 0x100_0000_01b3
          at &+= 3
        }
        let count = (at &- before) / 3
        beforeLast = count > 1 ? Self.unit(bytes, at &- 6) : last
        last = Self.unit(bytes, at &- 3)
        width &+= count
        ideographs &+= count
        upper = at
        if dots < 6 { dots = 0 }
        continue
      }
      let isDigit = unit >= 0x30 && unit <= 0x39
      if isDigit {
        // The rest of a number is read at once.
        if isBegin, !numberOpen {
          numberOpen = true
          number = 0
          numberHasMark = false
        }
        at = before
        while at < end {
          let digits = at
          while at < end, bytes[unchecked: at] &- 0x30 <= 9 {
            hash = (hash ^ UInt64(bytes[unchecked: at])) &* 0x100_0000_01b3
            at &+= 1
          }
          number &+= at &- digits
          if at > digits, dots < 6 { dots = 0 }
          guard at < end, case let mark = bytes[unchecked: at], mark == 0x2E || mark == 0x2C else { break }
          numberHasMark = true
          if mark == 0x2E { dots &+= 1 } else if dots < 6 { dots = 0 }
          hash = (hash ^ UInt64(mark)) &* 0x100_0000_01b3
          at &+= 1
        }
        last = UInt16(bytes[unchecked: at &- 1])
        width &+= at &- before
        beforeLast = 0x30
        upper = at
        continue
      }
      if numberOpen {
        if unit == 0x2E || unit == 0x2C {
          numberHasMark = true
        } else {
          numberOpen = false
          number = 0
        }
      }
      width &+= 1
      if last == 0x4F4D, beforeLast == 0x5355, Mark.isColon(unit) { line.features.insert(.unitLabel) }
      beforeLast = last
      hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
      last = unit
      upper = at
      switch unit {
      // `１，０００．００`
      case Mark.comma where beforeLast >= 0xFF10 && beforeLast <= 0xFF19: break
      case Mark.comma, Mark.fullStop, Mark.semicolon: sentenceMarks &+= 1
      case 0x7C: line.features.insert(.pipe)
      case 0x2026, 0xB7, 0x22EF: dots &+= 2
      case 0x2E: dots &+= 1
      case 0x2265, 0x2264: line.features.insert(.target)
      default: break
      }
      if dots < 6, unit != 0x2E, unit != 0x2026, unit != 0xB7, unit != 0x22EF { dots = 0 }
    }
    if pending > 0 || (numberOpen && number > 0 && last != 0x2E && last != 0x2C) {
      loneNumbers &+= 1
      if pending > 0 ? pendingAmount : numberHasMark { line.features.insert(.loneAmount) }
      if width == number { line.features.insert(.bareNumber) }
    }
    if width == 0 { line.features.insert(.blank) }
    if dots >= 6 { line.features.insert(.leaders) }
    line.content = TextRange(lower, upper)
    line.width = width
    line.gaps = gaps
    line.loneNumbers = loneNumbers
    line.sentenceMarks = sentenceMarks
    line.ideographs = ideographs
    line.last = last
    line.hash = hash
    return line
  }

  /// The character of three bytes at `at`.
  @inline(__always)
  private static func unit(_ bytes: Span<UInt8>, _ at: Int) -> UInt16 {
    let lead = UInt16(bytes[unchecked: at] & 0x0F) << 12
    return lead | UInt16(bytes[unchecked: at &+ 1] & 0x3F) << 6 | UInt16(bytes[unchecked: at &+ 2] & 0x3F)
  }

  /// Whether a number before this character is no table cell: `2025 年`, `3 辆`, `12 万元`.
  private static func isUnitStart(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x5E74, 0x6708, 0x65E5, 0x4E07, 0x4EBF, 0x5143, 0x4E2A, 0x9879, 0x8F86, 0x53F0, 0x5957, 0x4EBA, 0x6B21,
      0x25, 0xFF05, 0x4EFD, 0x5BB6, 0x540D, 0x6279, 0x53F7, 0x4EF6, 0x6237, 0x6761, 0x7C73, 0x5E73, 0x8868, 0x3001,
      0xFF0C, 0x3002, 0xFF1B, 0xFF1A, 0xFF09:
      true
    default: false
    }
  }
}
