import DisclosureText

/// The lines and columns of a configuration file.
struct ConfigurationPlaces: Sendable {
  private let bytes: [UInt8]
  private let lines: LineIndex

  /// Reads the lines of `bytes`.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    lines = LineIndex(bytes)
  }

  /// The place of the byte at `offset`.
  func position(of offset: Int) -> ConfigurationPosition {
    let offset = min(offset, bytes.count)
    let line = lines.line(at: offset)
    let column = bytes[lines.starts[line]..<offset].count { $0 & 0xC0 != 0x80 }
    return ConfigurationPosition(line: line + 1, column: column + 1)
  }
}
