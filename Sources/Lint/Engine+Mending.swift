import Disclosure
import DisclosureText

extension Engine {
  /// The document as it is judged, every place where it was: with what decides how it is read put right.
  package func judged(_ read: DisclosureDocument, settings: LintSettings) -> DisclosureDocument {
    var memory = LintMemory()
    return read.profile.isDisclosure ? mended(read, settings, &memory).document : read
  }

  /// The document with what decides how it is read put right, and what was found to be wrong with that.
  func mended(
    _ read: DisclosureDocument, _ settings: LintSettings, _ memory: inout LintMemory
  ) -> (document: DisclosureDocument, readings: [Finding]) {
    let readings = findings(in: read, decidingReading: true, &memory)
    guard let mended = Self.mended(read.text, by: settings.applied(to: readings)) else {
      memory.mended = nil
      return (read, readings)
    }
    let document = DisclosureDocument(
      mended, expecting: settings.expectation, after: memory.mended ?? read, isEdited: memory.isKept)
    memory.mended = memory.isKept ? document : nil
    return (document, readings)
  }

  /// The text with the preferred repairs of some findings made; nil where there are none, or where places
  /// would move.
  private static func mended(_ text: SourceText, by findings: [Finding]) -> SourceText? {
    let edits = findings.flatMap { $0.fixes.first(where: \.isPreferred)?.edits ?? [] }
    guard !edits.isEmpty, text.unreadable == nil, edits.allSatisfy({ $0.range.count == $0.text.utf8.count }) else {
      return nil
    }
    return SourceText(TextEdit.apply(edits, to: text.bytes))
  }
}
