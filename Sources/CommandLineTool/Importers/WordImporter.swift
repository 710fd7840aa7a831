import JSONText
import Workspace

/// Reads the files of word processors and web pages through pandoc's JSON, in which cells
/// stay cells.
struct WordImporter {
  let importer: DocumentImporter

  /// The text of the file at `path`, which holds `bytes`.
  func text(of path: FilePath, form: DocumentKind.WordForm, _ bytes: [UInt8]) throws(ImportError) -> ImportedDocument {
    if form != .html { try Self.checkContainer(bytes) }
    guard form == .html, let encoding = TextEncoding.of(bytes), let page = try encoding.decoded(bytes) else {
      return try convert(path, form)
    }
    return try TemporaryFolder.with(in: importer.temporaryFolder) { folder throws(ImportError) in
      guard let file = folder?.appending(Array("page.html".utf8)) else { throw .damaged(.pandoc, "mkdtemp") }
      guard (try? DiskFileWriter().replace(file, with: page)) != nil else { throw .damaged(.pandoc, "") }
      return try convert(file, form)
    }
  }

  private func convert(_ path: FilePath, _ form: DocumentKind.WordForm) throws(ImportError) -> ImportedDocument {
    let result = try importer.run(
      .pandoc, ["--from", FilePath(form.rawValue), "--to", "json", "--sandbox", "--", path])
    guard result.ending == .exited(0) else {
      throw .damaged(.pandoc, DocumentImporter.firstLine(result.errors))
    }
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(result.output, depthLimit: 2048) } catch {
      throw .damaged(.pandoc, error.description)
    }
    var writer = PandocText()
    writer.write(value)
    guard writer.hasText else { throw .scanned }
    return ImportedDocument(bytes: writer.bytes, places: writer.places)
  }

  /// A file of today's word processors is an archive. One that is protected by a password is
  /// wrapped in the container of the old ones, or says so in its list of contents.
  static func checkContainer(_ bytes: [UInt8]) throws(ImportError) {
    if bytes.starts(with: compoundFile) || contains(bytes, encryption) { throw .encrypted }
  }

  /// How files of the old container begin.
  static let compoundFile: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  private static let encryption = Array("manifest:encryption-data".utf8)

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
