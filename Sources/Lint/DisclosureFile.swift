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
    /// The findings where they stood in the file when they were last asked for.
    var placed: (start: Int, findings: [Finding])
  }

  /// The text of the file.
  package let text: SourceText
  /// Its lines.
  package let lines: LineIndex
  /// The disclosures, in the order of the text; at least one.
  package internal(set) var parts: [Part]

  /// The first disclosure: the one that is checked against other files.
  package var first: DisclosureDocument { parts[0].document }

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
    let starts = text.unreadable == nil ? DisclosureDivision.starts(of: text.bytes) : [0]
    if starts.count == 1 {
      let known = former?.parts.first
      let document = DisclosureDocument(
        text, lines: lines, expecting: expectation, after: known?.document, isEdited: isEdited)
      self.lines = document.lines
      parts = [Part(start: 0, document: document, memory: known?.memory ?? LintMemory(isKept: isEdited))]
      return
    }
    self.lines = lines ?? LineIndex(text.bytes)
    parts = []
    parts.reserveCapacity(starts.count)
    let ranges = starts.indices.map { starts[$0]..<($0 + 1 < starts.count ? starts[$0 + 1] : text.bytes.count) }
    let former = former?.parts ?? []
    func isSame(_ part: Part, _ range: Range<Int>) -> Bool {
      let bytes = part.document.text.bytes
      return bytes.count == range.count && part.document.expectation == expectation
        && part.document.text.unreadable == nil && text.bytes.hasBytes(at: range, of: bytes, at: 0)
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
        SourceText(valid: Array(text.bytes[range])), expecting: expectation, after: known?.document, isEdited: isEdited)
      parts.append(
        Part(start: range.lowerBound, document: document, memory: known?.memory ?? LintMemory(isKept: isEdited)))
    }
  }
}

extension Engine {
  /// Judges what was read of a file, its first disclosure against the figures of other files where there are
  /// some.
  ///
  /// - Complexity: O(*n*) for the bytes of the disclosures that changed, beside the diagnosis of broken
  ///   relations, and O(findings).
  package func report(
    on file: inout DisclosureFile, settings: LintSettings = LintSettings(), against related: RelatedFigures
  ) -> LintReport {
    if file.parts.count == 1 {
      return report(
        on: file.parts[0].document, settings: settings, against: related, recalling: &file.parts[0].memory)
    }
    var whole = LintReport.nothing
    var isNamed = false
    for number in file.parts.indices {
      let own = number == 0 ? related : RelatedFigures()
      judge(&file.parts[number], settings, own)
      guard let judgement = file.parts[number].judgement else { continue }
      whole.findings += judgement.placed.findings
      whole.relations.add(judgement.report.relations)
      whole.figures.add(judgement.report.figures)
      for note in judgement.report.notes where !whole.notes.contains(note) { whole.notes.append(note) }
      if !isNamed, file.parts[number].document.profile.isDisclosure {
        whole.profile = judgement.report.profile
        isNamed = true
      }
    }
    whole.lines = file.lines
    return whole
  }

  /// Judges a disclosure of a file, unless it was judged as it is.
  private func judge(_ part: inout DisclosureFile.Part, _ settings: LintSettings, _ related: RelatedFigures) {
    if let known = part.judgement, known.settings == settings, known.related == related {
      if known.placed.start != part.start {
        let bytes = part.start - known.placed.start
        part.judgement?.placed = (part.start, known.placed.findings.map { $0.moved(by: bytes) })
      }
      return
    }
    let report = report(on: part.document, settings: settings, against: related, recalling: &part.memory)
    part.judgement = DisclosureFile.PartJudgement(
      settings: settings, related: related, report: report,
      placed: (part.start, report.findings.map { $0.moved(by: part.start) }))
  }
}

extension RelationCounts {
  /// Counts those of another disclosure too.
  fileprivate mutating func add(_ other: RelationCounts) {
    checked += other.checked
    hold += other.hold
    rounding += other.rounding
    broken += other.broken
    notCheckable += other.notCheckable
  }
}

extension FigureCounts {
  /// Counts those of another disclosure too.
  fileprivate mutating func add(_ other: FigureCounts) {
    total += other.total
    verified += other.verified
  }
}
