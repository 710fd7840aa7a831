/// The name of an account as a document prints it, made ready to be compared.
///
/// Blanks are dropped and half-width brackets and commas are read as full-width ones, so that
/// `中医 (民族医)药专项` is what the chart calls 中医（民族医）药专项.
package struct AccountName: Hashable, Sendable {
  /// The UTF-8 bytes that count.
  package let bytes: [UInt8]

  /// The name that is printed as `printed`, in UTF-8.
  package init(_ printed: some Collection<UInt8>) {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(printed.count)
    for byte in printed {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
      case UInt8(ascii: "("): bytes += [0xEF, 0xBC, 0x88]
      case UInt8(ascii: ")"): bytes += [0xEF, 0xBC, 0x89]
      case UInt8(ascii: ","): bytes += [0xEF, 0xBC, 0x8C]
      default: bytes.append(byte)
      }
      if bytes.last == 0x80 || bytes.last == 0xA0 { Self.dropWideBlank(from: &bytes) }
    }
    self.bytes = bytes
  }

  /// The name `text`.
  package init(_ text: String) { self.init(text.utf8) }

  /// Takes a trailing U+3000 or U+00A0 away.
  private static func dropWideBlank(from bytes: inout [UInt8]) {
    if bytes.suffix(3) == [0xE3, 0x80, 0x80] {
      bytes.removeLast(3)
    } else if bytes.suffix(2) == [0xC2, 0xA0] {
      bytes.removeLast(2)
    }
  }
}

/// What a printed name has to do with an account.
package enum NameAgreement: Sendable {
  /// It is the newest name.
  case newest
  /// It is a name the account had before. Documents keep older names for years, and are right
  /// where the year is theirs.
  case older
  /// It is the beginning of one of the names, as a narrow column cuts it off.
  case cutShort
  /// It is another name.
  case different
}
