extension ImportedPlaces {
  /// The places as bytes, without what was not read: for each its offset, its kind and up to three numbers, and the
  /// name of a sheet.
  var stored: [UInt8] {
    var bytes: [UInt8] = []
    func add(_ number: Int) {
      var rest = UInt(bitPattern: number)
      while rest > 0x7F {
        bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
        rest >>= 7
      }
      bytes.append(UInt8(rest))
    }
    var last = 0
    for (offset, place) in zip(offsets, places) {
      add(offset - last)
      last = offset
      switch place {
      case .page(let page, let line): [0, page, line].forEach(add)
      case .paragraph(let number): [1, number].forEach(add)
      case .cell(let table, let row, let column): [2, table, row, column].forEach(add)
      case .sheet(let name, let row, let column):
        [3, row, column, name.utf8.count].forEach(add)
        bytes += Array(name.utf8)
      }
    }
    return bytes
  }

  /// The places that ``stored`` wrote; nil where the bytes end too early.
  init?(stored bytes: [UInt8]) {
    self.init()
    var at = 0
    var offset = 0
    func next() -> Int? {
      var (number, shift): (UInt, UInt) = (0, 0)
      while at < bytes.count, shift < 64 {
        number |= UInt(bytes[at] & 0x7F) << shift
        at += 1
        if bytes[at - 1] < 0x80 { return Int(bitPattern: number) }
        shift += 7
      }
      return nil
    }
    while at < bytes.count {
      guard let step = next(), let kind = next(), let first = next() else { return nil }
      offset += step
      if kind == 1 {
        mark(.paragraph(first), at: offset)
        continue
      }
      guard let second = next() else { return nil }
      if kind == 0 {
        mark(.page(first, line: second), at: offset)
        continue
      }
      guard let third = next() else { return nil }
      if kind == 2 {
        mark(.cell(table: first, row: second, column: third), at: offset)
        continue
      }
      guard third >= 0, third <= bytes.count - at else { return nil }
      mark(.sheet(String(decoding: bytes[at..<(at + third)], as: UTF8.self), row: first, column: second), at: offset)
      at += third
    }
  }
}
