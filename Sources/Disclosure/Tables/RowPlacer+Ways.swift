extension RowPlacer {
  /// Whether a row of so many amounts could stand in more ways than are tried.
  func isBeyond(_ count: Int) -> Bool {
    guard count > 0, count < columns else { return false }
    // The placements of the amounts behind the first, by the numbers of Pascal's triangle.
    let (free, chosen) = hasTotal ? (columns - 1, count - 1) : (columns, count)
    var ways = 1
    for step in 0..<min(chosen, free - chosen) {
      ways = ways * (free - step) / (step + 1)
      // The steps to them count too.
      if ways * 2 > Self.limit { return true }
    }
    return false
  }
}
