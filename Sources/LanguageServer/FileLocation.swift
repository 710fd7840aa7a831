import Workspace

/// The way between the URIs of files and their paths.
enum FileLocation {
  /// The path of the file that `uri` names; nil for what is no file of this machine, such as
  /// `untitled:`.
  static func path(of uri: String) -> FilePath? {
    let decoded = decoded(uri)
    let scheme = Array("file://".utf8)
    guard decoded.count > scheme.count, decoded.prefix(scheme.count).map(lowercased).elementsEqual(scheme) else {
      return nil
    }
    let rest = decoded[scheme.count...]
    guard let slash = rest.firstIndex(of: UInt8(ascii: "/")) else { return nil }
    let host = rest[..<slash]
    guard host.isEmpty || host.elementsEqual("localhost".utf8), !rest.contains(0) else { return nil }
    return FilePath(bytes: Array(rest[slash...]))
  }

  /// The URI of the file at `path`, said from the root.
  static func uri(of path: FilePath) -> String {
    var bytes = Array("file://".utf8)
    for byte in path.bytes {
      if isPlain(byte) {
        bytes.append(byte)
      } else {
        bytes += [UInt8(ascii: "%"), hexadecimal(byte >> 4), hexadecimal(byte & 15)]
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `uri` with its percent escapes resolved; one that is none stays as it is.
  static func decoded(_ uri: String) -> [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(uri.utf8.count)
    var rest = uri.utf8[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let high = digit(rest.first), let low = digit(rest.dropFirst().first) {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return bytes
  }

  private static func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"), UInt8(ascii: "/"):
      true
    default: false
    }
  }

  private static func hexadecimal(_ digit: UInt8) -> UInt8 {
    digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10
  }

  static func lowercased(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
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
