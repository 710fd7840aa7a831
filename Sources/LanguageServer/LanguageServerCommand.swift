import Glibc
import LanguageServerProtocol
import Lint
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
      report(error, in: settings.language)
      return 2
    }
  }

  /// What is said of an input that is no stream of messages.
  package static func words(on error: FramingError, in language: MessageLanguage) -> String {
    let text = LocalizedText("输入不是语言服务器协议的消息流：", "the input is no stream of messages: ") + error.reason
    return text[language]
  }

  /// Whether there is a process with this number; another user's process is one too.
  private static func isAlive(_ process: Int) -> Bool {
    guard process > 0, let process = pid_t(exactly: process) else { return false }
    return kill(process, 0) == 0 || errno == EPERM
  }

  private static func report(_ error: FramingError, in language: MessageLanguage) {
    let message = "\(Product.name) server: \(words(on: error, in: language))\n"
    _ = Array(message.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}

extension FramingError {
  /// Why the stream cannot be read on, for the person who started the server.
  fileprivate var reason: LocalizedText {
    switch self {
    case .noHeader:
      LocalizedText(
        "应为消息头的地方不是消息头；请由编辑器启动本命令", "there is no header where one must be; this command is started by an editor")
    case .noLength: LocalizedText("消息头没有 Content-Length", "a header has no Content-Length")
    case .headerTooLong: LocalizedText("消息头没有结束", "a header does not end")
    case .lengthBeyondLimit: LocalizedText("消息长度超过任何文档", "a message is longer than any document")
    }
  }
}
