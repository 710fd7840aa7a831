extension Unicode.Scalar {
  /// The columns of a terminal that the character takes: 2 for Chinese characters, full-width
  /// forms and emoji, 0 for what combines with the character before it, else 1.
  ///
  /// After Unicode Standard Annex #11; what is of ambiguous width there is narrow. The ranges
  /// are code and no table, which threads would share the reference count of.
  var displayWidth: Int {
    if value < 0x300 { return 1 }
    if isIdeographic { return 2 }
    if isZeroWidth { return 0 }
    return isOtherwiseWide ? 2 : 1
  }

  /// Nearly all of a disclosure: ideographs, and full-width forms of punctuation.
  private var isIdeographic: Bool {
    switch value {
    case 0x4E00...0x9FFF, 0x3001...0x3029, 0xFF01...0xFF60, 0x3400...0x4DBF, 0x20000...0x3FFFD: true
    default: false
    }
  }

  private var isZeroWidth: Bool {
    switch value {
    case 0x0300...0x036F, 0x200B...0x200D, 0x20D0...0x20FF, 0x302A...0x302D, 0xFE00...0xFE0F: true
    case 0xFEFF, 0xE0100...0xE01EF: true
    default: false
    }
  }

  private var isOtherwiseWide: Bool {
    switch value {
    case 0x1100...0x115F, 0x231A...0x231B, 0x2E80...0x3000, 0x302E...0x303E, 0x3041...0x33FF: true
    case 0xA000...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19: true
    case 0xFE30...0xFE6F, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F004: true
    case 0x1F18E, 0x1F191...0x1F19A, 0x1F200...0x1F265, 0x1F300...0x1F64F, 0x1F680...0x1F6FF: true
    case 0x1F7E0...0x1F7EB, 0x1F90C...0x1FAFF: true
    default: false
    }
  }
}
