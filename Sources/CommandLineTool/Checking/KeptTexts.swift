import Synchronization
import Workspace

/// What inputs hold that are dear to read again, or that can be read once: files that other programs turn into
/// texts, pipes and the standard input. All of it waits on disk, in a file without a name.
final class KeptTexts: Sendable {
  /// What was read of an input.
  enum Content: Sendable {
    /// Bytes as they came, which may be of any encoding.
    case bytes([UInt8])
    /// A text that a program made of it.
    case document(ImportedDocument)
  }

  private let temporaryFolder: String
  private let state = Mutex(State())

  /// Texts of more than that are read again, so that the disk has room for others.
  private static let limit = 1 << 30

  private struct State: ~Copyable {
    var spill: SpillFile?
    var entries: [FilePath: Entry] = [:]
    var size = 0
  }

  private enum Entry: Sendable {
    case bytes(Range<Int>)
    case document(Range<Int>, places: Range<Int>, unread: [UnreadPart])
    /// What could not be put on disk and cannot be read again.
    case here([UInt8])
  }

  /// Begins without texts; `temporaryFolder` is where the file is made when there is one.
  init(in temporaryFolder: String) { self.temporaryFolder = temporaryFolder }

  /// What was read of the input of that name; nil where it was not kept.
  func content(of name: FilePath) -> Content? {
    state.withLock { state in
      switch state.entries[name] {
      case nil: return nil
      case .here(let bytes): return .bytes(bytes)
      case .bytes(let range): return (state.spill?.load(range)).map { .bytes($0) }
      case .document(let range, let placed, let unread):
        guard let bytes = state.spill?.load(range), let stored = state.spill?.load(placed) else { return nil }
        guard bytes.count == range.count, var places = ImportedPlaces(stored: stored) else { return nil }
        places.unread = unread
        return .document(ImportedDocument(bytes: bytes, places: places))
      }
    }
  }

  /// Keeps the text that a program made of the input of that name.
  func keep(_ document: ImportedDocument, of name: FilePath) {
    let stored = document.places.stored
    state.withLock { state in
      guard state.size + document.bytes.count + stored.count <= Self.limit else { return }
      guard let range = store(document.bytes, &state), let placed = store(stored, &state) else { return }
      state.entries[name] = .document(range, places: placed, unread: document.places.unread)
    }
  }

  /// Keeps the bytes of an input that can be read once.
  func keep(_ bytes: [UInt8], of name: FilePath) {
    state.withLock { state in
      state.entries[name] = store(bytes, &state).map { .bytes($0) } ?? .here(bytes)
    }
  }

  private func store(_ bytes: [UInt8], _ state: inout State) -> Range<Int>? {
    if state.spill == nil { state.spill = SpillFile(in: temporaryFolder) }
    guard let range = state.spill?.store(bytes) else { return nil }
    state.size += bytes.count
    return range
  }
}
