import Dispatch

/// The answers of two bodies, worked out at the same time where there is more than one worker.
///
/// The longer one should be `first`: its `parallelMap` gets all workers once `second` has ended, while that of `second`,
/// as one within another `parallelMap`, gets none but its caller.
package func parallel<First: Sendable, Second: Sendable>(
  workers: Int, _ first: () -> First, _ second: @escaping @Sendable () -> Second
) -> (First, Second) {
  guard workers > 1 else { return (first(), second()) }
  let other = Answer<Second>()
  let group = DispatchGroup()
  DispatchQueue.global().async(group: group) { other.value = second() }
  let answer = first()
  group.wait()
  guard let value = other.value else { preconditionFailure("the group has ended before its only member") }
  return (answer, value)
}

/// Written by one thread, and read by another when that has ended.
private final class Answer<Value: Sendable>: @unchecked Sendable {
  var value: Value?
}
