/// A ZIP archive, as files of today's office programs are (APPNOTE 6.3, ISO/IEC 21320-1).
struct ZipArchive {
  private let bytes: [UInt8]
  private let entries: [String: Entry]

  private struct Entry {
    let method: Int
    let start: Int
    let packedSize: Int
  }

  /// Reads the list of contents; nil for what has none.
  init?(_ bytes: [UInt8]) {
    guard bytes.count >= Self.endSize else { return nil }
    let earliest = max(0, bytes.count - Self.endSize - 0xFFFF)
    let end = stride(from: bytes.count - Self.endSize, through: earliest, by: -1).first {
      bytes[$0] == 0x50 && bytes.number(at: $0, 4) == 0x0605_4B50
    }
    guard let end, let count = bytes.number(at: end + 10, 2), var at = bytes.number(at: end + 16, 4) else { return nil }
    var entries: [String: Entry] = [:]
    for _ in 0..<count {
      guard bytes.number(at: at, 4) == 0x0201_4B50, let method = bytes.number(at: at + 10, 2),
        let packedSize = bytes.number(at: at + 20, 4), let name = bytes.number(at: at + 28, 2),
        let extra = bytes.number(at: at + 30, 2), let comment = bytes.number(at: at + 32, 2),
        let start = bytes.number(at: at + 42, 4), at + 46 + name <= bytes.count
      else { break }
      let text = String(decoding: bytes[(at + 46)..<(at + 46 + name)], as: UTF8.self)
      entries[text] = Entry(method: method, start: start, packedSize: packedSize)
      at += 46 + name + extra + comment
    }
    self.bytes = bytes
    self.entries = entries
  }

  /// The names of its files.
  var names: some Collection<String> { entries.keys }

  /// What the file of that name holds; nil where there is none, or it cannot be unpacked.
  func contents(of name: String) -> [UInt8]? {
    guard let entry = entries[name], bytes.number(at: entry.start, 4) == 0x0403_4B50,
      let name = bytes.number(at: entry.start + 26, 2), let extra = bytes.number(at: entry.start + 28, 2)
    else { return nil }
    let start = entry.start + 30 + name + extra
    guard start + entry.packedSize <= bytes.count else { return nil }
    let packed = bytes[start..<(start + entry.packedSize)]
    switch entry.method {
    case 0: return Array(packed)
    case 8: return Inflate.bytes(of: packed, limit: DocumentImporter.sizeLimit)
    default: return nil
    }
  }

  /// The bytes of the record at the end, without a comment.
  private static let endSize = 22
}

extension [UInt8] {
  /// The number of `width` bytes at `offset`, the lowest first; nil behind the end.
  func number(at offset: Int, _ width: Int) -> Int? {
    guard offset >= 0, offset + width <= count else { return nil }
    return (0..<width).reduce(0) { $0 | Int(self[offset + $1]) << (8 * $1) }
  }
}
