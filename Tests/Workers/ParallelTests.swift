import Glibc
import Synchronization
import Testing
import Workers

@Suite struct ParallelTests {
  @Test(arguments: [1, 2, 8]) func bothAnswer(_ workers: Int) {
    let answers = parallel(workers: workers, { 1 }, { "second" })
    #expect(answers.0 == 1 && answers.1 == "second")
  }

  /// Each waits for the other, which would never end if they ran one after the other.
  @Test(.timeLimit(.minutes(10))) func bothRunAtOnce() {
    let begun = Atomic(0)
    let meet: @Sendable () -> Void = {
      begun.add(1, ordering: .sequentiallyConsistent)
      // Other tests may hold all threads for a while, and need the processor.
      while begun.load(ordering: .sequentiallyConsistent) < 2 { usleep(1_000) }
    }
    _ = parallel(workers: 2, meet, meet)
    #expect(begun.load(ordering: .sequentiallyConsistent) == 2)
  }
}
