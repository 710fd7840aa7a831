import JSONText
import LanguageServer
import LanguageServerProtocol
import Testing

/// A transport whose client has written everything beforehand.
struct MemoryTransport: MessageTransport {
  /// What reading gives, in order; an end when there is no more.
  var inputs: [TransportInput]
  /// Whether a read that does not wait finds what is there.
  var isEager = true
  var output: [UInt8] = []
  var canWrite = true

  mutating func read(waitingAtMost milliseconds: Int32) -> TransportInput {
    if milliseconds == 0, !isEager { return .nothing }
    return inputs.isEmpty ? .end : inputs.removeFirst()
  }

  mutating func write(_ bytes: [UInt8]) -> Bool {
    output.append(contentsOf: bytes)
    return canWrite
  }
}

@Suite("Server loop")
struct ServerLoopTests {
  static func frame(_ body: String) -> [UInt8] {
    Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8)
  }

  static let initialize = frame(#"{"id":1,"method":"initialize","params":{"processId":7,"capabilities":{}}}"#)
  static let shutdown = frame(#"{"id":2,"method":"shutdown"}"#)
  static let exit = frame(#"{"method":"exit"}"#)

  static func open(_ version: Int) -> [UInt8] {
    frame(
      """
      {"method":"textDocument/didOpen","params":{"textDocument":
       {"uri":"u","version":\(version),"text":\(quoted(TestClient.wrong))}}}
      """)
  }

  static func change(_ version: Int) -> [UInt8] {
    frame(
      #"{"method":"textDocument/didChange","params":{"textDocument":{"uri":"u","version":\#(version)},"contentChanges":[]}}"#
    )
  }

  /// The exit code, and the identifiers of the responses and the versions published.
  static func run(
    _ transport: MemoryTransport, isAlive: @escaping (Int) -> Bool = { _ in true }
  ) throws(FramingError) -> (exitCode: Int32, trace: [String]) {
    var loop = ServerLoop(transport: transport, settings: ServerSettings(version: "0.0.0"), isAlive: isAlive)
    let exitCode = try loop.run()
    var frames = FrameReader()
    frames.append(loop.transport.output)
    var trace: [String] = []
    while let body = try frames.next() {
      let message = try? JSONReader.read(body)
      trace.append(message?["id"].map { json($0) } ?? "v" + json(message?["params"]?["version"]))
    }
    return (exitCode, trace)
  }

  @Test("a whole session, in one piece and in pieces of every size")
  func session() throws {
    let stream = Self.initialize + Self.open(1) + Self.shutdown + Self.exit
    for size in [1, 2, 3, 10, 100, 10_000] {
      var rest = stream[...]
      var inputs: [TransportInput] = []
      while !rest.isEmpty {
        inputs.append(.bytes(Array(rest.prefix(size))))
        rest = rest.dropFirst(size)
      }
      let (exitCode, trace) = try Self.run(MemoryTransport(inputs: inputs, isEager: false))
      #expect(exitCode == 0)
      #expect(trace == ["1", "v1", "2"])
    }
  }

  @Test("edits that wait in the input are linted once, edits that do not each for itself")
  func joinedEdits() throws {
    let edits = (2...9).map { TransportInput.bytes(Self.change($0)) }
    let inputs = [TransportInput.bytes(Self.initialize), .bytes(Self.open(1))] + edits
    #expect(try Self.run(MemoryTransport(inputs: inputs)).trace == ["1", "v9"])
    #expect(
      try Self.run(MemoryTransport(inputs: inputs, isEager: false)).trace
        == ["1", "v1", "v2", "v3", "v4", "v5", "v6", "v7", "v8", "v9"])
    let joined = [TransportInput.bytes(Self.initialize + Self.open(1) + Self.change(2) + Self.change(3))]
    #expect(try Self.run(MemoryTransport(inputs: joined, isEager: false)).trace == ["1", "v3"])
  }

  @Test("the end of the input ends the server")
  func endOfInput() throws {
    #expect(try Self.run(MemoryTransport(inputs: [])).exitCode == 1)
    #expect(try Self.run(MemoryTransport(inputs: [.bytes(Self.initialize)])).exitCode == 1)
    #expect(try Self.run(MemoryTransport(inputs: [.bytes(Self.initialize + Self.shutdown)])).exitCode == 0)
    #expect(try Self.run(MemoryTransport(inputs: [.bytes(Array("Content-Length: 9".utf8))])).exitCode == 1)
  }

  @Test("the end of the client's process ends the server")
  func clientDies() throws {
    let inputs = [TransportInput.bytes(Self.initialize), .nothing, .nothing, .bytes(Self.shutdown)]
    var answers = [true, true, false]
    let died = try Self.run(MemoryTransport(inputs: inputs, isEager: false)) { process in
      process == 7 && answers.removeFirst()
    }
    #expect(died.trace == ["1"] && died.exitCode == 1)
    let alive = try Self.run(MemoryTransport(inputs: inputs, isEager: false))
    #expect(alive.trace == ["1", "2"])
    let unseen = try Self.run(MemoryTransport(inputs: inputs, isEager: false)) { _ in false }
    #expect(unseen.trace == ["1", "2"], "a process that was never seen is not missed")
  }

  @Test("a client that does not read ends the server")
  func closedOutput() throws {
    let transport = MemoryTransport(
      inputs: [.bytes(Self.initialize), .bytes(Self.shutdown)], isEager: false, canWrite: false)
    #expect(try Self.run(transport).trace == ["1"])
  }

  @Test("input that is no stream of messages ends the server")
  func hopelessInput() {
    #expect(throws: FramingError.noHeader) {
      try Self.run(MemoryTransport(inputs: [.bytes(Self.initialize), .bytes([0x7B])], isEager: false))
    }
  }
}
