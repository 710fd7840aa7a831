import DisclosureSyntax
import DisclosureText
import Ledger

/// The figures of one document that others refer to: numbers only, so that those of thousands of
/// documents fit into little memory.
///
///     let published = FigureSummary(DisclosureDocument(lastYear))
///     published.figure(FigureKey(.threePublic, fund: nil))?.quantity
@usableFromInline package struct FigureSummary: Hashable, Sendable {
  /// A published figure.
  @usableFromInline package struct Figure: Hashable, Sendable {
    /// What it measures.
    package let key: FigureKey
    /// The printed amount, and by how much it may be off, in millionths of a yuan.
    let value: Int64
    let halfWidth: Int64
    /// The least difference of two amounts printed alike.
    let step: Int64
    var lower: UInt32
    var upper: UInt32

    /// What the figure may stand for.
    package var quantity: Quantity {
      Quantity(value: Int128(value), halfWidth: Int128(halfWidth), step: Int128(step))
    }

    /// Where it stands in its document.
    package var range: TextRange { TextRange(Int(lower), Int(upper)) }

    /// Moves it so many bytes further down; whether it is still within 4 GB.
    fileprivate mutating func move(by bytes: UInt32) -> Bool {
      let (end, isBeyond) = upper.addingReportingOverflow(bytes)
      if isBeyond { return false }
      (lower, upper) = (lower + bytes, end)
      return true
    }
  }

  /// The figures in the order of their keys, each key once.
  package private(set) var figures: [Figure] = []

  /// Creates the summary of nothing.
  package init() {}

  /// Creates the summary of figures in any order; of equal keys all are left out whose amounts
  /// cannot be the same, for nobody can say which one was meant.
  init(_ found: [Figure]) {
    // Places are sorted, not figures, which are six times as long.
    var places = Array(found.indices)
    places.sort { (found[$0].key, $0) < (found[$1].key, $1) }
    figures.reserveCapacity(found.count)
    var at = 0
    while at < places.count {
      var end = at + 1
      let first = places[at]
      while end < places.count, found[places[end]].key == found[first].key { end += 1 }
      if end == at + 1 {
        figures.append(found[first])
        at = end
        continue
      }
      let interval = found[first].quantity.interval
      let areOne = places[at..<end].allSatisfy { found[$0].quantity.interval.meets(interval) }
      // The most precise of them says the most.
      if areOne, let best = places[at..<end].min(by: { found[$0].halfWidth < found[$1].halfWidth }) {
        figures.append(found[best])
      }
      at = end
    }
  }

  /// The summary where its document begins so many bytes down a file.
  ///
  /// - Complexity: O(*n*).
  package func moved(by bytes: Int) -> FigureSummary {
    guard bytes > 0 else { return self }
    guard let bytes = UInt32(exactly: bytes) else { return FigureSummary() }
    var summary = FigureSummary()
    summary.figures = figures.compactMap { figure in
      var figure = figure
      return figure.move(by: bytes) ? figure : nil
    }
    return summary
  }

  /// The figure of a measure; nil where the document gives none, or several that differ.
  ///
  /// - Complexity: O(log *n*).
  package func figure(_ key: FigureKey) -> Figure? {
    var (low, high) = (0, figures.count)
    while low < high {
      let middle = (low + high) / 2
      if figures[middle].key < key { low = middle + 1 } else { high = middle }
    }
    return low < figures.count && figures[low].key == key ? figures[low] : nil
  }

  /// A number that documents with the same figures have in common, wherever these stand.
  package var digest: UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for figure in figures {
      for word in [figure.key.rawValue, UInt64(bitPattern: figure.value), UInt64(bitPattern: figure.halfWidth)] {
        hash = (hash ^ word) &* 0x0000_0100_0000_01B3
        hash ^= hash >> 29
      }
    }
    return hash
  }
}

/// The figures of the documents that one is checked against.
@usableFromInline package struct RelatedFigures: Hashable, Sendable {
  private var summaries: [OtherDocument: FigureSummary] = [:]

  /// Creates the figures of no other document.
  package init() {}

  /// The figures of one of them; nil where there is none.
  package subscript(_ document: OtherDocument) -> FigureSummary? {
    get { summaries[document] }
    set { summaries[document] = newValue }
  }

  /// Whether there is no other document.
  package var isEmpty: Bool { summaries.isEmpty }
}
