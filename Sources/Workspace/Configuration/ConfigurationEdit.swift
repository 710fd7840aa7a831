import DisclosureText
import JSONText

/// Changes of a configuration file that leave the rest of it as it was typed.
///
///     ConfigurationEdit.setting(["rules", "wrong-share"], to: "off", in: bytes)
@usableFromInline package enum ConfigurationEdit {
  /// The edit that gives the key at the end of `path` the value `value`; nil for a text that is no
  /// configuration, or in which a key on the way has no object.
  package static func setting(_ path: [String], to value: String, in bytes: [UInt8]) -> TextEdit? {
    if bytes.allSatisfy({ $0 == 0x20 || $0 == 0x0A || $0 == 0x0D || $0 == 0x09 }) {
      return TextEdit(range: TextRange(0, bytes.count), text: nested(path[...], value, depth: 0) + "\n")
    }
    guard var object = try? JSONReader.read(bytes) else { return nil }
    for (depth, key) in path.enumerated() {
      guard let members = object.members else { return nil }
      guard let member = members.last(where: { $0.key == key }) else {
        return insertion(path[depth...], value, into: object, members, depth: depth + 1)
      }
      object = member.value
    }
    return TextEdit(range: TextRange(object.range.lowerBound, object.range.upperBound), text: quoted(value))
  }

  /// The text of a new file that says nothing but this.
  package static func file(setting path: [String], to value: String) -> String {
    nested(path[...], value, depth: 0) + "\n"
  }

  private static func insertion(
    _ path: ArraySlice<String>, _ value: String, into object: JSONValue, _ members: [JSONMember], depth: Int
  ) -> TextEdit {
    let indent = String(repeating: "  ", count: depth)
    let text = indent + quoted(path.first ?? "") + ": " + nested(path.dropFirst(), value, depth: depth)
    if let last = members.last {
      let end = last.value.range.upperBound
      return TextEdit(range: TextRange(end, end), text: ",\n" + text)
    }
    let inside = TextRange(object.range.lowerBound + 1, object.range.upperBound - 1)
    return TextEdit(range: inside, text: "\n" + text + "\n" + String(repeating: "  ", count: depth - 1))
  }

  /// Objects inside each other, one for each key, with the value in the innermost.
  private static func nested(_ path: ArraySlice<String>, _ value: String, depth: Int) -> String {
    guard let key = path.first else { return quoted(value) }
    let indent = String(repeating: "  ", count: depth)
    return "{\n\(indent)  \(quoted(key)): \(nested(path.dropFirst(), value, depth: depth + 1))\n\(indent)}"
  }

  private static func quoted(_ text: String) -> String {
    var writer = JSONWriter()
    writer.string(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
