/// What is equal in all the spellings of one document's URI.
///
/// `file:///c:/预算.txt` and `file:///C%3A/%E9%A2%84%E7%AE%97.txt` are one document. Answers
/// use the client's spelling, never this.
struct DocumentKey: Hashable, Sendable {
  private let bytes: [UInt8]

  /// Reads a URI.
  ///
  /// - Complexity: O(*n*).
  init(_ uri: String) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(uri.utf8.count)
    var rest = uri.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = Self.digit(rest.first), let low = Self.digit(rest.dropFirst().first) {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    Self.lowercase(&bytes, upTo: bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0)
    let drive = "file:///".utf8.count
    if bytes.starts(with: "file:///".utf8), bytes.count > drive + 1, bytes[drive + 1] == UInt8(ascii: ":") {
      Self.lowercase(&bytes, upTo: drive + 1)
    }
    self.bytes = bytes
  }

  private static func lowercase(_ bytes: inout [UInt8], upTo end: Int) {
    for index in 0..<end where bytes[index] >= UInt8(ascii: "A") && bytes[index] <= UInt8(ascii: "Z") {
      bytes[index] |= 0x20
    }
  }

  private static func digit(_ byte: UInt8?) -> UInt8? {
    switch byte {
    case .some(let byte) where byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case .some(let byte) where byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "f"):
      (byte | 0x20) - UInt8(ascii: "a") + 10
    default: nil
    }
  }
}
