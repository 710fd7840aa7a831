import Glibc

/// Bytes that wait on disk so that they do not fill the memory. The file has no name; it is
/// gone with the process however that ends.
struct SpillFile: ~Copyable {
  private let descriptor: Int32
  private var end = 0

  /// Creates an empty file in `folder`; nil where the system gives none.
  init?(in folder: String) {
    var template = Array("\(folder)/budgetlint-XXXXXX".utf8CString)
    let descriptor: Int32 = template.withUnsafeMutableBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return -1 }
      let created = mkstemp(base)
      if created >= 0 { unlink(base) }
      return created
    }
    if descriptor < 0 { return nil }
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Writes `bytes` and returns where they stand; nil where the disk is full.
  mutating func store(_ bytes: [UInt8]) -> Range<Int>? {
    var done = 0
    while done < bytes.count {
      let count = bytes[done...].withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, off_t(end + done)) }
      if count < 0 && errno == EINTR { continue }
      if count <= 0 { return nil }
      done += count
    }
    defer { end += done }
    return end..<(end + done)
  }

  /// The bytes that stand at `range`.
  func load(_ range: Range<Int>) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: range.count) { buffer, filled in
      while filled < range.count, let base = buffer.baseAddress {
        let count = pread(descriptor, base + filled, range.count - filled, off_t(range.lowerBound + filled))
        if count < 0 && errno == EINTR { continue }
        if count <= 0 { return }
        filled += count
      }
    }
  }
}
