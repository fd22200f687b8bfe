import Audit
import Diagnostics
import Disclosure
import Loader
import Output
import Workbench

/// What a command found and did.
package struct Report: Sendable {
  package var diagnostics = Diagnostics()
  /// Records (办理件, reports, bulletins) that were read; published, withheld and rejected make up the same number.
  package private(set) var read = 0
  package private(set) var published = 0
  package private(set) var rejected = 0
  package private(set) var withheld: [Withheld] = []
  /// What the build changed in the output, if it got that far.
  package var changes: Changes?
  /// How many entries the build added to the history, or would add.
  package var historyEntries = 0
  /// The files whose punctuation `check --fix` mended; `nil` when it did not get that far.
  package var mended: [Mended]?
  /// What the person who signs must know, where that was asked for and the build got that far.
  package var approval: Approval?
  /// The column held against the standards, where that was asked for and the content could be read.
  package var audit: Audit?
  /// What `verify` looked at, if it got that far.
  package var verified: Verified?

  package struct Verified: Sendable {
    /// How many files the list names.
    package let files: Int
    /// How many entries the history had when they were published; `nil` where there is no site to hold them against.
    package let history: Int?
  }

  /// The files that `import` made; `nil` when it did not get that far.
  package var imported: [String]?
  /// The files that `new` made; `nil` when it did not get that far.
  package var created: [String]?
  /// The repairs that `import --suggest` found, as unified diffs; `nil` when it did not get that far.
  package var suggestions: [String]?

  /// A mended file.
  package struct Mended: Sendable {
    package let path: String
    /// How many marks.
    package let count: Int
    /// A unified diff.
    package let diff: String
  }

  package var exitStatus: Int32 { diagnostics.list.exitStatus }

  /// Counts of withheld records by reason, in the order of `WithheldReason`.
  package var withheldCounts: [(reason: WithheldReason, count: Int)] {
    WithheldReason.allCases.compactMap { reason in
      let count = withheld.count { $0.reason == reason }
      return count > 0 ? (reason, count) : nil
    }
  }

  mutating func take(_ opening: Gate.Result, of catalogue: Catalogue) {
    published = opening.publishedCount
    withheld = opening.withheld
    rejected = catalogue.rejected
    read = published + withheld.count + rejected
    diagnostics.add(contentsOf: opening.diagnostics)
  }

  /// Makes errors of the warnings, where `--strict` asks for it.
  ///
  /// - Returns: whether a build may go on.
  @discardableResult
  mutating func judge(by options: Options) -> Bool {
    if options.isStrict { diagnostics.raiseWarnings() }
    return !diagnostics.hasErrors
  }

  mutating func moveDiagnostics(_ move: (Place) -> Place) {
    var moved = Diagnostics()
    moved.add(contentsOf: diagnostics.list.map { $0.moved(move) })
    diagnostics = moved
  }

  /// `check` lists each place where a template prints text unescaped.
  mutating func noteSafeUses(_ places: [Place]) {
    for place in places {
      diagnostics.warning(
        "template/safe", at: place, "这里用了 safe，内容不经转义直接成为网页代码", hint: "确认内容不来自台账或复文；不需要时删去 | safe")
    }
  }
}

extension Report.Mended {
  init(_ file: MendedFile) {
    self.init(
      path: file.path, count: file.count,
      diff: UnifiedDiff.text(of: file.path, before: file.before, after: file.after))
  }
}
