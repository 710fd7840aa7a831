import Glibc

/// A transport over two POSIX file descriptors, such as standard input and output.
///
/// While it waits to write it goes on reading: a client that writes all before it reads
/// cannot block the server, nor the server it.
package struct DescriptorTransport: MessageTransport {
  private let input: Int32
  private let output: Int32
  /// What was read while writing.
  private var inbox: [UInt8] = []
  private var hasEnded = false

  /// The number of bytes read at once.
  private static let chunkSize = 1 << 16
  /// The number of bytes that a pipe that is ready takes without blocking (`PIPE_BUF`).
  private static let writeSize = 4096

  /// Creates a transport over open descriptors, which it does not close.
  package init(input: Int32, output: Int32) {
    self.input = input
    self.output = output
  }

  /// Waits for bytes; an interruption by a signal counts as nothing.
  package mutating func read(waitingAtMost milliseconds: Int32) -> TransportInput {
    if !inbox.isEmpty {
      defer { inbox = [] }
      return .bytes(inbox)
    }
    guard !hasEnded else { return .end }
    var descriptor = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
    guard poll(&descriptor, 1, milliseconds) > 0 else { return .nothing }
    return readChunk()
  }

  /// Writes in pieces that do not block.
  package mutating func write(_ bytes: [UInt8]) -> Bool {
    var start = 0
    while start < bytes.count {
      var descriptors = [
        pollfd(fd: output, events: Int16(POLLOUT), revents: 0),
        pollfd(fd: hasEnded ? -1 : input, events: Int16(POLLIN), revents: 0),
      ]
      guard poll(&descriptors, 2, -1) > 0 || errno == EINTR else { return false }
      if descriptors[0].revents & Int16(POLLERR | POLLNVAL) != 0 { return false }
      if descriptors[0].revents & Int16(POLLOUT) != 0 {
        let count = bytes.withUnsafeBytes { bytes in
          Glibc.write(output, bytes.baseAddress?.advanced(by: start), min(Self.writeSize, bytes.count - start))
        }
        if count < 0, errno != EINTR, errno != EAGAIN { return false }
        start += max(0, count)
      } else if descriptors[1].revents != 0, case .bytes(let chunk) = readChunk() {
        inbox.append(contentsOf: chunk)
      }
    }
    return true
  }

  private mutating func readChunk() -> TransportInput {
    var failure: Int32 = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
      let got = Glibc.read(input, buffer.baseAddress, buffer.count)
      if got < 0 { failure = errno }
      count = max(0, got)
    }
    if !chunk.isEmpty { return .bytes(chunk) }
    if failure == EINTR || failure == EAGAIN { return .nothing }
    hasEnded = true
    return .end
  }
}
