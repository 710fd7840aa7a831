import Dispatch
import Synchronization

/// Calls `work` once with each index below `count`, on `jobs` threads.
///
/// A thread that is done with one index takes the next that nobody took, so that long and
/// short work even out and the indices begin in their order.
func forEachIndex(below count: Int, jobs: Int, _ work: @Sendable (Int) -> Void) {
  guard jobs > 1 else {
    for index in 0..<count { work(index) }
    return
  }
  let next = Atomic<Int>(0)
  DispatchQueue.concurrentPerform(iterations: jobs) { _ in
    while true {
      let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
      guard index < count else { return }
      work(index)
    }
  }
}
