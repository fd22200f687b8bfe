import Foundation
import Glibc

/// What is in a folder: each file's and folder's bytes, number and time, so that even a rewriting with the same bytes
/// shows.
struct Snapshot: Equatable {
  struct Entry: Equatable {
    let inode: UInt
    let seconds: Int
    let nanoseconds: Int
    let data: Data?
  }

  let entries: [String: Entry]

  init(of folder: String) throws {
    var entries: [String: Entry] = [:]
    for name in try [""] + FileManager.default.subpathsOfDirectory(atPath: folder) {
      let path = folder + "/" + name
      var status = stat()
      guard lstat(path, &status) == 0 else { throw CocoaError(.fileReadUnknown) }
      let isFile = status.st_mode & S_IFMT == S_IFREG
      entries[name] = Entry(
        inode: status.st_ino, seconds: status.st_mtim.tv_sec, nanoseconds: status.st_mtim.tv_nsec,
        data: isFile ? try Data(contentsOf: URL(filePath: path)) : nil)
    }
    self.entries = entries
  }
}
