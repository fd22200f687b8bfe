import Dispatch
import Synchronization

/// The answers of `body` for all items, in the items' order, worked out by so many workers at once.
///
/// Each worker makes a state of its own first (a buffer, a parser), and keeps it for all items that it takes. The caller
/// is one of the workers and returns with the last of them.
package func parallelMap<Item: Sendable, State, Answer: Sendable>(
  _ items: [Item], workers: Int, state makeState: @Sendable () -> State,
  _ body: @Sendable (Item, inout State) -> Answer
) -> [Answer] {
  let workers = max(1, min(workers, items.count))
  // Pieces small enough that workers end together, in an order that does not depend on who took which.
  let pieceSize = max(1, min(64, items.count / (workers * 4)))
  let pieces = stride(from: 0, to: items.count, by: pieceSize).map { $0..<min($0 + pieceSize, items.count) }
  let next = Atomic(0)
  let answers = Mutex([[Answer]](repeating: [], count: pieces.count))
  DispatchQueue.concurrentPerform(iterations: workers) { _ in
    var state = makeState()
    while case let piece = next.add(1, ordering: .relaxed).oldValue, piece < pieces.count {
      let part = pieces[piece].map { body(items[$0], &state) }
      answers.withLock { $0[piece] = part }
    }
  }
  return answers.withLock { $0.flatMap { $0 } }
}

/// The same without a state.
package func parallelMap<Item: Sendable, Answer: Sendable>(
  _ items: [Item], workers: Int, _ body: @Sendable (Item) -> Answer
) -> [Answer] {
  parallelMap(items, workers: workers, state: {}) { item, _ in body(item) }
}
