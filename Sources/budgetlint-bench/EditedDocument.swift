import JSONText
import LanguageServer
import LanguageServerProtocol

/// A document in a session of the language server, into which characters are typed.
struct EditedDocument {
  /// Where characters are typed.
  enum Place: String, CaseIterable {
    /// A figure at the beginning of any line.
    case lines
    /// A digit more in an amount of the prose.
    case prose
    /// A digit more in an amount of a table.
    case cells
    /// A line end.
    case breaks
  }

  private let place: Place
  private var session = Session(settings: ServerSettings(version: "0.0.0"))
  private var version = 1
  /// The lines and columns at which something is typed.
  private var spots: [(line: Int, column: Int)] = []

  /// Opens a text, which is judged once.
  init(_ bytes: [UInt8], at place: Place = .lines) {
    self.place = place
    let text = String(decoding: bytes, as: UTF8.self)
    for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
      if let column = Self.column(line, place) { spots.append((number, column)) }
    }
    send(
      #"""
      {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"capabilities":{
      "general":{"positionEncodings":["utf-16"]},
      "textDocument":{"publishDiagnostics":{"versionSupport":true,"relatedInformation":true}}}}}
      """#)
    send(#"{"jsonrpc":"2.0","method":"initialized","params":{}}"#)
    var writer = JSONWriter()
    writer.string(text)
    send(
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.txt","languageId":"plaintext","version":1,"text":"#
        + String(decoding: writer.bytes, as: UTF8.self) + "}}}")
    settle()
  }

  /// Where something is typed into a line; nil where nothing is.
  private static func column(_ line: ArraySlice<UInt8>, _ place: Place) -> Int? {
    guard line.contains(where: { $0 > 0x20 }) else { return nil }
    guard place != .lines, place != .breaks else { return 0 }
    let units = Array(String(decoding: line, as: UTF8.self).utf16)
    // Prose has commas and stops.
    guard units.contains(where: { $0 == 0xFF0C || $0 == 0x3002 }) == (place == .prose) else { return nil }
    return units.indices.dropFirst().first { units[$0] == 0x2E && units[$0 - 1] &- 0x30 <= 9 }
  }

  /// The message of keystroke `number`: each types a character, and the next one takes it back.
  mutating func message(_ number: Int, of count: Int) -> [UInt8] {
    // As the server does between messages.
    session.rest()
    version += 1
    let spot = spots.isEmpty ? (line: 0, column: 0) : spots[number / 2 * 2 * spots.count / max(1, count) % spots.count]
    let isTyped = number % 2 == 0
    let text = isTyped ? place == .breaks ? #"\n"# : "1" : ""
    var end = spot
    if !isTyped { end = place == .breaks ? (spot.line + 1, 0) : (spot.line, spot.column + 1) }
    return Array(
      #"""
      {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","version":\#(version)},"contentChanges":[{"range":{"start":{"line":\#(spot.line),"character":\#(spot.column)},"end":{"line":\#(end.line),"character":\#(end.column)}},"text":"\#(text)"}]}}
      """#.utf8)
  }

  /// Takes a message and gives the diagnostics that follow.
  @discardableResult
  mutating func take(_ message: [UInt8]) -> [UInt8] {
    session.receive(message)
    return settle()
  }

  @discardableResult
  private mutating func settle() -> [UInt8] {
    session.settle()
    return session.output.take()
  }

  private mutating func send(_ message: String) { session.receive(Array(message.utf8)) }
}
