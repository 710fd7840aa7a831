/// The name of an account as a document prints it, made ready to be compared.
///
/// Blanks are dropped and half-width brackets and commas are read as full-width ones, so that
/// `中医 (民族医)药专项` is what the chart calls 中医（民族医）药专项.
@usableFromInline package struct AccountName: Hashable, Sendable {
  /// The UTF-8 bytes that count.
  package let bytes: [UInt8]

  /// The name that is printed as `printed`, in UTF-8.
  package init(_ printed: some Collection<UInt8>) {
    // Nearly always nothing has to be dropped or replaced.
    let ready = printed.withContiguousStorageIfAvailable { Self.isReady($0) ? Array($0) : nil }
    if let ready, let bytes = ready {
      self.bytes = bytes
      return
    }
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

  /// The name with bytes that were made ready before.
  init(normalized bytes: [UInt8]) { self.bytes = bytes }

  /// The name `text`.
  package init(_ text: String) { self.init(text.utf8) }

  /// The name whose characters are these UTF-16 code units; one outside the basic plane, which no
  /// account has, is left out.
  package init(units: ArraySlice<UInt16>) {
    // The standard library makes an array whose memory it hands out at three times the price of one that is copied.
    bytes = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: units.count * 3) { buffer in
      var count = 0
      for var unit in units {
        if unit >= 0x4E00, unit < 0xD800 {
          Self.putThree(unit, into: buffer, &count)
          continue
        }
        switch unit {
        case 0x20, 0x09, 0x0D, 0x0A, 0x3000, 0xA0: continue
        case 0x28: unit = 0xFF08
        case 0x29: unit = 0xFF09
        case 0x2C: unit = 0xFF0C
        case 0xD800...0xDFFF: continue
        default: break
        }
        if unit < 0x80 {
          buffer[count] = UInt8(unit)
          count += 1
        } else if unit < 0x800 {
          buffer[count] = UInt8(0xC0 | unit >> 6)
          buffer[count + 1] = UInt8(0x80 | unit & 0x3F)
          count += 2
        } else {
          Self.putThree(unit, into: buffer, &count)
        }
      }
      return Array(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// Puts a character of three bytes.
  @inline(__always)
  private static func putThree(_ unit: UInt16, into buffer: UnsafeMutableBufferPointer<UInt8>, _ count: inout Int) {
    buffer[count] = UInt8(0xE0 | unit >> 12)
    buffer[count &+ 1] = UInt8(0x80 | unit >> 6 & 0x3F)
    buffer[count &+ 2] = UInt8(0x80 | unit & 0x3F)
    count &+= 3
  }

  /// Whether no blank, half-width bracket or comma stands in a name.
  private static func isReady(_ printed: UnsafeBufferPointer<UInt8>) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in printed {
      switch byte {
      case 0x20, 0x09, 0x0D, 0x0A, 0x28, 0x29, 0x2C: return false
      case 0x80 where before == (0xE3, 0x80): return false
      case 0xA0 where before.1 == 0xC2: return false
      default: before = (before.1, byte)
      }
    }
    return true
  }

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
@usableFromInline package enum NameAgreement: Sendable {
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
