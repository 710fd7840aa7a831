import Glibc
import Synchronization
import Workspace

/// A program that was started, with the ends of its pipes.
struct ChildProcess: ~Copyable {
  private let process: pid_t
  private var output: Int32
  private var errors: Int32
  private var status: Int32?

  /// Held while a program is started, so that none inherits the pipes of another.
  private static let starting = Mutex(())

  /// Starts the program; nil where the system refuses.
  init?(_ call: ProgramCall) {
    guard let started = Self.starting.withLock({ _ in Self.start(call) }) else { return nil }
    (process, output, errors) = started
  }

  private static func start(_ call: ProgramCall) -> (process: pid_t, output: Int32, errors: Int32)? {
    var outputEnds: [Int32] = [-1, -1]
    var errorEnds: [Int32] = [-1, -1]
    guard pipe(&outputEnds) == 0 else { return nil }
    guard pipe(&errorEnds) == 0 else {
      outputEnds.forEach { close($0) }
      return nil
    }
    for end in outputEnds + errorEnds { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_adddup2(&actions, outputEnds[1], STDOUT_FILENO)
    posix_spawn_file_actions_adddup2(&actions, errorEnds[1], STDERR_FILENO)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    var defaults = sigset_t()
    sigemptyset(&defaults)
    sigaddset(&defaults, SIGPIPE)
    sigaddset(&defaults, SIGINT)
    posix_spawnattr_setsigdefault(&attributes, &defaults)
    posix_spawnattr_setpgroup(&attributes, 0)
    // Threads that work hold signals back; a program they start must not.
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    var process: pid_t = 0
    let code = Self.withStrings([call.program] + call.arguments) { arguments in
      Self.withStrings(Self.environment(for: call)) { environment in
        call.program.withCString { posix_spawn(&process, $0, &actions, &attributes, arguments, environment) }
      }
    }
    posix_spawn_file_actions_destroy(&actions)
    posix_spawnattr_destroy(&attributes)
    close(outputEnds[1])
    close(errorEnds[1])
    guard code == 0 else {
      close(outputEnds[0])
      close(errorEnds[0])
      return nil
    }
    return (process, outputEnds[0], errorEnds[0])
  }

  deinit {
    if output >= 0 { close(output) }
    if errors >= 0 { close(errors) }
  }

  /// Whether the program, or one that it started, may still write.
  var isWriting: Bool { output >= 0 || errors >= 0 }

  /// Whether the program has ended; its status is then known.
  var hasExited: Bool {
    mutating get {
      if status != nil { return true }
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process { self.status = status }
      return self.status != nil
    }
  }

  /// The status it ended with; nil where a signal ended it.
  var exitStatus: Int32? {
    guard let status, status & 0x7F == 0 else { return nil }
    return (status >> 8) & 0xFF
  }

  /// Waits for bytes and takes them; false where none came in time.
  mutating func read(within milliseconds: Int32, output bytes: inout [UInt8], errors said: inout [UInt8]) -> Bool {
    var ends = [
      pollfd(fd: output, events: Int16(POLLIN), revents: 0), pollfd(fd: errors, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&ends, 2, milliseconds) > 0 else { return false }
    if ends[0].revents != 0 { Self.take(from: &output, into: &bytes) }
    if ends[1].revents != 0 { Self.take(from: &errors, into: &said) }
    return true
  }

  /// Ends the program and all that it started, and waits for it.
  mutating func end() {
    kill(-process, SIGKILL)
    if status == nil {
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
      self.status = status
    }
  }

  /// Appends what can be read; closes the end behind the last byte.
  private static func take(from descriptor: inout Int32, into bytes: inout [UInt8]) {
    let part = [UInt8](unsafeUninitializedCapacity: 1 << 16) { buffer, count in
      count = max(0, Glibc.read(descriptor, buffer.baseAddress, buffer.count))
    }
    bytes.append(contentsOf: part)
    if part.isEmpty {
      close(descriptor)
      descriptor = -1
    }
  }

  /// What the program is told of its surroundings: a language whose messages are known, and
  /// where its own files go.
  private static func environment(for call: ProgramCall) -> [FilePath] {
    var variables = ["LC_ALL=C.UTF-8", "PATH=" + (getenv("PATH").map { String(cString: $0) } ?? "/usr/bin:/bin")]
    if let home = call.home {
      variables += ["HOME=", "TMPDIR=", "XDG_CONFIG_HOME=", "XDG_CACHE_HOME="].map { $0 + home.text }
    } else if let home = getenv("HOME") {
      variables.append("HOME=" + String(cString: home))
    }
    return variables.map { FilePath($0) }
  }

  /// Calls `body` with strings as the system wants lists of them.
  private static func withStrings<Result>(
    _ strings: [FilePath], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
  ) -> Result {
    let pointers = strings.map { string in string.withCString { strdup($0) } }
    defer { pointers.forEach { free($0) } }
    return body(pointers + [nil])
  }
}
