import Synchronization

/// The answers of `body` for all items, in the items' order, worked out by so many workers at once.
///
/// Each worker makes a state of its own first (a buffer, a parser), and keeps it for all items that it takes.
package func parallelMap<Item: Sendable, State, Answer: Sendable>(
  _ items: [Item], workers: Int, state makeState: @escaping @Sendable () -> State,
  _ body: @escaping @Sendable (Item, inout State) -> Answer
) async -> [Answer] {
  let workers = max(1, min(workers, items.count))
  // Pieces small enough that workers end together, in an order that does not depend on who took which.
  let pieceSize = max(1, min(64, items.count / (workers * 4)))
  let pieces = stride(from: 0, to: items.count, by: pieceSize).map { $0..<min($0 + pieceSize, items.count) }
  let counter = Counter()
  return await withTaskGroup(of: [(Int, [Answer])].self) { group in
    for _ in 0..<workers {
      group.addTask {
        var state = makeState()
        var done: [(Int, [Answer])] = []
        while case let piece = counter.next(), piece < pieces.count {
          done.append((piece, pieces[piece].map { body(items[$0], &state) }))
        }
        return done
      }
    }
    var answers = [[Answer]](repeating: [], count: pieces.count)
    for await done in group {
      for (piece, part) in done { answers[piece] = part }
    }
    return answers.flatMap { $0 }
  }
}

/// The same without a state.
package func parallelMap<Item: Sendable, Answer: Sendable>(
  _ items: [Item], workers: Int, _ body: @escaping @Sendable (Item) -> Answer
) async -> [Answer] {
  await parallelMap(items, workers: workers, state: {}) { item, _ in body(item) }
}

private final class Counter: Sendable {
  private let value = Atomic(0)

  func next() -> Int { value.add(1, ordering: .relaxed).oldValue }
}
