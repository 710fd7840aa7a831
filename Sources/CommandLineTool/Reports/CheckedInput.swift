import Assist
import Disclosure
import DisclosureText
import Lint
import Workspace

/// One input of a run and what became of it.
struct CheckedInput: Sendable {
  /// The path or the name given to the standard input.
  let name: FilePath
  /// What became of it.
  let outcome: Outcome

  /// What became of an input.
  enum Outcome: Sendable {
    /// It was read and judged.
    case linted(CheckedDocument)
    /// It could not be read.
    case unreadable(InputError)
    /// It is a folder without documents, or the configuration leaves out so many, which are all.
    case emptyFolder(ignored: Int)
  }

  /// What is added up.
  var totals: RunTotals {
    switch outcome {
    case .linted(let document): return RunTotals(document.report)
    case .unreadable:
      var totals = RunTotals()
      totals.unreadable = 1
      return totals
    case .emptyFolder: return RunTotals()
    }
  }
}

/// A text that was judged.
struct CheckedDocument: Sendable {
  /// The text.
  let text: SourceText
  /// What is wrong with it, without what is known already.
  let report: LintReport
  /// How the file became the text.
  let form: TextForm
  /// The entries of the baseline that no finding answers to.
  let stale: [BaselineEntry]
  /// The other documents that findings refer to.
  let others: [ReferredDisclosure: ReferredDocument]
  /// What was read of it and checked, by section and table; nil where no report wants it.
  let coverage: CoverageReading?
  /// The lines of the text.
  let places: TextPlaces

  /// Creates a document; as a rule the file is the text.
  init(
    _ text: SourceText, _ report: LintReport, form: TextForm = .plain, stale: [BaselineEntry] = [],
    others: [ReferredDisclosure: ReferredDocument] = [:], coverage: CoverageReading? = nil
  ) {
    self.text = text
    self.report = report
    self.form = form
    self.stale = stale
    self.others = others
    self.coverage = coverage
    if case .separated(let lines) = form {
      places = TextPlaces(text, lines: lines)
    } else {
      places = TextPlaces(text, lines: report.lines)
    }
  }

  /// Where the byte at `offset` stands in a file that is no text.
  func imported(_ offset: Int) -> ImportedPlace? {
    if case .imported(let places) = form { places.place(of: offset) } else { nil }
  }

  /// What stands in the file and could not be read.
  var unread: [UnreadPart] {
    if case .imported(let places) = form { places.unread } else { [] }
  }
}

extension CheckedDocument {
  /// The document that a related place stands in, where its own is called `name`.
  func document(of place: RelatedPlace, called name: FilePath) -> ReferredDocument {
    place.document.flatMap { others[$0] } ?? ReferredDocument(name: name, document: self)
  }
}

/// A document that a finding refers to.
struct ReferredDocument: Sendable {
  /// Its name in reports.
  let name: FilePath
  /// Its text; nothing is reported of it here.
  let document: CheckedDocument
}

/// How a file became a text.
enum TextForm: Hashable, Sendable {
  /// It is one.
  case plain
  /// It is one in another encoding than UTF-8, which is named.
  case encoded(String)
  /// It is a table with commas between its cells, and has these lines: one may end within a cell.
  case separated(LineIndex)
  /// It was turned into one; its parts stand at these places.
  case imported(ImportedPlaces)
}

/// Why an input could not be checked.
enum InputError: Error, Hashable, Sendable {
  /// The file could not be read.
  case file(FileAccessError)
  /// The file could not be written.
  case writing(FileAccessError)
  /// The file could not be turned into text.
  case importing(ImportError)
  /// The configuration that counts for it is wrong.
  case configuration(ConfigurationError)
  /// The line of the input is no document: which line it is.
  case documentLine(Int)
}

/// What a reporter made of one input, ready to be written in its turn.
struct RenderedInput: Hashable, Sendable {
  /// The part of the report that stands where the input has its turn.
  var report: [UInt8] = []
  /// The part that stands in a list of files at the end.
  var entry: [UInt8] = []
}

/// The form of a report. Rendering one input depends on no other, so that inputs may be
/// rendered in parallel and written in order.
protocol Reporter: Sendable {
  /// What stands before the first input.
  func opening() -> [UInt8]

  /// What is said of one input.
  func render(_ input: CheckedInput) -> RenderedInput

  /// What stands between the report of one input and the next, both of them not empty.
  var separator: [UInt8] { get }

  /// What stands behind the last input; `entries` are those of all inputs in order.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8]
}

extension Reporter {
  /// Most forms begin with nothing.
  func opening() -> [UInt8] { [] }

  /// Most forms need nothing between two inputs.
  var separator: [UInt8] { [] }

  /// Most forms end with nothing.
  func closing(_ totals: RunTotals, entries: [[UInt8]]) -> [UInt8] { [] }
}
