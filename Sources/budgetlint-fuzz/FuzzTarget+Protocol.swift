import JSONText
import LanguageServer
import LanguageServerProtocol

extension FuzzTarget {
  /// However a stream is cut into chunks, its messages are the same.
  static func framing(_ bytes: [UInt8]) {
    let size = bytes.first.map { Int($0) % 7 + 1 } ?? 1
    let whole = bodies(bytes, chunk: max(1, bytes.count))
    let pieces = bodies(bytes, chunk: size)
    require(whole.bodies == pieces.bodies, "messages are the same however they arrive")
    require(whole.hasFailed == pieces.hasFailed, "a broken stream is broken however it arrives")
  }

  private static func bodies(_ bytes: [UInt8], chunk: Int) -> (bodies: [[UInt8]], hasFailed: Bool) {
    var frames = FrameReader(lengthLimit: 1 << 20)
    var result: [[UInt8]] = []
    do throws(FramingError) {
      for start in stride(from: 0, to: bytes.count, by: chunk) {
        frames.append(Array(bytes[start..<min(bytes.count, start + chunk)]))
        while let body = try frames.next() { result.append(body) }
      }
    } catch {
      return (result, true)
    }
    return (result, false)
  }

  /// Whatever messages come, the session goes on to its end.
  static func messages(_ bytes: [UInt8]) {
    var session = Session(settings: ServerSettings(version: "0.0.0"))
    for body in opening { session.receive(Array(body.utf8)) }
    _ = session.output.take()
    for body in bytes.split(separator: 0x0A) {
      session.receive(Array(body))
      session.settle()
      for _ in 0..<8 where session.hasWork { session.work() }
      check(session.output.take())
      if case .ended = session.phase { return }
    }
  }

  /// Every answer is a whole message of valid JSON.
  private static func check(_ output: [UInt8]) {
    var frames = FrameReader()
    frames.append(output)
    var count = 0
    while let body = try? frames.next() {
      require((try? JSONReader.read(body)) != nil, "an answer is JSON")
      count += body.count
    }
    require(count > 0 || output.isEmpty, "an answer is a whole message")
  }

  private static let opening = [
    #"""
    {"jsonrpc":"2.0","id":1,"method":"initialize","params":{"processId":null,"rootUri":"file:///","capabilities":{
    "general":{"positionEncodings":["utf-16"]},"window":{"workDoneProgress":true},
    "workspace":{"workspaceEdit":{"documentChanges":true}},
    "textDocument":{"diagnostic":{},"publishDiagnostics":{"relatedInformation":true,"versionSupport":true},
    "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":["quickfix"]}}}}}}}
    """#,
    #"{"jsonrpc":"2.0","method":"initialized","params":{}}"#,
    #"""
    {"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"file:///a.txt","languageId":"plaintext","version":1,
    "text":"某局2025年度部门预算公开\n\n支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元，占40.00%。\n"}}}
    """#,
  ]
}
