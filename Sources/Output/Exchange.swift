import Diagnostics
import Glibc

/// The last step of a build: staged files go into the output one after another.
struct Exchange {
  /// Files, and folders that are new with all that is in them, in the order of their moves.
  private let additions: [String]
  private let replacements: [String]
  private let removals: [String]
  /// Folders that may be empty after the removals, inner ones first.
  private let leftovers: [String]
  /// What the manifest is to list while files change, `nil` when it lists that already.
  private let interim: Set<String>?
  /// What it is to list afterwards, `nil` when it does so in between.
  private let final: Set<String>?

  /// `listed` is what the manifest there lists, if there is one, `paths` are the files of this build, `folders` the
  /// folders above them, and `present` the folders there of this build and earlier ones.
  init(_ changes: Changes, listed: Set<String>?, paths: Set<String>, folders: Set<String>, present: Set<String>) {
    var moved = Set<String>()
    additions = Self.ordered(changes.added).compactMap { path in
      let unit = OutputPath.folders(above: path).first { !present.contains($0) } ?? path
      return moved.insert(unit).inserted ? unit : nil
    }
    replacements = Self.ordered(changes.changed)
    removals = Self.ordered(changes.removed).reversed()
    leftovers = present.subtracting(folders).sorted(by: >)
    // Whatever a kill leaves behind must be listed, or the next build would take it for somebody else's.
    let both = paths.union(listed ?? [])
    interim = listed?.holds(exactly: both) == true ? nil : both
    final = paths.holds(exactly: both) ? nil : paths
  }

  /// Tries whatever can be refused.
  func prepare(_ stage: Stage, for target: Folder, _ fileSystem: FileSystem) throws(Diagnostic) {
    var touched = Set((additions + replacements + removals).map(OutputPath.parent))
    if interim != nil || final != nil { touched.insert("") }
    for folder in touched.sorted() { try fileSystem.requireWriting(folder, in: target) }
    for path in replacements + removals { try fileSystem.requireReplacing(path, in: target) }
    if let interim { try stage.writeManifest(interim, as: ".interim") }
    if let final { try stage.writeManifest(final, as: ".final") }
  }

  func run(from stage: Stage, to target: Folder, _ fileSystem: FileSystem) throws(Diagnostic) {
    var hasBegun = false
    do throws(Diagnostic) {
      if interim != nil { try fileSystem.move(".interim", in: stage.folder, to: Manifest.name, in: target) }
      for path in additions {
        guard try fileSystem.status(of: path, in: target) == nil else {
          throw Diagnostic(.move, refusedWith: EEXIST, at: FileName(path, in: target).description)
        }
        try fileSystem.move(path, in: stage.folder, to: path, in: target)
        hasBegun = true
      }
      for path in replacements {
        try fileSystem.move(path, in: stage.folder, to: path, in: target)
        hasBegun = true
      }
      for path in removals {
        try fileSystem.removeFile(path, in: target)
        hasBegun = true
      }
      for folder in leftovers { try fileSystem.removeFolder(folder, in: target) }
      if final != nil { try fileSystem.move(".final", in: stage.folder, to: Manifest.name, in: target) }
    } catch {
      var error = error
      if hasBegun { error.message += "；新的成品只换上了一部分，仍可浏览" }
      throw error
    }
  }

  /// What lies deeper first, and index pages, which list the others, last.
  private static func ordered(_ paths: [String]) -> [String] {
    paths
      .map { path in
        let depth = path.utf8.count { $0 == UInt8(ascii: "/") }
        return (path == "index.html" || path.hasSuffix("/index.html") ? 1 : 0, -depth, path)
      }
      .sorted { $0 < $1 }
      .map(\.2)
  }
}
