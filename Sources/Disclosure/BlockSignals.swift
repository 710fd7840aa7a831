import DisclosureSyntax

/// What a block is and which words it has, by which nearly all looks at it are known beforehand to see nothing.
///
/// The signals of all blocks stand in one list, so that a look goes past the blocks that it is not for without
/// touching them.
@usableFromInline package struct BlockSignals: OptionSet, Sendable {
  @usableFromInline package let rawValue: UInt16

  /// Takes the bits of some signals.
  @inlinable package init(rawValue: UInt16) { self.rawValue = rawValue }

  /// It is a heading.
  @inlinable package static var heading: BlockSignals { BlockSignals(rawValue: 1 << 0) }
  /// It is a paragraph.
  @inlinable package static var paragraph: BlockSignals { BlockSignals(rawValue: 1 << 1) }
  /// It is a note.
  @inlinable package static var note: BlockSignals { BlockSignals(rawValue: 1 << 2) }
  /// It is the title of a table.
  @inlinable package static var tableTitle: BlockSignals { BlockSignals(rawValue: 1 << 3) }
  /// It is the rows of a table.
  @inlinable package static var table: BlockSignals { BlockSignals(rawValue: 1 << 4) }
  /// It is a line of the contents.
  @inlinable package static var contents: BlockSignals { BlockSignals(rawValue: 1 << 5) }
  /// It names a year.
  @inlinable package static var year: BlockSignals { BlockSignals(rawValue: 1 << 6) }
  /// It names a year by its distance: 上年.
  @inlinable package static var relativeYear: BlockSignals { BlockSignals(rawValue: 1 << 7) }
  /// It has a year with a digit too few or too many.
  @inlinable package static var brokenYear: BlockSignals { BlockSignals(rawValue: 1 << 8) }
  /// It has a choice that the template left to the writer: 增加（减少）.
  @inlinable package static var undecided: BlockSignals { BlockSignals(rawValue: 1 << 9) }
  /// It says what something includes.
  @inlinable package static var including: BlockSignals { BlockSignals(rawValue: 1 << 10) }

  /// All that have characters of their own, which tables have not.
  @inlinable package static var text: BlockSignals { [.heading, .paragraph, .note, .tableTitle, .contents] }
  /// All of them.
  @inlinable package static var all: BlockSignals { [.text, .table] }

  /// The signals of a block.
  ///
  /// - Complexity: O(number of tokens).
  init(_ block: ReadBlock) {
    var signals: BlockSignals =
      switch block.block.kind {
      case .heading: .heading
      case .paragraph: .paragraph
      case .note: .note
      case .tableTitle: .tableTitle
      case .table: .table
      case .contents: .contents
      }
    for token in block.tokens {
      switch token.kind {
      case .year: signals.insert(.year)
      case .relativeYear: signals.insert(.relativeYear)
      case .brokenYear: signals.insert(.brokenYear)
      case .term(.undecided): signals.insert(.undecided)
      case .term(.including): signals.insert(.including)
      default: break
      }
    }
    self = signals
  }

  /// The signals of all blocks of a tree; `former` are those of the tree it was read after.
  ///
  /// - Complexity: O(tokens of the blocks that changed, and blocks).
  static func signals(of tree: SyntaxTree, after former: [BlockSignals]?) -> [BlockSignals] {
    guard let former, let kept = tree.kept else { return tree.blocks.map { BlockSignals($0) } }
    return former[..<kept.changed.lowerBound] + tree.blocks[kept.changed].map { BlockSignals($0) }
      + former[(kept.changed.upperBound - kept.shift)...]
  }
}
