import Synchronization
import Testing
import Workers

@Suite struct ParallelMapTests {
  @Test(arguments: [1, 2, 3, 8, 100], [0, 1, 2, 63, 64, 65, 1000])
  func answersStandInTheOrderOfTheItems(_ workers: Int, _ count: Int) {
    let answers = parallelMap(Array(0..<count), workers: workers) { $0 * 2 }
    #expect(answers == (0..<count).map { $0 * 2 })
  }

  /// A state for each worker, no more, kept for all its items.
  @Test(arguments: [0, 1, 4]) func statesAreReused(_ workers: Int) {
    let made = Mutex(0)
    let answers = parallelMap(
      Array(0..<500), workers: workers,
      state: {
        made.withLock { $0 += 1 }; return 0
      }
    ) { _, state in
      state += 1
      return state
    }
    let states = made.withLock { $0 }
    #expect((1...max(1, workers)).contains(states))
    // The first item of each state counts 1, the next 2, and so on.
    #expect(answers.count { $0 == 1 } <= states)
    #expect(answers.count == 500 && answers.max() ?? 0 >= 500 / max(1, workers))
  }

  @Test func everyItemIsTakenOnce() {
    let seen = Mutex([Int](repeating: 0, count: 10_000))
    _ = parallelMap(Array(0..<10_000), workers: 4) { item in seen.withLock { $0[item] += 1 } }
    #expect(seen.withLock { $0.allSatisfy { $0 == 1 } })
  }
}
