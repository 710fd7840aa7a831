import JSONText
import LanguageServer
import LanguageServerProtocol

/// A document in a session of the language server, into which characters are typed.
struct EditedDocument {
  private var session = Session(settings: ServerSettings(version: "0.0.0"))
  private var version = 1
  private var lines: [Int] = []

  /// Opens a text, which is judged once.
  init(_ bytes: [UInt8]) {
    let text = String(decoding: bytes, as: UTF8.self)
    var isBlank = true
    var line = 0
    for byte in text.utf8 {
      if byte == 0x0A {
        if !isBlank { lines.append(line) }
        line += 1
        isBlank = true
      } else if byte > 0x20 {
        isBlank = false
      }
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

  /// The message of keystroke `number`: each types a character, and the next one takes it back.
  mutating func message(_ number: Int, of count: Int) -> [UInt8] {
    // As the server does between messages.
    session.rest()
    version += 1
    let line = lines.isEmpty ? 0 : lines[number / 2 * 2 * lines.count / max(1, count) % lines.count]
    let end = number % 2
    let text = number % 2 == 0 ? "1" : ""
    return Array(
      #"""
      {"jsonrpc":"2.0","method":"textDocument/didChange","params":{"textDocument":{"uri":"file:///a.txt","version":\#(version)},"contentChanges":[{"range":{"start":{"line":\#(line),"character":0},"end":{"line":\#(line),"character":\#(end)}},"text":"\#(text)"}]}}
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
