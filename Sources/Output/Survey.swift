import Diagnostics
import Glibc

/// What lies in the output beside the files of this build.
struct Survey {
  /// Files that an earlier build wrote and this one did not.
  private(set) var outdated: [String] = []
  /// What somebody else put there, folders with a `/` at their end. They are not entered, hidden ones not named.
  private(set) var foreign: [String] = []
  /// The folders there of this build and earlier ones.
  private(set) var present: Set<String> = []

  /// `paths` are the files of this build, `folders` the folders above them, and `listed` the files of earlier builds.
  init(
    _ target: Folder, paths: Set<String>, folders: Set<String>, listed: Set<String>, _ fileSystem: FileSystem
  ) throws(Diagnostic) {
    let ownFolders = folders.union(OutputPath.folders(of: listed))
    var pending = [""]
    while let folder = pending.popLast() {
      for entry in try fileSystem.list(folder, in: target) where !entry.name.hasPrefix(".") {
        let path = OutputPath.join(folder, entry.name)
        switch entry.kind {
        case .folder where ownFolders.contains(path):
          present.insert(path)
          pending.append(path)
        case .folder:
          foreign.append(path.visible + "/")
        case .file where paths.holds(path):
          break
        case .file where listed.holds(path):
          outdated.append(path)
        case .file, .other:
          // A link to a folder has let the files behind it be compared.
          if folders.contains(path) {
            throw Diagnostic(.move, refusedWith: ELOOP, at: FileName(path, in: target).description)
          }
          foreign.append(path.visible)
        }
      }
    }
    outdated.sort()
    foreign.sort()
  }
}
