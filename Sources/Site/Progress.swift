import Diagnostics
import Synchronization

/// How far a build or an import is, for whoever looks on, and their wish to stop it.
package final class Progress: Sendable {
  /// What is going on.
  package enum Stage: Sendable, Equatable {
    case reading
    /// So many pages of all are rendered, or files read.
    case working(done: Int, of: Int)
    /// What can no longer be stopped: files take their places.
    case publishing
  }

  private let done = Atomic(0)
  /// How many pages or files there are; 0 before that is known, -1 when all is rendered.
  private let total = Atomic(0)
  private let isStopping = Atomic(false)

  package init() {}

  package var stage: Stage {
    switch total.load(ordering: .relaxed) {
    case 0: .reading
    case -1: .publishing
    case let total: .working(done: done.load(ordering: .relaxed), of: total)
    }
  }

  /// Asks the build to end soon, with nothing changed. One whose files take their places already goes on to its end.
  package func stop() { isStopping.store(true, ordering: .relaxed) }

  package var isStopped: Bool { isStopping.load(ordering: .relaxed) }

  /// - Throws: `system/stopped`, at the output that stays as it was, when the build is to end.
  func check(_ output: String) throws(Diagnostic) {
    if isStopped {
      throw Diagnostic(.error, "system/stopped", at: Place(output), "按要求停了下来，这里保持原样", hint: "需要时再运行一次同样的命令")
    }
  }

  func begin(steps: Int) { total.store(steps, ordering: .relaxed) }

  func advance() { done.add(1, ordering: .relaxed) }

  func publish() { total.store(-1, ordering: .relaxed) }
}
