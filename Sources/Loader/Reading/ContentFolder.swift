import Diagnostics
import Disclosure
import Glibc

/// The files of a site, found and read without ever following a link out of the site's folder.
package struct ContentFolder: Sendable {
  /// The largest file that `readFile` takes: 64 MB.
  package static let maximumFileSize = 64 << 20

  /// The site's folder without symbolic links, with a slash at its end.
  let root: String
  private let readings: Readings?

  /// - Parameter readings: takes down what is read.
  /// - Throws: when there is no readable folder `site`.
  package init(site: String, readings: Readings? = nil) throws(Diagnostic) {
    self.readings = readings
    guard let resolved = realpath(site, nil) else { throw FileFault.system(errno, at: Place(site)) }
    defer { free(resolved) }
    guard let path = String(validatingCString: resolved) else { throw FileFault.nameNotUTF8(at: Place(site)) }
    root = path == "/" ? path : path + "/"
  }

  /// The regular files in `folder` and the folders below it, as paths relative to the site, in the order of their bytes.
  ///
  /// Hidden files and leftovers of editors are passed over; a folder that does not exist has no files. A symbolic link
  /// is followed inside the site. Whatever cannot be read becomes a diagnostic. Of `suffixes`, such as `.md`, one must
  /// end the name, in any case of letters; none means every file.
  package func files(
    in folder: String, suffixes: [String] = [], reporting diagnostics: inout Diagnostics
  ) -> [String] {
    var walk = FolderWalk(through: self, suffixes: suffixes)
    walk.run(from: folder)
    diagnostics.add(contentsOf: walk.diagnostics.list)
    return walk.files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The regular files and the folders that lie in a folder itself, found, passed over and ordered as `files` does.
  package func entries(of folder: String, reporting diagnostics: inout Diagnostics) -> (
    files: [String], folders: [String]
  ) {
    var walk = FolderWalk(through: self, isDeep: false)
    walk.run(from: folder)
    diagnostics.add(contentsOf: walk.diagnostics.list)
    func sorted(_ paths: [String]) -> [String] { paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) } }
    return (sorted(walk.files), sorted(walk.foldersBelow))
  }

  /// What a file held at one time.
  struct File {
    let bytes: [UInt8]
    let state: FileState
  }

  /// The bytes of one file, named as `files` names it; links in the middle of the path are for `files` to refuse.
  package func readFile(_ path: String, upTo limit: Int = maximumFileSize) throws(Diagnostic) -> [UInt8] {
    try file(at: path, upTo: limit).bytes
  }

  /// The same, with what tells a later change. A file that somebody writes meanwhile is refused.
  func file(at path: String, upTo limit: Int = maximumFileSize) throws(Diagnostic) -> File {
    let place = Place(path)
    // Without O_NONBLOCK, opening a pipe would wait for a writer.
    let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK
    var descriptor = open(root + path, flags | O_NOFOLLOW)
    if descriptor < 0, errno == ELOOP { descriptor = open(try followLink(path), flags) }
    guard descriptor >= 0 else { throw FileFault.system(errno, at: place) }
    defer { close(descriptor) }

    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw FileFault.system(errno, at: place) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw FileFault.notRegular(at: place) }
    guard status.st_size <= limit else { throw FileFault.tooLarge(status.st_size, at: place) }

    var failure: Int32 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: Int(status.st_size)) { buffer, count in
      while count < buffer.count {
        let got = read(descriptor, buffer.baseAddress.map { $0 + count }, buffer.count - count)
        if got < 0, errno == EINTR { continue }
        if got < 0 { failure = errno }
        if got <= 0 { break }
        count += got
      }
    }
    guard failure == 0 else { throw FileFault.system(failure, at: place) }
    let state = FileState(status)
    guard fstat(descriptor, &status) == 0 else { throw FileFault.system(errno, at: place) }
    guard FileState(status) == state, bytes.count == status.st_size else { throw FileFault.changed(at: place) }
    readings?.note(path, bytes)
    return File(bytes: bytes, state: state)
  }

  /// Takes down a file from elsewhere that the site is made of too.
  func note(_ path: String, _ bytes: [UInt8]) { readings?.note(path, bytes) }

  /// The size in bytes of one file, which no symbolic link brings from outside `folder`.
  func size(of path: String, within folder: String) throws(Diagnostic) -> Int {
    var status = stat()
    guard (try followLink(path)).utf8.starts(with: (try followLink(folder) + "/").utf8) else {
      throw FileFault.linkOutside(" \(folder) ", at: Place(path))
    }
    guard stat(root + path, &status) == 0 else { throw FileFault.system(errno, at: Place(path)) }
    return Int(status.st_size)
  }

  /// Whether there is anything of that name.
  func contains(_ path: String) -> Bool {
    // What may not even be looked at is there: reading it says the rest.
    access(root + path, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR
  }

  /// Where a symbolic link leads, as an absolute path, which is inside the site.
  func followLink(_ path: String) throws(Diagnostic) -> String {
    guard let resolved = realpath(root + path, nil) else {
      switch errno {
      case ELOOP: throw FileFault.linkLoop(at: Place(path))
      case ENOENT: throw FileFault.linkBroken(at: Place(path))
      default: throw FileFault.system(errno, at: Place(path))
      }
    }
    defer { free(resolved) }
    guard let target = String(validatingCString: resolved) else { throw FileFault.nameNotUTF8(at: Place(path)) }
    guard (target + "/").utf8.starts(with: root.utf8) else { throw FileFault.linkOutside("站点文件夹", at: Place(path)) }
    return target
  }
}

extension FileState {
  fileprivate init(_ status: stat) {
    self.init(modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec, size: Int(status.st_size))
  }
}
