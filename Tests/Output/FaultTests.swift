import Diagnostics
import Glibc
import Output
import Testing

/// Every call to the file system fails once, in every situation, and the program is killed ahead of each.
struct FaultTests {
  enum Situation: CaseIterable {
    case noOutput, emptyOutput, oldColumn, stageInside, halfPublished

    var hasOldColumn: Bool { self != .noOutput && self != .emptyOutput }
  }

  /// A build of the new column that something happened to.
  private struct Run {
    let playground: Playground
    let calls: Calls
    /// What it ended with.
    let error: Diagnostic?
    /// The same situation for the builds after it.
    let fileSystem: FileSystem

    init(_ situation: Situation, failing: (index: Int, failure: Calls.Failure)? = nil) throws {
      playground = try Playground(inMemory: true)
      if situation == .emptyOutput { try playground.makeFolder("public") }
      if situation.hasOldColumn {
        try playground.build(Column.old)
        for (path, text) in Column.foreign { try playground.place("public/" + path, text) }
      }
      if situation == .halfPublished {
        let stop = Calls { $0.call == .move && $0.path.hasSuffix("/public/jianyi/index.html") ? EIO : nil }
        #expect(playground.failure(Column.new, fileSystem: stop.fileSystem)?.rule == "system/disk-fault")
        try playground.place(".public.fuwen-stage/jianyi/1.html", "stale")
      }
      let root = situation == .stageInside ? playground.root : nil
      let refusal = { @Sendable (record: Calls.Record) -> CInt? in
        record.call == .checkAccess && record.path == root ? EACCES : nil
      }
      fileSystem = Calls(refusal: refusal).fileSystem
      calls = Calls(failing: failing, refusal: refusal)
      error = playground.failure(Column.new, fileSystem: calls.fileSystem)
    }
  }

  @Test(
    arguments: Situation.allCases, [Calls.Failure.once(ENOSPC), .once(EIO), .once(EACCES), .kill])
  func columnIsWholeAfterAnyFailure(situation: Situation, failure: Calls.Failure) throws {
    let total = try Run(situation).calls.list.count
    #expect(total > 50)
    for index in 0..<total {
      let run = try Run(situation, failing: (index, failure))
      let comment = Comment(rawValue: "\(situation), \(failure) at call \(index): \(run.calls.list[index])")
      let foreign = situation.hasOldColumn ? Column.foreign : [:]

      var tree = run.playground.tree().filter { !$0.key.hasPrefix(".fuwen-stage") }
      for (path, text) in foreign { #expect(tree.removeValue(forKey: path) == text, comment) }
      for (path, text) in tree where !path.hasSuffix("/") {
        #expect(text == Column.old[path] || text == Column.new[path], comment)
      }
      #expect(Column.deadLinks(in: tree) == [], comment)
      let hasMoved = run.calls.list.enumerated().contains { $0.offset != index && $0.element.call == .move }
      if situation.hasOldColumn, situation != .halfPublished, !hasMoved { #expect(tree == Column.old, comment) }
      if situation == .noOutput { #expect(tree.isEmpty || tree == Column.new, comment) }
      if run.error == nil { #expect(tree == Column.new, comment) }
      if let error = run.error { #expect(error.rule.hasPrefix("system/") && error.hint != nil, comment) }

      try run.playground.build(Column.new, fileSystem: run.fileSystem)
      #expect(run.playground.tree() == Column.new.merging(foreign) { $1 }, comment)
      #expect(run.playground.names == ["public"], comment)
      #expect(try run.playground.build(Column.new, fileSystem: run.fileSystem).isEmpty, comment)
    }
  }
}
