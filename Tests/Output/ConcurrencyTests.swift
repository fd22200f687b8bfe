import Diagnostics
import Foundation
import Output
import Synchronization
import Testing

struct ConcurrencyTests {
  private let playground: Playground

  init() throws { playground = try Playground() }

  /// Puts each of `files` from four threads, and gives the errors.
  private func put(_ files: [(path: String, text: String)], into publication: Publication) -> [Diagnostic] {
    let errors = Mutex<[Diagnostic]>([])
    DispatchQueue.concurrentPerform(iterations: 4) { worker in
      for index in stride(from: worker, to: files.count, by: 4) {
        do throws(Diagnostic) {
          try publication.put(files[index].path, files[index].text)
        } catch {
          errors.withLock { $0.append(error) }
        }
      }
    }
    return errors.withLock { $0 }
  }

  private func column(_ count: Int, _ text: String) -> [String: String] {
    Dictionary(uniqueKeysWithValues: (0..<count).map { ("a/\($0 % 7)/b\($0 % 13)/\($0).html", "\(text) \($0)") })
  }

  @Test func fourThreadsWriteOneColumn() throws {
    for (text, count) in [("old", 1_000), ("old", 1_000), ("new", 1_200), ("new", 600)] {
      let files = column(count, text)
      let publication = try Publication(playground.output)
      #expect(put(files.map { ($0.key, $0.value) }, into: publication) == [])
      let changes = try publication.finish()
      #expect(changes.added.count + changes.changed.count + changes.unchanged == count)
      #expect(playground.tree() == files)
    }
  }

  @Test func pathTakenByTwoThreadsIsRefusedOnce() throws {
    let files = column(400, "same").flatMap { [($0.key, $0.value), ($0.key, $0.value)] }
    let publication = try Publication(playground.output)
    let errors = put(files, into: publication)
    #expect(errors.count == 400)
    #expect(errors.allSatisfy { $0.rule == "output/duplicate" })
    #expect(throws: Diagnostic.self) { try publication.finish() }
    #expect(playground.names == [])
  }
}
