import Glibc

/// Times in nanoseconds of the processor, which other programs on the machine do not lengthen.
enum ProcessorClock {
  /// The time that this thread has worked.
  static var now: UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// How long `work` took.
  static func time(_ work: () -> Void) -> Double {
    let start = now
    work()
    return Double(max(1, now - start))
  }
}

/// Where results go, so that the optimizer cannot leave out the work behind them.
@inline(never)
func keep<Value>(_ value: consuming Value) {}
