/// What the sides of a table have, for those that have it; there are one to three.
@usableFromInline package struct BySide<Value: Sendable>: Sendable {
  /// The sides in the order of `TableSide`, each with its value.
  package private(set) var entries: [(side: TableSide, value: Value)] = []

  /// What a side has.
  package subscript(side: TableSide) -> Value? {
    get {
      for entry in entries where entry.side == side { return entry.value }
      return nil
    }
    set {
      let place = entries.firstIndex { $0.side.rawValue >= side.rawValue }
      guard let newValue else {
        if let place, entries[place].side == side { entries.remove(at: place) }
        return
      }
      // Nearly always the sides come in their order.
      guard let place else { return entries.append((side, newValue)) }
      if entries[place].side == side {
        entries[place].value = newValue
      } else {
        entries.insert((side, newValue), at: place)
      }
    }
  }
}
