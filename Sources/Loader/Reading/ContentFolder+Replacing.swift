import Diagnostics
import Glibc

extension ContentFolder {
  /// Puts other bytes in the place of a file's, at once or not at all. Its permissions stay as they are; a symbolic
  /// link stays one.
  func replaceFile(_ path: String, with bytes: [UInt8]) throws(Diagnostic) {
    var status = stat()
    guard lstat(root + path, &status) == 0 else { throw FileFault.unwritable(errno, at: Place(path)) }
    let isLink = status.st_mode & S_IFMT == S_IFLNK
    let target = isLink ? try followLink(path) : root + path
    guard stat(target, &status) == 0, access(target, W_OK) == 0 else {
      throw FileFault.unwritable(errno, at: Place(path))
    }
    let folder = target.prefix(target.lastIndex(of: "/").map { target.distance(from: target.startIndex, to: $0) } ?? 0)
    // Hidden, so that nobody reads it as content.
    let draft = "\(folder)/.\(target.split(separator: "/").last ?? "").fuwen-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw FileFault.unwritable(errno, at: Place(path)) }
    // Only an administrator may give files away; for others the owner is already the right one.
    _ = fchown(descriptor, status.st_uid, status.st_gid)
    let isDone =
      write(bytes, to: descriptor) && fchmod(descriptor, status.st_mode & 0o7777) == 0 && fsync(descriptor) == 0
      && rename(draft, target) == 0
    let code = errno
    close(descriptor)
    if !isDone {
      unlink(draft)
      throw FileFault.unwritable(code, at: Place(path))
    }
  }

  /// Makes files, all of them or none, each at once, never in the place of one that is there; folders that they lack are
  /// made.
  package func createFiles(_ files: [(path: String, bytes: [UInt8])]) throws(Diagnostic) {
    var drafts: [(path: String, draft: String)] = []
    defer { for (_, draft) in drafts { unlink(draft) } }
    for file in files { drafts.append((file.path, try draft(of: file.path, file.bytes))) }
    for (index, (path, draft)) in drafts.enumerated() where link(draft, root + path) != 0 {
      let code = errno
      for (path, _) in drafts[..<index] { unlink(root + path) }
      throw FileFault.unwritable(code, at: Place(path))
    }
  }

  /// Writes what is to be the file at `path` beside it, and gives its path.
  private func draft(of path: String, _ bytes: [UInt8]) throws(Diagnostic) -> String {
    let place = Place(path)
    let folder = try Self.makeFolders(path.split(separator: "/").dropLast(), below: root, at: place)
    _ = try followLink(String(folder.dropFirst(root.count).dropLast()))
    // Hidden, so that nobody reads it as content.
    let draft = "\(folder).\(path.split(separator: "/").last ?? "").fuwen-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileFault.unwritable(errno, at: place) }
    let isDone = write(bytes, to: descriptor) && fsync(descriptor) == 0
    let code = errno
    close(descriptor)
    if isDone { return draft }
    unlink(draft)
    throw FileFault.unwritable(code, at: place)
  }

  /// The path of the last of the folders, each in the one before, with a slash; those that lack are made.
  static func makeFolders(
    _ names: some Sequence<Substring>, below root: String, at place: Place
  ) throws(Diagnostic) -> String {
    var folder = root
    for name in names {
      folder += name
      guard mkdir(folder, 0o755) == 0 || errno == EEXIST else { throw FileFault.unwritable(errno, at: place) }
      folder += "/"
    }
    return folder
  }

  private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    bytes.withUnsafeBytes { buffer in
      var start = 0
      while start < buffer.count {
        let written = Glibc.write(descriptor, buffer.baseAddress.map { $0 + start }, buffer.count - start)
        if written < 0, errno == EINTR { continue }
        if written <= 0 { return false }
        start += written
      }
      return true
    }
  }
}
