import JSONText

extension JSONValue {
  /// The member `name`, which must be there and is to be an object.
  func required(_ name: String) throws(ResponseError) -> JSONValue {
    guard let value = self[name] else { throw Self.isMissing(name, "an object") }
    return value
  }

  /// The name of the document that the parameters are about.
  func requiredDocument() throws(ResponseError) -> String {
    try required("textDocument").requiredString("uri")
  }

  /// The member `name`, which must be a string.
  func requiredString(_ name: String) throws(ResponseError) -> String {
    guard let string = self[name]?.string else { throw Self.isMissing(name, "a string") }
    return string
  }

  /// The member `name`, which must be an array.
  func requiredElements(_ name: String) throws(ResponseError) -> [JSONValue] {
    guard let elements = self[name]?.elements else { throw Self.isMissing(name, "an array") }
    return elements
  }

  /// The member `name` as a line or column. Some clients send enormous numbers for the end of
  /// a text, and some negative ones; both are clamped.
  func requiredCoordinate(_ name: String) throws(ResponseError) -> Int {
    guard let number = self[name]?.double else { throw Self.isMissing(name, "a number") }
    return Int(max(0, min(number, Double(Int32.max))))
  }

  /// The strings among the elements of the member `name`.
  func strings(_ name: String) -> [String]? {
    self[name]?.elements?.compactMap(\.string)
  }

  /// The parameters of a method that has none that are required.
  func requireObjectOrNull() throws(ResponseError) {
    guard isNull || members != nil else {
      throw ResponseError(.invalidParameters, "the parameters must be an object")
    }
  }

  private static func isMissing(_ name: String, _ kind: String) -> ResponseError {
    ResponseError(.invalidParameters, "\(name) must be \(kind)")
  }
}
