/// The container of old office programs' files: streams in sectors that a table chains ([MS-CFB]).
struct CompoundFile {
  private let bytes: [UInt8]
  private let shift: Int
  /// The sector that follows each; what is no number of a sector ends a chain or says that the sector is free.
  private let next: [Int]
  /// Whether the file ends before the last sector in use.
  let isTruncated: Bool

  /// How such files begin.
  static let mark: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]

  /// Reads the table of a container; nil for what is none.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.mark) else { return nil }
    self.bytes = bytes
    shift = bytes.number(at: 0x1E, 2) ?? 0
    guard shift == 9 || shift == 12, let count = bytes.number(at: 0x2C, 4) else {
      next = []
      isTruncated = true
      return
    }
    var next: [Int] = []
    var isWhole = true
    // Of larger files those sectors are looked at that the header lists.
    for place in 0..<min(count, 109) {
      guard let sector = bytes.number(at: 0x4C + place * 4, 4) else { break }
      let start = (sector + 1) << shift
      guard start + 1 << shift <= bytes.count else {
        isWhole = false
        break
      }
      for at in stride(from: start, to: start + 1 << shift, by: 4) { next.append(bytes.number(at: at, 4) ?? Self.free) }
    }
    let last = next.lastIndex { $0 != Self.free } ?? 0
    self.next = next
    isTruncated = !isWhole || (last + 1) << shift >= bytes.count
  }

  /// The stream of that name, as far as its chain goes; nil where there is none.
  func stream(_ name: String) -> [UInt8]? {
    let directory = chain(from: bytes.number(at: 0x30, 4) ?? Self.free)
    let wanted = name.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] } + [0, 0]
    for at in stride(from: 0, to: directory.count, by: 128)
    where directory.number(at: at + 64, 2) == wanted.count && directory[at...].starts(with: wanted) {
      guard let first = directory.number(at: at + 116, 4), let size = directory.number(at: at + 120, 4) else { break }
      let isSmall = size < bytes.number(at: 0x38, 4) ?? 0
      return isSmall ? smallChain(from: first, size, in: directory) : chain(from: first)
    }
    return nil
  }

  private func chain(from first: Int) -> [UInt8] {
    var result: [UInt8] = []
    var sector = first
    // One that leads back to itself is cut off.
    for _ in next.indices {
      let start = (sector + 1) << shift
      guard sector < next.count, start < bytes.count else { break }
      result += bytes[start..<min(start + 1 << shift, bytes.count)]
      sector = next[sector]
    }
    return result
  }

  /// A small stream stands in pieces of 64 bytes within the stream of the directory's first entry.
  private func smallChain(from first: Int, _ size: Int, in directory: [UInt8]) -> [UInt8] {
    let holder = chain(from: directory.number(at: 116, 4) ?? Self.free)
    let following = chain(from: bytes.number(at: 0x3C, 4) ?? Self.free)
    var result: [UInt8] = []
    var piece = first
    while result.count < size, piece * 64 < holder.count {
      result += holder[(piece * 64)..<min(piece * 64 + 64, holder.count)]
      piece = following.number(at: piece * 4, 4) ?? Self.free
    }
    return result
  }

  private static let free = 0xFFFF_FFFF
}

extension CompoundFile {
  /// Whether a password protects the document: by the flag of a Word file ([MS-DOC] 2.5.2), the record of a workbook
  /// ([MS-XLS] 2.4.117), or a whole file of today's form inside ([MS-OFFCRYPTO] 2.3.4.4).
  var isEncrypted: Bool {
    if stream("EncryptedPackage") != nil { return true }
    if let word = stream("WordDocument") { return (word.number(at: 0x0A, 2) ?? 0) & 0x0100 != 0 }
    return records.contains { $0.type == 0x2F }
  }

  /// The names of a workbook's sheets in its order.
  var sheetNames: [String] {
    records.filter { $0.type == 0x85 && $0.data.count > 8 }.map { record in
      let (count, data) = (Int(record.data[6]), Array(record.data.dropFirst(8)))
      let isWide = record.data[7] & 1 == 1
      let units = (0..<count).map { UInt16((isWide ? data.number(at: $0 * 2, 2) : data.number(at: $0, 1)) ?? 0) }
      return String(decoding: units, as: UTF16.self)
    }
  }

  /// The records about a workbook as a whole.
  private var records: [(type: Int, data: [UInt8])] {
    guard let book = stream("Workbook") ?? stream("Book") else { return [] }
    var records: [(type: Int, data: [UInt8])] = []
    var at = 0
    while let type = book.number(at: at, 2), let length = book.number(at: at + 2, 2), type != 0x0A,
      at + 4 + length <= book.count
    {
      records.append((type, Array(book[(at + 4)..<(at + 4 + length)])))
      at += 4 + length
    }
    return records
  }
}
