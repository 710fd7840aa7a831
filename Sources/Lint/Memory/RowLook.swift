import Disclosure
import DisclosureSyntax
import DisclosureText

/// Something to be looked for in the rows of one table at a time.
///
/// What is seen depends on the rows and amounts of the table as they are printed, and on what the look
/// holds; its places are counted from the first byte of the table.
@usableFromInline package protocol RowLook: Hashable, Sendable {
  /// What is to be seen.
  associatedtype Sight: Sendable

  /// Whether anything may be seen in a table of `document`. It is asked where the table stands: to be looked at it is
  /// taken out of the list, and copied with all its lists.
  func mayLook(atTable number: Int, of document: DisclosureDocument) -> Bool

  /// What is to be seen in a table of `document`; nil where there is nothing.
  func sight(in table: DisclosureTable, of document: DisclosureDocument) -> Sight?
}

/// What was seen in the rows of a table.
@usableFromInline package struct RowSight<Sight: Sendable>: Sendable {
  /// The number of the table.
  @usableFromInline package let table: Int
  /// What was seen.
  @usableFromInline package let sight: Sight

  /// Notes what was seen in the rows of a table.
  @inlinable
  package init(table: Int, sight: Sight) {
    self.table = table
    self.sight = sight
  }
}

extension RuleMemory {
  /// What `look` sees in the rows of a document's tables, in the order of the text.
  ///
  /// - Complexity: O(tables, and rows of those that changed).
  @inlinable
  package mutating func sights<Look: RowLook>(_ look: Look, in document: DisclosureDocument) -> [RowSight<Look.Sight>] {
    let place = rows.firstIndex { $0 is SeenInRows<Look> }
    let known = place.flatMap { rows[$0] as? SeenInRows<Look> }.flatMap { $0.look == look ? $0 : nil }
    var found: [RowSight<Look.Sight>] = []
    var seen: [SeenInRows<Look>.Seen] = []
    if isKept { seen.reserveCapacity(document.tables.tables.count) }
    var next = 0
    let all = document.tables.tables
    let tables = all.span
    let former = known?.tables ?? []
    for number in tables.indices {
      var sight: Look.Sight?
      if !former.isEmpty, let same = former[next...].firstIndex(where: { $0.identity === tables[number].identity }) {
        sight = former[same].sight
        next = same + 1
      } else if look.mayLook(atTable: number, of: document) {
        sight = look.sight(in: tables[number], of: document)
      }
      if let sight { found.append(RowSight(table: number, sight: sight)) }
      if isKept { seen.append(SeenInRows.Seen(identity: tables[number].identity, sight: sight)) }
    }
    if isKept { Self.note(SeenInRows(look: look, tables: seen), at: place, in: &rows) }
    return found
  }
}

/// What a look saw in the rows of tables.
@usableFromInline package final class SeenInRows<Look: RowLook>: Sendable {
  /// One table, with what was seen in it.
  @usableFromInline package struct Seen: Sendable {
    @usableFromInline let identity: TableIdentity
    @usableFromInline let sight: Look.Sight?

    @inlinable
    init(identity: TableIdentity, sight: Look.Sight?) {
      self.identity = identity
      self.sight = sight
    }
  }

  /// What was looked for.
  @usableFromInline package let look: Look
  /// The tables, in the order of the text.
  @usableFromInline package let tables: [Seen]

  /// Takes down what was seen.
  @inlinable
  package init(look: Look, tables: [Seen]) {
    self.look = look
    self.tables = tables
  }
}

extension Finding {
  /// The finding where all of its text that it speaks of stands so many bytes further down.
  package func moved(by bytes: Int) -> Finding {
    var finding = self
    finding.range = range.moved(by: bytes)
    for index in related.indices where related[index].document == nil {
      finding.related[index].range = related[index].range.moved(by: bytes)
    }
    for index in fixes.indices {
      finding.fixes[index].edits = fixes[index].edits.map { $0.moved(by: bytes) }
      finding.fixes[index].group = fixes[index].group.map { $0 + bytes }
    }
    return finding
  }
}
