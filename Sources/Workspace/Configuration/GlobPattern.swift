/// A pattern for the paths of files.
///
/// `*` is any run of characters but `/`, `**` any run with it, `?` one character, `[a-z]` one
/// of a set, `[!a-z]` one outside of it, `{a,b}` one of several. A pattern without `/` is
/// matched against the name alone, wherever the file lies; any other from the folder the
/// pattern is said in. One that ends in `/` is everything below the folders it matches.
///
///     GlobPattern("决算/**/*.txt").matches("决算/2024/某局.txt")  // true
@usableFromInline package struct GlobPattern: Hashable, Sendable {
  /// The pattern as it was written.
  package let text: String
  private let alternatives: [[UInt32]]
  private let isName: Bool

  /// Creates the pattern written as `text`.
  package init(_ text: String) {
    self.text = text
    var body = text
    if body.hasSuffix("/") { body += "**" }
    if body.hasPrefix("./") { body.removeFirst(2) }
    isName = !body.utf8.contains(0x2F)
    // One at the beginning only says where the pattern begins.
    if body.hasPrefix("/") { body.removeFirst() }
    alternatives = Self.expanded(body.unicodeScalars.map(\.value)).prefix(Self.maximumAlternatives).map { $0 }
  }

  /// Whether the file at `path`, said from the pattern's folder, is one of those meant.
  ///
  /// - Complexity: O(*pattern* × *path*), however many stars there are.
  package func matches(_ path: String) -> Bool {
    let whole = path.unicodeScalars.map(\.value)
    let subject = isName ? Array(whole[((whole.lastIndex(of: Sign.slash) ?? -1) + 1)...]) : whole
    return alternatives.contains { Self.matches($0, subject) }
  }

  private static let maximumAlternatives = 256

  /// The patterns without braces that `pattern` stands for.
  private static func expanded(_ pattern: [UInt32]) -> [[UInt32]] {
    guard let open = pattern.firstIndex(of: Sign.openBrace) else { return [pattern] }
    var depth = 0
    var starts = [open + 1]
    for index in open..<pattern.count {
      switch pattern[index] {
      case Sign.openBrace: depth += 1
      case Sign.comma where depth == 1: starts.append(index + 1)
      case Sign.closeBrace:
        depth -= 1
        guard depth == 0 else { continue }
        let ends = starts.dropFirst().map { $0 - 1 } + [index]
        var results: [[UInt32]] = []
        for (start, end) in zip(starts, ends) where results.count < maximumAlternatives {
          results += expanded(Array(pattern[..<open] + pattern[start..<end] + pattern[(index + 1)...]))
        }
        return results
      default: continue
      }
    }
    return [pattern]
  }

  /// Matches with one row of reachable pattern places per character.
  private static func matches(_ pattern: [UInt32], _ subject: [UInt32]) -> Bool {
    let pieces = GlobPiece.pieces(of: pattern)
    let none = [Bool](repeating: false, count: pieces.count + 1)
    var reached = none
    enter(0, of: pieces, in: &reached)
    for character in subject {
      var next = none
      for (index, piece) in pieces.enumerated() where reached[index] && piece.takes(character) {
        switch piece {
        case .run, .anything:
          enter(index, of: pieces, in: &next)
        case .folders:
          // Once begun it ends behind a slash only.
          next[index] = true
          if character == Sign.slash { enter(index + 1, of: pieces, in: &next) }
        case .one, .any, .set:
          enter(index + 1, of: pieces, in: &next)
        }
      }
      reached = next
    }
    return reached[pieces.count]
  }

  /// Reaches the piece at `index`, and those behind it that it lets begin at the same place.
  private static func enter(_ index: Int, of pieces: [GlobPiece], in reached: inout [Bool]) {
    var index = index
    reached[index] = true
    while index < pieces.count, pieces[index].mayBeEmpty {
      index += 1
      reached[index] = true
    }
  }

  /// The characters that mean something.
  enum Sign {
    static let slash: UInt32 = 0x2F
    static let star: UInt32 = 0x2A
    static let question: UInt32 = 0x3F
    static let openBrace: UInt32 = 0x7B
    static let closeBrace: UInt32 = 0x7D
    static let comma: UInt32 = 0x2C
    static let openBracket: UInt32 = 0x5B
    static let closeBracket: UInt32 = 0x5D
    static let dash: UInt32 = 0x2D
    static let exclamation: UInt32 = 0x21
    static let caret: UInt32 = 0x5E
  }
}

/// A glob and the folder, said from the root, that it is matched from.
@usableFromInline package struct AnchoredGlob: Hashable, Sendable {
  /// The pattern.
  package let pattern: GlobPattern
  /// The folder it was said in.
  package let folder: FilePath

  /// Creates a glob that is matched from `folder`.
  package init(_ pattern: GlobPattern, in folder: FilePath) {
    self.pattern = pattern
    self.folder = folder
  }

  /// Whether the pattern matches the file at `path`, said from the root.
  package func matches(_ path: FilePath) -> Bool {
    let prefix = folder == "/" ? folder.bytes : folder.bytes + [FilePath.slash]
    guard path.bytes.starts(with: prefix) else { return false }
    return pattern.matches(String(decoding: path.bytes[prefix.count...], as: UTF8.self))
  }
}
