import Diagnostics
import Foundation
import Synchronization
import Testing

@testable import Preview

@Suite struct PreviewTests {
  /// Of looks at the content, and of looks at all pages that were abandoned.
  private final class Counts: Sendable {
    let looks = Atomic(0)
    let abandoned = Atomic(0)
  }

  /// At many pages the look takes seconds, and whoever saves again does not wait for its end.
  @Test(.timeLimit(.minutes(5))) func looksAtPagesAreAbandonedWhenTheContentChanges() async throws {
    let (playground, counts) = (try Playground(), Counts())
    try playground.write("一", to: "content/a.md")
    let column = ShownColumn(
      path: "/", files: { _ in nil },
      inspect: {
        // The second column has few pages.
        if counts.looks.load(ordering: .relaxed) > 1 { return [] }
        while !Task.isCancelled { try? await Task.sleep(for: .seconds(60)) }
        counts.abandoned.add(1, ordering: .relaxed)
        return nil
      })
    let (updates, update) = AsyncStream.makeStream(of: Preview.Update.self)
    let preview = try Preview(
      of: playground.path, port: 0,
      look: {
        counts.looks.add(1, ordering: .relaxed)
        return Look(column: column, diagnostics: [])
      }, report: { update.yield($0) })
    let (started, start) = AsyncStream.makeStream(of: UInt16.self)
    Task { try await preview.run { start.yield($0) } }
    for await _ in started { break }
    try playground.write("二", to: "content/a.md")
    for await update in updates {
      #expect(update.diagnostics == [] && !update.areNew)
      break
    }
    #expect(counts.looks.load(ordering: .relaxed) == 2 && counts.abandoned.load(ordering: .relaxed) == 1)
  }
}
