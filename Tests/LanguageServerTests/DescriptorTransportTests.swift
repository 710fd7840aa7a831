import Glibc
import LanguageServer
import LanguageServerProtocol
import Lint
import Testing

@Suite("Standard input and output")
struct DescriptorTransportTests {
  /// What the command writes for an input, and its exit code.
  static func run(_ input: [UInt8]) -> (exitCode: Int32, output: [UInt8]) {
    var client: [Int32] = [0, 0]
    var server: [Int32] = [0, 0]
    guard pipe(&client) == 0, pipe(&server) == 0 else { return (-1, []) }
    _ = input.withUnsafeBytes { write(client[1], $0.baseAddress, $0.count) }
    close(client[1])
    let exitCode = LanguageServerCommand.run(
      settings: ServerSettings(version: "0.0.0"), input: client[0], output: server[1])
    close(server[1])
    var output: [UInt8] = []
    var byte: UInt8 = 0
    while read(server[0], &byte, 1) == 1 { output.append(byte) }
    close(client[0])
    close(server[0])
    return (exitCode, output)
  }

  @Test("the command serves over pipes and writes nothing but messages")
  func pipes() {
    let stream = ServerLoopTests.initialize + ServerLoopTests.open(1) + ServerLoopTests.shutdown + ServerLoopTests.exit
    let (exitCode, output) = Self.run(stream)
    #expect(exitCode == 0)
    var memory = ServerLoop(
      transport: MemoryTransport(inputs: [.bytes(stream)]), settings: ServerSettings(version: "0.0.0"),
      isAlive: { _ in true })
    _ = try? memory.run()
    #expect(output == memory.transport.output)
  }

  @Test("why an input is no stream of messages is said in the language of the messages")
  func brokenStream() throws {
    for (input, words) in [
      ("hello\n", "there is no header"), ("Content-Type: x\r\n\r\n", "no Content-Length"),
      ("Content-Length: 999999999999\r\n\r\n", "longer than any document"),
    ] {
      for language in MessageLanguage.allCases {
        let said = LanguageServerCommand.words(on: try #require(Self.failure(of: input)), in: language)
        #expect(said.contains(words) == (language == .english), "\(said)")
        #expect(said.contains("消息") == (language == .chinese), "\(said)")
      }
    }
  }

  private static func failure(of input: String) -> FramingError? {
    var frames = FrameReader()
    frames.append(Array(input.utf8))
    do throws(FramingError) { _ = try frames.next() } catch { return error }
    return nil
  }

  @Test("an input that is no stream of messages, and none")
  func noMessages() {
    #expect(Self.run(Array("hello\n".utf8)).exitCode == 2)
    #expect(Self.run([]).exitCode == 1)
  }
}
