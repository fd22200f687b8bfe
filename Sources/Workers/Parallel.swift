import Dispatch
import Synchronization

/// The answers of two bodies, worked out at the same time where there is more than one worker.
package func parallel<First: Sendable, Second: Sendable>(
  workers: Int, _ first: @Sendable () -> First, _ second: @Sendable () -> Second
) -> (First, Second) {
  guard workers > 1 else { return (first(), second()) }
  let answers = Mutex<(First?, Second?)>((nil, nil))
  DispatchQueue.concurrentPerform(iterations: 2) { index in
    if index == 0 {
      let answer = first()
      answers.withLock { $0.0 = answer }
    } else {
      let answer = second()
      answers.withLock { $0.1 = answer }
    }
  }
  guard case (let first?, let second?) = answers.withLock({ $0 }) else { fatalError("both bodies have run") }
  return (first, second)
}
