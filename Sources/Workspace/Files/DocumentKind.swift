/// The kinds of files that hold disclosures, told by the ends of their names.
@usableFromInline package enum DocumentKind: Hashable, Sendable {
  /// A text, read as it is.
  case text
  /// A PDF.
  case portable
  /// A file of a word processor or a web page.
  case word(WordForm)
  /// A file of a word processor before 2007.
  case oldWord
  /// A spreadsheet.
  case sheet

  /// The forms of word processors' files that are read directly.
  @usableFromInline package enum WordForm: String, Hashable, Sendable {
    /// Word since 2007.
    case docx
    /// OpenDocument.
    case odt
    /// A web page.
    case html
  }

  /// The kind by the file's extension, in any case; nil for a file that is not looked at without
  /// being named.
  package init?(name: some Collection<UInt8>) {
    let name = Array(name)
    guard let point = name.lastIndex(of: FilePath.point) else { return nil }
    let ending = name[(point + 1)...].map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }
    guard let kind = Self.byExtension[String(decoding: ending, as: UTF8.self)] else { return nil }
    self = kind
  }

  /// The extensions that are looked at, in order, for messages.
  package static let extensions = byExtension.keys.sorted()

  private static let byExtension: [String: DocumentKind] = [
    "txt": .text, "md": .text, "csv": .text, "tsv": .text, "pdf": .portable, "docx": .word(.docx), "odt": .word(.odt),
    "html": .word(.html), "htm": .word(.html), "doc": .oldWord, "xlsx": .sheet, "xls": .sheet,
  ]
}
