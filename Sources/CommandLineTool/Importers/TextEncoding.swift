import DisclosureText
import Glibc

/// The encodings of texts that are told apart.
enum TextEncoding: String, Hashable, Sendable {
  /// The national standard, which holds GBK and GB2312.
  case gb18030 = "GB18030"
  /// Two bytes to a unit, as some editors save by default, the high byte first.
  case utf16HighFirst = "UTF-16BE"
  /// Two bytes to a unit, the high byte last.
  case utf16HighLast = "UTF-16LE"

  /// The encoding of `bytes`; nil for UTF-8, and for what is none of these.
  ///
  /// GB18030 is what is no UTF-8, as a text of Chinese in it never is, and is GB18030 from the
  /// first byte to the last. A damaged file in UTF-8 keeps most of its characters whole.
  static func of(_ bytes: [UInt8]) -> TextEncoding? {
    if bytes.starts(with: [0xFF, 0xFE]) { return .utf16HighLast }
    if bytes.starts(with: [0xFE, 0xFF]) { return .utf16HighFirst }
    guard let unreadable = SourceText(bytes).unreadable else { return nil }
    if let unmarked = unmarked(bytes) { return unmarked }
    let high = bytes.count { $0 >= 0x80 }
    guard unreadable.count * 4 > high else { return nil }
    return .gb18030
  }

  /// UTF-16 without a mark: every other byte of digits and line ends is zero, and no text has a zero otherwise.
  private static func unmarked(_ bytes: [UInt8]) -> TextEncoding? {
    var (even, odd) = (0, 0)
    var at = 0
    while at + 1 < bytes.count {
      if bytes[at] == 0, bytes[at + 1] != 0 { even += 1 }
      if bytes[at + 1] == 0, bytes[at] != 0 { odd += 1 }
      at += 2
    }
    // U+4E00 and U+5200 end in a zero, too, and are rarer than digits, which no disclosure has few of.
    guard max(even, odd) >= 2, max(even, odd) * 40 >= bytes.count, max(even, odd) >= 4 * min(even, odd) else {
      return nil
    }
    return even > odd ? .utf16HighFirst : .utf16HighLast
  }

  /// `bytes` in UTF-8; nil where they are not in this encoding.
  func decoded(_ bytes: [UInt8]) throws(ImportError) -> [UInt8]? {
    if let units { return units.decoded(bytes) }
    return try Self.convert(bytes, from: rawValue, to: "UTF-8", named: self)
  }

  /// `bytes`, which ``decoded(_:)`` gave or are valid UTF-8, in this encoding; nil where it lacks a character.
  func encoded(_ bytes: [UInt8]) throws(ImportError) -> [UInt8]? {
    if let units { return units.encoded(bytes) }
    return try Self.convert(bytes, from: "UTF-8", to: rawValue, named: self)
  }

  /// How texts of two bytes to a unit are read; nil for the others.
  private var units: UTF16Text? {
    switch self {
    case .gb18030: nil
    case .utf16HighFirst: UTF16Text(isHighFirst: true)
    case .utf16HighLast: UTF16Text(isHighFirst: false)
    }
  }

  private static func convert(
    _ bytes: [UInt8], from source: String, to target: String, named encoding: TextEncoding
  ) throws(ImportError) -> [UInt8]? {
    guard let converter = iconv_open(target, source), converter != iconv_t(bitPattern: -1) else {
      throw .unknownEncoding(encoding.rawValue)
    }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    // No encoding here takes more than four bytes to the character that two bytes were.
    let capacity = bytes.count * 2 + 16
    var isWhole = false
    let result = [UInt8](unsafeUninitializedCapacity: capacity) { output, count in
      input.withUnsafeMutableBufferPointer { input in
        output.withMemoryRebound(to: CChar.self) { output in
          var (from, left) = (input.baseAddress, input.count)
          var (to, room) = (output.baseAddress, output.count)
          let outcome = iconv(converter, &from, &left, &to, &room)
          isWhole = outcome != -1 && left == 0
          count = capacity - room
        }
      }
    }
    return isWhole ? result : nil
  }
}
