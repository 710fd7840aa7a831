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
    let container = try Self.container(bytes)
    return try withFolder { folder throws(ImportError) in
      let files = try convert(path, container, to: "docx", in: folder)
      guard let file = files.first else { throw .damaged(.soffice, "") }
      let converted = try Self.bytes(of: file)
      return try WordImporter(importer: importer).text(of: file, form: .docx, converted)
    }
  }

  /// The text of the spreadsheet at `path`, which holds `bytes`: its sheets one after the other,
  /// each behind its name, cells as they are shown, parted by tabs.
  func sheetText(of path: FilePath, _ bytes: [UInt8]) throws(ImportError) -> ImportedDocument {
    let container = try Self.container(bytes)
    let archive = ZipArchive(bytes)
    return try withFolder { folder throws(ImportError) in
      let stem = Self.stem(of: path)
      var writer = SheetText()
      let files = try convert(path, container, to: Self.sheetFilter, in: folder)
      let sheets = files.map { file in
        let name = Self.stem(of: file)
        // The name of each sheet stands behind that of the file.
        let sheet = name.starts(with: stem + [UInt8(ascii: "-")]) ? Array(name.dropFirst(stem.count + 1)) : name
        return (file: file, name: String(decoding: sheet, as: UTF8.self))
      }
      let order = container?.sheetNames ?? archive?.sheetNames ?? []
      func place(_ name: String) -> Int { order.firstIndex(of: name) ?? order.count }
      for sheet in sheets.sorted(by: { (place($0.name), $0.file) < (place($1.name), $1.file) }) {
        writer.write(try Self.bytes(of: sheet.file), sheet: sheet.name)
      }
      guard writer.hasText else { throw archive?.hasPictures ?? false ? .scanned : .empty }
      return ImportedDocument(bytes: writer.bytes, places: writer.places)
    }
  }

  /// Tabs between the fields, UTF-8, cells as shown, every sheet into a file of its own.
  private static let sheetFilter = "csv:Text - txt - csv (StarCalc):9,34,76,1,,0,false,true,false,false,false,-1"
  private static let archive = Array("PK".utf8)

  /// The old container that `bytes` are; nil for an archive and for text, which LibreOffice reads by its content.
  /// Anything else it would take for text, too, and the rest of a container that was cut off for the whole.
  private static func container(_ bytes: [UInt8]) throws(ImportError) -> CompoundFile? {
    if let container = CompoundFile(bytes) {
      if container.isTruncated { throw .damaged(.soffice, "") }
      if container.stream("EncryptedPackage") != nil { throw .encrypted }
      return container
    }
    let isWide = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    let isText = isWide || !bytes.prefix(1024).contains { $0 < 0x09 }
    guard bytes.starts(with: archive) || isText else { throw .damaged(.soffice, "") }
    return nil
  }

  private func withFolder(
    _ body: (FilePath) throws(ImportError) -> ImportedDocument
  ) throws(ImportError) -> ImportedDocument {
    try TemporaryFolder.with(in: importer.temporaryFolder) { folder throws(ImportError) in
      guard let folder else { throw .damaged(.soffice, "mkdtemp") }
      return try body(folder)
    }
  }

  /// The files that LibreOffice makes of one.
  private func convert(
    _ path: FilePath, _ container: CompoundFile?, to filter: String, in folder: FilePath
  ) throws(ImportError) -> [FilePath] {
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
      // Where no password is given some that protects nothing may do, so that it is asked only now.
      if said.contains("password") || container?.isEncrypted ?? false { throw .encrypted }
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

extension ZipArchive {
  /// The names of a workbook's sheets in its order (ECMA-376, part 1, 18.2.19).
  fileprivate var sheetNames: [String] {
    let markup = contents(of: "xl/workbook.xml") ?? []
    return markup.split(separator: UInt8(ascii: "<")).compactMap { element in
      guard element.starts(with: "sheet ".utf8) else { return nil }
      let parts = String(decoding: element, as: UTF8.self).split(separator: "\"", omittingEmptySubsequences: false)
      let name = parts.indices.first { parts[$0].hasSuffix(" name=") && $0 + 1 < parts.count }
      return name.map { String(parts[$0 + 1]).withoutXMLReferences }
    }
  }
}
