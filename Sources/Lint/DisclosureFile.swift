import Disclosure
import DisclosureText

/// A file as it was read: one disclosure, or those of several departments one behind the other.
///
/// Each of them is read and judged by itself. After an edit those with the same bytes are taken over with all
/// that is wrong with them, and only what the edit touched is read again.
///
///     var file = DisclosureFile(text, isEdited: true)
///     engine.report(on: &file, settings: settings, against: related)
///     file = DisclosureFile(edited, after: file, isEdited: true)
///     engine.report(on: &file, settings: settings, against: related)
@usableFromInline package struct DisclosureFile: Sendable {
  /// One of the disclosures.
  @usableFromInline package struct Part: Sendable {
    /// Where it begins in the file: its own places are counted from there.
    package internal(set) var start: Int
    /// What was read of it.
    package let document: DisclosureDocument
    /// Its text.
    package var text: SourceText { document.text }
    /// What the rules saw in it.
    var memory: LintMemory
    /// What is wrong with it; nil if it was not judged since it was edited.
    var judgement: PartJudgement?
  }

  /// What is wrong with a disclosure of a file, and what it was judged by.
  struct PartJudgement: Sendable {
    let settings: LintSettings
    let related: RelatedFigures
    /// What is wrong, with places counted from the beginning of the disclosure.
    let report: LintReport
    /// The findings where they stood in the file when they were last asked for, and which of its disclosures
    /// they were of.
    var placed: (start: Int, number: Int, findings: [Finding])
  }

  /// The text of the file.
  package let text: SourceText
  /// Its lines.
  package let lines: LineIndex
  /// The disclosures, in the order of the text; at least one.
  package internal(set) var parts: [Part]

  /// The first disclosure.
  package var first: DisclosureDocument { parts[0].document }

  /// The number of the disclosure that holds the byte at `offset`; where one ends and the next begins, the next.
  ///
  /// - Complexity: O(log *disclosures*).
  package func part(at offset: Int) -> Int {
    var (low, high) = (1, parts.count)
    while low < high {
      let middle = (low + high) / 2
      if parts[middle].start <= offset { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Reads `text`.
  ///
  /// - Parameter former: the file before it was edited. What did not change is taken over from it, which is
  ///   quicker and gives the same.
  /// - Parameter isEdited: whether the text may be edited, and what is needed to follow an edit is kept.
  /// - Parameter lines: the lines of the text, where they are known.
  /// - Complexity: O(*n*).
  package init(
    _ text: SourceText, lines: LineIndex? = nil, expecting expectation: ProfileExpectation = ProfileExpectation(),
    after former: DisclosureFile? = nil, isEdited: Bool = false
  ) {
    self.text = text
    let lines = lines ?? LineIndex(text.bytes)
    self.lines = lines
    let starts = DisclosureDivision.starts(of: text.bytes, lines: lines)
    if starts.count == 1 {
      let known = former?.parts.first
      let document = DisclosureDocument(
        text, lines: lines, expecting: expectation, after: known?.document, isEdited: isEdited)
      parts = [Part(start: 0, document: document, memory: known?.memory ?? LintMemory(isKept: isEdited))]
      return
    }
    parts = []
    parts.reserveCapacity(starts.count)
    let ranges = starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.bytes.count) }
    let former = former?.parts ?? []
    func isSame(_ part: Part, _ range: Range<Int>) -> Bool {
      let bytes = part.document.text.bytes
      return bytes.count == range.count && part.document.expectation == expectation
        && text.unreadable == nil && part.document.text.unreadable == nil
        && text.bytes.hasBytes(at: range, of: bytes, at: 0)
    }
    let count = min(ranges.count, former.count)
    var front = 0
    while front < count, isSame(former[front], ranges[front]) { front += 1 }
    var back = 0
    while front + back < count, isSame(former[former.count - 1 - back], ranges[ranges.count - 1 - back]) { back += 1 }
    for (number, range) in ranges.enumerated() {
      if number < front || number >= ranges.count - back {
        var part = former[number < front ? number : number + former.count - ranges.count]
        part.start = range.lowerBound
        parts.append(part)
        continue
      }
      let known = number < former.count - back ? former[number] : nil
      let document = DisclosureDocument(
        SourceText(range, of: text), expecting: expectation, after: known?.document, isEdited: isEdited)
      parts.append(
        Part(start: range.lowerBound, document: document, memory: known?.memory ?? LintMemory(isKept: isEdited)))
    }
  }
}
