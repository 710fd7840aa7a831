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
    var places = Self.places(of: result.output)
    let unread = try pagesWithoutText(path, result.output)
    if !unread.isEmpty { places.unread.append(.pages(unread)) }
    return ImportedDocument(bytes: result.output, places: places)
  }

  /// The pages that show something and hold next to no text, from 1. A page that is blank, or has no more than a
  /// number on it, lacks nothing.
  private func pagesWithoutText(_ path: FilePath, _ text: [UInt8]) throws(ImportError) -> [Int] {
    var pages: [Int] = []
    for (index, page) in text.split(separator: 0x0C, omittingEmptySubsequences: false).dropLast().enumerated() {
      let letters = page.count { $0 > 0x20 }
      if letters > Self.fewLetters { continue }
      if try isInked(path, page: index + 1, isMore: letters > 0) { pages.append(index + 1) }
    }
    return pages
  }

  /// Whether a page, drawn very small, shows more than the few letters on it; true where it cannot be drawn.
  private func isInked(_ path: FilePath, page: Int, isMore: Bool) throws(ImportError) -> Bool {
    guard let program = importer.runner.locate("pdftoppm") else { return true }
    let number = FilePath(String(page))
    let result = importer.runner.run(
      ProgramCall(
        program: program, arguments: ["-gray", "-r", "10", "-f", number, "-l", number, path],
        timeLimit: importer.timeLimit, outputLimit: DocumentImporter.sizeLimit))
    if result.ending == .interrupted { throw .interrupted }
    guard result.ending == .exited(0), let pixels = Self.pixels(of: result.output), !pixels.isEmpty else { return true }
    return pixels.count { $0 < 0xF0 } * 1000 > pixels.count * (isMore ? 30 : 3)
  }

  /// The pixels of a grey picture behind its head: `P5`, the width, the height and the greatest value.
  private static func pixels(of picture: [UInt8]) -> ArraySlice<UInt8>? {
    guard picture.starts(with: "P5".utf8) else { return nil }
    var (words, at) = (0, 0)
    while at < picture.count, words < 4 {
      if picture[at] <= 0x20 { words += 1 }
      at += 1
    }
    return picture[at...]
  }

  /// The bytes of a page's number and little else.
  private static let fewLetters = 24

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
