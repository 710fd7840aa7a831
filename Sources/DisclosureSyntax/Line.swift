import DisclosureText

/// What one line of the file looks like, before its role is decided.
struct Line: Sendable {
  private var place = ShortRange(0..<0)
  /// A hash of the content without blanks, equal for equal texts.
  var hash: UInt64 = 0
  private var counts = Counts()
  /// The first and the last character of the content; 0 in a blank line.
  var first: UInt16 = 0
  var last: UInt16 = 0
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

  /// What is counted, kept small: the reader of blocks looks at lines many times. What is more than can be counted is
  /// as many as can be.
  private struct Counts {
    var indent: UInt16 = 0
    var width: UInt16 = 0
    var ideographs: UInt16 = 0
    var sentenceMarks: UInt8 = 0
    var loneNumbers: UInt8 = 0
    var gaps: UInt8 = 0
  }

  /// The bytes of the line without leading and trailing blanks.
  var content: TextRange {
    get { place.bytes }
    set { place = ShortRange(newValue) }
  }

  /// The columns before the content; wide blanks count two.
  var indent: Int {
    get { Int(counts.indent) }
    set { counts.indent = UInt16(clamping: newValue) }
  }

  /// The number of characters of the content that are no blanks.
  var width: Int {
    get { Int(counts.width) }
    set { counts.width = UInt16(clamping: newValue) }
  }

  /// The number of ideographs.
  var ideographs: Int {
    get { Int(counts.ideographs) }
    set { counts.ideographs = UInt16(clamping: newValue) }
  }

  /// The number of marks that sentences are made with: `，` `。` `；`.
  var sentenceMarks: Int {
    get { Int(counts.sentenceMarks) }
    set { counts.sentenceMarks = UInt8(clamping: newValue) }
  }

  /// The number of figures that stand alone between blanks and are no year and have no unit.
  var loneNumbers: Int {
    get { Int(counts.loneNumbers) }
    set { counts.loneNumbers = UInt8(clamping: newValue) }
  }

  /// The number of stretches of three blanks or more inside the content.
  var gaps: Int {
    get { Int(counts.gaps) }
    set { counts.gaps = UInt8(clamping: newValue) }
  }
}
