import Glibc

/// Starting the program anew for a run over many documents.
///
/// Each document takes some thousands of small pieces of memory and gives them back. The allocator of the GNU C library
/// keeps seven of each size at hand for a thread and goes the long way for all others; how many it keeps is read
/// from the environment when a process starts, and cannot be set later.
///
/// Source: “Memory Allocation Tunables” in the manual of the GNU C library.
enum Restart {
  /// The number of documents from which on the gain, a twelfth of the time, is much more than the start.
  static let documents = 200

  private static let variable = "GLIBC_TUNABLES"
  /// A thousand pieces of each size up to 4,000 bytes, and large pages where the system has them.
  private static let caches = "glibc.malloc.tcache_count=1000:glibc.malloc.tcache_max=4000:glibc.malloc.hugetlb=1"

  /// Starts this program anew with larger caches and the same arguments, its name not among them, before anything was
  /// read or written.
  ///
  /// Returns where that was done already, where the user has settings of his own, where the C library is another one,
  /// or where the program cannot be found; all goes on as it would, and a little slower.
  static func withLargerCaches(_ arguments: [CommandArgument]) {
    guard getenv(variable) == nil, dlsym(nil, "gnu_get_libc_version") != nil, let program = ownPath() else { return }
    let texts = ([Array("budgetlint".utf8)] + arguments.map(\.bytes)).map { $0.map { CChar(bitPattern: $0) } + [0] }
    var words = texts.map { strdup($0) }
    words.append(nil)
    defer { for word in words { free(word) } }
    setenv(variable, caches, 1)
    execv(program, words)
    unsetenv(variable)
  }

  /// The file of this program; nil where the system does not say.
  private static func ownPath() -> [CChar]? {
    var path = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
    let count = readlink("/proc/self/exe", &path, path.count - 1)
    return count > 0 && count < path.count - 1 ? path : nil
  }
}
