/// What is equal in all the spellings of one document's URI.
///
/// `file:///c:/预算.txt` and `file:///C%3A/%E9%A2%84%E7%AE%97.txt` are one document. Answers
/// use the client's spelling, never this.
struct DocumentKey: Hashable, Sendable {
  let bytes: [UInt8]

  /// Reads a URI.
  ///
  /// - Complexity: O(*n*).
  init(_ uri: String) {
    var bytes = FileLocation.decoded(uri)
    Self.lowercase(&bytes, upTo: bytes.firstIndex(of: UInt8(ascii: ":")) ?? 0)
    let drive = "file:///".utf8.count
    if bytes.starts(with: "file:///".utf8), bytes.count > drive + 1, bytes[drive + 1] == UInt8(ascii: ":") {
      Self.lowercase(&bytes, upTo: drive + 1)
    }
    self.bytes = bytes
  }

  private static func lowercase(_ bytes: inout [UInt8], upTo end: Int) {
    for index in 0..<end {
      bytes[index] = FileLocation.lowercased(bytes[index])
    }
  }
}
