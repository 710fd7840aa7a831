import DisclosureText
import Lint

/// Where a finding stands, for forms of report that have lines and columns only.
struct FindingPlace {
  /// The first byte's place.
  let start: TextPlace
  /// The place behind the last byte.
  let end: TextPlace
  /// The place in the words of the file's program, where the file is no text.
  let imported: ImportedPlace?

  /// The place of `range`.
  init(_ range: TextRange, in document: CheckedDocument) {
    start = document.places.place(of: range.lower)
    end = document.places.place(of: range.upper)
    imported = document.imported(range.lower)
  }

  /// The message with the place in words before it, where lines and columns say nothing.
  func message(of finding: Finding, _ language: MessageLanguage) -> String {
    let message = finding.message[language]
    return imported.map { "\($0.text[language]): \(message)" } ?? message
  }
}
