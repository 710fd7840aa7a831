import Glibc
import Synchronization

/// Whether the user or the system asked the run to end.
///
/// The first request is taken note of, so that what was begun can be cleared away; a second
/// one ends the process at once.
enum Interruption {
  private static let flag = Atomic<Bool>(false)

  /// Whether a request came.
  static var hasCome: Bool { flag.load(ordering: .relaxed) }

  /// Takes note of requests from here on. One that the process was started to ignore, as under
  /// `nohup`, stays ignored; one that it was started to hold back comes through.
  static func watch() {
    _ = hasCome
    var watched = sigset_t()
    sigemptyset(&watched)
    for number in [SIGINT, SIGTERM, SIGHUP] {
      var old = sigaction()
      sigaction(number, nil, &old)
      if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
      var action = sigaction()
      action.__sigaction_handler.sa_handler = { _ in Interruption.flag.store(true, ordering: .relaxed) }
      action.sa_flags = Int32(bitPattern: UInt32(SA_RESETHAND))
      sigaction(number, &action, nil)
      sigaddset(&watched, number)
    }
    pthread_sigmask(SIG_UNBLOCK, &watched, nil)
  }
}
