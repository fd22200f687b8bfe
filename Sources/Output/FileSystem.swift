import Diagnostics
import Glibc

/// Every call to the operating system that this module makes, as one value, so that a test can watch each and make
/// each fail. What the operating system refuses is thrown as a `system/…` diagnostic.
package struct FileSystem: Sendable {
  /// What is asked of the operating system.
  package enum Call: Sendable, CaseIterable {
    case resolve, openFolder, status, list, checkAccess, open, read
    case makeFolder, lock, create, setMode, write, sync, close, move, removeFile, removeFolder
  }

  package static let real = FileSystem()

  private let before: (@Sendable (Call, String) -> CInt?)?

  /// `before` is asked ahead of every call, with the path that it is about as users know it. With an error number for
  /// an answer the call is not made and fails with that number.
  package init(before: (@Sendable (Call, String) -> CInt?)? = nil) { self.before = before }

  /// Makes the call and gives its result, or `nil` when it fails with one of the error numbers in `accepted`.
  private func attempt(
    _ call: Call, _ file: FileName, accepting accepted: CInt..., body: () -> Int
  ) throws(Diagnostic) -> Int? {
    var code = before?(call, file.description) ?? 0
    while code == 0 {
      let result = body()
      if result >= 0 { return result }
      code = errno == EINTR ? 0 : errno
    }
    if accepted.contains(code) { return nil }
    throw Diagnostic(call, refusedWith: code, at: file.description)
  }

  @discardableResult
  private func perform(_ call: Call, _ file: FileName, body: () -> Int) throws(Diagnostic) -> Int {
    try attempt(call, file, body: body) ?? 0
  }
}

// MARK: - Folders

extension FileSystem {
  /// The absolute path without symbolic links, or `nil` when nothing is there.
  func resolve(_ path: String) throws(Diagnostic) -> String? {
    var result: String?
    _ = try attempt(.resolve, FileName(path), accepting: ENOENT) {
      guard let resolved = realpath(path, nil) else { return -1 }
      defer { free(resolved) }
      result = String(cString: resolved)
      return 0
    }
    return result
  }

  /// Linux's `O_PATH`, which glibc shows only to those who define `_GNU_SOURCE`.
  private static let lookUpOnly: CInt = 0o10_000_000

  /// The folder at `path`, which is no symbolic link, or `nil` when nothing is there. Users know it as `label`.
  ///
  /// - Parameter toLookUp: whether only names in it are wanted; then it need not be readable, as the folders above a web
  ///   server's often are not.
  func openFolder(
    _ path: String, in folder: Folder? = nil, toLookUp: Bool = false, label: String
  ) throws(Diagnostic) -> Folder? {
    let flags = (toLookUp ? Self.lookUpOnly : O_RDONLY) | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC
    let descriptor = try attempt(.openFolder, FileName(label), accepting: ENOENT) {
      Int(openat(folder?.descriptor ?? AT_FDCWD, path, flags))
    }
    return descriptor.map { Folder(CInt($0), label: label) }
  }

  /// Whether nobody else holds the folder; if so, it is held until `folder` goes away, be it by a kill.
  func lock(_ folder: Folder) throws(Diagnostic) -> Bool {
    try attempt(.lock, FileName("", in: folder), accepting: EWOULDBLOCK) {
      Int(flock(folder.descriptor, LOCK_EX | LOCK_NB))
    } != nil
  }

  /// What is in the folder at `path` (empty: `folder` itself), in the order of the file system; nothing when it is gone.
  func list(_ path: String, in folder: Folder) throws(Diagnostic) -> [Entry] {
    let name = FileName(path, in: folder)
    guard let listed = try openFolder(path.isEmpty ? "." : path, in: folder, label: name.description) else { return [] }
    var entries: [Entry] = []
    try perform(.list, name) {
      // closedir closes its descriptor, so it gets one of its own.
      let descriptor = fcntl(listed.descriptor, F_DUPFD_CLOEXEC, 0)
      guard descriptor >= 0, let stream = fdopendir(descriptor) else { return -1 }
      defer { closedir(stream) }
      errno = 0
      while let entry = readdir(stream) {
        let name = withUnsafeBytes(of: &entry.pointee.d_name) { String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self) }
        if name != ".", name != ".." {
          entries.append(Entry(name: name, kind: kind(of: name, type: Int(entry.pointee.d_type), in: listed)))
        }
        errno = 0
      }
      return errno == 0 ? 0 : -1
    }
    return entries
  }

  private func kind(of name: String, type: Int, in folder: Folder) -> Kind {
    switch type {
    case DT_REG: return .file
    case DT_DIR: return .folder
    case DT_UNKNOWN:
      // Some file systems do not say in the listing.
      var status = stat()
      return fstatat(folder.descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 ? status.kind : .other
    default: return .other
    }
  }

  /// Whether the folder is new; `false` when something of that name is there.
  ///
  /// Readable by all whatever the umask is: a column is there to be published, and the web server runs as somebody
  /// else than the job that builds it.
  @discardableResult
  func makeFolder(_ path: String, in folder: Folder) throws(Diagnostic) -> Bool {
    let name = FileName(path, in: folder)
    guard
      try attempt(.makeFolder, name, accepting: EEXIST, body: { Int(mkdirat(folder.descriptor, path, 0o755)) }) != nil
    else { return false }
    if let mode = try status(of: path, in: folder)?.st_mode, mode & 0o755 != 0o755 {
      try perform(.setMode, name) { Int(fchmodat(folder.descriptor, path, mode & 0o7777 | 0o755, 0)) }
    }
    return true
  }

  /// Removes the folder at `path` if it is there and empty.
  func removeFolder(_ path: String, in folder: Folder) throws(Diagnostic) {
    _ = try attempt(.removeFolder, FileName(path, in: folder), accepting: ENOENT, ENOTEMPTY, EEXIST, ENOTDIR) {
      Int(unlinkat(folder.descriptor, path, AT_REMOVEDIR))
    }
  }

  /// Throws unless files may be put into and taken out of the folder at `path` (empty: `folder` itself).
  func requireWriting(_ path: String, in folder: Folder) throws(Diagnostic) {
    try perform(.checkAccess, FileName(path, in: folder)) {
      Int(faccessat(folder.descriptor, path.isEmpty ? "." : path, W_OK | X_OK, AT_EACCESS))
    }
  }

  /// Throws where somebody has locked the file at `path` (`chattr +i`, a read-only mount): then it can be neither replaced
  /// nor removed, whatever its folder allows.
  func requireReplacing(_ path: String, in folder: Folder) throws(Diagnostic) {
    _ = try attempt(.checkAccess, FileName(path, in: folder), accepting: EACCES, ENOENT) {
      Int(faccessat(folder.descriptor, path, W_OK, AT_EACCESS))
    }
  }

  func allowsWriting(_ folder: Folder) throws(Diagnostic) -> Bool {
    try attempt(.checkAccess, FileName("", in: folder), accepting: EACCES, EPERM, EROFS) {
      Int(faccessat(folder.descriptor, ".", W_OK | X_OK, AT_EACCESS))
    } != nil
  }
}

// MARK: - Files

extension FileSystem {
  /// What the last part of `path` stands for, links not followed, or `nil` when nothing is there.
  func status(of path: String, in folder: Folder? = nil) throws(Diagnostic) -> stat? {
    var status = stat()
    let found = try attempt(.status, FileName(path, in: folder), accepting: ENOENT) {
      Int(fstatat(folder?.descriptor ?? AT_FDCWD, path, &status, AT_SYMLINK_NOFOLLOW))
    }
    return found == nil ? nil : status
  }

  func status(of folder: Folder) throws(Diagnostic) -> stat {
    var status = stat()
    try perform(.status, FileName("", in: folder)) { Int(fstat(folder.descriptor, &status)) }
    return status
  }

  func status(of file: borrowing File) throws(Diagnostic) -> stat {
    var status = stat()
    let descriptor = file.descriptor
    try perform(.status, file.name) { Int(fstat(descriptor, &status)) }
    return status
  }

  /// Opens for reading, without waiting should it be a pipe; `nil` when nothing is there.
  ///
  /// A symbolic link is followed only where there is no `folder` that `path` starts from.
  func open(_ path: String, in folder: Folder? = nil) throws(Diagnostic) -> File? {
    let name = FileName(path, in: folder)
    let flags = O_RDONLY | O_NONBLOCK | O_CLOEXEC | (folder == nil ? 0 : O_NOFOLLOW)
    let descriptor = try attempt(.open, name, accepting: ENOENT) {
      Int(openat(folder?.descriptor ?? AT_FDCWD, path, flags))
    }
    return descriptor.map { File(CInt($0), name: name) }
  }

  /// Fills `buffer` with the bytes from `offset` on and gives their number, smaller than the buffer only at the end.
  func read(
    _ file: borrowing File, from offset: Int, into buffer: UnsafeMutableRawBufferPointer
  ) throws(Diagnostic) -> Int {
    let descriptor = file.descriptor
    var count = 0
    while count < buffer.count {
      let rest = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let got = try perform(.read, file.name) { pread(descriptor, rest.baseAddress, rest.count, offset + count) }
      if got == 0 { break }
      count += got
    }
    return count
  }

  /// So many bytes from `offset` on, or fewer at the end.
  func read(_ file: borrowing File, from offset: Int, upTo count: Int) throws(Diagnostic) -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: count)
    var span = bytes.mutableSpan
    let got = try span.withUnsafeMutableBytes { (bytes) throws(Diagnostic) in
      try read(file, from: offset, into: bytes)
    }
    bytes.removeLast(count - got)
    return bytes
  }

  /// A new file to be written and read, or `nil` when the folder above it is missing. Readable by all (see
  /// `makeFolder`), or, if it is not `isPublic`, by whom the umask lets.
  func create(_ path: String, in folder: Folder, isPublic: Bool = true) throws(Diagnostic) -> File? {
    let name = FileName(path, in: folder)
    let flags = O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC
    guard
      let descriptor = try attempt(
        .create, name, accepting: ENOENT,
        body: {
          Int(openat(folder.descriptor, path, flags, isPublic ? 0o644 : 0o666))
        })
    else { return nil }
    let file = File(CInt(descriptor), name: name)
    if isPublic { try perform(.setMode, name) { Int(fchmod(CInt(descriptor), 0o644)) } }
    return file
  }

  func write(_ bytes: UnsafeRawBufferPointer, to file: borrowing File) throws(Diagnostic) {
    let descriptor = file.descriptor
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      rest = rest.dropFirst(try perform(.write, file.name) { Glibc.write(descriptor, part.baseAddress, part.count) })
    }
  }

  /// Returns when the file is on the disk, so that no loss of power takes it back.
  func sync(_ file: borrowing File) throws(Diagnostic) {
    let descriptor = file.descriptor
    try perform(.sync, file.name) { Int(fsync(descriptor)) }
  }

  /// Closes a written file: some file systems only now say that the disk is full.
  func close(_ file: consuming File) throws(Diagnostic) {
    let name = file.name
    try perform(.close, name) {
      // Never twice: even after EINTR the descriptor is gone.
      let result = Glibc.close(file.release())
      return result == 0 || errno == EINTR ? 0 : -1
    }
  }

  /// One instant in which `path` in `folder` becomes `newPath` in `newFolder`; a file there is replaced.
  func move(_ path: String, in folder: Folder, to newPath: String, in newFolder: Folder) throws(Diagnostic) {
    try perform(.move, FileName(newPath, in: newFolder)) {
      Int(renameat(folder.descriptor, path, newFolder.descriptor, newPath))
    }
  }

  func removeFile(_ path: String, in folder: Folder) throws(Diagnostic) {
    _ = try attempt(.removeFile, FileName(path, in: folder), accepting: ENOENT) {
      Int(unlinkat(folder.descriptor, path, 0))
    }
  }
}
