import DisclosureText
import Workspace

/// Turns files into texts, each by the program that knows its kind.
struct DocumentImporter: Sendable {
  /// What runs the programs.
  let runner: any ProgramRunner
  /// Where folders for conversions are made.
  let temporaryFolder: String
  /// The longest time that one program may take for one file, in seconds.
  let timeLimit: Int

  /// The most bytes of a file that is converted, and of the text it becomes: as of a text.
  static let sizeLimit = FileAccessError.maximumFileSize

  /// Turns the file at `path` into a text.
  func importDocument(at path: FilePath, kind: DocumentKind, in files: any FileSystem) throws(InputError)
    -> ImportedDocument
  {
    let path = path.absolute(in: files.currentFolder)
    let status: FileStatus
    do throws(FileAccessError) { status = try files.status(of: path) } catch { throw .file(error) }
    if status.kind == .folder { throw .file(.isFolder) }
    if status.size > Self.sizeLimit { throw .importing(.oversized(limit: Self.sizeLimit)) }
    let bytes: [UInt8]
    do throws(FileAccessError) { bytes = try files.bytes(of: path) } catch { throw .file(error) }
    do throws(ImportError) {
      if bytes.isEmpty, kind != .text { throw ImportError.empty }
      return try text(of: path, kind, bytes)
    } catch {
      throw .importing(error)
    }
  }

  private func text(of path: FilePath, _ kind: DocumentKind, _ bytes: [UInt8]) throws(ImportError) -> ImportedDocument {
    switch kind {
    case .text: ImportedDocument(bytes: bytes, places: ImportedPlaces())
    case .portable: try PortableDocumentImporter(importer: self).text(of: path, bytes)
    case .word(let form): try WordImporter(importer: self).text(of: path, form: form, bytes)
    case .oldWord: try OfficeImporter(importer: self).wordText(of: path, bytes)
    case .sheet: try OfficeImporter(importer: self).sheetText(of: path, bytes)
    }
  }

  /// Runs a program on a file and returns what it wrote; what went wrong on the way is thrown,
  /// but for the program's own complaint, which its caller understands.
  func run(_ program: ImportProgram, _ arguments: [FilePath], home: FilePath? = nil) throws(ImportError)
    -> ProgramResult
  {
    guard let file = runner.locate(program.rawValue) else { throw .missing(program) }
    let result = runner.run(
      ProgramCall(
        program: file, arguments: arguments, timeLimit: timeLimit, outputLimit: Self.sizeLimit, home: home))
    switch result.ending {
    case .exited: return result
    case .failed: throw .damaged(program, Self.firstLine(result.errors))
    case .tooSlow: throw .tooSlow(program, seconds: timeLimit)
    case .tooMuch: throw .oversized(limit: Self.sizeLimit)
    case .interrupted: throw .interrupted
    }
  }

  /// The first line of what a program said, for a message.
  static func firstLine(_ bytes: [UInt8]) -> String {
    let line = bytes.split(separator: 0x0A, maxSplits: 1, omittingEmptySubsequences: true).first ?? []
    return String(decoding: line.prefix(200), as: UTF8.self)
  }
}

/// A file that was turned into text.
struct ImportedDocument: Hashable, Sendable {
  /// The text, in UTF-8.
  var bytes: [UInt8]
  /// Where its parts stand in the file.
  var places: ImportedPlaces
}
