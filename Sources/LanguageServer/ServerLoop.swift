import LanguageServerProtocol
import Workspace

/// Carries messages between a transport and a session until one of them ends.
package struct ServerLoop<Transport: MessageTransport> {
  /// The transport.
  package private(set) var transport: Transport
  /// The session.
  package private(set) var session: Session
  private var frames = FrameReader()
  private var watch = ProcessWatch.unknown
  private let isAlive: (Int) -> Bool

  /// How long to wait for the client before looking whether its process is still there.
  private static var patience: Int32 { 3000 }
  /// How long nothing must have come before the files beside an open document are looked at: nobody who
  /// types waits for one of them.
  private static var pause: Int32 { 50 }
  /// How many chunks are read, while there are more, before the documents are linted.
  private static var chunkLimit: Int { 64 }

  /// What is known of the client's process.
  private enum ProcessWatch {
    /// It was not looked for.
    case unknown
    /// It was there.
    case seen(Int)
    /// It was never there, as where the client runs in a container of its own.
    case never
  }

  /// Creates a loop that has carried nothing.
  ///
  /// - Parameter isAlive: whether there is a process with this number.
  package init(
    transport: Transport, settings: ServerSettings, files: any FileSystem = MemoryFileSystem(),
    isAlive: @escaping (Int) -> Bool
  ) {
    self.transport = transport
    self.session = Session(settings: settings, files: files)
    self.isAlive = isAlive
  }

  /// Runs to the end of the session and returns the exit code.
  ///
  /// Ends with `exit`, with the end of the input, with the end of the client's process, and
  /// where nobody reads the output.
  ///
  /// - Throws: ``FramingError`` if the input is no stream of messages.
  package mutating func run() throws(FramingError) -> Int32 {
    var isQuiet = false
    while true {
      switch transport.read(waitingAtMost: waiting(isQuiet)) {
      case .end: return session.exitCode
      case .nothing where session.hasWork:
        isQuiet = true
        session.work()
        if !send() { return session.exitCode }
      case .nothing:
        if hasClientDied { return session.exitCode }
      case .bytes(let chunk):
        isQuiet = false
        do throws(FramingError) {
          try receive(chunk)
        } catch {
          _ = transport.write(session.output.take())
          throw error
        }
        if !send() { return session.exitCode }
        session.rest()
        if case .ended(let exitCode) = session.phase { return exitCode }
      }
    }
  }

  /// How long to wait for the next message, where nothing came for a while or something just did.
  private func waiting(_ isQuiet: Bool) -> Int32 {
    guard session.hasWork else { return Self.patience }
    return isQuiet || session.isAwaited ? 0 : Self.pause
  }

  /// Sends what there is to send; false if nobody can receive it.
  private mutating func send() -> Bool {
    session.output.isEmpty || transport.write(session.output.take())
  }

  /// Handles the messages that have arrived, then judges what they left.
  private mutating func receive(_ chunk: [UInt8]) throws(FramingError) {
    var bodies: [[UInt8]] = []
    do throws(FramingError) {
      frames.append(chunk)
      for _ in 0..<Self.chunkLimit {
        while let body = try frames.next() { bodies.append(body) }
        guard case .bytes(let chunk) = transport.read(waitingAtMost: 0) else { break }
        frames.append(chunk)
      }
    } catch {
      session.receive(bodies)
      throw error
    }
    session.receive(bodies)
    if case .ended = session.phase { return }
    lookForClient()
    session.settle()
  }

  private mutating func lookForClient() {
    guard case .unknown = watch, let process = session.clientProcess else { return }
    watch = isAlive(process) ? .seen(process) : .never
  }

  private var hasClientDied: Bool {
    if case .seen(let process) = watch { !isAlive(process) } else { false }
  }
}
