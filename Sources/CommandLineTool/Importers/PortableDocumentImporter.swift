import Workspace

/// Reads PDF through `pdftotext -layout`, which keeps the columns of tables by blanks.
struct PortableDocumentImporter {
  let importer: DocumentImporter

  /// The text of the file at `path`, which holds `bytes`.
  func text(of path: FilePath, _ bytes: [UInt8]) throws(ImportError) -> ImportedDocument {
    let result = try importer.run(.pdftotext, ["-layout", "-enc", "UTF-8", path, "-"])
    guard result.ending == .exited(0) else {
      let said = String(decoding: result.errors, as: UTF8.self)
      if said.contains("Incorrect password") { throw .encrypted }
      throw .damaged(.pdftotext, DocumentImporter.firstLine(result.errors))
    }
    guard Self.holdsText(result.output) else { throw .scanned }
    return ImportedDocument(bytes: result.output, places: Self.places(of: result.output))
  }

  /// Whether there is more than the page ends and the odd mark of a scanner.
  private static func holdsText(_ bytes: [UInt8]) -> Bool {
    let pages = bytes.count { $0 == 0x0C }
    let letters = bytes.count { $0 > 0x20 }
    return letters > max(16, pages * 8)
  }

  /// Pages end with a form feed; lines are counted from the top of each.
  static func places(of bytes: [UInt8]) -> ImportedPlaces {
    var places = ImportedPlaces()
    var page = 1
    var line = 1
    places.mark(.page(1, line: 1), at: 0)
    for (offset, byte) in bytes.enumerated() {
      if byte == 0x0A {
        line += 1
      } else if byte == 0x0C {
        page += 1
        line = 1
      } else {
        continue
      }
      places.mark(.page(page, line: line), at: offset + 1)
    }
    return places
  }
}
