/// The name of a file or folder as the system has it: bytes, which need not be valid UTF-8.
///
///     let path: FilePath = "公开/预算.txt"
///     path.lastComponent  // the bytes of 预算.txt
@usableFromInline package struct FilePath: Hashable, Sendable {
  /// The bytes, without a NUL at the end.
  package let bytes: [UInt8]

  /// Creates a path from the bytes the system gave.
  package init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Creates a path from a string.
  package init(_ string: String) {
    self.bytes = Array(string.utf8)
  }

  /// The path in UTF-8, for reports that are read by programs; bytes that are not appear as U+FFFD.
  package var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The part behind the last slash.
  package var lastComponent: ArraySlice<UInt8> {
    guard let slash = bytes.lastIndex(of: Self.slash) else { return bytes[...] }
    return bytes[(slash + 1)...]
  }

  /// The path of the entry `name` of this folder; the current folder `.` leaves the name alone.
  package func appending(_ name: [UInt8]) -> FilePath {
    if bytes.isEmpty || bytes == [Self.point] { return FilePath(bytes: name) }
    return FilePath(bytes: bytes.last == Self.slash ? bytes + name : bytes + [Self.slash] + name)
  }

  /// The same place said from the root, without empty components and `.`; `..` stays, for a
  /// link before it decides what it means.
  package func absolute(in folder: FilePath) -> FilePath {
    if isNormalized { return self }
    let whole = bytes.first == Self.slash ? bytes : folder.bytes + [Self.slash] + bytes
    var result: [UInt8] = []
    for component in whole.split(separator: Self.slash) where component != [Self.point] {
      result.append(Self.slash)
      result.append(contentsOf: component)
    }
    return FilePath(bytes: result.isEmpty ? [Self.slash] : result)
  }

  /// The same place said from the root, without `.`, `..` and empty components; a link before
  /// `..` is not looked at.
  ///
  /// - Parameter folder: where a path that does not begin at the root begins; it is asked for only then.
  package func normalized(in folder: @autoclosure () -> FilePath) -> FilePath {
    if isNormalized { return self }
    var components: [ArraySlice<UInt8>] = []
    for component in absolute(in: folder()).bytes.split(separator: Self.slash) {
      if component == [Self.point, Self.point] {
        _ = components.popLast()
      } else {
        components.append(component)
      }
    }
    return FilePath(bytes: [Self.slash] + components.joined(separator: [Self.slash]))
  }

  /// Whether it is said from the root, without `.`, `..` and empty components.
  private var isNormalized: Bool {
    guard bytes.first == Self.slash, bytes.last != Self.slash else { return false }
    for at in bytes.indices.dropLast() where bytes[at] == Self.slash {
      // Names that begin with a point are taken apart like all that might be one of the two.
      if bytes[at + 1] == Self.slash || bytes[at + 1] == Self.point { return false }
    }
    return true
  }

  /// The folder that a path said from the root lies in; the root for itself.
  package var parent: FilePath {
    let end = bytes.count - lastComponent.count - 1
    return end <= 0 ? "/" : FilePath(bytes: Array(bytes[..<end]))
  }

  /// The character that parts components.
  static let slash: UInt8 = 0x2F

  /// The character that hides a file and begins its extension.
  static let point: UInt8 = 0x2E
}

extension FilePath: ExpressibleByStringLiteral {
  /// Creates a path from a literal.
  @usableFromInline package init(stringLiteral value: String) {
    self.init(value)
  }
}

extension FilePath: Comparable {
  /// Orders by bytes, so that the order depends on no locale.
  @usableFromInline package static func < (left: FilePath, right: FilePath) -> Bool {
    left.bytes.lexicographicallyPrecedes(right.bytes)
  }
}
