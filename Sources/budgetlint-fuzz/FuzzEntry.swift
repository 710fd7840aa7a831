import Glibc

#if FUZZING
  /// The target that the environment names.
  private let target = FuzzTarget(rawValue: getenv("BUDGETLINT_FUZZ").map { String(cString: $0) } ?? "") ?? .planted

  /// What libFuzzer calls with each input.
  @_cdecl("LLVMFuzzerTestOneInput")
  public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> Int32 {
    target.take(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
  }
#else
  import Workspace

  /// Throws files at a target: `budgetlint-fuzz TARGET FILE…`, as for what a fuzzer found before.
  @main
  enum Replay {
    static func main() {
      let arguments = CommandLine.arguments.dropFirst()
      guard let target = arguments.first.flatMap({ FuzzTarget(rawValue: $0) }) else {
        print("usage: budgetlint-fuzz \(FuzzTarget.allCases.map(\.rawValue).joined(separator: "|")) FILE…")
        exit(2)
      }
      for path in arguments.dropFirst() {
        guard let bytes = try? DiskFileSystem().bytes(of: FilePath(path)) else {
          print("\(path) cannot be read")
          exit(2)
        }
        target.take(bytes)
      }
    }
  }
#endif
