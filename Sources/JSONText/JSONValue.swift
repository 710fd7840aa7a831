/// One JSON value and where it stands in the bytes it was read from.
///
///     let value = try JSONReader.read(Array(#"{"rounding": "strict"}"#.utf8))
///     value["rounding"]?.string  // "strict"
///     value["rounding"]?.range   // 13..<21
@usableFromInline package struct JSONValue: Sendable {
  /// The byte offsets of the value; empty for one that was not read.
  package let range: Range<Int>
  /// The value.
  package let content: Content

  /// What a JSON value can be.
  @usableFromInline package enum Content: Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number written without fraction or exponent that fits.
    case integer(Int64)
    /// Any other number.
    case double(Double)
    /// A string, its escapes resolved.
    case string(String)
    /// The elements in order.
    case array([JSONValue])
    /// The members in order; a key may occur twice.
    case object([JSONMember])
  }

  /// Creates a value that stands at `range`.
  package init(_ content: Content, range: Range<Int> = 0..<0) {
    self.content = content
    self.range = range
  }

  /// The absence of a value, as a value.
  package static let null = JSONValue(.null)
}

/// A key of an object and its value.
@usableFromInline package struct JSONMember: Sendable {
  /// The key.
  package let key: String
  /// The byte offsets of the key with its quotation marks.
  package let keyRange: Range<Int>
  /// The value.
  package let value: JSONValue

  /// Creates a member.
  package init(key: String, keyRange: Range<Int> = 0..<0, value: JSONValue) {
    self.key = key
    self.keyRange = keyRange
    self.value = value
  }
}

extension JSONValue {
  /// The value of the last member named `key`; nil for a missing member and for what is no
  /// object.
  ///
  /// - Complexity: O(*members*).
  package subscript(key: String) -> JSONValue? {
    guard case .object(let members) = content else { return nil }
    return members.last { $0.key == key }?.value
  }

  /// Whether this is `null`.
  package var isNull: Bool {
    if case .null = content { true } else { false }
  }

  /// The string, or nil for another kind of value.
  package var string: String? {
    if case .string(let string) = content { string } else { nil }
  }

  /// The truth value, or nil for another kind of value.
  package var bool: Bool? {
    if case .bool(let bool) = content { bool } else { nil }
  }

  /// The number if it is a whole one, however it is written, or nil.
  package var integer: Int? {
    switch content {
    case .integer(let integer): Int(exactly: integer)
    case .double(let double): Self.whole(double)
    default: nil
    }
  }

  /// The number if it is whole. `Int(exactly:)` would need the mathematics library.
  private static func whole(_ double: Double) -> Int? {
    guard double.magnitude < 9e18 else { return nil }
    let integer = Int(double)
    return Double(integer) == double ? integer : nil
  }

  /// The number, or nil for another kind of value.
  package var double: Double? {
    switch content {
    case .integer(let integer): Double(integer)
    case .double(let double): double
    default: nil
    }
  }

  /// The elements, or nil for what is no array.
  package var elements: [JSONValue]? {
    if case .array(let elements) = content { elements } else { nil }
  }

  /// The members, or nil for what is no object.
  package var members: [JSONMember]? {
    if case .object(let members) = content { members } else { nil }
  }
}
