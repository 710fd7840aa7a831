import DisclosureText
import Workspace

/// Reads inputs as texts, whatever form they have.
struct DocumentReader: Sendable {
  let environment: ToolEnvironment
  let importer: DocumentImporter
  /// What is kept of inputs that are read more than once; nil where each is read once.
  var kept: KeptTexts?

  /// Creates a reader in `environment`.
  init(environment: ToolEnvironment, timeLimit: Int) {
    self.environment = environment
    importer = DocumentImporter(
      runner: environment.programs, temporaryFolder: environment.temporaryFolder, timeLimit: timeLimit)
  }

  /// The text of an input; nil for a folder without documents that are to be checked.
  func read(_ input: CheckInput) throws(InputError) -> (SourceText, TextForm)? {
    switch input {
    case .standardInput(let name):
      let bytes = try onceReadable(name) { () throws(FileAccessError) in try environment.standardInput() }
      let kind = DocumentKind(name: name.lastComponent) ?? .text
      return kind == .text ? try text(bytes, name) : try imported(bytes, name, kind)
    case .given(let name, let bytes): return try text(bytes, name)
    case .wrongLine(let line): throw .documentLine(line)
    case .item(.emptyFolder), .ignored: return nil
    case .item(.unreadable(_, let error)): throw .file(error)
    case .item(.file(let path)): return try read(path)
    }
  }

  /// Whether an input that was read can be read once more.
  func canReadAgain(_ input: CheckInput) -> Bool {
    if case .item(.file) = input { true } else { kept?.content(of: input.name) != nil }
  }

  /// The text of the file at `path`.
  func read(_ path: FilePath) throws(InputError) -> (SourceText, TextForm) {
    let kind = DocumentKind(name: path.lastComponent) ?? .text
    guard kind != .text else {
      let files = environment.fileSystem
      if kept != nil, (try? files.status(of: path))?.kind == .other {
        return try text(onceReadable(path) { () throws(FileAccessError) in try files.bytes(of: path) }, path)
      }
      let bytes: [UInt8]
      do throws(FileAccessError) { bytes = try files.bytes(of: path) } catch { throw .file(error) }
      return try text(bytes, path)
    }
    if case .document(let known) = kept?.content(of: path) { return (SourceText(known.bytes), .imported(known.places)) }
    let imported = try importer.importDocument(at: path, kind: kind, in: environment.fileSystem)
    kept?.keep(imported, of: path)
    return (SourceText(imported.bytes), .imported(imported.places))
  }

  /// The bytes of what gives them once, as they were first read.
  private func onceReadable(
    _ name: FilePath, _ read: () throws(FileAccessError) -> [UInt8]
  ) throws(InputError) -> [UInt8] {
    if case .bytes(let known) = kept?.content(of: name) { return known }
    do throws(FileAccessError) {
      let bytes = try read()
      kept?.keep(bytes, of: name)
      return bytes
    } catch {
      throw .file(error)
    }
  }

  /// The text of a file that was handed over with the name it has.
  private func imported(
    _ bytes: [UInt8], _ name: FilePath, _ kind: DocumentKind
  ) throws(InputError) -> (SourceText, TextForm) {
    let ending = name.lastComponent.split(separator: UInt8(ascii: ".")).last ?? []
    return try TemporaryFolder.with(in: environment.temporaryFolder) { folder throws(InputError) in
      guard let path = folder?.appending(Array("input.".utf8) + ending) else { throw .file(.notPermitted) }
      do throws(FileAccessError) { try DiskFileWriter().replace(path, with: bytes) } catch { throw .file(error) }
      let imported = try importer.importDocument(at: path, kind: kind, in: DiskFileSystem())
      return (SourceText(imported.bytes), .imported(imported.places))
    }
  }

  /// A text by its name, too: the cells of one with commas between them become its cells.
  private func text(_ bytes: [UInt8], _ name: FilePath) throws(InputError) -> (SourceText, TextForm) {
    let (text, form) = try text(bytes)
    guard CommaSeparatedText.isNamed(name.lastComponent) else { return (text, form) }
    // Repairs are made where the cells are typed.
    return (SourceText(CommaSeparatedText.tabSeparated(text.bytes)), .separated(LineIndex(text.bytes)))
  }

  /// A text in UTF-8, or one whose encoding is told by its bytes.
  private func text(_ bytes: [UInt8]) throws(InputError) -> (SourceText, TextForm) {
    let text = SourceText(bytes)
    let begins = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    guard text.unreadable != nil || begins, let encoding = TextEncoding.of(bytes) else { return (text, .plain) }
    do throws(ImportError) {
      guard let decoded = try encoding.decoded(bytes) else { return (text, .plain) }
      return (SourceText(decoded), .encoded(encoding.rawValue))
    } catch {
      throw .importing(error)
    }
  }
}
