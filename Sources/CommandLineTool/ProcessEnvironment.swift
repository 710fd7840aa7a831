import Glibc
import Workspace

extension ToolEnvironment {
  /// The environment of this process.
  ///
  /// From here on a closed pipe and a file that may not grow are outcomes of a write and no longer
  /// end the process.
  package static func process() -> ToolEnvironment {
    signal(SIGPIPE, SIG_IGN)
    signal(SIGXFSZ, SIG_IGN)
    keepMemory()
    var environment = ToolEnvironment(
      fileSystem: DiskFileSystem(),
      standardInput: { () throws(FileAccessError) in
        try DiskFileSystem.bytes(ofDescriptor: STDIN_FILENO) { Interruption.hasCome }
      },
      output: DescriptorSink(descriptor: STDOUT_FILENO),
      errorOutput: DescriptorSink(descriptor: STDERR_FILENO),
      fileWriter: DiskFileWriter(),
      variable: { name in getenv(name).map { String(cString: $0) } },
      outputIsTerminal: isatty(STDOUT_FILENO) == 1,
      errorIsTerminal: isatty(STDERR_FILENO) == 1,
      processorCount: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))))
    environment.standardInputChunk = { () throws(FileAccessError) in
      try DiskFileSystem.nextBytes(ofDescriptor: STDIN_FILENO) { Interruption.hasCome }
    }
    environment.clock = {
      var time = timespec()
      clock_gettime(CLOCK_MONOTONIC, &time)
      return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
    environment.date = {
      var seconds = time(nil)
      var parts = tm()
      gmtime_r(&seconds, &parts)
      var text = [CChar](repeating: 0, count: 32)
      let count = strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
      return String(decoding: text[..<count].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
    environment.watchInterruption = { Interruption.watch() }
    environment.isInterrupted = { Interruption.hasCome }
    environment.fileSystem = DiskFileSystem { Interruption.hasCome }
    environment.programs = SystemProgramRunner(
      searchPath: environment.variable("PATH") ?? "", isInterrupted: { Interruption.hasCome })
    return environment
  }

  /// Lets freed memory stay with the process: the next document wants as much, and to give it back and
  /// ask for it anew takes an eighth of the time of checking one.
  ///
  /// The allocator of another C library, which has no such options, does what it does.
  private static func keepMemory() {
    guard let symbol = dlsym(nil, "mallopt") else { return }
    let set = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
    let (trimThreshold, topPad, mapThreshold): (Int32, Int32, Int32) = (-1, -2, -3)
    _ = set(trimThreshold, 16 << 20)
    _ = set(mapThreshold, 16 << 20)
    _ = set(topPad, 256 << 10)
  }
}

/// A sink that is an open file of the system.
struct DescriptorSink: ByteSink {
  let descriptor: Int32

  /// Writes all of `bytes` in as few calls as the system allows.
  func write(_ bytes: [UInt8]) -> WriteOutcome {
    bytes.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return .written }
      var done = 0
      while done < buffer.count {
        let count = Glibc.write(descriptor, base + done, buffer.count - done)
        if count >= 0 {
          done += count
        } else if errno == EPIPE {
          return .closed
        } else if errno == EAGAIN {
          var wait = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&wait, 1, -1)
        } else if errno != EINTR {
          return .failed(code: errno)
        }
      }
      return .written
    }
  }
}
