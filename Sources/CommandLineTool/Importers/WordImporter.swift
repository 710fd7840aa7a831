import JSONText
import Workspace

/// Reads the files of word processors and web pages through pandoc's JSON, in which cells
/// stay cells.
struct WordImporter {
  let importer: DocumentImporter

  /// The text of the file at `path`, which holds `bytes`.
  func text(of path: FilePath, form: DocumentKind.WordForm, _ bytes: [UInt8]) throws(ImportError) -> ImportedDocument {
    let archive = form == .html ? nil : ZipArchive(bytes)
    if form != .html, let container = CompoundFile(bytes) {
      if container.stream("EncryptedPackage") != nil || form == .odt { throw .encrypted }
      // The old form under the new name.
      return try OfficeImporter(importer: importer).wordText(of: path, bytes)
    }
    if form == .odt, let archive, Self.isEncrypted(archive) { throw .encrypted }
    guard form == .html, let encoding = TextEncoding.of(bytes), let page = try encoding.decoded(bytes) else {
      return try convert(path, form, bytes, archive)
    }
    return try TemporaryFolder.with(in: importer.temporaryFolder) { folder throws(ImportError) in
      guard let file = folder?.appending(Array("page.html".utf8)) else { throw .damaged(.pandoc, "mkdtemp") }
      guard (try? DiskFileWriter().replace(file, with: page)) != nil else { throw .damaged(.pandoc, "") }
      return try convert(file, form, page, nil)
    }
  }

  private func convert(
    _ path: FilePath, _ form: DocumentKind.WordForm, _ bytes: [UInt8], _ archive: ZipArchive?
  ) throws(ImportError) -> ImportedDocument {
    // Empty paragraphs are kept so that they are counted, as the word processor does.
    let reader = form.rawValue + "+empty_paragraphs"
    let result = try importer.run(.pandoc, ["--from", FilePath(reader), "--to", "json", "--sandbox", "--", path])
    guard result.ending == .exited(0) else {
      throw .damaged(.pandoc, DocumentImporter.firstLine(result.errors))
    }
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(result.output, depthLimit: 2048) } catch {
      throw .damaged(.pandoc, error.description)
    }
    let markup = form == .docx ? archive?.contents(of: "word/document.xml").map { WordMarkup($0) } : nil
    var writer = PandocText()
    // In the other forms this is a property of the file and no text.
    if form == .docx { writer.write(titles: value, leading: markup?.leading ?? []) }
    writer.write(value)
    var places = writer.places
    if let markup, markup.textBoxes > 0 { places.unread.append(.textBoxes(markup.textBoxes)) }
    if !writer.picturePlaces.isEmpty { places.unread.append(.pictures(writer.picturePlaces)) }
    guard writer.hasText else {
      let hasPictures = archive?.hasPictures ?? Self.contains(bytes, Array("<img".utf8))
      throw hasPictures || !places.unread.isEmpty ? .scanned : .empty
    }
    return ImportedDocument(bytes: writer.bytes, places: places)
  }

  /// Whether a password protects the file: its list of contents says so (OpenDocument 1.3, part 2, 3.4).
  private static func isEncrypted(_ archive: ZipArchive) -> Bool {
    let contents = archive.contents(of: "META-INF/manifest.xml") ?? []
    return contains(contents, Array("encryption-data".utf8)) || archive.names.contains("encrypted-package")
  }

  /// Whether `needle` occurs in `bytes`.
  static func contains(_ bytes: [UInt8], _ needle: [UInt8]) -> Bool {
    guard let first = needle.first, bytes.count >= needle.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for start in 0...(bytes.count - needle.count) where bytes[start] == first {
        var length = 1
        while length < needle.count, bytes[start + length] == needle[length] { length += 1 }
        if length == needle.count { return true }
      }
      return false
    }
  }
}

extension ZipArchive {
  /// Whether the office document in it shows pictures.
  var hasPictures: Bool { names.contains { $0.contains("/media/") || $0.hasPrefix("Pictures/") } }
}
