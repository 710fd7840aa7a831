/// Where each line of a text begins.
///
/// Lines end with `\n`, `\r\n` or a lone `\r`. A text has one line more than it has line
/// ends, so an empty text has one line.
@usableFromInline package struct LineIndex: Hashable, Sendable {
  /// The offset of the first byte of each line, ascending; the first is 0.
  package private(set) var starts: [Int]
  /// The number of bytes of the text.
  package private(set) var byteCount: Int

  /// Reads the line starts of `bytes`.
  ///
  /// - Complexity: O(*n*).
  package init(_ bytes: [UInt8]) {
    starts = []
    // Lines of tables and empty ones are short.
    starts.reserveCapacity(bytes.count / 32 + 8)
    starts.append(0)
    byteCount = bytes.count
    Self.appendStarts(of: bytes, in: 0..<bytes.count, to: &starts)
  }

  /// The number of lines.
  package var lineCount: Int { starts.count }

  /// The line that holds the byte at `offset`, from 0.
  ///
  /// - Complexity: O(log *lines*).
  package func line(at offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The line that holds the byte at `offset`, quickest where it is line `known` or one of the next.
  ///
  /// - Complexity: O(log *lines*).
  package func line(at offset: Int, near known: Int) -> Int {
    guard known >= 0, known < starts.count, starts[known] <= offset else { return line(at: offset) }
    for line in known..<min(known + 8, starts.count) where line + 1 == starts.count || starts[line + 1] > offset {
      return line
    }
    return line(at: offset)
  }

  /// The place of the byte at `offset`; an offset past the end is the end, one inside a
  /// character is its start.
  ///
  /// - Complexity: O(log *lines* + length of the line).
  package func position(of offset: Int, in bytes: [UInt8], encoding: PositionEncoding) -> TextPosition {
    let offset = max(0, min(offset, bytes.count))
    let line = line(at: offset)
    var column = 0
    var at = starts[line]
    while at < offset {
      let length = utf8Length(ofLead: bytes[at])
      if at + length > offset { break }
      column += encoding.width(ofLength: length)
      at += length
    }
    return TextPosition(line: line, column: column)
  }

  /// The offset of `position`, clamped as LSP wants it: a column past the end of its line is
  /// the end of that line, before its line end; a line past the last is the end of the text.
  ///
  /// A column inside a character is its start.
  ///
  /// - Complexity: O(length of the line).
  package func offset(of position: TextPosition, in bytes: [UInt8], encoding: PositionEncoding) -> Int {
    guard position.line >= 0 else { return 0 }
    guard position.line < starts.count else { return bytes.count }
    var at = starts[position.line]
    let end = contentEnd(ofLine: position.line, in: bytes)
    var column = 0
    while at < end {
      let length = utf8Length(ofLead: bytes[at])
      column += encoding.width(ofLength: length)
      if column > position.column { break }
      at += length
    }
    return at
  }

  /// The offset behind the last byte of `line` that is not part of its line end.
  package func contentEnd(ofLine line: Int, in bytes: [UInt8]) -> Int {
    guard line + 1 < starts.count else { return bytes.count }
    var end = starts[line + 1]
    if end > starts[line], bytes[end - 1] == 0x0A { end -= 1 }
    if end > starts[line], bytes[end - 1] == 0x0D { end -= 1 }
    return end
  }

  /// Follows an edit that replaced `range` of the old text; `bytes` is the text afterwards.
  ///
  /// Only the lines that the edit touched are read again; the starts behind it are shifted.
  ///
  /// - Complexity: O(*lines* + length of the edit).
  package mutating func update(replacing range: TextRange, withCount count: Int, in bytes: [UInt8]) {
    let change = count - range.count
    // A line start is decided by the byte before it and, for a lone \r, by the byte at it:
    // one byte on either side of the edit is read again.
    let lower = max(0, range.lower - 1)
    let upperOld = min(byteCount, range.upper + 1)
    let keepBefore = starts.partitioningIndex { $0 > lower }
    let keepAfter = starts.partitioningIndex { $0 > upperOld }
    var fresh: [Int] = []
    Self.appendStarts(of: bytes, in: lower..<min(bytes.count, range.lower + count + 1), to: &fresh)
    let tail = starts[keepAfter...].map { $0 + change }
    starts.replaceSubrange(keepBefore..., with: fresh + tail)
    byteCount = bytes.count
  }

  /// Lets lines begin at more offsets, which are ascending.
  mutating func insert(_ more: [Int]) {
    var merged: [Int] = []
    merged.reserveCapacity(starts.count + more.count)
    var next = more[...]
    for start in starts {
      while let first = next.first, first < start { merged.append(next.removeFirst()) }
      if next.first == start { next.removeFirst() }
      merged.append(start)
    }
    starts = merged + next
  }

  /// Appends the offset behind each line end whose last byte lies in `range`.
  private static func appendStarts(of bytes: [UInt8], in range: Range<Int>, to starts: inout [Int]) {
    bytes.withUnsafeBytes { bytes in
      func take(_ at: Int) {
        let isEnd = bytes[at] == 0x0A || bytes[at] == 0x0D && (at + 1 == bytes.count || bytes[at + 1] != 0x0A)
        if isEnd { starts.append(at + 1) }
      }
      var at = range.lowerBound
      while at + 16 <= range.upperBound {
        let ends = ends(bytes.loadUnaligned(fromByteOffset: at, as: SIMD16<UInt8>.self))
        guard ends[0] | ends[1] != 0 else {
          at += 16
          continue
        }
        for half in 0..<2 where ends[half] != 0 {
          var found = ends[half].littleEndian
          while found != 0 {
            take(at + 8 * half + found.trailingZeroBitCount / 8)
            found &= found - 1
          }
        }
        at += 16
      }
      while at < range.upperBound {
        take(at)
        at += 1
      }
    }
  }

  /// The highest bit of each of sixteen bytes that may end a line.
  @inline(__always)
  private static func ends(_ bytes: SIMD16<UInt8>) -> SIMD2<UInt64> {
    let found = (bytes .== SIMD16<UInt8>(repeating: 0x0A)) .| (bytes .== SIMD16<UInt8>(repeating: 0x0D))
    return unsafeBitCast(found, to: SIMD2<UInt64>.self) & SIMD2(repeating: 0x8080_8080_8080_8080)
  }
}

extension Array {
  /// The first index whose element satisfies `predicate`, where the array is partitioned by it.
  fileprivate func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
