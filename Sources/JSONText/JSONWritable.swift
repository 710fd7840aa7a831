/// What can be written as one JSON value.
@usableFromInline package protocol JSONWritable {
  /// Writes exactly one value.
  func write(to writer: inout JSONWriter)
}

extension JSONWriter {
  /// Writes any value that knows how.
  package mutating func value(_ value: some JSONWritable) { value.write(to: &self) }

  /// Writes a member whose value is a string.
  package mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  /// Writes a member whose value is a whole number.
  package mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    int(value)
  }

  /// Writes a member whose value is a truth value.
  package mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// Writes a member with any value that knows how to be written.
  package mutating func member(_ name: StaticString, _ value: some JSONWritable) {
    key(name)
    value.write(to: &self)
  }

  /// Writes a member with any value, whose key is not one of the program's own.
  package mutating func member(named name: String, _ value: some JSONWritable) {
    key(named: name)
    value.write(to: &self)
  }

  /// Writes a member whose value is an array.
  package mutating func member(_ name: StaticString, _ values: [some JSONWritable]) {
    key(name)
    array { writer in
      for value in values { value.write(to: &writer) }
    }
  }
}

extension JSONValue: JSONWritable {
  /// Writes the value as it was read, but for blanks and the spelling of numbers and escapes.
  @usableFromInline package func write(to writer: inout JSONWriter) {
    switch content {
    case .null: writer.null()
    case .bool(let bool): writer.bool(bool)
    case .integer(let integer): writer.int(Int(integer))
    case .double(let double): writer.double(double)
    case .string(let string): writer.string(string)
    case .array(let elements):
      writer.array { writer in
        for element in elements { element.write(to: &writer) }
      }
    case .object(let members):
      writer.object { writer in
        for member in members { writer.member(named: member.key, member.value) }
      }
    }
  }
}

extension Optional: JSONWritable where Wrapped: JSONWritable {
  /// Writes the value, or `null` where there is none.
  @usableFromInline package func write(to writer: inout JSONWriter) {
    if let value = self { value.write(to: &writer) } else { writer.null() }
  }
}

extension Array: JSONWritable where Element: JSONWritable {
  /// Writes the elements in their order.
  @usableFromInline package func write(to writer: inout JSONWriter) {
    writer.array { writer in
      for element in self { element.write(to: &writer) }
    }
  }
}

extension String: JSONWritable {
  /// Writes the string.
  @usableFromInline package func write(to writer: inout JSONWriter) { writer.string(self) }
}
