import Diagnostics

/// The files of this build, as far as they have come.
struct ClaimedPaths: Sendable {
  private(set) var added: [String] = []
  private(set) var changed: [String] = []
  /// The first file that could not be put; then the output must stay as it is.
  private(set) var failure: Diagnostic?
  /// The folders above the files.
  private(set) var folders: Set<String> = []
  private(set) var paths: Set<String> = []
  /// Those that differ from their folded form (see `OutputPath.folded`), by it.
  private var byFoldedPath: [String: String] = [:]
  private var foldedFolders: Set<String> = []

  /// Takes `path` for one file. Every path is taken once, and none is a file and a folder.
  mutating func claim(_ path: String) throws(Diagnostic) {
    let folded = OutputPath.folded(path)
    if let other = taken(folded) {
      // Whichever came first, the message is the same.
      let (first, second) = (min(path, other), max(path, other))
      throw other == path
        ? Diagnostic(.error, "output/duplicate", at: Place(path), "有两个页面或文件使用同一网址“\(path)”", hint: "请为其中一个另定网址")
        : Diagnostic(
          .error, "output/case", at: Place(second), "网址“\(first)”与“\(second)”只有大小写不同，在有的服务器上会互相覆盖",
          hint: "请为其中一个另定网址")
    }
    if foldedFolders.contains(folded) { throw fileAndFolder(path) }
    paths.insert(path)
    if folded != path { byFoldedPath[folded] = path }
    var folder = OutputPath.parent(of: path)
    while !folder.isEmpty, folders.insert(folder).inserted {
      let folded = OutputPath.folded(folder)
      if let file = taken(folded) { throw fileAndFolder(file) }
      foldedFolders.insert(folded)
      folder = OutputPath.parent(of: folder)
    }
  }

  /// The file that has such a folded path.
  private func taken(_ path: String) -> String? {
    byFoldedPath[path] ?? paths.firstIndex(of: path).map { paths[$0] }
  }

  private func fileAndFolder(_ path: String) -> Diagnostic {
    Diagnostic(
      .error, "output/file-and-folder", at: Place(path), "“\(path)”既是一个文件的网址，又是另一些文件所在的文件夹",
      hint: "请为其中一个另定网址")
  }

  mutating func note(_ path: String, _ finding: Finding) {
    switch finding {
    case .absent: added.append(path)
    case .different: changed.append(path)
    case .same: break
    }
  }

  /// Answers whether this is the first failure.
  @discardableResult
  mutating func fail(_ diagnostic: Diagnostic) -> Bool {
    guard failure == nil else { return false }
    failure = diagnostic
    return true
  }
}
