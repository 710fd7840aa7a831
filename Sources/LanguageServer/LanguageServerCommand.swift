import Glibc
import LanguageServerProtocol
import Workspace

/// The language server as a command.
package enum LanguageServerCommand {
  /// Serves one client on the descriptors and returns the exit code: 0 after `shutdown`, 1
  /// without, 2 if the input is no stream of messages, which is said on standard error.
  ///
  ///     exit(LanguageServerCommand.run(settings: ServerSettings(version: "0.1.0")))
  ///
  /// Only the protocol is written to `output`.
  package static func run(
    settings: ServerSettings, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO
  ) -> Int32 {
    signal(SIGPIPE, SIG_IGN)
    var loop = ServerLoop(
      transport: DescriptorTransport(input: input, output: output), settings: settings, files: DiskFileSystem(),
      isAlive: isAlive)
    do {
      return try loop.run()
    } catch {
      report(error)
      return 2
    }
  }

  /// Whether there is a process with this number; another user's process is one too.
  private static func isAlive(_ process: Int) -> Bool {
    guard process > 0, let process = pid_t(exactly: process) else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  private static func report(_ error: FramingError) {
    let message = "budgetlint server: the input is no stream of messages (\(error))\n"
    _ = Array(message.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
