import Workspace

/// Reads spreadsheets and old word processors' files through LibreOffice, which turns them
/// into files that are read directly. It runs with a profile of its own, so that several run
/// at once and no window of the user's takes part.
struct OfficeImporter {
  let importer: DocumentImporter

  /// The text of the old word processor's file at `path`, which holds `bytes`.
  func wordText(of path: FilePath, _ bytes: [UInt8]) throws(ImportError) -> ImportedDocument {
    // Some programs write the new form under the old name.
    if bytes.starts(with: Self.archive) {
      return try WordImporter(importer: importer).text(of: path, form: .docx, bytes)
    }
    return try withFolder { folder throws(ImportError) in
      let files = try convert(path, to: "docx", in: folder)
      guard let file = files.first else { throw .damaged(.soffice, "") }
      let converted = try Self.bytes(of: file)
      return try WordImporter(importer: importer).text(of: file, form: .docx, converted)
    }
  }

  /// The text of the spreadsheet at `path`, which holds `bytes`: its sheets one after the other,
  /// each behind its name, cells as they are shown, parted by tabs.
  func sheetText(of path: FilePath, _ bytes: [UInt8]) throws(ImportError) -> ImportedDocument {
    if WordImporter.contains(bytes, Self.encryptedPackage) { throw .encrypted }
    return try withFolder { folder throws(ImportError) in
      let stem = Self.stem(of: path)
      var writer = SheetText()
      for file in try convert(path, to: Self.sheetFilter, in: folder).sorted() {
        let name = Self.stem(of: file)
        // The name of each sheet stands behind that of the file.
        let sheet = name.starts(with: stem + [UInt8(ascii: "-")]) ? Array(name.dropFirst(stem.count + 1)) : name
        writer.write(try Self.bytes(of: file), sheet: String(decoding: sheet, as: UTF8.self))
      }
      guard writer.hasText else { throw .scanned }
      return ImportedDocument(bytes: writer.bytes, places: writer.places)
    }
  }

  /// Tabs between the fields, UTF-8, cells as shown, every sheet into a file of its own.
  private static let sheetFilter = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1"
  private static let archive = Array("PK".utf8)
  /// The name of the stream that holds a protected file, as the container writes it.
  private static let encryptedPackage = "EncryptedPackage".utf8.reduce(into: [UInt8]()) { $0 += [$1, 0] }

  private func withFolder(
    _ body: (FilePath) throws(ImportError) -> ImportedDocument
  ) throws(ImportError) -> ImportedDocument {
    try TemporaryFolder.with(in: importer.temporaryFolder) { folder throws(ImportError) in
      guard let folder else { throw .damaged(.soffice, "mkdtemp") }
      return try body(folder)
    }
  }

  /// The files that LibreOffice makes of one.
  private func convert(_ path: FilePath, to filter: String, in folder: FilePath) throws(ImportError) -> [FilePath] {
    let output = folder.appending(Array("output".utf8))
    let result = try importer.run(
      .soffice,
      [
        "--headless", "--norestore", "--nolockcheck", "--nodefault",
        FilePath("-env:UserInstallation=file://\(folder.text)/profile"), "--convert-to", FilePath(filter), "--outdir",
        output, path,
      ], home: folder)
    let entries = (try? DiskFileSystem().entries(of: output)) ?? []
    if entries.isEmpty {
      let said = String(decoding: result.errors + result.output, as: UTF8.self)
      if said.contains("password") { throw .encrypted }
      // What it says on its error output is about itself.
      throw .damaged(.soffice, "")
    }
    return entries.map { output.appending($0.name) }
  }

  private static func bytes(of path: FilePath) throws(ImportError) -> [UInt8] {
    guard let bytes = try? DiskFileSystem().bytes(of: path) else { throw .damaged(.soffice, "") }
    if bytes.count > DocumentImporter.sizeLimit { throw .oversized(limit: DocumentImporter.sizeLimit) }
    return bytes
  }

  /// The name without its extension.
  private static func stem(of path: FilePath) -> [UInt8] {
    let name = Array(path.lastComponent)
    return name.lastIndex(of: UInt8(ascii: ".")).map { Array(name[..<$0]) } ?? name
  }
}
